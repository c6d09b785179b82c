"""Two stretches of words → what they have in common and where they differ, word by word.

The alignment is that of the longest common subsequence (rapidfuzz, imported here only when two places have words in
common). Differences that a writer marks, by brackets or an ellipsis, are told from those nobody can see.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from provlint.model.relations import Difference
from provlint.model.words import DifferenceKind
from provlint.relate.words import Word, same_spelling

_ANCHOR = 3  # words in a row by which a part of a long text is found
_SLACK = 12  # words that may be added or dropped between the ends of a part
_WEAK = 2  # a match of so few words far from the rest is chance
_DIVERGING = 5  # words: sides that differ so far at an end do not end alike
_SHOWN = 12  # words of a difference that are shown

Span = tuple[int, int]


class Aligned(NamedTuple):
    """`here` and `there` are the word spans that answer each other; `changed` counts words changed without a mark."""

    here: Span
    there: Span
    matched: int
    changed: int
    differences: tuple[Difference, ...]


class _Pair(NamedTuple):
    """Two lists of words and the texts they come from."""

    here: Sequence[Word]
    there: Sequence[Word]
    texts: tuple[str, str]


def align(here: Sequence[Word], there: Sequence[Word], texts: tuple[str, str]) -> Aligned | None:
    """How the words of `here` stand in `there`; None if they share no stretch. `texts` are what the words are from."""
    from rapidfuzz.distance import Indel

    (first, last), (begin, end) = _window(here, there)
    codes = Indel.opcodes([word.form for word in here[first:last]], [word.form for word in there[begin:end]])
    blocks = [
        (first + code.src_start, first + code.src_end, begin + code.dest_start) for code in codes if code.tag == "equal"
    ]
    blocks = _solid(blocks)
    if not blocks:
        return None
    pair = _Pair(here, there, texts)
    return _aligned(pair, blocks)


def _aligned(pair: _Pair, blocks: list[tuple[int, int, int]]) -> Aligned | None:
    start, begin = blocks[0][0], blocks[0][2]
    last, end = blocks[-1][1], blocks[-1][2] + blocks[-1][1] - blocks[-1][0]
    found: list[tuple[Difference, int]] = []
    for one, two in pairwise(blocks):
        found += _difference(pair, (one[1], two[0]), (one[2] + one[1] - one[0], two[2]))
    front = _front(pair, start, begin)
    back = _back(pair, last, end)
    if front is None or back is None:
        return None
    found = [*_difference(pair, (front[0], start), (front[1], begin)), *found]
    found += _difference(pair, (last, back[0]), (end, back[1]))
    changed = sum(count for _, count in found)
    differences = [difference for difference, _ in found]
    if back[0] == len(pair.here) and back[1] < len(pair.there) and not pair.there[back[1]].first:
        stop = next((at for at in range(back[1] + 1, len(pair.there)) if pair.there[at].first), len(pair.there))
        differences.append(Difference("cut", "", _text(pair.there, (back[1], stop), pair.texts[1]), True))
    matched = sum(stop - at for at, stop, _ in blocks)
    return Aligned((front[0], back[0]), (front[1], back[1]), matched, changed, tuple(differences))


def _window(here: Sequence[Word], there: Sequence[Word]) -> tuple[Span, Span]:
    """The parts worth aligning: of a text far longer than the other, that around the other's words."""
    if len(here) > 2 * len(there) + _SLACK:
        there_span, here_span = _window(there, here)
        return here_span, there_span
    if len(there) <= 2 * len(here) + _SLACK:
        return (0, len(here)), (0, len(there))
    known = _anchors(here)
    lines = Counter(at - known[anchor] for anchor, at in _every_anchor(there) if anchor in known)
    if not lines:
        return (0, len(here)), (0, 0)
    line = lines.most_common(1)[0][0]
    slack = len(here) // 2 + _SLACK
    return (0, len(here)), (max(0, line - slack), min(len(there), line + len(here) + slack))


def _every_anchor(words: Sequence[Word]) -> list[tuple[tuple[str, ...], int]]:
    forms = [word.form for word in words]
    return [(tuple(forms[at : at + _ANCHOR]), at) for at in range(len(forms) - _ANCHOR + 1)]


def _anchors(words: Sequence[Word]) -> dict[tuple[str, ...], int]:
    """The anchors that stand once, and where."""
    found = _every_anchor(words)
    counts = Counter(anchor for anchor, _ in found)
    return {anchor: at for anchor, at in found if counts[anchor] == 1}


