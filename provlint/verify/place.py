"""Where on a page the words of a part stand: exact places first, else the stretches that share most of its words.

A stretch is found by the diagonals on which pairs of its words lie (as in Baeza-Yates and Perleberg, "Fast and
practical approximate string matching", 1996) and then aligned word by word (longest common subsequence, rapidfuzz).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from provlint.verify.sameness import same
from provlint.verify.source import SourceIndex
from provlint.verify.voices import MARK

_MOST_EXACT = 40  # places of the same words that are told apart
_MOST_HITS = 300  # places of words that are looked at to find stretches
_STRETCHES = 4  # stretches that are aligned
_WORSE = 3  # a stretch with fewer votes than this share of the best is not aligned
_SLACK = 10  # words a stretch reaches further on either side
_DRAWN = 30  # words at an end that are looked for nearer to the middle
_INTERRUPTION = 12  # words of a writer between two pieces of an utterance, one of which is a word or two
NARRATION = 40  # words of a writer's between two pieces of one utterance
_LOOSE = 3  # words of the page that a bracket may stand for, as a rule
_WEAK = 2  # a match of so few words far from the rest is chance
MOST_WORDS = 20_000  # words of one part that are compared


class Gap(NamedTuple):
    """Words `first:last` of the part that stand against words `begin:end` of the page; either may be empty."""

    first: int
    last: int
    begin: int
    end: int


class Place(NamedTuple):
    """Words `first:last` of the page that answer a part; `gaps` are where the two differ."""

    first: int
    last: int
    matched: int
    run: int  # the longest stretch of words in a row that match
    gaps: tuple[Gap, ...] = ()


def places(forms: Sequence[str], index: SourceIndex) -> list[Place]:
    """The places that could be meant, exact ones alone where there are any; best first, else by place."""
    if not forms:
        return []
    forms = forms[:MOST_WORDS]
    return exact(forms, index) or _similar(forms, index)


def exact(forms: Sequence[str], index: SourceIndex, within: tuple[int, int] | None = None) -> list[Place]:
    """Where the words stand one after the other; `within` bounds the word numbers."""
    count = len(forms)
    return [Place(at, at + count, count, count) for at in index.places(forms, _MOST_EXACT, within)]


def _similar(forms: Sequence[str], index: SourceIndex) -> list[Place]:
    stretches = _stretches(forms, index)
    aligned = [_tight(forms, index, begin, end) for begin, end in (*stretches, *_joined(stretches))]
    ordered = sorted(filter(None, aligned), key=lambda place: (-place.matched, len(place.gaps), place.first))
    # Of two stretches that hold the same place, one may hold just a piece of it.
    return list({(place.first, place.last): place for place in reversed(ordered)}.values())[::-1]


def _stretches(forms: Sequence[str], index: SourceIndex) -> list[tuple[int, int]]:
    """The stretches of the page on whose diagonals most pairs of neighbouring words of the part lie."""
    width = max(8, len(forms) // 3)
    votes = Counter(diagonal // width for diagonal in _diagonals(forms, index))
    scored = sorted(((count + votes.get(band + 1, 0), band) for band, count in votes.items()), reverse=True)
    chosen: list[int] = []
    for count, band in scored[: 4 * _STRETCHES]:
        if all(abs(band - other) > 1 for other in chosen) and count * _WORSE >= scored[0][0]:
            chosen.append(band)
    reach = len(forms) + _SLACK
    return [
        (max(0, band * width - _SLACK), min(len(index), (band + 2) * width + reach)) for band in chosen[:_STRETCHES]
    ]


def _joined(stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Two stretches as one, where no more lies between them than what a writer says between two pieces."""
    ordered = sorted(stretches)
    for one, two in pairwise(ordered):
        if two[0] - one[1] <= NARRATION:
            yield one[0], max(one[1], two[1])


def _diagonals(forms: Sequence[str], index: SourceIndex) -> Iterator[int]:
    """For pairs of neighbouring words that stand on the page too, the rarer first: how far the two texts are apart."""
    there = index.forms
    counts = [index.count(form) for form in forms]
    pairs = sorted((min(counts[number], counts[number + 1]), number) for number in range(len(forms) - 1))
    looked = 0
    for count, number in pairs:
        if not count:
            continue
        looked += count
        if looked > _MOST_HITS and looked > count:
            return
        leads = counts[number] <= counts[number + 1]
        rarer, other, step = (forms[number], forms[number + 1], 1) if leads else (forms[number + 1], forms[number], -1)
        at = number if leads else number + 1
        for spot in index.positions(rarer, _MOST_HITS):
            if 0 <= spot + step < len(there) and there[spot + step] == other:
                yield spot - at


def _tight(forms: Sequence[str], index: SourceIndex, begin: int, end: int) -> Place | None:
    """The place in a stretch, without the like words before or after it that a longest match may take as well."""
    place = _align(forms, index, begin, end)
    if place is None or place.last - place.first <= len(forms) + _LOOSE:
        return place
    size = len(forms) + _LOOSE
    for first in (place.last - size, place.first):
        other = _align(forms, index, max(0, first), min(len(index), first + size))
        if other and other.matched >= place.matched and len(other.gaps) <= len(place.gaps):
            return other
    return place


