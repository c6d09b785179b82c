"""Document → its blocks of prose, cut into sentences and words once for all who look for claims and phrases."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from provlint.extract.claims.quoted import unquoted
from provlint.extract.claims.signs import words_of_each
from provlint.model.document import Block, Document
from provlint.text.sentences import split

_DIGIT = re.compile(r"\d")
_PROSE = frozenset({"paragraph", "list-item"})


class Prose(NamedTuple):
    """A block's words, the words between quotation marks blanked, its sentences' spans in them, and their words."""

    number: int  # of the block in the document
    block: Block
    plain: str
    spans: list[tuple[int, int]]
    words: list[list[str]]
    has_digit: bool

    def zone(self, at: int) -> tuple[int, int]:
        """The source span of sentence `at` with all that stands before the next one, marks of notes among it."""
        block, spans = self.block, self.spans
        start = block.place(spans[at][0], spans[at][0] + 1)[0]
        following = at + 1
        return start, block.place(spans[following][0], spans[following][0] + 1)[0] if following < len(
            spans
        ) else block.end


def prose(document: Document) -> Iterator[Prose]:
    """The paragraphs and list items that are the writer's own words; nothing of a document in another language."""
    language = document.metadata.language
    if language and not language.lower().startswith("en"):
        return
    for index, block in enumerate(document.blocks):
        if block.plain and block.kind in _PROSE and not _is_quoted(document, block):
            plain = unquoted(block.plain)
            spans = split(block.plain)
            has_digit = _DIGIT.search(plain) is not None
            yield Prose(index, block, plain, spans, words_of_each(plain, spans), has_digit)


def _is_quoted(document: Document, block: Block) -> bool:
    """Whether the block stands in a block quotation: its words are another's."""
    parent = block.parent
    while parent >= 0:
        if document.blocks[parent].kind == "quote":
            return True
        parent = document.blocks[parent].parent
    return False
