"""A block of HTML in the making: white space collapsed, character references resolved, each stretch at its place."""

import re
from collections.abc import Iterator

from provlint.model.document import Block, Mark
from provlint.model.words import BlockKind
from provlint.read.markdown_leaf import Leaf, as_block, as_run, trimmed_end
from provlint.text.html_entities import REFERENCE, in_text
from provlint.text.patterns import lazy

BLANK = " \t\n\f\r"  # white space as HTML counts it: a no-break space is a character
#: White space that stays what it is, a line end as one, however it is written; all other collapses into a blank.
_COLLAPSED = {"\n": "\n", "\r\n": "\n", "\t": "\t", "\f": "\f"}
INK = lazy(rf"[^{BLANK}]")
# One set of characters first: the engine looks for it quickly, and most text has nothing of the kind.
_UNUSUAL = lazy(rf"[{BLANK}&](?:(?<!&)[{BLANK}]++|(?<=&){REFERENCE.pattern[1:]})")
#: Inside a Markdown quote each line begins with the quote's marks again.
QUOTED_INK = lazy(rf"[^{BLANK}>]")
_QUOTED_UNUSUAL = lazy(rf"[ \t]*+(?:\r\n|\n|\r)[ \t>]*+|{_UNUSUAL.pattern}")


class HtmlLeaf(Leaf):
    """Collects the words of one block; `ink_end` is where its last word or inline tag ends in the source."""

    __slots__ = ("blank", "ink_end")

    def __init__(self, kind: BlockKind, start: int, level: int, anchor: str) -> None:
        super().__init__(kind, start, level=level, anchor=anchor)
        self.blank = True  # white space that follows collapses into what is there
        self.ink_end = start

    @property
    def count(self) -> int:
        """How many pieces of words there are: a mark to take words from with `since`."""
        return len(self._parts)

    def since(self, count: int) -> str:
        """The words of the pieces from `count` on."""
        return "".join(self._parts[count:])

    def text(self, source: str, start: int, end: int, quoted: bool) -> None:
        """Append the text `source[start:end]`; it does not begin with blanks where the words end in one."""
        unusual = _QUOTED_UNUSUAL if quoted else _UNUSUAL
        found = unusual.search(source, start, end)
        if found:
            self._pieces(source, start, end, unusual.finditer(source, found.start(), end))
        else:
            if start == self._tail:
                at, first, _ = self._runs[-1]
                self._runs[-1] = (at, first, end)
            else:
                self._runs.append((self.length, start, end))
            self._tail = end
            self._parts.append(source[start:end])
            self.length += end - start
        self.blank = source[end - 1] in BLANK
        self.ink_end = end

    def _pieces(self, source: str, at: int, end: int, unusual: Iterator[re.Match[str]]) -> None:
        """Append a text in which blanks collapse and references are resolved."""
        for found in unusual:
            first, last = found.span()
            if first > at:
                self.add(source[at:first], at, first)
            at = first
            if source[first] == "&":
                characters, length = in_text(found[0])
                if length:
                    at = first + length
                    self.add(characters, first, at)
            else:
                self.add(_COLLAPSED.get(source[first:last], " "), first, last)
                at = last
        if end > at:
            self.add(source[at:end], at, end)

    def unit(self, words: str, start: int, end: int) -> None:
        """Append words that a tag at `source[start:end]` stands for."""
        self.add(words, start, end)
        self.blank = words == "\n"
        self.ink_end = end

    def finished(self, source: str, parent: int) -> Block | None:
        """The block without the blanks at its end; None when it has no words."""
        words = "".join(self._parts)
        if not words or words.isspace():
            return None
        length = len(words.rstrip(BLANK))
        if length < len(words):
            self._cut(length, len(words))
            words = words[:length]
        end = self.ink_end
        if source[end - 1] in BLANK:
            end = trimmed_end(source, self.start, end)
        written = self._runs
        is_source = len(written) == 1 and written[0][1:] == (self.start, end) and end - self.start == length
        runs = () if is_source else tuple(map(as_run, written))
        marks = self._marks if len(self._marks) < 2 else sorted(self._marks, key=_start)
        return as_block(
            (self.kind, self.start, end, words, runs, tuple(marks), parent, self.level, None, None, self.anchor)
        )

    def _cut(self, length: int, before: int) -> None:
        while self._runs[-1][0] >= length:
            before = self._runs.pop()[0]
        at, start, end = self._runs[-1]
        if end - start == before - at:  # verbatim: it ends where its words end
            self._runs[-1] = (at, start, start + length - at)
        self._marks = [mark._replace(end=min(mark.end, length)) for mark in self._marks if mark.start < length]


def _start(mark: Mark) -> int:
    return mark.start
