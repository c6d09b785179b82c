"""Where things stand inside a Markdown link: pyromark gives the range of the whole, never of the destination."""

from bisect import bisect_right
from collections.abc import Callable

from provlint.text.characters import beyond_ascii
from provlint.text.patterns import lazy

#: White space between the parts of a link; after a line end the prefix of enclosing quotes may stand again.
_GAP = lazy(r"[ \t]*+(?:(?:\r\n|\n|\r)[ \t>]*+)?")
_ANGLED = lazy(r"<((?>(?:[^<>\\\r\n]|\\.)*))>")
_ESCAPED = lazy(r"\\[!-/:-@\[-`{-~]|[()\s]")

Offsets = Callable[[int], int]


def offsets(text: str, base: int) -> Offsets:
    """A function from offsets into the text's UTF-8 bytes to code points, for offsets on character borders.

    `base` is added: where the text begins in its source.
    """
    if text.isascii():
        return lambda offset: offset + base
    after: list[int] = []  # byte offset just after each non-ASCII character
    excess: list[int] = [-base]  # bytes more than characters up to there
    total, at = 0, 0
    for char in beyond_ascii(text):
        at = text.find(char, at) + 1
        total += 1 if char < "\u0800" else 2 if char < "\U00010000" else 3
        after.append(at + total)
        excess.append(total - base)
    return lambda offset: offset - excess[bisect_right(after, offset)]


def destination(source: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of a link destination that begins at or after white space from `start`; None if there is none."""
    at = start
    if source[at : at + 1].isspace() and (gap := _GAP.match(source, at, end)):
        at = gap.end()
    if source.startswith("<", at) and (angled := _ANGLED.match(source, at, end)):
        return angled.span(1)
    last = _bare_end(source, at, end)
    return (at, last) if last >= at else None


def _bare_end(source: str, start: int, end: int) -> int:
    """Where a destination without angle brackets ends: at white space or at a closing bracket it did not open."""
    depth, at = 0, start
    while found := _ESCAPED.search(source, at, end):
        char = found[0]
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth < 0:
                return found.start()
        elif len(char) == 1:
            return found.start()
        at = found.end()
    return end