def _align(forms: Sequence[str], index: SourceIndex, begin: int, end: int) -> Place | None:
    from rapidfuzz.distance import Indel

    codes = Indel.opcodes(forms, index.forms[begin:end])
    matching = [
        (code.src_start, code.src_end, begin + code.dest_start, begin + code.dest_end)
        for code in codes
        if code.tag == "equal"
    ]
    blocks = _solid(_nearer(matching, forms, index.forms), index)
    if not blocks:
        return None
    blocks = _drawn_together(blocks, forms, index.forms)
    first = _reach_back(forms[: blocks[0][0]], index, blocks[0][2])
    last = _reach_on(forms[blocks[-1][1] :], index, blocks[-1][3])
    gaps = [Gap(0, blocks[0][0], first, blocks[0][2])] if blocks[0][0] else []
    gaps += [Gap(one[1], two[0], one[3], two[2]) for one, two in pairwise(blocks)]
    gaps += [Gap(blocks[-1][1], len(forms), blocks[-1][3], last)] if blocks[-1][1] < len(forms) else []
    gaps = [gap for gap in gaps if gap.last > gap.first or gap.end > gap.begin]
    # Words that are only broken or spelt otherwise match as well.
    other = [gap for gap in gaps if not same(forms[gap.first : gap.last], index.forms[gap.begin : gap.end])]
    matched = len(forms) - sum(gap.last - gap.first for gap in other)
    bounds = [0, *(edge for gap in other for edge in (gap.first, gap.last)), len(forms)]
    run = max(bounds[at + 1] - bounds[at] for at in range(0, len(bounds), 2))
    return Place(first, last, matched, run, tuple(other))


def _reach_back(words: Sequence[str], index: SourceIndex, begin: int) -> int:
    """Where the page's words begin that stand against `words` before word `begin`: as many, or as spell the same."""
    for count in _counts(words):
        if 0 < count <= begin and same(words, index.forms[begin - count : begin]):
            return begin - count
    return max(0, begin - len(words))


def _reach_on(words: Sequence[str], index: SourceIndex, end: int) -> int:
    """Where the page's words end that stand against `words` from word `end` on."""
    for count in _counts(words):
        if count > 0 and same(words, index.forms[end : end + count]):
            return end + count
    return min(len(index), end + len(words))


def _counts(words: Sequence[str]) -> Iterator[int]:
    """How many words of the page may spell these: as many, or some more or fewer where lines end inside words."""
    for more in (0, 1, -1, 2, -2, 3, -3, 4, -4) if words else ():
        yield len(words) + more


Block = tuple[int, int, int, int]


def _nearer(blocks: list[Block], forms: Sequence[str], there: Sequence[str]) -> list[Block]:
    """The same match with a first word or two that stand far off where they stand near the next words as well."""
    if len(blocks) < 2 or blocks[0][1] - blocks[0][0] > _WEAK:
        return blocks
    one, two = blocks[:2]
    count = one[1] - one[0]
    for at in range(two[2] - count, max(one[2], two[2] - count - (two[0] - one[1]) - _WEAK - 1), -1):
        if there[at : at + count] == forms[one[0] : one[1]]:
            return [(one[0], one[1], at, at + count), *blocks[1:]]
    return blocks


def _solid(blocks: list[Block], index: SourceIndex) -> list[Block]:
    """The blocks without those at either end that are a word or two, far from the others.

    "Well," she said, "we will": a word before an interruption is no stray one.
    """
    first, last = 0, len(blocks)
    while first < last - 1 and _stray(blocks[first], blocks[first], blocks[first + 1], index):
        first += 1
    while first < last - 1 and _stray(blocks[last - 1], blocks[last - 2], blocks[last - 1], index):
        last -= 1
    return blocks[first:last]


def _drawn_together(blocks: list[Block], forms: Sequence[str], there: Sequence[str]) -> list[Block]:
    """The same match with its ends drawn to its middle, where words that repeat match near it as well as far off."""
    for number in range(len(blocks) - 2, 0, -1):
        one, two = blocks[number], blocks[number + 1]
        count = one[1] - one[0]
        if one[1] == two[0] and count <= _WEAK and there[two[2] - count : two[2]] == forms[one[0] : one[1]]:
            blocks = [*blocks[:number], (one[0], two[1], two[2] - count, two[3]), *blocks[number + 2 :]]
    for number in range(len(blocks) - 1, 0, -1):
        one, two = blocks[number - 1], blocks[number]
        count = two[0]
        if one[1] == two[0] and count <= _DRAWN and there[two[2] - count : two[2]] == forms[:count]:
            blocks = [(0, two[1], two[2] - count, two[3]), *blocks[number + 1 :]]
            break
    for number in range(len(blocks) - 1):
        one, two = blocks[number], blocks[number + 1]
        rest = forms[one[1] :]
        if one[1] == two[0] and len(rest) <= _DRAWN and there[one[3] : one[3] + len(rest)] == rest:
            return [*blocks[:number], (one[0], len(forms), one[2], one[3] + len(rest))]
    return blocks


def _stray(block: Block, one: Block, two: Block, index: SourceIndex) -> bool:
    length = block[1] - block[0]
    near = one[1] == two[0] and one[3] < two[2] <= one[3] + _INTERRUPTION
    if near and MARK.search(index.between(one[3])) and MARK.search(index.between(two[2])):
        return False
    return length <= _WEAK and max(two[0] - one[1], two[2] - one[3]) > 2 * length
