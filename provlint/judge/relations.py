"""Relations of one document's words to others → the records that rules are judged on, and what differs in words."""

from collections.abc import Iterator, Sequence

from provlint.judge.subject import Subject
from provlint.model.document import Document
from provlint.model.facts import Speaker
from provlint.model.findings import Related
from provlint.model.record_words import RelationRecord
from provlint.model.relations import Difference, Relation

_CUT = 200
_SHOWN = 4  # differences told in words; the rest are counted


def subjects(document: Document, relations: Sequence[Relation]) -> Iterator[Subject]:
    """The relations whose first side stands in the document, each pointing to the other side."""
    for relation in relations:
        here, there = relation.here, relation.there
        place = Related(there.path, there.start, there.end, there.line, there.column, _pointer(relation))
        yield Subject(_record(document, relation), here.start, here.end, elsewhere=(place,))


def _record(document: Document, relation: Relation) -> RelationRecord:
    here, there, differences = relation.here, relation.there, relation.differences
    same_document = here.path == there.path
    unmarked = sum(not difference.marked for difference in differences)
    return RelationRecord(
        path=document.path,
        format=document.format,
        kind=relation.kind,
        text=here.text[:_CUT],
        speaker=_name(here.speaker),
        sources=", ".join(here.sources),
        differences=describe(differences),
        unmarked_count=unmarked,
        marked_count=len(differences) - unmarked,
        word_count=relation.matched,
        respoken=relation.respoken,
        same_document=same_document,
        other_path=there.path,
        other_line=there.line,
        other_place=f"on line {there.line}" if same_document else f"in {there.path} on line {there.line}",
        other_text=there.text[:_CUT],
        other_speaker=_name(there.speaker),
        other_sources=", ".join(there.sources),
    )


def describe(differences: Sequence[Difference]) -> str:
    """What differs, as the end of a sentence that begins "this quotation"; "" for no difference."""
    told = [_told(difference) for difference in sorted(differences, key=lambda one: one.marked)]
    if len(told) > _SHOWN:
        more = len(told) - _SHOWN + 1
        told = [*told[: _SHOWN - 1], f"differs in {more} other places"]
    return " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def _told(difference: Difference) -> str:
    here, there = f"“{difference.here}”", f"“{difference.there}”"
    match difference.kind:
        case "added":
            return f"adds {here}"
        case "dropped":
            return f"leaves out {there}"
        case "replaced":
            return f"has {here} for {there}"
        case "cut":
            return f"ends before {there}"
    return f"leaves out {there} with an ellipsis" if difference.there else f"has {here} where there is an ellipsis"


def _pointer(relation: Relation) -> str:
    if relation.kind == "passage":
        return "the same words stand here unquoted"
    name = _name(relation.there.speaker)
    return (
        f"the same words are given to {name} here" if relation.respoken and name else "the same words are quoted here"
    )


def _name(speaker: Speaker | None) -> str:
    return (speaker.name or speaker.text) if speaker else ""
