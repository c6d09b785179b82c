"""The text of one reStructuredText block: its lines joined, its escapes marked, each character at its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from provlint.read.markdown_leaf import Leaf

_ESCAPE = re.compile(r"\\([\s\S]?)")
_CHUNK = re.compile(r"[^\x00\n]++|\n|\x00[\s\S]?")
_IGNORED = re.compile(r"\x00[ \n]?")
_ESCAPED_SPACE = re.compile(r"\x00\s++")


class Text:
    r"""Lines joined by `\n`, without their indent; as long as what was written.

    In `string` the backslash of an escape is NUL (a NUL of the source is U+FFFD), so that patterns tell an escaped
    sign from one that counts.
    """

    __slots__ = ("_at", "_places", "string")

    def __init__(self, source: str, spans: Sequence[tuple[int, int]]) -> None:
        parts: list[str] = []
        self._at, self._places = [0], [spans[0][0]]
        length, last = 0, -1
        for start, end in spans:
            if last >= 0 and not (start == last + 1 and source[last] == "\n"):
                self._at.append(length)
                self._places.append(start)
            parts.append(source[start:end])
            length += end - start + 1
            last = end
        string = "\n".join(parts)
        if "\x00" in string:
            string = string.replace("\x00", "\ufffd")
        self.string = _ESCAPE.sub("\x00\\1", string) if "\\" in string else string

    def place(self, at: int) -> int:
        """The source offset of the character at `at`."""
        piece = bisect_right(self._at, at) - 1 if len(self._at) > 1 else 0
        return self._places[piece] + at - self._at[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of `string[start:end]`."""
        if end <= start:
            return self.place(start), self.place(start)
        return self.place(start), self.place(end - 1) + 1

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The source spans of `string[start:end]`, cut where an indent or another cell lies in between."""
        if len(self._at) == 1:
            yield self._places[0] + start, self._places[0] + end
            return
        piece = bisect_right(self._at, start) - 1
        while start < end:
            stop = self._at[piece + 1] - 1 if piece + 1 < len(self._at) else end
            stop = min(stop, end)
            if stop > start:
                first = self._places[piece] + start - self._at[piece]
                yield first, first + stop - start
            piece += 1
            start = stop + 1

    def write(self, leaf: Leaf, start: int, end: int) -> None:
        """Add `string[start:end]` to a leaf as rendered: escapes resolved."""
        string = self.string
        if len(self._at) == 1 and string.find("\x00", start, end) < 0:
            leaf.add(string[start:end], self._places[0] + start, self._places[0] + end)
            return
        for found in _CHUNK.finditer(string, start, end):
            words = found[0]
            if words == "\n":
                self._write_break(leaf, found.start())
            elif words[0] != "\x00":
                leaf.add(words, *self.span(*found.span()))
            elif len(words) > 1 and not words[1].isspace():
                leaf.add(words[1], *self.span(found.start() + 1, found.end()))

    def write_literally(self, leaf: Leaf, start: int, end: int) -> None:
        """Add `string[start:end]` to a leaf as written: a backslash is a backslash."""
        at = start
        while at < end:
            stop = self.string.find("\n", at, end)
            stop = end if stop < 0 else stop
            if stop > at:
                leaf.add(self.string[at:stop].replace("\x00", "\\"), *self.span(at, stop))
            if stop < end:
                self._write_break(leaf, stop)
            at = stop + 1

    def _write_break(self, leaf: Leaf, at: int) -> None:
        start = self.place(at)
        end = self.place(at + 1) if at + 1 < len(self.string) else start + 1
        leaf.add("\n", start, end)


def unescaped(string: str) -> str:
    """Marked text (`Text.string`) as rendered: escaped characters are themselves, escaped white space is nothing."""
    return _IGNORED.sub("", string) if "\x00" in string else string


def address_of(string: str) -> str:
    """Marked text as an address: white space is left out, escaped white space is one space each."""
    return " ".join(unescaped("".join(part.split())) for part in _ESCAPED_SPACE.split(string))


def normal_name(string: str) -> str:
    """A reference name as reStructuredText compares them: lower case, white space collapsed."""
    return " ".join(string.lower().split())
