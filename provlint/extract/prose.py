"""The words of a document in which signs of prose may stand: blocks with what is no prose blanked out."""

from collections.abc import Iterator

from provlint.model.document import Block, Document
from provlint.model.words import MarkKind

BLANK = "\x00"  # no expression takes it for a word or a space
_NO_WORDS = frozenset({"code", "furniture", "metadata"})


def prose(document: Document, left_out: frozenset[MarkKind], signs: tuple[str, ...]) -> Iterator[tuple[Block, str]]:
    """Each block that holds one of the signs, and its words; those under marks of the kinds `left_out` are blanks."""
    for block in document.blocks:
        if block.plain and block.kind not in _NO_WORDS:
            for sign in signs:
                if sign in block.plain:
                    yield block, words(block, left_out)
                    break


def words(block: Block, left_out: frozenset[MarkKind]) -> str:
    """The rendered words of a block, those under marks of the kinds `left_out` blanked out."""
    plain = block.plain
    if not block.marks:
        return plain
    parts, at = [], 0
    for mark in block.marks:
        if mark.kind in left_out and mark.end > at:
            start = max(mark.start, at)
            parts += [plain[at:start], BLANK * (mark.end - start)]
            at = mark.end
    return "".join(parts) + plain[at:] if parts else plain
