"""Facts → the flat records that rules are judged on, each with the place a finding would cover."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from provlint.judge.subject import CUT, NO_SOURCE, Answers, Kinds, Subject, source_count, word_count
from provlint.judge.subject_links import links, outlets
from provlint.judge.subject_words import (
    attributions,
    citations,
    claims,
    excerpts,
    identifiers,
    passages,
    phrases,
    quotations,
)
from provlint.model.document import Block, Document
from provlint.model.facts import Facts, Link
from provlint.model.record_texts import BlockRecord, DocumentRecord

_NO_PROSE = frozenset({"heading", "title", "link-list", "comment-header", "furniture", "metadata", "code", "table"})


def _documents(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    sources = [link for link in facts.links if link.kind not in NO_SOURCE]
    record = DocumentRecord(
        path=document.path,
        format=document.format,
        problem=document.problem,
        detail=document.detail,
        encoding=document.encoding,
        title=document.metadata.title or "",
        date=document.metadata.date or "",
        language=document.metadata.language or "",
        word_count=sum(word_count(block.plain) for block in document.blocks if block.kind not in _NO_PROSE),
        source_count=source_count(facts),
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
        text=document.source[block.start : min(block.end, block.start + CUT)],
        author=block.author or "",
        address=block.address or "",
        heading=heading,
        word_count=word_count(text),
        line_count=sum(1 for line in text.splitlines() if line.strip())
        if block.kind == "link-list"
        else text.count("\n") + 1,
        link_count=bisect_left(link_starts, block.end) - bisect_left(link_starts, block.start),
    )


#: For each kind of fact that a rule may judge: how its records are made. Suppressions come last, when it is known
#: which of them held a finding back (`provlint.judge.suppressions`).
SUBJECTS: dict[str, Callable[[Document, Facts, Answers, Kinds], Iterator[Subject]]] = {
    "document": _documents,
    "block": _blocks,
    "link": links,
    "citation": citations,
    "claim": claims,
    "phrase": phrases,
    "excerpt": excerpts,
    "identifier": identifiers,
    "passage": passages,
    "outlet": outlets,
    "quotation": quotations,
    "attribution": attributions,
}
