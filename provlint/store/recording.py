"""A recording: the answers of a run, one line of JSON each, sorted, secrets masked; read back they are the same run."""

import os
from collections.abc import Mapping

from provlint.errors import UserError
from provlint.store.answer_json import Kept, decode, encode

_OPENING = '{"provlint-recording":1}'
_LARGEST = 500_000_000  # bytes


def write_recording(kept: Mapping[str, Kept]) -> str:
    """The text of a recording; keys are those of `identity`."""
    import json

    lines = [f"[{json.dumps(key)},{encode(kept[key])}]\n" for key in sorted(kept)]
    return "".join((_OPENING, "\n", *lines))


def read_recording(path: str, option: str) -> dict[str, Kept]:
    """The answers by key; a file that is no recording is a `UserError` about `option`."""
    try:
        if os.path.getsize(path) > _LARGEST:
            raise UserError(option, path, f"it has more than {_LARGEST:,} bytes, the limit")
        with open(path, encoding="ascii", newline="\n") as file:
            lines = file.read().split("\n")
    except OSError as error:
        raise UserError(option, path, (error.strerror or str(error)).lower()) from None
    except UnicodeDecodeError:
        raise UserError(option, path, "it is no recording of answers") from None
    if lines[0] != _OPENING:
        raise UserError(option, path, "it is no recording of answers")
    return dict(_row(line, path, number, option) for number, line in enumerate(lines[1:], 2) if line)


def _row(line: str, path: str, number: int, option: str) -> tuple[str, Kept]:
    import json

    try:
        key, length = json.JSONDecoder().raw_decode(line, 1)
        if line[0] != "[" or line[length] != "," or line[-1] != "]" or not isinstance(key, str):
            raise ValueError(line[:40])
        return key, decode(line[length + 1 : -1])
    except (ValueError, IndexError):
        raise UserError(option, f"{path}:{number}", "is no line of a recording") from None
