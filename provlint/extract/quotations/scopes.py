"""Places in a document → the sources that stand near: in the sentence, the paragraph, the introduction, the header."""

from bisect import bisect_left
from collections.abc import Iterable

from provlint.extract.quotations.taken_up import takes_up
from provlint.model.document import Block, Document
from provlint.model.facts import Citation, Link, SourceInScope
from provlint.model.sourcing import may_be_source
from provlint.model.words import SourceKind, SourceScope
from provlint.text.masking import mask_url
from provlint.text.patterns import lazy
from provlint.text.sentences import split

_DASHES = frozenset("-–—―")
_MOST = 8  # sources of one quotation: the nearest
_FAR = 12  # blocks back to the source that "the article" takes up
_NOTE_MARK = lazy(r"\s*[\[(]?\s?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})\s?[\])]?\s*")


class Scopes:
    """Which links, footnotes and citations of a document stand near a place."""

    def __init__(self, document: Document, links: Iterable[Link], citations: Iterable[Citation]) -> None:
        self._document = document
        self._blocks = document.blocks
        found: list[tuple[int, int, SourceInScope]] = []
        for link in links:
            if may_be_source(link):
                source = SourceInScope("link", link.address.masked or link.url, link.start, link.end, "sentence")
                found.append((link.outer_start, link.outer_end, source))
            elif link.url.startswith("#") and _NOTE_MARK.fullmatch(link.label):  # HTML's way to write a footnote
                source = SourceInScope("footnote", link.label.strip("[]() "), link.start, link.end, "sentence")
                found.append((link.outer_start, link.outer_end, source))
        for label in citations:
            if label.role == "use" and label.kind != "reference-label":
                kind: SourceKind = "footnote" if label.kind == "footnote" else "citation"
                source = SourceInScope(kind, label.key, label.start, label.end, "sentence")
                found.append((label.start, label.end, source))
        found.sort(key=lambda one: one[0])
        self._found = found
        self._starts = [start for start, _, _ in found]
        self._addresses: dict[int, SourceInScope] = {}
        self._sentences: dict[int, list[tuple[int, int]]] = {}

    def around(self, index: int, start: int, end: int) -> tuple[SourceInScope, ...]:
        """The sources of the words at `source[start:end]` in the block at `index`, the nearest scope first."""
        if not self._found and self._blocks[index].parent < 0:
            return ()
        block = self._blocks[index]
        first, last = self._sentence(index, start, end)
        near: dict[tuple[int, int], SourceInScope] = {}
        self._add(near, first, last, "sentence")
        self._add(near, block.start, block.end, "paragraph")
        if not near:
            for before in self._introducing(index):
                self._add(near, before.start, before.end, "introduction")
        if not near:
            self._signature(near, index)
        if not near:
            self._taken_up(near, index, first, last)
        return (*list(near.values())[:_MOST], *self._containers(block))

    def _signature(self, near: dict[tuple[int, int], SourceInScope], index: int) -> None:
        """The sources in a line below that opens with a dash, as signatures do."""
        after = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
        if after is not None and after.plain.lstrip()[:1] in _DASHES and after.plain:
            self._add(near, after.start, after.end, "attribution")

    def _taken_up(self, near: dict[tuple[int, int], SourceInScope], index: int, first: int, last: int) -> None:
        """The nearest source above, if the sentence or the line that introduces it speaks of "the article"."""
        words = self._document.source[first:last]
        if not takes_up(words) and not any(takes_up(before.plain) for before in self._introducing(index)):
            return
        at = bisect_left(self._starts, first) - 1
        if at >= 0 and self._starts[at] >= self._blocks[max(0, index - _FAR)].start:
            source = self._found[at][2]
            near[source.start, source.end] = source._replace(scope="introduction")

    def noted_at(self, place: int) -> bool:
        """Whether a footnote is marked at a place, or one space behind it."""
        at = bisect_left(self._starts, place)
        return at < len(self._found) and self._starts[at] - place < 2 and self._found[at][2].kind == "footnote"

    def above(self, index: int) -> tuple[SourceInScope, ...]:
        """The sources in the paragraph right above the block at `index`, which hands over to it."""
        near: dict[tuple[int, int], SourceInScope] = {}
        before = self._before(index)
        if before is not None and before.kind not in ("heading", "title"):
            self._add(near, before.start, before.end, "introduction")
        return tuple(near.values())

    def _add(self, near: dict[tuple[int, int], SourceInScope], start: int, end: int, scope: SourceScope) -> None:
        at = bisect_left(self._starts, start)
        while at < len(self._found) and self._starts[at] < end and len(near) < _MOST:
            source = self._found[at][2]
            near.setdefault((source.start, source.end), source._replace(scope=scope))
            at += 1

    def _sentence(self, index: int, start: int, end: int) -> tuple[int, int]:
        block = self._blocks[index]
        if index not in self._sentences:
            self._sentences[index] = [block.place(*span) for span in split(block.plain)]
        spans = self._sentences[index]
        first = bisect_left(spans, start, key=lambda span: span[1])
        last = bisect_left(spans, end, key=lambda span: span[1])
        if not spans:
            return start, end
        # A note mark or a link may stand right behind the sentence's end.
        following = spans[last + 1][0] if last + 1 < len(spans) else block.end
        return spans[min(first, len(spans) - 1)][0], following

    def _introducing(self, index: int) -> tuple[Block, ...]:
        """The blocks that end in a colon right before the block at `index`, or before the quotes it stands in."""
        places = [index]
        while (parent := self._blocks[places[-1]].parent) >= 0 and self._blocks[parent].kind == "quote":
            places.append(parent)
        found = [self._before(place) for place in places]
        return tuple(before for before in found if before is not None and before.plain.rstrip().endswith(":"))

    def _before(self, index: int) -> Block | None:
        return self._blocks[index - 1] if index and self._blocks[index - 1].plain else None

    def _containers(self, block: Block) -> list[SourceInScope]:
        """The addresses of the post or pasted article that the block stands in."""
        found: list[SourceInScope] = []
        parent = block.parent
        for _ in range(4):
            if parent < 0:
                break
            holder = self._blocks[parent]
            if holder.address:
                found.append(self._address(parent, holder, holder.address))
            parent = holder.parent
        return found

    def _address(self, index: int, holder: Block, address: str) -> SourceInScope:
        if index not in self._addresses:
            at = self._document.source.find(address, holder.start, holder.end)
            place = (at, at + len(address)) if at >= 0 else (holder.start, holder.start)
            scope: SourceScope = "post" if holder.kind == "post" else "header"
            self._addresses[index] = SourceInScope("link", mask_url(address), *place, scope)
        return self._addresses[index]
