"""Document → its blocks of prose, read once for all who look for claims and phrases."""

from collections.abc import Iterator

from provlint.extract.claims.quoted import unquoted
from provlint.model.document import Block, Document
from provlint.text.bare import sentence_words, words_of_each
from provlint.text.sentences import split

_NO_WORDS = frozenset({"code", "math", "template"})
_PROSE = frozenset({"paragraph", "list-item"})


class Prose:
    """A block's words, the words between quotation marks blanked; cut into sentences for the first who asks.

    Most who look at a block need no more than its words to know that nothing in it concerns them.
    """

    __slots__ = ("_spans", "_words", "block", "number", "plain")

    def __init__(self, number: int, block: Block) -> None:
        """`number` is that of the block in its document."""
        self.number = number
        self.block = block
        self.plain = without_code(unquoted(block.plain), block)
        self._spans: list[tuple[int, int]] | None = None
        self._words: list[list[str]] | None = None

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The sentences, as spans of `plain`."""
        if self._spans is None:
            self._spans = split(self.block.plain)
        return self._spans

    @property
    def words(self) -> list[list[str]]:
        """The words of each sentence."""
        if self._words is None:
            plain = self.plain
            self._words = sentence_words(plain) if plain == self.block.plain else words_of_each(plain, self.spans)
        return self._words

    def lacks(self, words: frozenset[str]) -> bool:
        """Whether none of these words stands in the block."""
        return all(map(words.isdisjoint, self.words))

    def zone(self, at: int) -> tuple[int, int]:
        """The source span of sentence `at` with all that stands before the next one, marks of notes among it."""
        block, spans = self.block, self.spans
        start = block.place(spans[at][0], spans[at][0] + 1)[0]
        following = at + 1
        return start, block.place(spans[following][0], spans[following][0] + 1)[0] if following < len(
            spans
        ) else block.end


def prose(document: Document) -> Iterator[Prose]:
    """The paragraphs and list items that are the writer's own words."""
    for index, block in enumerate(document.blocks):
        if block.plain and block.kind in _PROSE and not _is_quoted(document, block):
            yield Prose(index, block)


def without_code(plain: str, block: Block) -> str:
    """`plain`, the words of `block`, with code, formulas and templates replaced by spaces of the same length."""
    parts, end = [], 0
    for mark in block.marks:
        if mark.kind in _NO_WORDS and mark.start >= end:
            parts += [plain[end : mark.start], " " * (mark.end - mark.start)]
            end = mark.end
    return "".join(parts) + plain[end:] if end else plain


def _is_quoted(document: Document, block: Block) -> bool:
    """Whether the block stands in a block quotation: its words are another's."""
    parent = block.parent
    while parent >= 0:
        if document.blocks[parent].kind == "quote":
            return True
        parent = document.blocks[parent].parent
    return False
