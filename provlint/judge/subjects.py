"""Facts → the flat records that rules are judged on, each with the place a finding would cover."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from provlint.model.answers import UNASKED, Answer
from provlint.model.document import Block, Document
from provlint.model.facts import Facts, Link
from provlint.model.findings import Related
from provlint.model.records import (
    BlockRecord,
    CitationRecord,
    DocumentRecord,
    IdentifierRecord,
    LinkRecord,
    PassageRecord,
    Record,
)

#: What is known about addresses, by address as the document gives it.
Answers = Mapping[str, Answer]

_CUT = 200
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


def _documents(document: Document, facts: Facts, _: Answers) -> Iterator[Subject]:
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
        source_count=sum(link.address.reach == "public" for link in sources)
        + sum(citation.kind != "reference-label" and citation.key != "" for citation in facts.citations),
        local_count=sum(link.address.reach in ("relative", "template", "local-name") for link in sources),
        link_count=len(facts.links),
    )
    yield Subject(record, *_opening(document))


def _opening(document: Document) -> tuple[int, int]:
    """Where a finding about the whole document stands: its title, else its first block, else its first character."""
    blocks = [block for block in document.blocks if block.kind not in ("metadata", "other", "furniture")]
    first = next((block for block in blocks if block.kind == "title"), blocks[0] if blocks else None)
    if first is None:
        return 0, min(1, len(document.source))
    line_end = document.source.find("\n", first.start, first.end)
    return first.start, line_end if line_end > first.start else first.end


def _blocks(document: Document, facts: Facts, _: Answers) -> Iterator[Subject]:
    starts = [link.start for link in facts.links]
    heading = ""
    for block in document.blocks:
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


def _links(document: Document, facts: Facts, answers: Answers) -> Iterator[Subject]:
    for link in facts.links:
        if link.kind == "reference":
            continue  # its address stands in the definition, and is judged there once
        again = link.occurrence > 1
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
        alone=link.alone,
        occurrence=link.occurrence,
        first_line=document.line_column(link.first_start)[0] if link.occurrence > 1 else 0,
        verdict=answer.verdict,
        reason=answer.reason,
    )


def _citations(document: Document, facts: Facts, _: Answers) -> Iterator[Subject]:
    for citation in facts.citations:
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


def _identifiers(document: Document, facts: Facts, _: Answers) -> Iterator[Subject]:
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


def _passages(document: Document, facts: Facts, _: Answers) -> Iterator[Subject]:
    for passage in facts.passages:
        text = document.source[passage.start : min(passage.end, passage.start + _CUT)]
        record = PassageRecord(document.path, document.format, passage.kind, text, passage.evidence)
        yield Subject(record, passage.start, passage.end)


#: For each kind of fact that a rule may judge: how its records are made. Suppressions come last, when it is known
#: which of them held a finding back (`provlint.judge.suppressions`).
SUBJECTS: dict[str, Callable[[Document, Facts, Answers], Iterator[Subject]]] = {
    "document": _documents,
    "block": _blocks,
    "link": _links,
    "citation": _citations,
    "identifier": _identifiers,
    "passage": _passages,
}
