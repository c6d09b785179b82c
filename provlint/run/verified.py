"""The quotations and excerpts of a document → each compared with what it is taken from."""

import re
from collections.abc import Sequence

from provlint.model.document import Document
from provlint.model.facts import Excerpt, Facts, Link, Quotation
from provlint.model.matches import Fetched, Match, Verified
from provlint.model.words import MatchKind, VerifiedKind
from provlint.run.citations import Citations, Cited
from provlint.run.page_sources import PageSources
from provlint.run.saved_pages import Provider, SavedPages
from provlint.run.verified_excerpts import Pasted, compared, with_extent, with_match
from provlint.run.web_pages import WebPages
from provlint.run.web_view import WebView
from provlint.run.wishes import Missing
from provlint.tables.tables import Tables
from provlint.text.differing import both_wordings

_FEWEST = {"direct": 3, "partial": 4, "block": 3, "excerpt": 8}  # words
_MOST = 4  # sources of one quotation that are read
#: "— Tomas Oduya, mayor" as the last line of a block quotation, or behind its last sentence.
_SIGNATURE = re.compile(
    r"(?:\n[ \t]*(?:[—–―~]|--+)|(?<=[.!?”\"’»])[ \t]+(?:[—–―]|--))[ \t\u00a0]*[^\W\d_a-z][^\n.!?]{0,120}\.?\s*\Z"
)
_LIMIT = 3  # words of a limiting clause by which it is known again
_AFTER = 400  # characters behind a quotation in which a document may go on with it
_WORDS = re.compile(r"[^\W_]+")
#: What counts when several sources were read: where most of the words are found.
_BEST: tuple[MatchKind, ...] = ("verbatim", "marked", "clipped", "spliced", "altered", "missing")
_GOOD = frozenset(("verbatim", "marked"))


def verifier(tables: Tables, saved: SavedPages | None, view: WebView | None) -> "Verifier":
    """A verifier for the pages that somebody saved and those that a run may fetch."""
    return Verifier(PageSources(tables), saved, WebPages(view) if view else None)


class Verifier:
    """Compares the quotations of documents with saved pages, and what is not saved with pages of the web."""

    def __init__(self, pages: PageSources, saved: SavedPages | None, web: WebPages | None) -> None:
        self._pages = pages
        self._web = web
        self._providers: list[Provider] = [provider for provider in (saved, web) if provider is not None]

    def take_missing(self) -> list[Missing]:
        """The pages that could not be compared with because the web was not asked for them yet."""
        if self._web is None:
            return []
        missing, self._web.missing = self._web.missing, []
        return missing

    def verified(self, document: Document, facts: Facts) -> list[Verified]:
        """What was compared, in source order; a quotation without a source that anybody could have is left out."""
        cited = Citations(document, facts)
        found = [
            one for quotation in facts.quotations if (one := self._quotation(document, quotation, cited)) is not None
        ]
        for excerpt in facts.excerpts:
            found += self._excerpt(document, excerpt, facts)
        return sorted(found, key=lambda one: (one.start, one.end))

    def _quotation(self, document: Document, quotation: Quotation, cited: Citations) -> Verified | None:
        kind = quotation.kind
        if kind == "term" or kind == "excerpt" or len(quotation.plain.split()) < _FEWEST[kind]:
            return None
        made: list[Verified] = []
        for one in cited.of(quotation)[:_MOST]:
            found = self._compared(document, quotation, kind, one)
            if found and found.match.kind in _GOOD:
                return found
            made += [found] if found else []
        return _weighed(made) if made else None

    def _compared(self, document: Document, quotation: Quotation, kind: VerifiedKind, cited: Cited) -> Verified | None:
        fetched = self._fetched(document, cited.url, cited.link)
        if fetched is None:
            return None
        base = Verified(
            kind, quotation.start, quotation.end, quotation.plain, cited.masked, _unread(fetched), quotation.speaker,
            scope=cited.scope, place=cited.place,
        )  # fmt: skip
        if fetched.content is None:
            return base
        source = self._pages.of(fetched.content, fetched.format)
        match = source.verify(quotation.plain)
        signed = _SIGNATURE.search(quotation.plain) if kind == "block" and match.kind not in _GOOD else None
        if signed and signed.start():  # who is quoted stands below the words
            match = source.verify(quotation.plain[: signed.start()])
        match = _told_after(document, quotation, match)
        made = with_match(base, source, match)
        return with_extent(made, source, [made.match]) if kind == "block" else made

    def _excerpt(self, document: Document, excerpt: Excerpt, facts: Facts) -> list[Verified]:
        """A pasted article or post, a quotation too: its paragraphs, its title and its date."""
        if excerpt.kind not in ("article", "post") or not excerpt.source:
            return []
        pasted = Pasted.of(document, excerpt, _FEWEST["excerpt"])
        link = next((link for link in facts.links if link.url == excerpt.source), None)
        fetched = self._fetched(document, excerpt.source, link) if pasted.paragraphs else None
        if fetched is None:
            return []
        masked = link.address.masked if link else excerpt.source
        base = Verified("excerpt", excerpt.start, excerpt.end, pasted.text, masked, _unread(fetched), scope="header")
        if fetched.content is None:
            return [base]
        return compared(base, pasted, self._pages.of(fetched.content, fetched.format))

    def _fetched(self, document: Document, url: str, link: Link | None) -> Fetched | None:
        for provider in self._providers:
            page = provider.page(document, url, link)
            if page is not None:
                return page
        return None


def _told_after(document: Document, quotation: Quotation, match: Match) -> Match:
    """The match, not clipped where the document goes on with the limit: in its own words or in the next piece."""
    cut = match.difference[-1] if match.kind == "clipped" else None
    if cut is None or not cut.end:
        return match
    limit = _WORDS.findall(cut.source.lower())[:_LIMIT]
    after = _WORDS.findall(document.source[quotation.end : quotation.end + _AFTER].lower())
    if not any(after[at : at + len(limit)] == limit for at in range(len(after))):
        return match
    edits = match.difference[:-1]
    passage = match.passage._replace(ending="") if match.passage else None
    reason = "all that differs is marked" if edits else ""
    return match._replace(kind="marked" if edits else "verbatim", reason=reason, passage=passage, difference=edits)


def _weighed(made: Sequence[Verified]) -> Verified:
    """What several sources together say of a quotation that none of them has as it stands.

    Nothing is called wrong while a source that may be the one could not be read; but a link that stands on the
    quotation or on its verb says "read it there", whatever stands farther off.
    """
    unread = [one for one in made if one.match.kind == "unavailable"]
    read = [one for one in made if one.match.kind != "unavailable"]
    if not read:
        return unread[0]
    best = min(read, key=lambda one: _BEST.index(one.match.kind))
    if not unread:
        return best
    if best.place and not any(one.place for one in unread):
        return best._replace(remarks=(*best.remarks, *map(_not_read, unread)))
    return unread[0]._replace(remarks=(*unread[0].remarks, *map(_not_read, unread[1:]), _said(best)))


def _not_read(one: Verified) -> str:
    return f"{one.source} could not be read: {one.match.reason}"


def _said(one: Verified) -> str:
    quoted, there = both_wordings(one.text, one.match)
    return f"{one.source} was read and " + (f"has “{there}” for “{quoted}”" if quoted else "does not have them")


def _unread(fetched: Fetched) -> Match:
    return Match("unavailable", fetched.why or "it was not read")
