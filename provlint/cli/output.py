"""Where words go: findings to standard output or a file, the rest to standard error; what the terminal can do."""

import os
import sys
from collections.abc import Iterable
from typing import NamedTuple

from provlint.errors import UserError
from provlint.text.visible import visible

_FALLBACK_WIDTH = 100
_LEAST_WIDTH = 40


class Screen(NamedTuple):
    """What may be used on standard output: colour, hyperlinks, and how many cells a line has."""

    color: bool
    hyperlinks: bool
    width: int


def screen(color: str) -> Screen:
    """What the terminal offers; `color` is auto, always or never, and auto heeds NO_COLOR and FORCE_COLOR."""
    terminal = sys.stdout.isatty()
    if color == "auto":
        wanted = bool(os.environ.get("FORCE_COLOR")) or (
            terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        )
    else:
        wanted = color == "always"
    return Screen(wanted, wanted and terminal and _has_hyperlinks(), _width() if terminal else _FALLBACK_WIDTH)


def _has_hyperlinks() -> bool:
    """Terminals known to take OSC 8; the others may print the escape as text."""
    known = ("VTE_VERSION", "WT_SESSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "KONSOLE_VERSION")
    return any(os.environ.get(name) for name in known) or os.environ.get("TERM_PROGRAM") in (
        "iTerm.app", "vscode", "ghostty", "WezTerm",
    )  # fmt: skip


def _width() -> int:
    try:
        return max(_LEAST_WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        return _FALLBACK_WIDTH


def file_uri(path: str) -> str:
    """The file URI of a path shown in a report."""
    from pathlib import Path

    return Path(path).absolute().as_uri()


def write(text: str | bytes, file: str | None, option: str = "--output-file") -> None:
    """Write a report, text as UTF-8, to a file (replaced whole or not at all), or to standard output for None or `-`.

    A device or a pipe is written to as it stands: to replace one would take it away from every other program.
    What cannot be written is a `UserError` about `option`.
    """
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if file is None or file == "-":
        sys.stdout.flush()
        left = memoryview(data)
        while left:  # an unbuffered stream takes what the pipe takes
            left = left[sys.stdout.buffer.write(left) :]
        return
    try:
        if os.path.exists(file) and not os.path.isfile(file):
            with open(file, "wb") as stream:
                stream.write(data)
        else:
            _replace(os.path.realpath(file), data)
    except OSError as error:
        raise UserError(option, file, (error.strerror or str(error)).lower()) from None


def _replace(path: str, data: bytes) -> None:
    part = f"{path}.{os.getpid()}.part"
    with open(part, "xb") as stream:
        try:
            stream.write(data)
            stream.close()
            os.replace(part, path)
        except BaseException:
            os.unlink(part)
            raise


def note(sentence: str) -> None:
    """One line on standard error."""
    print(f"provlint: {visible(sentence)}", file=sys.stderr)


def spare(documents: Iterable[str], *files: str | None) -> None:
    """Raise `UserError` where a report would take the place of a document that was named to be read."""
    named = {os.path.realpath(path) for path in documents if path != "-"}
    for file in files:
        if file and file != "-" and os.path.realpath(file) in named:
            raise UserError("--output-file", file, "is a document to be read, and would be lost")
