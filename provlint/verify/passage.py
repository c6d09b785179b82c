"""The places of a quotation's parts → the passage as people see it: its place in the page, its words, those around."""

from bisect import bisect_right
from collections.abc import Sequence

from provlint.model.matches import MatchPassage, PageText
from provlint.verify.place import Place
from provlint.verify.source import SourceIndex
from provlint.verify.voices import Voices

_AROUND = 14  # words shown on either side
_CLOSE = 200  # words: parts nearer than that are shown as one passage
_SHOWN = 400  # words of a passage that are shown


def passage(index: SourceIndex, places: Sequence[Place], _: Voices) -> MatchPassage:
    """The passage that holds all places, or the first place alone when they stand far apart."""
    ordered = sorted(places)
    together = ordered[-1].last - ordered[0].first <= _CLOSE + sum(place.last - place.first for place in places)
    first = ordered[0].first
    last = ordered[-1].last if together else ordered[0].last
    start, end = index.span(first)[0], index.span(last - 1)[1]
    shown = index.text(first, last, _SHOWN) if together else " […] ".join(
        index.text(place.first, place.last, _SHOWN) for place in ordered
    )
    block = index.block_number(first)
    stop = index.starts[block + 1] if block + 1 < len(index.starts) else len(index)
    return MatchPassage(
        *source_span(index.page, start, end),
        shown,
        index.block(first).region,
        index.text(max(index.starts[block], first - _AROUND), first),
        index.text(last, min(stop, last + _AROUND)) if last < stop else "",
        first=start,
        last=end,
    )


def source_span(page: PageText, start: int, end: int) -> tuple[int, int]:
    """Where `page.text[start:end]` stands in the page as given."""
    return _locate(page, start, False), _locate(page, end, True)


def _locate(page: PageText, at: int, is_end: bool) -> int:
    runs = page.runs
    # An end belongs to the run before it, a start to the run it opens.
    number = max(0, bisect_right(runs, at - is_end, key=lambda run: run.at) - 1)
    run = runs[number]
    length = (runs[number + 1].at if number + 1 < len(runs) else len(page.text)) - run.at
    if length == run.end - run.start:
        return run.start + min(at - run.at, length)
    return run.end if is_end else run.start
