"""The sketches of a run → its relations: the same words quoted twice, and quotations of words that stand unquoted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from provlint.model.document import Document
from provlint.model.facts import Speaker
from provlint.model.relations import Difference, RelatedWords, Relation
from provlint.relate.align import Aligned, align
from provlint.relate.attributions import Attributions
from provlint.relate.candidates import Quoted, Text, like_prose, like_texts, texts
from provlint.relate.passages import Passage, passages
from provlint.relate.sketch import Sketch
from provlint.relate.words import Word, words
from provlint.tables.tables import Tables
from provlint.text.people import agree, differ

# Set by reading pairs from news on one subject: with fewer words in common they were two utterances.
_FEWEST = 7  # words in common, if the same person says them
_FEWEST_ELSE = 9  # words in common, if it is not known that the same person says them
_CHANGED = 3  # one changed word for so many that are equal, and the two are still the same utterance
_LONG = 24  # words in common from which on a name or a figure replaced is no template filled in twice


#: Two like texts, by their numbers.
_Pair = tuple[int, int]
#: A document by its number in the run, and the texts that may stand in its prose.
_InProse = tuple[int, list[int]]
#: A function for pairs or prose and what it is to be called with → what it gives, in order.
Spread = Callable[[Callable[[Any], list[Relation]], Sequence[Any]], Iterable[list[Relation]]]


def relations(
    sketches: Sequence[Sketch], read: Callable[[str], Document | None], tables: Tables, spread: Spread = map
) -> list[Relation]:
    """What holds between the quotations of a run, in the order of the places a finding would stand at.

    `read` gives the document at a path once more, None where it can no longer be read; it is asked only for documents
    that hold words of a quotation outside quotations. `spread` calls a function with each of many things, as `map`
    does; it may do so in several processes.
    """
    distinct = texts(sketches)
    search = _Search(sketches, distinct, read, Attributions(tables))
    found = [relation for text in distinct if len(text.places) > 1 for relation in _respoken(sketches, text)]
    candidates = [*like_texts(distinct), *like_prose(sketches, distinct).items()]
    return _nearest(found + [relation for rows in spread(search.among, candidates) for relation in rows])


class _Search:
    """What a look at a candidate needs to know of the run."""

    def __init__(
        self,
        sketches: Sequence[Sketch],
        distinct: Sequence[Text],
        read: Callable[[str], Document | None],
        attributions: Attributions,
    ) -> None:
        self._sketches = sketches
        self._distinct = distinct
        self._read = read
        self._attributions = attributions

    def among(self, candidate: _Pair | _InProse) -> list[Relation]:
        """The relations between two texts, or between texts and the prose of a document."""
        first, second = candidate
        if isinstance(second, int):
            return [*_between(self._sketches, self._distinct[first], self._distinct[second])]
        sketch = self._sketches[first]
        document = self._read(sketch.path)
        if document is None:
            return []
        spoken = passages(document, sketch.quotations, [self._distinct[one] for one in second])
        return [one for passage in spoken for one in _from_passage(self._sketches, first, passage, self._attributions)]


def _respoken(sketches: Sequence[Sketch], text: Text) -> Iterator[Relation]:
    """The same words given to somebody else than where they are first given to somebody."""
    first = next((place for place in text.places if place.quotation.cued and place.quotation.speaker), None)
    if first is None:
        return
    for place in text.places:
        if _respeaks(place, first) and not _together(place, first):
            here, there = _side(sketches, place), _side(sketches, first)
            yield Relation("quotation", here, there, len(words(place.quotation.plain)), (), True)


def _between(sketches: Sequence[Sketch], earlier: Text, later: Text) -> Iterator[Relation]:
    """What differs between two texts, told at each place of the one that was altered, else of the later one."""
    read = words(earlier.places[0].quotation.plain), words(later.places[0].quotation.plain)
    turned = _altered(read[0]) and not _altered(read[1])
    if not turned and not _altered(read[1]):
        turned = _date(sketches, earlier) > _date(sketches, later) != ""
    here, there = (earlier, later) if turned else (later, earlier)
    own, other = reversed(read) if not turned else read
    aligned = align(own, other, (here.places[0].quotation.plain, there.places[0].quotation.plain))
    if aligned is None:
        return
    shorter = min(len(own), len(other))
    for place in here.places:
        partner = next((one for one in there.places if not _together(place, one)), None)
        if partner is None or not _same(aligned, shorter, place.quotation.speaker, partner.quotation.speaker):
            continue
        respoken = _respeaks(place, partner)
        if respoken or any(difference.kind != "cut" for difference in aligned.differences):
            sides = _side(sketches, place), _side(sketches, partner)
            yield Relation("quotation", *sides, aligned.matched, aligned.differences, respoken)


def _from_passage(
    sketches: Sequence[Sketch], number: int, passage: Passage, attributions: Attributions
) -> Iterator[Relation]:
    """What differs between the quotations of a text and the unquoted passage in document `number` it comes from."""
    aligned = passage.aligned
    if not _same(aligned, len(words(passage.text.places[0].quotation.plain))):
        return
    for place in passage.text.places:
        if place.document == number and passage.voice == passage.voice_at(place.quotation.start):
            continue
        differences = aligned.differences
        if place.quotation.speaker:
            differences = attributions.kept(differences)
        elif said := attributions.after(passage.plain, passage.end):
            differences = _without(said, differences)
        if any(difference.kind != "cut" for difference in differences):
            yield Relation("passage", _side(sketches, place), passage.place, aligned.matched, differences, False)


def _without(said: str, differences: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """The differences, where the words that say who says it were left out at the end and others after them."""
    after = [
        one._replace(there=rest) if one.kind == "cut" else one
        for one in differences
        if one.kind != "cut" or (rest := one.there.removeprefix(said).lstrip(", "))
    ]
    return (
        *(one for one in after if one.kind != "cut"),
        Difference("dropped", "", said, False),
        *(one for one in after if one.kind == "cut"),
    )


def _same(aligned: Aligned, shorter: int, one: Speaker | None = None, two: Speaker | None = None) -> bool:
    """Whether two stretches, the shorter of so many words, are one utterance but for a few words."""
    matched = aligned.matched
    if aligned.changed * _CHANGED > matched or matched * 2 < shorter:
        return False
    if agree(one, two):
        return matched >= _FEWEST
    return matched >= _FEWEST_ELSE and matched * 4 >= shorter * 3 and not (matched < _LONG and _filled_in(aligned))


def _filled_in(aligned: Aligned) -> bool:
    """Whether a name or a figure stands in the place of another: "on the Harbour Blog", "on the Town Blog"."""
    return any(one.kind == "replaced" and _is_name(one.here) and _is_name(one.there) for one in aligned.differences)


def _is_name(stretch: str) -> bool:
    return any(word[:1].isupper() or word[:1].isdigit() for word in stretch.split())


def _altered(read: Sequence[Word]) -> bool:
    return any(word.gap or word.bracketed for word in read)


def _date(sketches: Sequence[Sketch], text: Text) -> str:
    return sketches[text.places[0].document].date


def _respeaks(one: Quoted, two: Quoted) -> bool:
    """Whether a cue gives the words of each to a person, and these are two."""
    here, there = one.quotation, two.quotation
    return here.cued and there.cued and differ(here.speaker, there.speaker)


def _together(one: Quoted, two: Quoted) -> bool:
    """Whether two places are one: they overlap, or are parts of one utterance."""
    if one.document != two.document:
        return False
    here, there = one.quotation, two.quotation
    return here.group == there.group or (here.start < there.end and there.start < here.end)


def _side(sketches: Sequence[Sketch], place: Quoted) -> RelatedWords:
    one = place.quotation
    path = sketches[place.document].path
    return RelatedWords(path, one.start, one.end, one.line, one.column, one.plain, one.speaker, one.sources)


def _nearest(found: list[Relation]) -> list[Relation]:
    """For each place the relation that shares most words with it, of each kind, in the order of the places."""
    best: dict[tuple[str, int, int, bool], Relation] = {}
    for relation in found:
        here = relation.here
        key = (here.path, here.start, here.end, relation.respoken)
        if key not in best or best[key].matched < relation.matched:
            best[key] = relation
    return [best[key] for key in sorted(best)]
