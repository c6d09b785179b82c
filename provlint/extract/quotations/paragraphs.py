"""Document → the paragraphs that hold quoted chunks, with what one hands on to the next."""

from collections.abc import Iterator
from typing import NamedTuple

from provlint.extract.quotations.marks import marks, may_quote
from provlint.extract.quotations.pairs import Pair, pairs
from provlint.model.document import Block, Document

_OPENERS = ("“", '"', "''", "„", "«", "‘", "「", "『", "``", "”")
_SKIPPED = frozenset(("code", "math", "template", "html"))


class Paragraph(NamedTuple):
    """A block of prose, the chunks in it, and whether its first one goes on from the paragraph before."""

    number: int  # of the block in `Document.blocks`
    block: Block
    chunks: tuple[Pair, ...]
    continues: bool
    following: Block | None = None  # the next block of prose


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The blocks with prose, in order; a chunk left open at the end of one goes on where the next opens with a mark."""
    prose = [(index, block) for index, block in enumerate(document.blocks) if block.plain]
    left_open = False
    for at, (index, block) in enumerate(prose):
        found = marks(block.plain, _skipped(block)) if may_quote(block.plain) else ()
        if not found:
            left_open = False
            yield Paragraph(index, block, (), False)
            continue
        opens = block.plain.lstrip().startswith(_OPENERS)
        goes_on = at + 1 < len(prose) and prose[at + 1][1].plain.lstrip().startswith(_OPENERS)
        chunks = tuple(pairs(block.plain, found, continues=left_open and not opens, goes_on=goes_on))
        continues = bool(left_open and chunks and (opens or not chunks[0].opened))
        whole = len(block.plain.rstrip())
        left_open = bool(chunks) and any(_is_left_open(chunk, whole) for chunk in chunks)
        following = prose[at + 1][1] if at + 1 < len(prose) else None
        yield Paragraph(index, block, chunks, continues, following)


def _is_left_open(chunk: Pair, whole: int) -> bool:
    return not chunk.closed and chunk.family != "single" and chunk.end == whole


def _skipped(block: Block) -> list[tuple[int, int]]:
    if not block.marks:
        return []
    return sorted((mark.start, mark.end) for mark in block.marks if mark.kind in _SKIPPED)
