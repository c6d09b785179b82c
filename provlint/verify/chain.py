"""The parts of a quotation with ellipses → one place for each: in order and close where the page has them so."""

from collections.abc import Sequence

from provlint.verify.place import Place, exact, places
from provlint.verify.quotation import Part
from provlint.verify.source import SourceIndex

_FEW = 3  # words: a part that is shorter is looked for beside its neighbours only
_BESIDE = 150  # words around a neighbour in which it is looked for
_MOST = 12  # places of a part that are weighed
_SURE = 8  # words from which on a share of them tells
_MENDED = 2  # words in the middle of a short part that may be others
_RUN = 4  # words in a row that must match
_HALF = 0.4  # of a part's words are enough where many stand in a row: its clauses were moved
_FOUND = 0.6  # of a part's words must stand at its place
_RANKS = {"article": 0, "furniture": 1, "hidden": 2, "data": 3, "attribute": 4}


def chain(parts: Sequence[Part], index: SourceIndex) -> list[Place | None]:
    """A place for each part, None for one that is not on the page."""
    found = [_choices(part, index) if len(part.forms) >= _FEW or len(parts) == 1 else [] for part in parts]
    chosen = _cheapest(found, index)
    for number, part in enumerate(parts):
        if chosen[number] is None and part.forms and len(part.forms) < _FEW:
            chosen[number] = _beside(part, chosen, number, index)
    return chosen


def is_there(part: Part, place: Place) -> bool:
    """Whether so much of a part stands at a place that it comes from there."""
    count = len(part.forms)
    if count < _SURE:  # of so few words most can stand together by chance
        return place.matched >= count - (count > _FEW) or (count > _FEW + 1 and _is_mended(place, count))
    return _is_mended(place, count) or (
        place.run >= _RUN
        and (place.matched >= _FOUND * count or (place.run >= _SURE and place.matched >= _HALF * count))
    )


def _is_mended(place: Place, count: int) -> bool:
    """Whether a short part stands there from its first word to its last, but for a word or two in its middle."""
    if len(place.gaps) != 1 or place.matched < count - 2:
        return False
    gap = place.gaps[0]
    return gap.first > 0 and gap.last < count and max(gap.last - gap.first, gap.end - gap.begin) <= _MENDED


def _choices(part: Part, index: SourceIndex) -> list[Place]:
    usable = [place for place in places(part.forms, index) if is_there(part, place)]
    return sorted(usable, key=lambda place: (-place.matched, _rank(place, index), place.first))[:_MOST]


def _rank(place: Place, index: SourceIndex) -> int:
    return _RANKS[index.block(place.first).region]


def _cheapest(found: list[list[Place]], index: SourceIndex) -> list[Place | None]:
    """The choice of one place a part that matches most and wanders least (a shortest path from part to part)."""
    best: list[list[tuple[float, int]]] = []
    known: list[int] = []
    for number, choices in enumerate(found):
        row = []
        for place in choices:
            own = 3 * (place.run and len(place.gaps)) - place.matched + _rank(place, index)
            if not known:
                row.append((float(own), -1))
                continue
            before = found[known[-1]]
            row.append(min((best[known[-1]][at][0] + own + _step(one, place), at) for at, one in enumerate(before)))
        best.append(row)
        if choices:
            known.append(number)
    return _walk_back(found, best, known)


def _walk_back(found: list[list[Place]], best: list[list[tuple[float, int]]], known: list[int]) -> list[Place | None]:
    chosen: list[Place | None] = [None] * len(found)
    at = -1
    for number in reversed(known):
        if at < 0:
            at = min(range(len(best[number])), key=lambda one: (best[number][one][0], one))
        chosen[number] = found[number][at]
        at = best[number][at][1]
    return chosen


def _step(one: Place, two: Place) -> float:
    """What it costs to go on at `two` after `one`: nothing close behind, more the farther, most going back."""
    apart = two.first - one.last
    return min(apart / 20, 20.0) if apart >= 0 else 30.0


def _beside(part: Part, chosen: list[Place | None], number: int, index: SourceIndex) -> Place | None:
    """A short part where its neighbours leave room for it; on its own, anywhere."""
    before = next((place for place in reversed(chosen[:number]) if place), None)
    after = next((place for place in chosen[number + 1 :] if place), None)
    first = before.last if before else max(0, after.first - _BESIDE) if after else 0
    last = after.first if after else min(len(index), before.last + _BESIDE) if before else len(index)
    found = exact(part.forms, index, (first, last)) if first < last else []
    return (found[0] if before else found[-1]) if found else None
