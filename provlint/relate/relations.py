"""The sketches of a run → its relations: the same words quoted twice, and quotations of words that stand unquoted."""

from collections.abc import Callable, Iterator, Sequence

from provlint.model.document import Document
from provlint.model.relations import RelatedWords, Relation
from provlint.relate.align import Aligned, align
from provlint.relate.candidates import Quoted, Text, like_prose, like_texts, texts
from provlint.relate.passages import passages
from provlint.relate.sketch import Sketch
from provlint.relate.speakers import differ
from provlint.relate.words import Word, words

_FEWEST = 6  # words in common: fewer are said again by chance
_CHANGED = 3  # one changed word for so many that are equal, and the two are still the same utterance


def relations(sketches: Sequence[Sketch], read: Callable[[str], Document | None]) -> list[Relation]:
    """What holds between the quotations of a run, in the order of the places a finding would stand at.

    `read` gives the document at a path once more, None where it can no longer be read; it is asked only for documents
    that hold words of a quotation outside quotations.
    """
    distinct = texts(sketches)
    found = [relation for text in distinct if len(text.places) > 1 for relation in _respoken(sketches, text)]
    for one, two in like_texts(distinct):
        found += _between(sketches, distinct[one], distinct[two])
    for number, candidates in like_prose(sketches, distinct).items():
        document = read(sketches[number].path)
        if document is not None:
            found += _with_prose(sketches, number, document, [distinct[one] for one in candidates])
    return _nearest(found)


def _respoken(sketches: Sequence[Sketch], text: Text) -> Iterator[Relation]:
    """The same words given to somebody else than where they are first given to somebody."""
    first = next((place for place in text.places if place.quotation.speaker), None)
    if first is None:
        return
    for place in text.places:
        if differ(place.quotation.speaker, first.quotation.speaker) and not _together(place, first):
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
    if aligned is None or not _same(aligned):
        return
    for place in here.places:
        partner = next((one for one in there.places if not _together(place, one)), None)
        if partner is None:
            continue
        respoken = differ(place.quotation.speaker, partner.quotation.speaker)
        if respoken or any(difference.kind != "cut" for difference in aligned.differences):
            sides = _side(sketches, place), _side(sketches, partner)
            yield Relation("quotation", *sides, aligned.matched, aligned.differences, respoken)


def _with_prose(
    sketches: Sequence[Sketch], number: int, document: Document, candidates: Sequence[Text]
) -> Iterator[Relation]:
    """What differs between quotations and the unquoted passages of one document that they come from."""
    for passage in passages(document, sketches[number].quotations, candidates):
        if not _same(passage.aligned) or all(one.kind == "cut" for one in passage.aligned.differences):
            continue
        for place in passage.text.places:
            if place.document != number or passage.voice != passage.voice_at(place.quotation.start):
                aligned = passage.aligned
                here = _side(sketches, place)
                yield Relation("passage", here, passage.place, aligned.matched, aligned.differences, False)


def _same(aligned: Aligned) -> bool:
    """Whether two stretches are one utterance but for a few words."""
    return aligned.matched >= _FEWEST and aligned.changed * _CHANGED <= aligned.matched


def _altered(read: Sequence[Word]) -> bool:
    return any(word.gap or word.bracketed for word in read)


def _date(sketches: Sequence[Sketch], text: Text) -> str:
    return sketches[text.places[0].document].date


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
