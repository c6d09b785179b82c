"""A block of HTML in the making: white space collapsed, character references resolved, each stretch at its place."""

import re

from provlint.model.document import Block
from provlint.read.html_entities import REFERENCE, in_text
from provlint.read.markdown_leaf import Leaf

BLANK = " \t\n\f\r"  # white space as HTML counts it: a no-break space is a character
INK = re.compile(rf"[^{BLANK}]")
_UNUSUAL = re.compile(rf"[{BLANK}]{{2,}}|{REFERENCE.pattern}")
#: Inside a Markdown quote each line begins with the quote's marks again.
QUOTED_INK = re.compile(rf"[^{BLANK}>]")
_QUOTED_UNUSUAL = re.compile(rf"[ \t]*+(?:\r\n|\n|\r)[ \t>]*+|{_UNUSUAL.pattern}")


class HtmlLeaf(Leaf):
    """Collects the words of one block; `ink_end` is where its last word or inline tag ends in the source."""

    __slots__ = ("blank", "ink_end")

    def __init__(self, *args: object, **keywords: object) -> None:
        super().__init__(*args, **keywords)  # type: ignore[arg-type]
        self.blank = True  # white space that follows collapses into what is there
        self.ink_end = self.start

    @property
    def count(self) -> int:
        """How many pieces of words there are: a mark to take words from with `since`."""
        return len(self._parts)

    def since(self, count: int) -> str:
        """The words of the pieces from `count` on."""
        return "".join(self._parts[count:])

    def text(self, source: str, start: int, end: int, quoted: bool) -> None:
        """Append the text `source[start:end]`; it does not begin with blanks where the words end in one."""
        at = start
        for found in (_QUOTED_UNUSUAL if quoted else _UNUSUAL).finditer(source, start, end):
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
                self.add(" ", first, last)
                at = last
        if end > at:
            self.add(source[at:end], at, end)
        self.blank = source[end - 1] in BLANK
        self.ink_end = end

    def unit(self, words: str, start: int, end: int) -> None:
        """Append words that a tag at `source[start:end]` stands for."""
        self.add(words, start, end)
        self.blank = words == "\n"
        self.ink_end = end

    def finished(self, source: str, parent: int) -> Block | None:
        """The block without the blanks at its end; None when it has no words."""
        words = self.words()
        length = len(words.rstrip(BLANK))
        if not length:
            return None
        if length < len(words):
            self._cut(words[:length], len(words))
        self.end = self.ink_end
        return self.block(source, parent)

    def _cut(self, words: str, before: int) -> None:
        self._parts, self.length = [words], len(words)
        while self._runs[-1][0] >= self.length:
            before = self._runs.pop()[0]
        at, start, end = self._runs[-1]
        if end - start == before - at:  # verbatim: it ends where its words end
            self._runs[-1] = (at, start, start + self.length - at)
        self._marks = [
            mark._replace(end=min(mark.end, self.length)) for mark in self._marks if mark.start < self.length
        ]
