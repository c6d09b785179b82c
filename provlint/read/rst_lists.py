"""Lists of reStructuredText: bullets, numbers, options, fields; and the blocks that a marker on each line makes."""

import re

from provlint.read.markdown_leaf import Leaf
from provlint.read.rst_fields import FIELD, read_bibliographic
from provlint.read.rst_inline import read_inline
from provlint.read.rst_lines import column_after
from provlint.read.rst_text import Text
from provlint.read.rst_walk import Walk
from provlint.text.patterns import lazy

_BULLET = lazy(r"[-+*\u2022\u2023\u2043](?:[ \t]+|$)")
_ENUMERATOR = lazy(r"(?P<open>\(?)(?P<number>[0-9]{1,9}|[ivxlcdmIVXLCDM]{1,15}|[A-Za-z]|#)(?P<close>[.)])(?:[ \t]+|$)")
_ARGUMENT = r"(?:[A-Za-z][A-Za-z0-9_-]*|<[^<>]+>)"
_OPTION = rf"(?:[-+][A-Za-z0-9](?: ?{_ARGUMENT})?|(?:--|/)[A-Za-z0-9][A-Za-z0-9_-]*(?:[ =]{_ARGUMENT})?)"
_OPTIONS = lazy(rf"{_OPTION}(?:, {_OPTION})*(?:(?:  |\t)[ \t]*| ?$)")
_DOCTEST = lazy(r">>>(?:[ \t]|$)")
_LINE_BLOCK = lazy(r"\|(?:[ \t]+|$)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def read_bullet(walk: Walk, line: int) -> int:
    """An item with a bullet; -1 when the line is none, as in all readers."""
    marker = _BULLET.match(walk.source, walk.lines.first[line], walk.lines.end[line])
    return _item(walk, line, marker.end()) if marker else -1


def _item(walk: Walk, line: int, start: int) -> int:
    if start >= walk.lines.end[line]:
        return walk.open_behind(line, start, first="list-item")
    column = column_after(walk.source, walk.lines.indent[line], walk.lines.first[line], start)
    walk.open(column, first="list-item")
    return walk.shift(line, start, column)


def read_enumerated(walk: Walk, line: int) -> int:
    """An item with a number or letter; `A. Einstein` at the start of a paragraph is none."""
    lines = walk.lines
    marker = _ENUMERATOR.match(walk.source, lines.first[line], lines.end[line])
    if not marker or (marker["open"] and marker["close"] == "."):
        return -1
    following = line + 1
    if not lines.is_blank(following) and lines.indent[following] <= lines.indent[line]:
        beyond = lines.indent[following] < lines.indent[line]
        if not beyond and not _counts_on(walk, marker, following):
            return -1
    if len(marker["number"]) > 1 and marker["number"].isalpha() and not _roman(marker["number"].lower()):
        return -1
    return _item(walk, line, marker.end())


def _counts_on(walk: Walk, marker: re.Match[str], line: int) -> bool:
    """Whether a line begins with the number after this one; elsewhere `A. Einstein` is a name."""
    found = _ENUMERATOR.match(walk.source, walk.lines.first[line], walk.lines.end[line])
    if not found or found["open"] != marker["open"] or found["close"] != marker["close"]:
        return False
    number, following = marker["number"], found["number"]
    if following == "#":
        return True
    if number.isdecimal() and following.isdecimal():
        return int(following) == int(number) + 1
    if not (number.isalpha() and following.isalpha()) or number.islower() != following.islower():
        return False
    if len(number) == len(following) == 1 and ord(following) == ord(number) + 1:
        return True
    ordinal = _roman(number.lower())
    return ordinal > 0 and _roman(following.lower()) == ordinal + 1


def read_options(walk: Walk, line: int) -> int:
    """An option of a command; its description follows or is deeper."""
    lines = walk.lines
    marker = _OPTIONS.match(walk.source, lines.first[line], lines.end[line])
    if not marker:
        return -1
    if (
        marker.end() >= lines.end[line]
        and lines.block_end(line + 1, lines.indent[line])
        == lines.trimmed(line + 1, lines.block_end(line + 1, lines.indent[line]))
        == line + 1
    ):
        return -1
    return walk.open_behind(line, marker.end(), first="list-item")


def read_field(walk: Walk, line: int) -> int:
    """A field: at the head of the document it tells of it, elsewhere its body is read."""
    marker = FIELD.match(walk.source, walk.lines.first[line], walk.lines.end[line])
    if not marker:
        return -1
    walk.aside(Text(walk.source, [marker.span(1)]))
    if walk.is_top and walk.found.is_opening():
        return read_bibliographic(walk, line, marker)
    return walk.open_behind(line, marker.end(), first="list-item")


def read_doctest(walk: Walk, line: int) -> int:
    """A Python session, up to the next blank line."""
    if not _DOCTEST.match(walk.source, walk.lines.first[line], walk.lines.end[line]):
        return -1
    stop = line
    while not walk.lines.is_blank(stop) and walk.lines.indent[stop] >= walk.body.column:
        stop += 1
    return walk.code(line, stop)


def read_line_block(walk: Walk, line: int) -> int:
    """Lines kept as they are: one paragraph with its line ends."""
    lines, column = walk.lines, walk.lines.indent[line]
    leaf = Leaf(walk.body.first, lines.first[line])
    at = line
    while not lines.is_blank(at) and lines.indent[at] == column:
        marker = _LINE_BLOCK.match(walk.source, lines.first[at], lines.end[at])
        if not marker:
            break
        stop = at + 1
        while not lines.is_blank(stop) and lines.indent[stop] > column:
            stop += 1
        spans = [(marker.end(), lines.end[at]), *walk.spans(at + 1, stop)]
        if leaf.length:
            leaf.add("\n", lines.end[at - 1], marker.end())
        if spans[0][0] < spans[0][1]:
            read_inline(walk.found, Text(walk.source, spans), leaf)
        at = stop
    if at == line:
        return -1
    walk.body.first = "paragraph"
    walk.waiting.clear()
    leaf.end = lines.end[at - 1]
    if block := leaf.block(walk.source, walk.body.parent):
        walk.found.add(block)
    return at


def _roman(letters: str) -> int:
    """The value of a Roman numeral in lower case; 0 when it is none."""
    total = 0
    for letter, following in zip(letters, [*letters[1:], ""], strict=True):
        value = _ROMAN.get(letter, 0)
        total += -value if value < _ROMAN.get(following, 0) else value
    return total if total > 0 and _in_roman(total) == letters else 0


def _in_roman(number: int) -> str:
    parts = []
    for value, letters in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
                           (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):  # fmt: skip
        parts.append(letters * (number // value))
        number %= value
    return "".join(parts)
