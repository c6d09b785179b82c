"""A quotation that no mark closes in its paragraph → whether one further on does."""

from collections.abc import Sequence

from provlint.model.document import Block
from provlint.text.patterns import lazy

_MARK = lazy(r"[“”„\"＂«»]|''|``")
_OPENS = frozenset("“„«")
_FARTHEST = 12  # blocks, the items of a list or the paragraphs of a long quotation


def closes_later(blocks: Sequence[Block], number: int) -> bool:
    """Whether the next mark after the block at `number` closes, or opens a paragraph that goes on with the quotation.

    To be asked once for a block, so that each text is looked through once for each mark in it.
    """
    for block in blocks[number + 1 : number + 1 + _FARTHEST]:
        found = _MARK.search(block.plain)
        if found is None:
            continue
        before = block.plain[: found.start()]
        if not before.strip():
            return block.kind in ("paragraph", "list-item", "quote")
        return found[0] not in _OPENS and not before[-1].isspace()
    return False
