"""Sketches → the pairs worth aligning: those that share a rare shingle. Time and memory follow the number of shingles.

A shingle that many distinct texts hold is a stock phrase and pairs nothing; that also bounds what a hostile document
can cost. Texts of the same words are one text here, however often they stand.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from provlint.relate.sketch import Sketch, Sketched, anchored
from provlint.relate.words import forms

_STOCK = 12  # distinct quotations that hold a shingle before it counts as a stock phrase
_STOCK_DOCUMENTS = 5  # documents whose prose holds it
_NEAREST = 4  # candidates of a text that are aligned
_SHARE = 3  # of the shingles of a text that prose may have, one in so many


class Quoted(NamedTuple):
    """A quotation and the document it stands in, by its number in the run."""

    document: int
    quotation: Sketched


class Text(NamedTuple):
    """The quotations that consist of the same words, in the order of the run, and their shingles."""

    places: list[Quoted]
    hashes: tuple[int, ...]


def texts(sketches: Sequence[Sketch]) -> list[Text]:
    """The distinct texts of all quotations, in the order in which they first stand."""
    found: dict[tuple[int, bytes], Text] = {}
    for number, sketch in enumerate(sketches):
        for quotation in sketch.quotations:
            place = Quoted(number, quotation)
            key = quotation.whole, quotation.hashes
            text = found.get(key)
            if text is None:
                found[key] = Text([place], tuple(set(array("I", quotation.hashes))))
            else:
                text.places.append(place)
    return list(found.values())


def like_texts(distinct: Sequence[Text]) -> list[tuple[int, int]]:
    """Pairs (earlier, later) of texts with a rare shingle in common."""
    held = _held_by(distinct, _repeated(distinct))
    pairs: set[tuple[int, int]] = set()
    for number, text in enumerate(distinct):
        shared = Counter(
            other
            for shingle in text.hashes
            if 1 < len(among := held.get(shingle, ())) <= _STOCK
            for other in among
            if other != number
        )
        pairs.update((min(number, other), max(number, other)) for other in _best(shared))
    return sorted(pairs)


def _best(shared: Counter[int]) -> list[int]:
    return sorted(shared, key=lambda other: (-shared[other], other))[:_NEAREST]


def _repeated(distinct: Iterable[Text]) -> set[int]:
    """The shingles that more than one text holds."""
    once: set[int] = set()
    again: set[int] = set()
    for text in distinct:
        again.update(once.intersection(text.hashes))
        once.update(text.hashes)
    return again


def _held_by(distinct: Sequence[Text], wanted: set[int]) -> dict[int, list[int]]:
    """The texts that hold each wanted shingle; of a stock phrase only enough to know it for one."""
    held: dict[int, list[int]] = {}
    for number, text in enumerate(distinct):
        for shingle in wanted.intersection(text.hashes):
            among = held.setdefault(shingle, [])
            if len(among) <= _STOCK:
                among.append(number)
    return held


def like_prose(sketches: Sequence[Sketch], distinct: Sequence[Text]) -> dict[int, list[int]]:
    """For each document in whose prose words of quotations may stand: the texts that may stand there."""
    every: set[int] = set()
    for text in distinct:
        every.update(text.hashes)
    hits = [every.intersection(array("I", sketch.prose)) for sketch in sketches]
    documents = Counter(shingle for among in hits for shingle in among)
    rare = {shingle for shingle, count in documents.items() if count <= _STOCK_DOCUMENTS}
    held = _held_by(distinct, rare)
    shared: dict[int, Counter[int]] = {}
    for number, among in enumerate(hits):
        for shingle in among & rare:
            if len(held[shingle]) <= _STOCK:
                for text_number in held[shingle]:
                    if sketches[number].several or _stands_elsewhere(distinct[text_number], number):
                        shared.setdefault(text_number, Counter())[number] += 1
    return _by_document(distinct, shared)


def _stands_elsewhere(text: Text, document: int) -> bool:
    return text.places[0].document != document or text.places[-1].document != document


def _by_document(distinct: Sequence[Text], shared: dict[int, Counter[int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, documents in sorted(shared.items()):
        least = _least(distinct[number])
        for document in _best(documents):
            if documents[document] >= least:
                found.setdefault(document, []).append(number)
    return found


def _least(text: Text) -> int:
    """How many shingles a text has at least in common with a passage that holds half of its words."""
    return max(1, len(set(anchored(forms(text.places[0].quotation.plain)))) // _SHARE)
