"""Links beside the name of an outlet, and how they go with it."""

from bisect import bisect_left, bisect_right

from provlint.model.document import Block, Document
from provlint.model.facts import Link, Mention
from provlint.model.words import LinkRelation
from provlint.text.sentences import split

_NO_SOURCE = frozenset({"image", "metadata", "definition"})
_NEWS = frozenset({"broadcaster", "magazine", "news", "news-agency", "newspaper"})
_GENERIC = frozenset({"The", "Daily", "New", "National", "Sunday", "Business", "World", "American", "International"})


class Beside:
    """The links of a document, to be asked for those beside a place in a block."""

    def __init__(self, document: Document, links: tuple[Link, ...]) -> None:
        self._document = document
        self._links = [link for link in links if link.kind not in _NO_SOURCE and link.address.reach == "public"]
        self._starts = [link.outer_start for link in self._links]
        self._sentences: tuple[Block, list[tuple[int, int]]] | None = None

    def scope(self, block: Block, start: int, end: int) -> tuple[Link, ...]:
        """The links that carry `plain[start:end]`, else those of its sentence."""
        near = self._between(block.start, block.end)
        if not near:
            return ()
        at, stop = block.place(start, end)
        carrying = tuple(link for link in near if link.outer_start <= at and stop <= link.outer_end)
        if carrying:
            return carrying
        first, last = self._sentence(block, start)
        first, last = block.place(first, last)
        return tuple(link for link in near if first <= link.outer_start < last)

    def labels(self, block: Block, start: int, end: int, domains: tuple[str, ...]) -> bool:
        """Whether `plain[start:end]` is the label of a link to one of the domains."""
        near = self._between(block.start, block.end)
        if not near:
            return False
        at, stop = block.place(start, end)
        words = block.plain[start:end]
        return any(
            link.outer_start <= at
            and stop <= link.outer_end
            and len(link.label) <= len(words) + 14
            and _belongs(link, domains)
            for link in near
        )

    def leads_elsewhere(self, block: Block, start: int, end: int, domains: tuple[str, ...]) -> bool:
        """Whether the words carry a link that leads to none of the domains."""
        near = self._between(block.start, block.end)
        if not near:
            return False
        at, stop = block.place(start, end)
        return any(link.outer_start <= at and stop <= link.outer_end and not _belongs(link, domains) for link in near)

    def links_to(self, block: Block, start: int, end: int, domains: tuple[str, ...]) -> bool:
        """Whether the sentence links to one of the domains."""
        return any(_belongs(link, domains) for link in self.scope(block, start, end))

    def _between(self, start: int, end: int) -> list[Link]:
        return self._links[bisect_left(self._starts, start) : bisect_right(self._starts, end)]

    def _sentence(self, block: Block, at: int) -> tuple[int, int]:
        if self._sentences is None or self._sentences[0] is not block:
            self._sentences = block, split(block.plain)
        spans = self._sentences[1]
        index = bisect_right(spans, at, key=lambda span: span[0]) - 1
        return spans[index] if index >= 0 else (0, len(block.plain))


def _belongs(link: Link, domains: tuple[str, ...]) -> bool:
    address = link.address
    if address.domain in domains or address.host in domains or address.host.removeprefix("www.") in domains:
        return True
    outlet = address.source.outlet
    return outlet is not None and any(domain in domains for domain in outlet.domains)


def relate(mention: Mention, scope: tuple[Link, ...]) -> Mention:
    """The mention with what the links in its scope say: the one that suits it best decides."""
    best: tuple[int, LinkRelation, Link] | None = None
    for link in scope:
        relation = _relation(mention, link)
        rank = _RANK.index(relation)
        if best is None or rank < best[0]:
            best = rank, relation, link
    if best is None:
        return mention
    _, relation, link = best
    outlet = link.address.source.outlet
    return mention._replace(
        relation=relation,
        linked_domain=link.address.domain or link.address.host,
        linked_outlet=outlet.name if outlet else "",
        link_start=link.start,
        link_end=link.end,
    )


_RANK: tuple[LinkRelation, ...] = (
    "own", "house", "copy", "aggregator", "about", "post", "syndicated", "elsewhere", "other-outlet", "none",
)  # fmt: skip


def _relation(mention: Mention, link: Link) -> LinkRelation:
    address = link.address
    source = address.source
    if _belongs(link, mention.domains) or (source.outlet and source.outlet.name == mention.name):
        return "own"
    if source.shortens:
        return "own" if source.shortens == mention.name else "elsewhere"
    if address.mirror or address.redirector or "cache" in source.categories("url"):
        return "copy"
    kinds = source.categories("kind")
    if "archive" in kinds:
        return "copy"
    if "aggregator" in kinds:
        return "aggregator"
    if {"wiki", "encyclopedia"} & set(kinds):
        return "about"
    if address.social or {"social-media", "video-audio"} & set(kinds[:1]) or "shortener" in source.categories("url"):
        return "post"
    if source.outlet is None or not _NEWS & {source.outlet.medium}:
        return "elsewhere"
    if _house(mention.name, source.outlet.name):
        return "house"
    return "syndicated" if mention.medium == "news-agency" or mention.candidates > 1 else "other-outlet"


def _house(name: str, other: str) -> bool:
    """Whether two outlets share the first word that is not common to many: Fox News, Fox Business."""
    first = [word for word in name.split() if word not in _GENERIC][:1]
    return first == [word for word in other.split() if word not in _GENERIC][:1]