def _solid(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The blocks without those at either end that are a word or two, far from the others."""
    first, last = 0, len(blocks)
    while first < last - 1 and _stray(blocks[first], _apart(blocks[first], blocks[first + 1])):
        first += 1
    while first < last - 1 and _stray(blocks[last - 1], _apart(blocks[last - 2], blocks[last - 1])):
        last -= 1
    return blocks[first:last]


def _stray(block: tuple[int, int, int], apart: int) -> bool:
    length = block[1] - block[0]
    return length <= _WEAK and apart > 2 * length


def _apart(one: tuple[int, int, int], two: tuple[int, int, int]) -> int:
    """Words between two blocks, on the side that has more."""
    return max(two[0] - one[1], two[2] - (one[2] + one[1] - one[0]))


def _front(pair: _Pair, start: int, begin: int) -> Span | None:
    """Where the sides begin to answer each other, when all words before (`start`, `begin`) differ; None: nowhere."""
    here, there = pair.here, pair.there
    if not start or not begin or here[start].gap or there[begin].gap:
        return start, begin
    if here[start].first or there[begin].first:
        return start, begin  # before it, one of them is another sentence
    own = _to_first(here, start)
    other = _to_first(there, begin)
    if start - own > _DIVERGING and begin - other > _DIVERGING:
        return None
    if own == 0 and start <= _DIVERGING:  # a quotation that begins with other words
        return 0, max(other, begin - start)
    if other == 0 and begin <= _DIVERGING:
        return max(own, start - begin), 0
    return own, other


def _back(pair: _Pair, last: int, end: int) -> Span | None:
    """Where the sides stop to answer each other, when all words from (`last`, `end`) on differ; None: nowhere."""
    here, there = pair.here, pair.there
    own, other = len(here) - last, len(there) - end
    if not own or not other or here[last].gap or there[end].gap:
        return last, end
    if here[last].first or there[end].first:
        return last, end
    if own <= _DIVERGING:
        return len(here), min(len(there), end + own)
    if other <= _DIVERGING:
        return min(len(here), last + other), len(there)
    return None


def _to_first(words: Sequence[Word], at: int) -> int:
    """Where the sentence begins that holds the word before `at`."""
    at -= 1
    while at > 0 and not words[at].first:
        at -= 1
    return max(at, 0)


def _difference(pair: _Pair, own: Span, other: Span) -> list[tuple[Difference, int]]:
    """How two stretches between matches differ, and in how many words nobody marked: none, or one difference."""
    own, other = _unlike(pair, own, other)
    here, there = pair.here[own[0] : own[1]], pair.there[other[0] : other[1]]
    if not here and not there:
        return []
    plain_here = [word.form for word in here if not word.bracketed]
    plain_there = [word.form for word in there if not word.bracketed]
    if same_spelling([word.form for word in here], [word.form for word in there]):
        return []
    elided = _gap(pair.here, own) or _gap(pair.there, other)
    inserted = (bool(here) and not plain_here) or (bool(there) and not plain_there)
    kind: DifferenceKind = "elided" if elided else "replaced" if here and there else "added" if here else "dropped"
    marked = elided or inserted
    words = _text(pair.here, own, pair.texts[0]), _text(pair.there, other, pair.texts[1])
    return [(Difference(kind, *words, marked), 0 if marked else max(len(plain_here), len(plain_there)))]


def _unlike(pair: _Pair, own: Span, other: Span) -> tuple[Span, Span]:
    """The stretches without the words they begin and end with alike."""
    (first, last), (begin, end) = own, other
    while first < last and begin < end and pair.here[first].form == pair.there[begin].form:
        first, begin = first + 1, begin + 1
    while first < last and begin < end and pair.here[last - 1].form == pair.there[end - 1].form:
        last, end = last - 1, end - 1
    return (first, last), (begin, end)


def _gap(words: Sequence[Word], span: Span) -> bool:
    """Whether an ellipsis stands in a stretch or at its edge."""
    return any(word.gap for word in words[span[0] : span[1] + 1])


def _text(words: Sequence[Word], span: Span, plain: str) -> str:
    """The words of a stretch as written, with the brackets around them, cut when they are many."""
    if span[0] >= span[1]:
        return ""
    last = min(span[1], span[0] + _SHOWN) - 1
    start, end = words[span[0]].start, words[last].end
    if words[span[0]].bracketed and plain[start - 1 : start] in ("[", "("):
        start -= 1
    if words[last].bracketed and plain[end : end + 1] in ("]", ")"):
        end += 1
    return " ".join(plain[start:end].split()) + ("…" if last < span[1] - 1 else "")
