"""Interviews and transcripts: paragraphs that open with the name of whoever speaks, and a colon.

A single "Note:" is no speaker, so that a document must hold several turns of at least two speakers, one of whom comes
back, and some of the turns must talk.
"""

from collections.abc import Sequence
from typing import NamedTuple

from provlint.extract.quotations.words import HEADS
from provlint.model.document import Block
from provlint.text.patterns import lazy

_TURN = lazy(
    r"\s*(?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}|Q|A)(?: ?\([^)]{1,40}\))?:\s+(?P<words>\S)"
)
_FEWEST_TURNS = 4
#: Who talks says "I", "we" or "you", or asks; a form that is filled in ("Duration: two weeks") does not.
_TALK = lazy(
    r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Uu]s|[Mm]e|[Ii]ch|[Ww]ir|[Ss]ie|[Jj]e|[Nn]ous|[Vv]ous|[Yy]o"
    r"|[Nn]osotros|[Uu]sted(?:es)?)\b|[?？]"
)
_SHARE_THAT_TALKS = 4  # of the turns, one in so many
_READ = 400  # characters of a turn


class Turn(NamedTuple):
    """One turn: the words `plain[start:end]` of the block, and the name at `plain[first:last]`."""

    number: int  # of the block in `Document.blocks`
    block: Block
    start: int
    end: int
    first: int
    last: int


def turns(blocks: Sequence[Block]) -> list[Turn]:
    """The turns of a document in order; none for one that is no transcript."""
    found: list[Turn] = []
    for number, block in enumerate(blocks):
        if block.kind in ("paragraph", "list-item") and ":" in block.plain[:80]:
            match = _TURN.match(block.plain)
            if match and match["name"].lower() not in HEADS:
                end = len(block.plain.rstrip())
                found.append(Turn(number, block, match.start("words"), end, *match.span("name")))
    names = [turn.block.plain[turn.first : turn.last] for turn in found]
    several = len(found) >= _FEWEST_TURNS and 1 < len(set(names)) <= len(names) // 2
    if not several:
        return []
    talking = sum(_TALK.search(turn.block.plain, turn.start, turn.start + _READ) is not None for turn in found)
    return found if talking * _SHARE_THAT_TALKS >= len(found) else []
