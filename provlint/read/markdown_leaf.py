"""A leaf block in the making: rendered words, and for each stretch of them the source it comes from."""

from functools import partial
from operator import attrgetter

from provlint.model.document import Block, Mark, Run
from provlint.model.words import BlockKind, MarkKind

# `_make` in C: leaves make millions.
as_run = partial(tuple.__new__, Run)
as_mark = partial(tuple.__new__, Mark)
as_block = partial(tuple.__new__, Block)
_begins = attrgetter("start")


def trimmed_end(source: str, start: int, end: int) -> int:
    """The end of a block without the blanks and line ends that Markdown counts to it."""
    while end > start and source[end - 1] in " \t\r\n":
        end -= 1
    return end


class Leaf:
    """Collects the words, runs and marks of one block of prose."""

    __slots__ = ("_marks", "_parts", "_runs", "_tail", "anchor", "end", "kind", "length", "level", "start")

    def __init__(self, kind: BlockKind, start: int, end: int = -1, *, level: int = 0, anchor: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end  # -1: as far as its words reach
        self.level = level
        self.anchor = anchor
        self.length = 0
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self._marks: list[Mark] = []
        self._tail = -1  # the source offset at which the last run could simply grow; -1 when it is one unit

    def add(self, words: str, start: int, end: int) -> None:
        """Append rendered words that come from `source[start:end]`."""
        length = len(words)
        if not length:
            return
        if length != end - start:
            self._runs.append((self.length, start, end))
            self._tail = -1
        else:
            if start == self._tail:
                at, first, _ = self._runs[-1]
                self._runs[-1] = (at, first, end)
            else:
                self._runs.append((self.length, start, end))
            self._tail = end
        self._parts.append(words)
        self.length += length

    def mark(self, kind: MarkKind, start: int) -> None:
        """Mark the words from `start` (an offset into the block's words) up to here."""
        if self.length > start:
            self._marks.append(as_mark((kind, start, self.length)))

    def words(self, start: int) -> str:
        """The rendered words from an offset on; time is that of what they hold, not of the whole leaf."""
        length, parts = self.length, []
        for part in reversed(self._parts):
            if length <= start:
                break
            parts.append(part)
            length -= len(part)
        return "".join(reversed(parts))[start - length :]

    def block(self, source: str, parent: int) -> Block | None:
        """The finished block; None when nothing at all stands in it."""
        start, written, marks = self.start, self._runs, self._marks
        reached = written[-1][2] if written else start
        # Blanks at the end are none of its words, unless a tag follows them.
        end = max(trimmed_end(source, start, self.end), reached) if self.end >= 0 else reached
        if end <= start:
            return None
        plain = self._parts[0] if len(self._parts) == 1 else "".join(self._parts)
        if len(written) == 1 and written[0][1] == start and written[0][2] - start == len(plain):
            runs: tuple[Run, ...] = ()  # the words are the source itself
        else:
            runs = tuple(map(as_run, written))
        if len(marks) > 1:
            marks.sort(key=_begins)
        kind = self.kind if self.kind == "table" or (plain and not plain.isspace()) else "other"
        return as_block((kind, start, end, plain, runs, tuple(marks), parent, self.level, None, None, self.anchor))
