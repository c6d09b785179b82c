"""The document that comes on standard input."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from provlint.cli.sections import section
from provlint.model.settings import Settings

if TYPE_CHECKING:
    from provlint.run.outcome import Input

stdin_option = section("Documents")(
    "--stdin-filename", metavar="PATH", help="The path that standard input (`-`) goes by."
)


def split_stdin(paths: Sequence[str], name: str | None, settings: Settings) -> "tuple[tuple[str, ...], Input | None]":
    """The paths of files, and what stands on standard input if `-` is among them, under its name and in its format."""
    files = tuple(path for path in paths if path != "-")
    if len(files) == len(paths):
        return files, None
    from provlint.read.files import format_of
    from provlint.run.outcome import Input

    path = name or "-"
    data = sys.stdin.buffer.read(settings.max_file_size + 1)
    return files, Input(data, path, format_of(path, settings) or "markdown")
