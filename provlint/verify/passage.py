"""The places of a quotation's parts → the passage as people see it: its place in the page, its words, those around."""

from collections.abc import Sequence

from provlint.model.matches import MatchPassage
from provlint.verify.place import Place
from provlint.verify.source import SourceIndex

_AROUND = 14  # words shown on either side
_CLOSE = 200  # words: parts nearer than that are shown as one passage
_SHOWN = 400  # words of a passage that are shown


def passage(index: SourceIndex, places: Sequence[Place]) -> MatchPassage:
    """The passage that holds all places, or the first place alone when they stand far apart."""
    ordered = sorted(places)
    together = ordered[-1].last - ordered[0].first <= _CLOSE + sum(place.last - place.first for place in places)
    first = ordered[0].first
    last = ordered[-1].last if together else ordered[0].last
    start, end = index.span(first)[0], index.span(last - 1)[1]
    shown = (
        index.text(first, last, _SHOWN)
        if together
        else " […] ".join(index.text(place.first, place.last, _SHOWN) for place in ordered)
    )
    block = index.block_number(first)
    stop = index.starts[block + 1] if block + 1 < len(index.starts) else len(index)
    return MatchPassage(
        *index.page.runs.place(start, end, len(index.page.text)),
        shown,
        index.block(first).region,
        index.text(max(index.starts[block], first - _AROUND), first),
        index.text(last, min(stop, last + _AROUND)) if last < stop else "",
        first=start,
        last=end,
    )
