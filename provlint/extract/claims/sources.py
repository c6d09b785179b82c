"""A sentence of a block → the links, notes, citations and identifiers that a reader could check it by.

A citation covers its sentence, and what stands before it in the paragraph back to the previous one (the habit of
reports and of Wikipedia, "Citing sources"). One that stands earlier in the paragraph is taken to cover what follows
as well: whether the writer has left it is more than can be told, and a wrong finding is worse than a missing one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from provlint.model.document import Block, Document
from provlint.model.facts import Citation, Link, SourceInScope
from provlint.model.sourcing import may_be_source
from provlint.model.words import SourceKind, SourceScope
from provlint.text.patterns import lazy

_LINKS = frozenset({"inline", "reference", "autolink", "bare", "html"})
_CITES: dict[str, SourceKind] = {"footnote": "footnote", "key": "citation", "number": "citation"}
_IDENTIFIER = lazy(
    r"\b10\.\d{4,9}/[^\s\"'<>\])]{1,200}|\barXiv:\s?\d{4}\.\d{4,5}|\bISBN(?:-1[03])?:?\s[\d-]{10,17}"
    r"|\bPMID:?\s?\d{4,9}"
    r"|\bRFC\s?\d{3,5}\b|\bPublic Law\s\d++-\d++|\b\d{1,3}\sU\.S\.C\.",
)
_NUMBER = lazy(r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}\]")
_NAMED: tuple[tuple[re.Pattern[str], SourceKind], ...] = ((_IDENTIFIER, "identifier"), (_NUMBER, "citation"))

_LONGEST_LIST = 100  # items before one that are passed on the way to what introduces the list
_TYPED_MARKS = frozenset("•·▪‣◦●○■►➢✓✔")
_HANDS = 3  # a heading, the line that announces the list, the paragraph above it


class _Found(NamedTuple):
    start: int
    end: int
    kind: SourceKind
    text: str
    social: str


class Sources:
    """What a document cites, by place."""

    def __init__(self, document: Document, links: Sequence[Link], citations: Sequence[Citation]) -> None:
        found = [
            _Found(link.outer_start, link.outer_end, "link", link.address.masked or link.url, link.address.social)
            for link in links
            if link.kind in _LINKS and (may_be_source(link) or link.url.startswith("#"))
        ]
        found += [
            _Found(cited.start, cited.end, _CITES[cited.kind], cited.key, "")
            for cited in citations
            if cited.role == "use" and cited.kind in _CITES
        ]
        self._found = sorted(found)
        self._starts = [one.start for one in self._found]
        self._social = {link.url: link.address.social for link in links if link.address.social}
        self.document = document

    def within(self, start: int, end: int, scope: SourceScope) -> tuple[SourceInScope, ...]:
        """The sources that begin in a stretch of the source."""
        return tuple(
            SourceInScope(one.kind, one.text, one.start, one.end, scope)
            for one in self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        )

    def social(self, start: int, end: int) -> str:
        """The social network that every source in a stretch is a post on; "" if there is another source, or none."""
        here = self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return here[0].social if here and all(one.social for one in here) else ""

    def named(self, block: Block, start: int, end: int) -> tuple[SourceInScope, ...]:
        """Identifiers and numbers in brackets in `block.plain[start:end]` that are no links or citations already."""
        found = []
        for form, kind in _NAMED:
            for match in form.finditer(block.plain, start, end):
                place = block.place(match.start(), match.end())
                if not self._covers(place[0]):
                    found.append(SourceInScope(kind, match[0], *place, "sentence"))
        return tuple(found)

    def _covers(self, place: int) -> bool:
        before = bisect_right(self._starts, place) - 1
        return before >= 0 and place < self._found[before].end

    def network(self, address: str) -> str:
        """The social network that one of the document's addresses belongs to; "" for none."""
        return self._social.get(address, "")

    def around(self, index: int) -> tuple[SourceInScope, ...]:
        """Sources outside a block that hold for it: the address of what it is part of, a link alone below it, the
        paragraph that introduces its list."""
        blocks = self.document.blocks
        block, parent = blocks[index], blocks[index].parent
        while parent >= 0:
            container = blocks[parent]
            if container.address:
                scope: SourceScope = "post" if container.kind == "post" else "header"
                return (SourceInScope("link", container.address, container.start, container.start, scope),)
            parent = container.parent
        if index + 1 < len(blocks) and blocks[index + 1].parent == block.parent:
            following = blocks[index + 1]
            below = self.within(following.start, following.end, "paragraph")
            if below and len(below[0].text) + 12 >= len(following.plain) > 0 and following.kind == "paragraph":
                return below
        if not is_item(block):
            return ()
        return self._introduction(index)

    def _introduction(self, index: int) -> tuple[SourceInScope, ...]:
        for block in self.introducing(index):
            if found := self.within(block.start, block.end, "introduction"):
                return found
        return ()

    def introducing(self, index: int) -> tuple[Block, ...]:
        """The blocks that hand over to the list that the block at `index` is an item of, the nearest first.

        A line that only announces the list ("The main figures:") speaks for the paragraph above it.
        """
        blocks = self.document.blocks
        at = index
        while at >= 0 and index - at < _LONGEST_LIST and (is_item(blocks[at]) or blocks[at].kind == "link-list"):
            at -= 1
        found: list[Block] = []
        while at >= 0 and len(found) < _HANDS and blocks[at].kind in ("paragraph", "heading"):
            found.append(blocks[at])
            if blocks[at].kind == "paragraph" and not blocks[at].plain.rstrip().endswith(":"):
                break
            at -= 1
        return tuple(found)


def is_item(block: Block) -> bool:
    """Whether a block is an item of a list, be it one whose marks are typed: "• Boats: twelve"."""
    return block.kind == "list-item" or (block.kind == "paragraph" and block.plain.lstrip()[:1] in _TYPED_MARKS)
