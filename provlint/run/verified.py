"""The quotations and excerpts of a document → each compared with what it is taken from."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.model.document import Block, Document
from provlint.model.facts import Excerpt, Facts, Link, Quotation
from provlint.model.matches import Fetched, Match, Verified
from provlint.model.words import MatchKind, SourceScopeTold, VerifiedKind
from provlint.run.page_sources import PageSources
from provlint.run.saved_pages import Provider, SavedPages
from provlint.run.web_pages import WebPages
from provlint.run.web_view import WebView
from provlint.run.wishes import Missing
from provlint.tables.tables import Tables
from provlint.text.fragments import text_fragment, with_fragment
from provlint.text.people import differ
from provlint.verify.verify import Source

_FEWEST = {"direct": 3, "partial": 4, "block": 3, "excerpt": 8}  # words
_MOST = 4  # sources of one quotation that are read
#: What counts when several sources are in scope: where the words are found, else what leaves it open.
_BEST: tuple[MatchKind, ...] = ("verbatim", "marked", "clipped", "spliced", "altered", "unavailable", "missing")
_PROSE = frozenset(("paragraph", "list-item", "quote"))
_GOOD = frozenset(("verbatim", "marked"))


class _Cited(NamedTuple):
    url: str
    masked: str
    scope: SourceScopeTold
    link: Link | None = None


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
        cited = _Citations(document, facts)
        found = [
            one for quotation in facts.quotations if (one := self._quotation(document, quotation, cited)) is not None
        ]
        found += [one for excerpt in facts.excerpts if (one := self._excerpt(document, excerpt, facts)) is not None]
        return sorted(found, key=lambda one: (one.start, one.end))

    def _quotation(self, document: Document, quotation: Quotation, cited: "_Citations") -> Verified | None:
        kind = quotation.kind
        if kind == "term" or kind == "excerpt" or len(quotation.plain.split()) < _FEWEST[kind]:
            return None
        best: Verified | None = None
        for one in cited.of(quotation)[:_MOST]:
            made = self._compared(document, quotation, kind, one)
            if made and (best is None or _BEST.index(made.match.kind) < _BEST.index(best.match.kind)):
                best = made
            if best and best.match.kind in _GOOD:
                break
        return best

    def _compared(self, document: Document, quotation: Quotation, kind: VerifiedKind, cited: _Cited) -> Verified | None:
        fetched = self._fetched(document, cited.url, cited.link)
        if fetched is None:
            return None
        base = Verified(
            kind, quotation.start, quotation.end, quotation.plain, cited.masked, _unread(fetched), quotation.speaker,
            scope=cited.scope,
        )  # fmt: skip
        if fetched.content is None:
            return base
        source = self._pages.of(fetched.content, fetched.format)
        return _with_match(base, source, source.verify(quotation.plain))

    def _excerpt(self, document: Document, excerpt: Excerpt, facts: Facts) -> Verified | None:
        """A pasted article or post, a quotation too, paragraph by paragraph; without its title and bylines."""
        if excerpt.kind not in ("article", "post") or not excerpt.source:
            return None
        blocks = [
            block
            for block in document.blocks
            if excerpt.start <= block.start and block.end <= excerpt.end and block.kind in _PROSE and block.plain
        ]
        blocks = [block for block in blocks if len(block.plain.split()) >= _FEWEST["excerpt"]]
        link = next((link for link in facts.links if link.url == excerpt.source), None)
        fetched = self._fetched(document, excerpt.source, link) if blocks else None
        if fetched is None:
            return None
        masked = link.address.masked if link else excerpt.source
        text = "\n\n".join(block.plain for block in blocks)
        base = Verified("excerpt", excerpt.start, excerpt.end, text, masked, _unread(fetched), scope="header")
        if fetched.content is None:
            return base
        return _whole(base, blocks, self._pages.of(fetched.content, fetched.format))

    def _fetched(self, document: Document, url: str, link: Link | None) -> Fetched | None:
        for provider in self._providers:
            page = provider.page(document, url, link)
            if page is not None:
                return page
        return None


def _unread(fetched: Fetched) -> Match:
    return Match("unavailable", fetched.why or "it was not read")


def _with_match(base: Verified, source: Source, match: Match) -> Verified:
    page = source.index.page
    directive = ""
    if match.passage and match.passage.region in ("article", "furniture"):
        directive = text_fragment(match.passage.text, match.passage.before, match.passage.after)
    return base._replace(
        match=match,
        respoken=differ(base.speaker, match.speaker),
        title=page.title,
        date=page.date,
        fragment=with_fragment(base.source, directive) if directive else "",
    )


def _whole(base: Verified, blocks: Sequence[Block], source: Source) -> Verified:
    """The paragraphs of an excerpt, taken together: the worst of those that were found, and how much it holds."""
    matches = [source.verify(block.plain) for block in blocks]
    found = [match for match in matches if match.passage]
    words = sum(match.word_count for match in matches)
    matched = sum(match.matched for match in found)
    if not found:
        return _with_match(base, source, matches[0])
    changed = [match for match in found if match.kind in ("altered", "spliced")]
    first = changed[0] if changed else found[0]
    kind: MatchKind = "altered" if changed else "marked" if len(found) < len(matches) else first.kind
    reason = f"{len(changed)} of its {len(matches)} paragraphs differ" if changed else first.reason
    number = matches.index(first)
    made = _with_match(base, source, first)
    total = sum(block.region == "article" and block.end - block.start for block in source.index.page.blocks)
    return made._replace(
        text=blocks[number].plain,
        match=first._replace(kind=kind, reason=reason, word_count=words, matched=matched),
        share=min(100, 100 * sum(len(block.plain) for block in blocks) // max(1, total)),
    )


class _Citations:
    """The addresses that stand behind the quotations of a document, footnotes and references followed."""

    def __init__(self, document: Document, facts: Facts) -> None:
        self._document = document
        self._links = facts.links
        self._by_place = {(link.start, link.end): link for link in facts.links}
        self._definitions = {(one.kind, one.key): one for one in facts.citations if one.role == "definition"}
        self._groups: dict[int, list[Quotation]] = {}
        for quotation in facts.quotations:
            self._groups.setdefault(quotation.group, []).append(quotation)
        self._notes = sorted(document.notes)

    def of(self, quotation: Quotation) -> list[_Cited]:
        """The sources of the utterance a quotation belongs to, nearest first, each address once."""
        found: dict[str, _Cited] = {}
        for part in (quotation, *self._groups[quotation.group]):
            for source in part.sources:
                for one in self._followed(source.kind, source.text, source.start, source.end, source.scope):
                    found.setdefault(one.url, one)
        if not found:
            found = {one.url: one for one in self._beside(quotation)}
        return list(found.values())

    def _followed(self, kind: str, text: str, start: int, end: int, scope: SourceScopeTold) -> Iterator[_Cited]:
        if kind == "link":
            link = self._by_place.get((start, end))
            yield _Cited(link.url if link else text, text, scope, link)
            return
        definition = next(
            (
                one
                for (of, key), one in self._definitions.items()
                if key == text and (of == "footnote") == (kind == "footnote")
            ),
            None,
        )
        if definition is None:
            return
        first, last = definition.start, definition.end
        at = bisect_right(self._notes, first, key=lambda note: note[0]) - 1
        if at >= 0 and first < self._notes[at][1]:
            last = max(last, self._notes[at][1])
        for link in self._links:
            if first <= link.start < last and link.address.reach == "public":
                yield _Cited(link.url, link.address.masked, scope, link)

    def _beside(self, quotation: Quotation) -> Iterator[_Cited]:
        """Links to other files of the repository in the quotation's own block."""
        blocks = [
            block for block in self._document.blocks if block.start <= quotation.start < block.end and block.plain
        ]
        near = blocks[-1:] if quotation.kind != "block" else []
        for block in near:
            for link in self._links:
                if block.start <= link.start < block.end and _is_local(link):
                    yield _Cited(link.url, link.url, "paragraph", link)


def _is_local(link: Link) -> bool:
    return link.address.reach == "relative" and link.kind in ("inline", "reference", "html") and link.url[:1] != "#"
