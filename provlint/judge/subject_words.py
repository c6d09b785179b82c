"""Quotations, citations, claims and other words of a document → the flat records that rules are judged on."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from provlint.judge.subject import CUT, Answers, Kinds, Subject, source_count, word_count
from provlint.judge.utterances import attribution_record, quotation_records
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.model.record_links import CitationRecord, IdentifierRecord
from provlint.model.record_texts import ExcerptRecord, PassageRecord
from provlint.model.record_words import ClaimRecord, PhraseRecord
from provlint.model.words import CutKind
from provlint.text.masking import mask_text

_ENDS: dict[CutKind, str] = {
    "mid-word": "inside a word",
    "mid-sentence": "inside a sentence",
    "ellipsis": "in an ellipsis",
    "read-more": "where its page asks to read on",
    "unclosed-mark": "with a quotation mark left open",
    "unclosed-bracket": "with a bracket left open",
    "none": "",
}
#: Identifiers, and what else two entries may have in common, as people say it.
_NAMES: dict[str, str] = {
    "doi": "DOI", "arxiv": "arXiv number", "pmid": "PubMed number", "pmcid": "PMC number", "isbn": "ISBN",
    "issn": "ISSN",
}  # fmt: skip
_FIGURES = frozenset({"statistic", "money", "casualty"})
_SUPERLATIVES = frozenset({"ranking", "record"})


def citations(document: Document, facts: Facts, _: Answers, kinds: Kinds) -> Iterator[Subject]:
    """Notes, labels, keys, numbers and names, each use and each definition."""
    for citation in facts.citations:
        if kinds is not None and citation.kind not in kinds:
            continue
        again = bool(citation.same)
        record = CitationRecord(
            path=document.path,
            format=document.format,
            kind=citation.kind,
            role=citation.role,
            key=citation.key or document.source[citation.start : min(citation.end, citation.start + CUT)],
            resolved=citation.resolved,
            used=citation.used,
            checked=citation.checked,
            occurrence=citation.occurrence,
            entry_count=citation.entry_count,
            list_used=citation.list_used,
            same=citation.same,
            same_name=_NAMES.get(citation.same, citation.same),
            first_line=document.line_column(citation.first_start)[0] if again else 0,
        )
        first = (citation.first_start, citation.first_end, "first listed here") if again else None
        yield Subject(record, citation.start, citation.end, related=first)


def identifiers(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    """DOI, ISBN and their like."""
    for identifier in facts.identifiers:
        record = IdentifierRecord(
            path=document.path,
            format=document.format,
            scheme=identifier.scheme,
            name=_NAMES[identifier.scheme],
            text=document.source[identifier.start : min(identifier.end, identifier.start + CUT)],
            value=identifier.value,
            valid=identifier.valid,
            fault=identifier.fault,
            linked=identifier.linked,
        )
        yield Subject(record, identifier.start, identifier.end)


def _belongs(facts: Facts) -> Callable[[int], bool]:
    """Whether what begins at a place is the document's own: a passage that belongs elsewhere is one finding."""
    foreign = sorted((passage.start, passage.end) for passage in facts.passages if passage.kind == "foreign")
    starts = [start for start, _ in foreign]
    return lambda place: not foreign or place >= foreign[bisect_right(starts, place) - 1][1] or place < starts[0]


def claims(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    """Sentences that state something a reader could check."""
    belongs = _belongs(facts)
    for claim in facts.claims:
        if not belongs(claim.start):
            continue
        record = ClaimRecord(
            path=document.path,
            format=document.format,
            text=document.source[claim.start : min(claim.end, claim.start + CUT)],
            score=claim.score,
            reasons=", ".join(claim.reasons),
            figure=not _FIGURES.isdisjoint(claim.reasons),
            superlative=not _SUPERLATIVES.isdisjoint(claim.reasons),
            source_count=len(claim.sources),
            social=claim.social,
            genre=claim.genre,
        )
        source = next((source for source in claim.sources if claim.social), None)
        related = (source.start, source.end, "its only source") if source else None
        yield Subject(record, claim.start, claim.end, related=related)


def phrases(document: Document, facts: Facts, _: Answers, kinds: Kinds) -> Iterator[Subject]:
    """Words that hide who, when or where."""
    belongs = _belongs(facts)
    for phrase in facts.phrases:
        if (kinds is not None and phrase.kind not in kinds) or not belongs(phrase.start):
            continue
        text = document.source[phrase.start : min(phrase.end, phrase.start + CUT)]
        record = PhraseRecord(document.path, document.format, phrase.kind, text, phrase.sourced)
        yield Subject(record, phrase.start, phrase.end)


def excerpts(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    """Pasted texts; one that was cut is pointed at where that shows."""
    for excerpt in facts.excerpts:
        record = ExcerptRecord(
            path=document.path,
            format=document.format,
            kind=excerpt.kind,
            cut=excerpt.cut,
            ends=_ENDS[excerpt.cut],
            evidence=excerpt.evidence,
            source=mask_text(excerpt.source),
            text=document.source[excerpt.start : min(excerpt.end, excerpt.start + CUT)],
            word_count=word_count(document.source[excerpt.start : excerpt.end]),
            part=excerpt.part,
            parts=excerpt.parts,
        )
        if excerpt.cut == "none":
            yield Subject(record, excerpt.start, excerpt.end)
        else:
            yield Subject(record, excerpt.seen_start, excerpt.seen_end)


def passages(document: Document, facts: Facts, _: Answers, kinds: Kinds) -> Iterator[Subject]:
    """What copying or a tool left behind."""
    for passage in facts.passages:
        if kinds is not None and passage.kind not in kinds:
            continue
        text = document.source[passage.start : min(passage.end, passage.start + CUT)]
        record = PassageRecord(document.path, document.format, passage.kind, text, passage.evidence)
        yield Subject(record, passage.start, passage.end)


def quotations(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    """What stands between quotation marks, and block quotations."""
    sources = source_count(facts)
    for record, quotation in quotation_records(document, facts, sources):
        yield Subject(record, quotation.start, quotation.end)


def attributions(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    """Indirect speech and reported facts."""
    sources = source_count(facts)
    for told in facts.attributions:
        yield Subject(attribution_record(document, told, sources), told.start, told.end)
