"""The text of one reStructuredText block: its lines joined, its escapes marked, each character at its place."""

from bisect import bisect_right
from collections.abc import Sequence

from provlint.model.document import Run
from provlint.read.markdown_leaf import Leaf, as_run
from provlint.text.patterns import lazy

_ESCAPE = lazy(r"\\([\s\S]?)")
_CHUNK = lazy(r"[^\x00\n]++|\n|\x00[\s\S]?")
_IGNORED = lazy(r"\x00[ \r\n]?")
_ESCAPED_SPACE = lazy(r"\x00\s++")


class Text:
    r"""Lines joined by a line end, without their indent.

    In `string` the backslash of an escape is NUL (a NUL of the source is U+FFFD), so that patterns tell an escaped
    sign from one that counts.
    """

    __slots__ = ("_at", "_places", "string")

    def __init__(self, source: str, spans: Sequence[tuple[int, int]]) -> None:
        self._at, self._places = [0], [spans[0][0]]
        if len(spans) == 1:
            self._mark(source[spans[0][0] : spans[0][1]])
            return
        parts: list[str] = []
        length, last = 0, -1
        for start, end in spans:
            if last >= 0:
                if start == last + 1 and source[last] in "\r\n":
                    parts.append(source[last])
                else:
                    self._at.append(length)
                    self._places.append(start)
                    parts.append("\n")
            parts.append(source[start:end])
            length += end - start + 1
            last = end
        self._mark("".join(parts))

    def _mark(self, string: str) -> None:
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

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The source spans of `string[start:end]`, cut where an indent or another cell lies in between."""
        if len(self._at) == 1:
            return [(self._places[0] + start, self._places[0] + end)]
        parts = self._parts(start, end)
        return [(place, place + last - first) for first, last, place, _ in parts if last > first]

    def _parts(self, start: int, end: int) -> list[tuple[int, int, int, int]]:
        """`string[start:end]` cut where its source is: start, end, source offset, and that of what comes next or 0."""
        at, places = self._at, self._places
        if len(at) == 1:
            return [(start, end, places[0] + start, 0)]
        parts = []
        piece = bisect_right(at, start) - 1
        while start < end:
            stop = min(at[piece + 1] - 1, end) if piece + 1 < len(at) else end
            parts.append((start, stop, places[piece] + start - at[piece], places[piece + 1] if stop < end else 0))
            piece += 1
            start = stop + 1
        return parts

    def runs(self) -> tuple[Run, ...]:
        """The runs of words that are the whole string as it stands."""
        if len(self._at) == 1:
            return ()
        runs = []
        for first, last, place, next_place in self._parts(0, len(self.string)):
            if last > first:
                runs.append(as_run((first, place, place + last - first)))
            if next_place:
                runs.append(as_run((last, place + last - first, next_place)))
        return tuple(runs)

    def write(self, leaf: Leaf, start: int, end: int) -> None:
        """Add `string[start:end]` to a leaf as rendered: escapes resolved."""
        string = self.string
        if string.find("\x00", start, end) < 0:
            for first, last, place, next_place in self._parts(start, end):
                leaf.add(string[first:last], place, place + last - first)
                if next_place:
                    leaf.add("\n", place + last - first, next_place)
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
