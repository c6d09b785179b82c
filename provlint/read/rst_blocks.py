"""Which reader takes a block of reStructuredText: told from the first character of its first line."""

from collections.abc import Callable

from provlint.read.rst_explicit import read_explicit
from provlint.read.rst_lists import (
    read_bullet,
    read_doctest,
    read_enumerated,
    read_field,
    read_line_block,
    read_options,
)
from provlint.read.rst_paragraphs import read_attribution, read_words
from provlint.read.rst_tables import read_table
from provlint.read.rst_titles import PUNCTUATION, read_adornment
from provlint.read.rst_walk import Walk


def read_block(walk: Walk, line: int) -> int:
    """Read the block that begins on a line; gives the line to go on with."""
    start = walk.lines.first[line]
    char = walk.source[start]
    if walk.body.is_quote and char in "-\u2014" and line > walk.body.opened:
        stop = read_attribution(walk, line)
        if stop > line:
            return stop
    for read in _READERS.get(char, ()):
        stop = read(walk, line)
        if stop >= 0:
            return stop
    if char.isalnum() and char.isascii():
        stop = read_enumerated(walk, line)
        if stop >= 0:
            return stop
    elif char in PUNCTUATION:
        stop = read_adornment(walk, line)
        if stop >= 0:
            return stop
    return read_words(walk, line)


_READERS: dict[str, tuple[Callable[[Walk, int], int], ...]] = {
    "-": (read_bullet, read_options),
    "+": (read_bullet, read_options, read_table),
    "*": (read_bullet,),
    "\u2022": (read_bullet,),
    "\u2023": (read_bullet,),
    "\u2043": (read_bullet,),
    "/": (read_options,),
    "(": (read_enumerated,),
    "#": (read_enumerated,),
    ":": (read_field,),
    ">": (read_doctest,),
    "|": (read_line_block,),
    "=": (read_table,),
    ".": (read_explicit,),
    "_": (read_explicit,),
}
