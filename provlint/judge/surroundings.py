"""What stands around a quotation: the blocks that hold it, those above and below, other quotations inside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from provlint.model.document import Block, Document
from provlint.model.facts import Facts, Quotation
from provlint.model.sourcing import may_be_source
from provlint.model.words import BlockKind

_DASHES = frozenset("-–—―")
_CLOSERS = " \t\n\u00a0'\"’”»)]"
_LONGEST_SIGNATURE = 60  # characters of one that may be a list's item
_MOST_AROUND = 6  # characters of a paragraph beside a quotation that fills it: its marks, a stop
_DEEPEST = 8  # containers around a block that are looked at


class Place(NamedTuple):
    """What a quotation stands in and beside."""

    kind: BlockKind = "other"
    alone: bool = False
    introduced: bool = False
    source_above: bool = False
    signed: bool = False
    in_heading: bool = False
    in_quote: bool = False
    in_post: bool = False
    in_excerpt: bool = False
    author: str = ""


class Places:
    """Looks up what blocks stand around a place of a document."""

    def __init__(self, document: Document, facts: Facts) -> None:
        self._blocks = document.blocks
        self._quoted = [quotation.start for quotation in facts.quotations if quotation.kind != "term"]
        self._sources = sorted(
            [link.start for link in facts.links if may_be_source(link) or link.url.startswith("#")]
            + [label.start for label in facts.citations if label.role == "use"]
        )
        self._prose = [block for block in document.blocks if block.plain]
        self._starts = [block.start for block in self._prose]

    def around(self, quotation: Quotation) -> Place:
        """What stands around a quotation; a block quotation, post or article does not hold itself."""
        if not self._starts:
            return Place()
        at = max(0, bisect_right(self._starts, quotation.start) - 1)
        beside = self._beside(at, quotation)
        if quotation.kind in ("block", "excerpt"):
            return beside._replace(kind="quote" if quotation.kind == "block" else "excerpt")
        block = self._prose[at]
        around = [block]
        while around[-1].parent >= 0 and len(around) < _DEEPEST:
            around.append(self._blocks[around[-1].parent])
        kinds = {one.kind for one in around}
        fills = quotation.end - quotation.start >= len(block.plain.strip()) - _MOST_AROUND
        return beside._replace(
            kind=block.kind,
            alone=fills and beside.alone,
            in_heading=block.kind in ("heading", "title"),
            in_quote="quote" in kinds,
            in_post="post" in kinds,
            in_excerpt="excerpt" in kinds,
            author=_author(around),
        )

    def _beside(self, at: int, quotation: Quotation) -> Place:
        """What the blocks of prose above and below say of the one at `at`, or of the container that begins there."""
        before = self._prose[at - 1] if at else None
        last = max(at, bisect_left(self._starts, quotation.end) - 1)
        after = self._prose[last + 1] if last + 1 < len(self._prose) else None
        signed = after is not None and _is_signature(after)
        alone = not any(block is not None and _between(self._quoted, block) for block in (before, after))
        if before is None:
            return Place(signed=signed, alone=alone)
        introduced = before.kind in ("heading", "title") or before.plain.rstrip(_CLOSERS)[-1:] in (":", "?")
        above = _between(self._sources, before)
        return Place(introduced=introduced, source_above=above, signed=signed, alone=alone)


def holds(quotations: Sequence[Quotation]) -> list[int]:
    """For each quotation, given in source order, how many others, terms left out, stand inside it."""
    starts = [quotation.start for quotation in quotations]
    told = [0]
    for quotation in quotations:
        told.append(told[-1] + (quotation.kind != "term"))
    return [
        told[max(number + 1, bisect_right(starts, quotation.end - 1))] - told[number + 1]
        for number, quotation in enumerate(quotations)
    ]


def _is_signature(block: Block) -> bool:
    """Whether a line opens with a dash and a name; in plain text that looks like a list of one short item."""
    text = block.plain.lstrip()
    return text[:1] in _DASHES or (block.kind == "list-item" and len(text) <= _LONGEST_SIGNATURE and text[:1].isupper())


def _between(places: Sequence[int], block: Block) -> bool:
    """Whether one of the sorted places stands in a block."""
    return bisect_left(places, block.start) < bisect_left(places, block.end)


def _author(around: Sequence[Block]) -> str:
    return next((block.author for block in around if block.author and block.kind in ("post", "excerpt")), "")
