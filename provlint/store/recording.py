"""A recording: the answers of a run, one line of JSON each, sorted, secrets masked; read back they are the same run."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from provlint.errors import UserError
from provlint.store.answer_json import Kept, decode, encode

_MARK = "provlint-recording"
_VERSION = 1
_LARGEST = 500_000_000  # bytes


class Recording(NamedTuple):
    """The answers by key, and the service that told of archived copies, "" for none."""

    kept: dict[str, Kept]
    archive: str


def write_recording(kept: Mapping[str, Kept], archive: str = "") -> str:
    """The text of a recording; keys are those of `identity`, `archive` as in Recording."""
    import json

    opening = json.dumps({_MARK: _VERSION, "archive": archive})
    lines = [f"[{json.dumps(key)},{encode(kept[key])}]\n" for key in sorted(kept)]
    return "".join((opening, "\n", *lines))


def read_recording(path: str, option: str) -> Recording:
    """What a file recorded; one that is no recording is a `UserError` about `option`."""
    try:
        if os.path.getsize(path) > _LARGEST:
            raise UserError(option, path, f"it has more than {_LARGEST:,} bytes, the limit")
        with open(path, encoding="ascii", newline="\n") as file:
            lines = file.read().split("\n")
    except OSError as error:
        raise UserError(option, path, (error.strerror or str(error)).lower()) from None
    except UnicodeDecodeError:
        raise UserError(option, path, "it is no recording of answers") from None
    kept = dict(_row(line, path, number, option) for number, line in enumerate(lines[1:], 2) if line)
    return Recording(kept, _archive(lines[0], path, option))


def _archive(opening: str, path: str, option: str) -> str:
    """The service that the first line names."""
    import json

    try:
        told = json.loads(opening)
        archive = told["archive"] if told[_MARK] == _VERSION else None
    except (ValueError, KeyError, TypeError, RecursionError):
        archive = None
    if not isinstance(archive, str):
        raise UserError(option, path, "it is no recording of answers")
    return archive


def _row(line: str, path: str, number: int, option: str) -> tuple[str, Kept]:
    import json

    try:
        key, length = json.JSONDecoder().raw_decode(line, 1)
        if line[0] != "[" or line[length] != "," or line[-1] != "]" or not isinstance(key, str):
            raise ValueError(line[:40])
        return key, decode(line[length + 1 : -1])
    except (ValueError, IndexError):
        raise UserError(option, f"{path}:{number}", "is no line of a recording") from None
