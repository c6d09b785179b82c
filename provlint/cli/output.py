"""Where words go: findings to standard output or a file, the rest to standard error; what the terminal can do."""

import os
import sys
from typing import NamedTuple

from provlint.errors import UserError

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


def write(text: str, file: str | None) -> None:
    """Write a report as UTF-8 to a file (replaced whole or not at all), or to standard output for None or `-`."""
    data = text.encode("utf-8", "replace")
    if file is None or file == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    part = f"{file}.{os.getpid()}.part"
    try:
        with open(part, "wb") as stream:
            stream.write(data)
        os.replace(part, file)
    except OSError as error:
        _remove(part)
        raise UserError("--output-file", file, (error.strerror or str(error)).lower()) from None


def _remove(path: str) -> None:
    if os.path.exists(path):
        os.unlink(path)


def note(sentence: str) -> None:
    """One line on standard error."""
    print(f"provlint: {sentence}", file=sys.stderr)
