"""Document and its links → the identifiers of works: DOI, arXiv, PubMed, ISBN, ISSN, in prose, lists and addresses."""

import re
from collections.abc import Iterator

from provlint.extract.check_digits import isbn_as_13
from provlint.extract.identifier_forms import Named, arxiv_fault, doi_fault, find, trimmed
from provlint.extract.prose import prose
from provlint.extract.spans import Spans
from provlint.model.document import Document
from provlint.model.facts import Identifier, Link
from provlint.model.words import IdentifierScheme, MarkKind
from provlint.text.normal import percent_decoded
from provlint.text.patterns import lazy
from provlint.text.urls import unescape

_SIGNS = (
    "10.", "ISBN", "isbn", "Isbn", "ISSN", "issn", "PMID", "PMC", "rXiv", "rxiv", "RXIV", "978",
    "979", "nih.gov",
)  # fmt: skip
_NO_PROSE: frozenset[MarkKind] = frozenset({"code", "math", "image", "template"})
_SLASH = r"(?:/|%2[Ff])"
_RESOLVER = lazy(rf"(?i:doi\.org{_SLASH}|\bdoi:(?:/\*)?)(10\.\d[^\s?#\"<>]*)")
_PUBLISHER = lazy(
    rf"(?i:/doi/(?:(?:abs|full|pdf|epdf|pdfplus|epub|reader|suppl|figure)/)?|[?&;]doi=)(10\.\d{{4,9}}(?>(?:\.\d{{1,9}})*){_SLASH}[^\s?#&\"<>]+)"
)
_AT_ARXIV = lazy(
    r"arxiv\.org/(?:abs|pdf|html)/(\d{4}\.\d{4,5}(?:v\d{1,3})?|[a-z]{2,8}(?:-[a-z]{2,4})?(?:\.[A-Z]{2})?/\d{7}(?:v\d{1,3})?)(?!\w)"
)
_AT_PUBMED = lazy(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,8})(?!\w)")
_AT_PMC = lazy(r"/(PMC\d{3,9})(?!\w)")
_TAIL = lazy(r"(?:/(?:full|pdf|abstract|epdf|html|meta|summary))?(?:\.pdf)?/?$", re.IGNORECASE)
_LINKED_SCHEMES = frozenset({"doi", "arxiv", "pmid", "pmcid"})  # those that have an address of their own


def identifiers(document: Document, links: tuple[Link, ...]) -> tuple[Identifier, ...]:
    """Every identifier of the document in source order; `links` are those of the document."""
    if not any(sign in document.source for sign in _SIGNS):
        return ()
    in_links = sorted(_in_links(document, links))
    addresses = Spans((link.start, link.end) for link in links if link.kind != "reference")
    labels = Spans((link.outer_start, link.outer_end) for link in links)
    resolved = {same_work(found.scheme, found.value) for found in in_links}
    found = list(in_links)
    for named in _in_prose(document):
        if not addresses.cover(named.start):
            linked = labels.cover(named.start) or same_work(named.scheme, named.value) in resolved
            found.append(named._replace(linked=linked or named.scheme not in _LINKED_SCHEMES))
    return tuple(sorted(found, key=lambda identifier: identifier.start))


def same_work(scheme: IdentifierScheme, value: str) -> tuple[IdentifierScheme, str]:
    """What two identifiers of one work have in common: ISBNs of both lengths, versions of a preprint."""
    if scheme == "isbn":
        return scheme, isbn_as_13(value)
    return scheme, re.sub(r"v\d{1,3}$", "", value) if scheme == "arxiv" else value


def _in_prose(document: Document) -> Iterator[Identifier]:
    for block, words in prose(document, _NO_PROSE, _SIGNS):
        for scheme, start, end, value, fault in find(words):
            yield Identifier(scheme, *block.place(start, end), value, not fault, fault)


def _in_links(document: Document, links: tuple[Link, ...]) -> Iterator[Identifier]:
    for link in links:
        if link.kind in ("reference", "image"):
            continue
        raw = document.source[link.start : link.end]
        for scheme, start, end, value, fault in _in_address(raw):
            yield Identifier(scheme, link.start + start, link.start + end, value, not fault, fault)


def _in_address(raw: str) -> Iterator[Named]:
    """The identifiers that an address as written leads to."""
    resolved = _RESOLVER.search(raw) if "10." in raw else None
    if "10." in raw and (found := resolved or _PUBLISHER.search(raw)):
        start, end = found.span(1)
        if not resolved and (tail := _TAIL.search(raw, start, end)):
            end = tail.start()
        end = trimmed(raw, start, end)
        value = percent_decoded(unescape(raw[start:end])).lower()
        yield Named("doi", start, end, value, doi_fault(value))
    elif found := _AT_ARXIV.search(raw):
        value = re.sub(r"\.[A-Z]{2}/", "/", found[1])
        yield Named("arxiv", *found.span(1), value, arxiv_fault(value))
    elif "nih.gov" in raw or "europepmc.org" in raw:
        if found := _AT_PUBMED.search(raw):
            yield Named("pmid", *found.span(1), found[1])
        elif found := _AT_PMC.search(raw):
            yield Named("pmcid", *found.span(1), found[1])
