"""Titles of reStructuredText: a line of punctuation below them, or above and below."""

import re
from unicodedata import east_asian_width

from provlint.read.rst_walk import Walk
from provlint.text.patterns import lazy

PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ADORNMENT = lazy(r"([!-/:-@\[-`{-~])(?>\1*)$")
_SHORT = 4  # a shorter line of punctuation is text where it could be something else


def read_adornment(walk: Walk, line: int) -> int:
    """A line of punctuation: over a title, a transition, or text when it is too short for either."""
    lines, source = walk.lines, walk.source
    if not _ADORNMENT.match(source, lines.first[line], lines.end[line]):
        return -1
    marker = source[lines.first[line] : lines.end[line]]
    if lines.is_blank(line + 1):
        return -1 if len(marker) < _SHORT else line + 1
    below = line + 2
    closes = (
        not lines.is_blank(below)
        and source[lines.first[below] : lines.end[below]] == marker
        and not _ADORNMENT.match(source, lines.first[line + 1], lines.end[line + 1])
    )
    if not closes:
        return -1 if len(marker) < _SHORT else line + 1
    title = source[lines.first[line + 1] : lines.end[line + 1]]
    if len(marker) < _SHORT and _width(title) > len(marker):
        return -1
    heading(walk, line + 1, marker[0] * 2, lines.first[line], lines.end[below])
    return below + 1


def underlines(walk: Walk, line: int, following: int) -> bool:
    """Whether the following line makes this one a title; a short line under a longer one does not."""
    lines = walk.lines
    if not _ADORNMENT.match(walk.source, lines.first[following], lines.end[following]):
        return False
    length = lines.end[following] - lines.first[following]
    return length >= _SHORT or _width(walk.source[lines.first[line] : lines.end[line]]) <= length


def heading(walk: Walk, line: int, adornment: str, start: int, end: int) -> None:
    """The title on a line; `adornment` tells its level, `start:end` is the whole with its lines of punctuation."""
    styles = walk.found.styles
    if adornment not in styles and len(styles) < len(PUNCTUATION) * 2:
        styles.append(adornment)
    named = [name for name in walk.waiting if name[0] != "\x00"]
    anchor = re.sub(r"[^a-z0-9]+", "-", named[-1].lower()).strip("-") if named else ""
    block = walk.leaf("heading", walk.spans(line, line + 1), level=styles.index(adornment) + 1)
    if block:
        walk.found.names.define_local(block.plain)
        walk.found.blocks[-1] = block._replace(anchor=anchor)
    walk.last = max(walk.last, end, start)


def _width(words: str) -> int:
    """The columns words take: two for a wide character."""
    return len(words) if words.isascii() else sum(2 if east_asian_width(char) in "WF" else 1 for char in words)
