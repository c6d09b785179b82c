"""Facts → the flat records that rules are judged on, each with the place a finding would cover."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from provlint.judge.listings import listings
from provlint.judge.utterances import attribution_record, quotation_records
from provlint.model.answers import UNASKED, Answer
from provlint.model.document import Block, Document
from provlint.model.facts import Facts, Link
from provlint.model.findings import Related
from provlint.model.records import (
    BlockRecord,
    CitationRecord,
    DocumentRecord,
    ExcerptRecord,
    IdentifierRecord,
    LinkRecord,
    OutletRecord,
    PassageRecord,
    Record,
)
from provlint.model.words import CutKind
from provlint.text.masking import mask_text

#: What is known about addresses, by address as the document gives it.
Answers = Mapping[str, Answer]
#: The kinds of block, link, citation or passage that some rule may be about; None: every kind. A document has none.
Kinds = frozenset[str] | None

_CUT = 200
_ENDS: dict[CutKind, str] = {
    "mid-word": "inside a word",
    "mid-sentence": "inside a sentence",
    "ellipsis": "in an ellipsis",
    "read-more": "where its page asks to read on",
    "unclosed-mark": "with a quotation mark left open",
    "unclosed-bracket": "with a bracket left open",
    "none": "",
}
_NO_PROSE = frozenset({"heading", "title", "link-list", "comment-header", "furniture", "metadata", "code", "table"})
#: Identifiers, and what else two entries may have in common, as people say it.
_NAMES: dict[str, str] = {
    "doi": "DOI", "arxiv": "arXiv number", "pmid": "PubMed number", "pmcid": "PMC number", "isbn": "ISBN",
    "issn": "ISSN",
}  # fmt: skip
_NO_SOURCE = frozenset({"image", "metadata", "definition"})


class Subject(NamedTuple):
    """A record to judge, the span a finding would cover, and where else it should point (start, end, words)."""

    record: Record
    start: int
    end: int
    link: Link | None = None
    related: tuple[int, int, str] | None = None
    elsewhere: tuple[Related, ...] = ()  # the same, in another document


def _word_count(text: str) -> int:
    """Words as told from the white space between them: good to a few per cent, and fast."""
    return text.count(" ") + text.count("\n") + 1 if text else 0


def _source_count(facts: Facts) -> int:
    """Links to other sites, footnotes and citations."""
    return sum(link.address.reach == "public" for link in facts.links if link.kind not in _NO_SOURCE) + sum(
        citation.kind != "reference-label" and citation.key != "" for citation in facts.citations
    )


def _documents(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    sources = [link for link in facts.links if link.kind not in _NO_SOURCE]
    record = DocumentRecord(
        path=document.path,
        format=document.format,
        problem=document.problem,
        detail=document.detail,
        encoding=document.encoding,
        title=document.metadata.title or "",
        date=document.metadata.date or "",
        language=document.metadata.language or "",
        word_count=sum(_word_count(block.plain) for block in document.blocks if block.kind not in _NO_PROSE),
        source_count=_source_count(facts),
        local_count=sum(link.address.reach in ("relative", "template", "local-name") for link in sources),
        link_count=len(facts.links),
        code_count=sum(block.kind == "code" for block in document.blocks),
        **_weights(sources),
        outlet_count=len({mention.name for mention in facts.outlets}),
    )
    yield Subject(record, *_opening(document))


def _weights(sources: list[Link]) -> dict[str, Any]:
    """How the links to other sites are spread over sites."""
    public = [link.address for link in sources if link.address.reach == "public" and link.address.host]
    sites = Counter(address.domain or address.host for address in public)
    site, count = sites.most_common(1)[0] if sites else ("", 0)
    return {
        "site_count": len(sites),
        "top_site": site,
        "top_site_share": 100 * count // len(public) if public else 0,
        "social_count": sum(bool(address.social) for address in public),
    }


def _opening(document: Document) -> tuple[int, int]:
    """Where a finding about the whole document stands: its title, else its first block, else its first character."""
    blocks = [block for block in document.blocks if block.kind not in ("metadata", "other", "furniture")]
    first = next((block for block in blocks if block.kind == "title"), blocks[0] if blocks else None)
    if first is None:
        return 0, min(1, len(document.source))
    line_end = document.source.find("\n", first.start, first.end)
    return first.start, line_end if line_end > first.start else first.end


def _blocks(document: Document, facts: Facts, _: Answers, kinds: Kinds) -> Iterator[Subject]:
    starts = [link.start for link in facts.links]
    heading = ""
    for block in document.blocks:
        if kinds is None or block.kind in kinds:
            yield Subject(_block(document, block, heading, starts), block.start, block.end)
        if block.kind in ("heading", "title"):
            heading = block.plain


def _block(document: Document, block: Block, heading: str, link_starts: list[int]) -> BlockRecord:
    text = block.plain or document.source[block.start : block.end]
    return BlockRecord(
        path=document.path,
        format=document.format,
        kind=block.kind,
        level=block.level,
        text=document.source[block.start : min(block.end, block.start + _CUT)],
        author=block.author or "",
        address=block.address or "",
        heading=heading,
        word_count=_word_count(text),
        line_count=sum(1 for line in text.splitlines() if line.strip())
        if block.kind == "link-list"
        else text.count("\n") + 1,
        link_count=bisect_left(link_starts, block.end) - bisect_left(link_starts, block.start),
    )


def _links(document: Document, facts: Facts, answers: Answers, kinds: Kinds) -> Iterator[Subject]:
    for link in facts.links:
        if link.kind == "reference":
            continue  # its address stands in the definition, and is judged there once
        if kinds is not None and link.kind not in kinds:
            continue
        again = link.occurrence > 1 and link.url.strip("#")  # two empty links are not one address
        yield Subject(
            _link(document, link, answers.get(link.url, UNASKED)),
            link.start,
            link.end,
            link,
            (link.first_start, link.first_end, "first cited here") if again else None,
        )


def _link(document: Document, link: Link, answer: Answer) -> LinkRecord:
    address = link.address
    return LinkRecord(
        path=document.path,
        format=document.format,
        kind=link.kind,
        url=address.masked,
        label=link.label,
        scheme=address.scheme,
        host=address.host,
        domain=address.domain,
        port=address.port,
        reach=address.reach,
        malformed=address.malformed,
        credentials=address.credentials,
        placeholder=address.placeholder,
        canonical=address.canonical,
        tracking=", ".join(address.tracking),
        tracking_count=len(address.tracking),
        chat_tool=address.chat_tool,
        target=address.target,
        redirector=address.redirector,
        social=address.social,
        outlet=address.source.outlet.name if address.source.outlet else "",
        **listings(address.source),
        shortens=address.source.shortens,
        mirror=address.mirror,
        original=address.original,
        edition=address.edition,
        lookalike=address.lookalike,
        resembles=address.resembles,
        alone=link.alone,
        occurrence=link.occurrence,
        first_line=document.line_column(link.first_start)[0] if link.occurrence > 1 else 0,
        verdict=answer.verdict,
        reason=answer.reason,
    )


def _outlets(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    linked = {
        link.address.source.outlet.name
        for link in facts.links
        if link.address.source.outlet and link.kind not in _NO_SOURCE
    } | {link.address.source.shortens for link in facts.links}
    seen: set[str] = set()
    for mention in facts.outlets:
        record = OutletRecord(
            path=document.path,
            format=document.format,
            name=mention.name,
            text=document.source[mention.start : min(mention.end, mention.start + _CUT)],
            form=mention.form,
            domains=", ".join(mention.domains),
            candidates=mention.candidates,
            country=mention.country,
            medium=mention.medium,
            attributed=mention.attributed,
            first=mention.name not in seen,
            linked=mention.name in linked,
            relation=mention.relation,
            linked_domain=mention.linked_domain,
            linked_outlet=mention.linked_outlet,
        )
        seen.add(mention.name)
        related = (mention.link_start, mention.link_end, "the link beside it") if mention.relation != "none" else None
        yield Subject(record, mention.start, mention.end, None, related)


def _citations(document: Document, facts: Facts, _: Answers, kinds: Kinds) -> Iterator[Subject]:
    for citation in facts.citations:
        if kinds is not None and citation.kind not in kinds:
            continue
        again = bool(citation.same)
        record = CitationRecord(
            path=document.path,
            format=document.format,
            kind=citation.kind,
            role=citation.role,
            key=citation.key or document.source[citation.start : min(citation.end, citation.start + _CUT)],
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


def _identifiers(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    for identifier in facts.identifiers:
        record = IdentifierRecord(
            path=document.path,
            format=document.format,
            scheme=identifier.scheme,
            name=_NAMES[identifier.scheme],
            text=document.source[identifier.start : min(identifier.end, identifier.start + _CUT)],
            value=identifier.value,
            valid=identifier.valid,
            fault=identifier.fault,
            linked=identifier.linked,
        )
        yield Subject(record, identifier.start, identifier.end)


def _excerpts(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    for excerpt in facts.excerpts:
        record = ExcerptRecord(
            path=document.path,
            format=document.format,
            kind=excerpt.kind,
            cut=excerpt.cut,
            ends=_ENDS[excerpt.cut],
            evidence=excerpt.evidence,
            source=mask_text(excerpt.source),
            text=document.source[excerpt.start : min(excerpt.end, excerpt.start + _CUT)],
            word_count=_word_count(document.source[excerpt.start : excerpt.end]),
            part=excerpt.part,
            parts=excerpt.parts,
        )
        if excerpt.cut == "none":
            yield Subject(record, excerpt.start, excerpt.end)
        else:
            yield Subject(record, excerpt.seen_start, excerpt.seen_end)


def _passages(document: Document, facts: Facts, _: Answers, kinds: Kinds) -> Iterator[Subject]:
    for passage in facts.passages:
        if kinds is not None and passage.kind not in kinds:
            continue
        text = document.source[passage.start : min(passage.end, passage.start + _CUT)]
        record = PassageRecord(document.path, document.format, passage.kind, text, passage.evidence)
        yield Subject(record, passage.start, passage.end)


def _quotations(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    sources = _source_count(facts)
    for record, quotation in quotation_records(document, facts, sources):
        yield Subject(record, quotation.start, quotation.end)


def _attributions(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    sources = _source_count(facts)
    for told in facts.attributions:
        yield Subject(attribution_record(document, told, sources), told.start, told.end)


#: For each kind of fact that a rule may judge: how its records are made. Suppressions come last, when it is known
#: which of them held a finding back (`provlint.judge.suppressions`).
SUBJECTS: dict[str, Callable[[Document, Facts, Answers, Kinds], Iterator[Subject]]] = {
    "document": _documents,
    "block": _blocks,
    "link": _links,
    "citation": _citations,
    "excerpt": _excerpts,
    "identifier": _identifiers,
    "passage": _passages,
    "outlet": _outlets,
    "quotation": _quotations,
    "attribution": _attributions,
}
