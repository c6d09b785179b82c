"""Document and facts → the extract object of the published contract; what is not extracted yet is an empty list."""

from bisect import bisect_right
from collections.abc import Callable

from provlint.model.document import Block, Document
from provlint.model.facts import (
    Attribution,
    Citation,
    Claim,
    Cue,
    Excerpt,
    Facts,
    Identifier,
    Link,
    Mention,
    Passage,
    Phrase,
    Quotation,
    SourceInScope,
    Speaker,
)
from provlint.model.sources import Standing
from provlint.report.json import Object, encode

#: start, end → the five keys every fact begins with.
_Place = Callable[[int, int], Object]
_Mask = Callable[[str], str]


def facts_object(document: Document, facts: Facts, *, mask: _Mask = str) -> Object:
    """One document's facts, every key in the contract's order.

    `extract` gives the source as it stands; a report passes `mask`, which hides the secrets of addresses in a text.
    """
    place = _placing(document, mask)
    metadata = document.metadata
    return {
        "version": 1,
        "path": document.path,
        "format": document.format,
        "document": {
            "title": _optional(metadata.title, mask),
            "date": metadata.date,
            "date_from": metadata.date_from,
            "language": metadata.language,
            "authors": [mask(author) for author in metadata.authors],
        },
        "blocks": [_block(block, place, mask) for block in document.blocks],
        "links": [_link(link, place, mask) for link in facts.links],
        "quotations": [_quotation(quotation, place, mask) for quotation in facts.quotations],
        "attributions": [_attribution(attribution, place, mask) for attribution in facts.attributions],
        "outlets": [_outlet(mention, place) for mention in facts.outlets],
        "claims": [_claim(claim, place, mask) for claim in facts.claims],
        "phrases": [_phrase(phrase, place) for phrase in facts.phrases],
        "excerpts": [_excerpt(excerpt, place, mask) for excerpt in facts.excerpts],
        "passages": [_passage(passage, place, mask) for passage in facts.passages],
        "identifiers": [_identifier(identifier, place, mask) for identifier in facts.identifiers],
        "citations": [_citation(citation, place, mask) for citation in facts.citations if citation.key],
    }


def jsonl(facts_object: Object) -> str:
    """One extract object as one line of JSON, with its line end."""
    return encode(facts_object) + "\n"


def _placing(document: Document, mask: _Mask) -> _Place:
    source, line_starts = document.source, document.line_starts

    def place(start: int, end: int) -> Object:
        line = bisect_right(line_starts, start)
        text = mask(source[start:end])
        return {"start": start, "end": end, "line": line, "column": start - line_starts[line - 1] + 1, "text": text}

    return place


def _block(block: Block, place: _Place, mask: _Mask) -> Object:
    found = place(block.start, block.end)
    found["kind"] = block.kind
    found["author"] = _optional(block.author, mask)
    found["address"] = _optional(block.address, mask)
    return found


def _link(link: Link, place: _Place, mask: _Mask) -> Object:
    found = place(link.start, link.end)
    found["url"] = mask(link.url)
    found["label"] = mask(link.label)
    found["kind"] = link.kind
    found["host"] = link.address.host or None
    found["domain"] = link.address.domain or None
    source = link.address.source
    found["categories"] = list(source.categories("kind"))
    found["outlet"] = source.outlet.name if source.outlet else source.shortens or None
    found["standing"] = [_standing(row) for row in source.standing]
    return found


def _standing(row: Standing) -> Object:
    return {
        "axis": row.axis,
        "category": row.category,
        "list": row.list,
        "as_of": row.as_of or None,
        "evidence": row.evidence or None,
    }


def _outlet(mention: Mention, place: _Place) -> Object:
    found = place(mention.start, mention.end)
    found["name"] = mention.name
    found["domains"] = list(mention.domains)
    found["candidates"] = mention.candidates
    return found


def _excerpt(excerpt: Excerpt, place: _Place, mask: _Mask) -> Object:
    found = place(excerpt.start, excerpt.end)
    found["source"] = mask(excerpt.source) or None
    found["cut"] = excerpt.cut
    found["evidence"] = mask(excerpt.evidence) or None
    return found


def _quotation(quotation: Quotation, place: _Place, mask: _Mask) -> Object:
    found = place(quotation.start, quotation.end)
    found["plain"] = mask(quotation.plain)
    found["kind"] = quotation.kind
    found["group"] = quotation.group
    found["speaker"] = quotation.speaker and _speaker(quotation.speaker, mask)
    found["cue"] = quotation.cue and _cue(quotation.cue, mask)
    found["outlet"] = quotation.outlet or None
    found["sources"] = [_source(source, mask) for source in quotation.sources]
    return found


def _attribution(attribution: Attribution, place: _Place, mask: _Mask) -> Object:
    found = place(attribution.start, attribution.end)
    found["source"] = _speaker(attribution.source, mask)
    found["cue"] = attribution.cue and _cue(attribution.cue, mask)
    found["sources"] = [_source(source, mask) for source in attribution.sources]
    return found


def _speaker(speaker: Speaker, mask: _Mask) -> Object:
    place: Object = {"text": mask(speaker.text), "start": speaker.start, "end": speaker.end}
    return {**place, "name": speaker.name or None, "kind": speaker.kind}


def _cue(cue: Cue, mask: _Mask) -> Object:
    return {"text": mask(cue.text), "start": cue.start, "end": cue.end}


def _source(source: SourceInScope, mask: _Mask) -> Object:
    place: Object = {"text": mask(source.text), "start": source.start, "end": source.end}
    return {"kind": source.kind, **place, "scope": source.scope}


def _claim(claim: Claim, place: _Place, mask: _Mask) -> Object:
    found = place(claim.start, claim.end)
    found["score"] = claim.score
    found["reasons"] = [*claim.reasons]
    found["sources"] = [_source(source, mask) for source in claim.sources]
    return found


def _phrase(phrase: Phrase, place: _Place) -> Object:
    found = place(phrase.start, phrase.end)
    found["kind"] = phrase.kind
    return found


def _passage(passage: Passage, place: _Place, mask: _Mask) -> Object:
    found = place(passage.start, passage.end)
    found["kind"] = passage.kind
    found["evidence"] = mask(passage.evidence)
    return found


def _identifier(identifier: Identifier, place: _Place, mask: _Mask) -> Object:
    found = place(identifier.start, identifier.end)
    found["scheme"] = identifier.scheme
    found["value"] = mask(identifier.value)
    found["valid"] = identifier.valid
    return found


def _citation(citation: Citation, place: _Place, mask: _Mask) -> Object:
    found = place(citation.start, citation.end)
    found["kind"] = citation.kind
    found["key"] = mask(citation.key)
    found["resolved"] = citation.resolved
    found["role"] = citation.role
    return found


def _optional(text: str | None, mask: _Mask) -> str | None:
    return None if text is None else mask(text)
