"""Links beside the name of an outlet, and how they go with it."""

from bisect import bisect_left, bisect_right

from provlint.model.document import Block
from provlint.model.facts import Link, Mention
from provlint.model.words import LinkRelation
from provlint.text.sentences import split

_NO_SOURCE = frozenset({"image", "metadata", "definition"})
_NEWS = frozenset({"broadcaster", "magazine", "news", "news-agency", "newspaper"})
_MOST_IN_SCOPE = 12
_BESIDE_LABEL = 14  # characters: " magazine", " reported"
_GENERIC = frozenset({"The", "Daily", "New", "National", "Sunday", "Business", "World", "American", "International"})


class Beside:
    """The links of a document, to be asked for those beside a place in a block."""

    def __init__(self, links: tuple[Link, ...]) -> None:
        self._links = [link for link in links if link.kind not in _NO_SOURCE and link.address.reach == "public"]
        self._starts = [link.outer_start for link in self._links]
        self._sentences: tuple[Block, list[tuple[int, int]]] | None = None

    def scope(self, block: Block, start: int, end: int) -> tuple[Link, ...]:
        """The links that carry `plain[start:end]`, else those of its sentence, the first dozen of them."""
        if not self._has_links(block):
            return ()
        carrying = self._carrying(block, start, end)
        if carrying:
            return carrying
        first, last = self._sentence(block, start)
        at, stop = block.place(first, last)
        index = bisect_left(self._starts, at)
        return tuple(self._links[index : min(bisect_left(self._starts, stop), index + _MOST_IN_SCOPE)])

    def labels(self, block: Block, start: int, end: int, domains: tuple[str, ...]) -> bool:
        """Whether `plain[start:end]` is the label of a link to one of the domains, a word or two aside."""
        return any(
            len(link.label) <= end - start + _BESIDE_LABEL and _belongs(link, domains)
            for link in self._carrying(block, start, end)
        )

    def leads_elsewhere(self, block: Block, start: int, end: int, domains: tuple[str, ...]) -> bool:
        """Whether the words carry a link that leads to none of the domains."""
        return any(not _belongs(link, domains) for link in self._carrying(block, start, end))

    def links_to(self, block: Block, start: int, end: int, domains: tuple[str, ...]) -> bool:
        """Whether the sentence links to one of the domains."""
        return any(_belongs(link, domains) for link in self.scope(block, start, end))

    def _has_links(self, block: Block) -> bool:
        index = bisect_left(self._starts, block.start)
        return index < len(self._starts) and self._starts[index] < block.end

    def _carrying(self, block: Block, start: int, end: int) -> tuple[Link, ...]:
        """The links whose words hold `plain[start:end]`; they nest two deep at most (an image in a link)."""
        if not self._has_links(block):
            return ()
        at, stop = block.place(start, end)
        index = bisect_right(self._starts, at)
        return tuple(link for link in self._links[max(0, index - 2) : index] if stop <= link.outer_end)

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
