"""Document → its excerpts: what was pasted or quoted from elsewhere, and whatever ends before its text does.

A pasted article or post and a block quotation are excerpts whether whole or cut; a comment, a paragraph or the document
itself is one only when it is cut.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from provlint.extract.endings import Ending, Hints, Manner, ellipsis, hints, left_open, read_more, unfinished
from provlint.extract.wording import Wording
from provlint.model.document import Block, Document
from provlint.model.facts import Excerpt, Link
from provlint.model.words import BlockKind, ExcerptKind

_UNITS: dict[BlockKind, ExcerptKind] = {"excerpt": "article", "post": "post", "quote": "quote"}
#: Blocks whose words run on; titles, captions, tables and code end where they end.
_RUNNING = frozenset(("paragraph", "list-item", "quote"))
_MANNERS: dict[ExcerptKind, Manner] = {"article": "prose", "document": "prose"}
_LONG = 60  # letters; shorter paragraphs say nothing of how a text sets its full stops
_SHARE = 0.85  # of paragraphs that end in a full stop, in a text that sets them
_STOPS = (".", "!", "?", "…", ":", ")", '"', "”", "’", "'", "»", "]", "*", "_", "。")
_ROW_LENGTH = 120  # code points at the end of a block in which a row of links shows its signs
_SET_APART = frozenset(("emphasis", "strong", "link", "code", "image", "footnote", "template"))
_SHOWN = 80
_NEAR = 2  # blocks: an introduction and an attribution stand directly beside
_NO_SOURCE = frozenset(("image", "metadata", "definition"))


class _Unit(NamedTuple):
    """A text with one end: the indexes of its leaves, and of its container (-1 for the document, a comment)."""

    kind: ExcerptKind
    leaves: list[int]
    container: int = -1


class _Found(NamedTuple):
    leaf: Block
    ending: Ending


def excerpts(document: Document, links: tuple[Link, ...], wording: Wording) -> tuple[Excerpt, ...]:
    """The excerpts of a document in source order."""
    reading = _Reading(document, links, wording)
    found = [reading.excerpt(unit) for unit in _units(document)]
    told = {excerpt.seen_end for excerpt in found if excerpt is not None}
    found += [excerpt for excerpt in reading.tails() if excerpt.seen_end not in told]
    return _in_parts(sorted(filter(None, found), key=lambda one: (one.start, one.end)))


def _units(document: Document) -> Iterator[_Unit]:
    """What has an end of its own: containers, comments, and the document's own text."""
    blocks = document.blocks
    holder: list[int] = []
    units: dict[int, _Unit] = {}
    own: list[int] = []
    comment: list[int] = []
    for index, block in enumerate(blocks):
        above = holder[block.parent] if block.parent >= 0 else -1
        is_unit = above < 0 and block.kind in _UNITS
        holder.append(index if is_unit else above)
        if is_unit:
            units[index] = _Unit(_UNITS[block.kind], [], index)
        if block.plain and block.kind in _RUNNING and not _is_address(block.plain):
            if holder[index] >= 0:
                units[holder[index]].leaves.append(index)
            elif block.author:
                comment.append(index)
            else:
                own.append(index)
        if comment and (block.kind == "comment-header" or is_unit or index == len(blocks) - 1):
            yield _Unit("comment", comment)
            comment = []
    yield from units.values()
    last = next((i for i in range(len(blocks) - 1, -1, -1) if blocks[i].kind not in ("furniture", "other")), -1)
    if own and own[-1] == last:
        yield _Unit("document", own)


def _is_address(plain: str) -> bool:
    return plain.startswith(("http://", "https://", "www.")) and " " not in plain.strip()


class _Reading:
    """How the texts of one document end."""

    def __init__(self, document: Document, links: tuple[Link, ...], wording: Wording) -> None:
        self._document = document
        self._links = [link for link in links if link.kind not in _NO_SOURCE]
        self._wording = wording

    @cached_property
    def _running(self) -> list[Block]:
        return [block for block in self._document.blocks if block.plain and block.kind in _RUNNING]

    @cached_property
    def _hints(self) -> Hints | None:
        return hints(block.plain for block in self._running)

    def excerpt(self, unit: _Unit) -> Excerpt | None:
        """The excerpt that a unit is; None for the document or a comment that is whole."""
        blocks = self._document.blocks
        found = self._ending(unit) if unit.leaves else None
        if found is None:
            if unit.container < 0:
                return None
            block = blocks[unit.container]
            return Excerpt(unit.kind, block.start, block.end, "none", self._source(unit), "", block.end, block.end)
        first = blocks[unit.container if unit.container >= 0 else unit.leaves[0]]
        return self._cut(unit.kind, first.start, found, self._source(unit))

    def _source(self, unit: _Unit) -> str:
        """The address a unit is taken from: its own, or for a block quotation a link in it or in what stands beside."""
        if unit.kind == "comment":
            return self._pasted_from(unit)
        if unit.container < 0:
            return ""
        block = self._document.blocks[unit.container]
        if unit.kind != "quote":
            return block.address or ""
        start, end = self._beside(unit.container)
        at = bisect_left(self._links, start, key=lambda link: link.start)
        return self._links[at].url if at < len(self._links) and self._links[at].start < end else ""

    def _beside(self, container: int) -> tuple[int, int]:
        """From the paragraph before a container to the end of the one after it."""
        blocks = self._document.blocks
        start, end = blocks[container].start, blocks[container].end
        for block in blocks[max(0, container - _NEAR) : container]:
            if block.plain and block.kind != "heading":
                start = min(start, block.start) if block.end <= start else start
        first = bisect_left(blocks, end, lo=container, key=lambda block: block.start)
        after = next((block for block in blocks[first : first + _NEAR] if block.plain), None)
        return start, after.end if after and after.kind != "heading" else end

    def tails(self) -> Iterator[Excerpt]:
        """Paragraphs anywhere that end in "Read more", and what people say in a thread that trails off."""
        pasted = self._document.format == "text"
        for block in self._running if self._hints or pasted else ():
            found = self._read_more(block)
            if found is None and pasted and block.kind == "list-item":
                found = self._trailing_line(block)
            if found:
                yield self._cut("comment" if block.author else "paragraph", block.start, _Found(block, found), "")

    def _trailing_line(self, block: Block) -> Ending | None:
        """The first line of a listed comment that trails off."""
        if "…" not in block.plain and "..." not in block.plain:
            return None
        at = 0
        for line in block.plain.splitlines(keepends=True):
            if ending := ellipsis(line):
                return Ending("ellipsis", at + ending.start, at + ending.end)
            at += len(line)
        return None

    def _ending(self, unit: _Unit) -> _Found | None:
        leaf = self._document.blocks[unit.leaves[-1]]
        text = leaf.plain
        ending = self._read_more(leaf) or (ellipsis(text) if leaf.kind != "list-item" else None)
        if ending is None and self._is_judged(unit, leaf):
            stops = self._sets_stops(unit)
            ending = unfinished(text, self._wording, self._manner(unit), stops=stops)
            if ending is None and unit.kind in ("article", "quote") and stops and self._wording.is_english:
                ending = left_open(text)
        return _Found(leaf, ending) if ending else None

    def _is_judged(self, unit: _Unit, leaf: Block) -> bool:
        """Whether the last sentence may be judged: running words, in English; no note in italics, no link's label."""
        if leaf.kind == "list-item" and (unit.kind not in _MANNERS or self._document.format != "text"):
            return False
        length = len(leaf.plain.rstrip())
        if any(sign in leaf.plain[-_ROW_LENGTH:] for sign in (" · ", " | ", " • ")):
            return False  # links or notes in a row
        if any(mark.kind in _SET_APART and mark.end >= length for mark in leaf.marks):
            return False
        return self._wording.is_english

    def _read_more(self, block: Block) -> Ending | None:
        """A "Read more" that leads nowhere; with a link, the rest is one step away, and as code it is an example."""
        found = read_more(block.plain, self._hints) if self._hints else None
        if found and any(mark.kind in ("link", "code") and mark.end > found.start for mark in block.marks):
            return None
        return found

    def _manner(self, unit: _Unit) -> Manner:
        """A comment below an address is what was pasted from there."""
        if unit.kind != "comment":
            return _MANNERS.get(unit.kind, "loose")
        return "prose" if self._pasted_from(unit) else "loose"

    def _pasted_from(self, unit: _Unit) -> str:
        """The last address that stands alone above the end of a comment."""
        blocks = self._document.blocks[max(0, unit.leaves[0] - 1) : unit.leaves[-1]]
        return next((block.plain.strip() for block in reversed(blocks) if _is_address(block.plain)), "")

    def _sets_stops(self, unit: _Unit) -> bool:
        """Whether the long paragraphs before the last one end in full stops: those of the unit, or of the document."""
        blocks = self._document.blocks
        if sum(not _stops(blocks[index]) for index in unit.leaves[-4:-1]) > 1:
            return False  # the last line of a list without marks
        ends = [_stops(blocks[index]) for index in unit.leaves[:-1] if len(blocks[index].plain) >= _LONG]
        if len(ends) >= 2:
            return sum(ends) >= _SHARE * len(ends)
        with_stops, paragraphs = self._in_document
        last = blocks[unit.leaves[-1]]
        others = paragraphs - (last.kind == "paragraph" and len(last.plain) >= _LONG)
        return others > 0 and with_stops >= _SHARE * others

    @cached_property
    def _in_document(self) -> tuple[int, int]:
        """How many long paragraphs end in a full stop, and how many there are."""
        ends = [
            _stops(block)
            for block in self._document.blocks
            if block.kind == "paragraph" and len(block.plain) >= _LONG and not _is_address(block.plain)
        ]
        return sum(ends), len(ends)

    def _cut(self, kind: ExcerptKind, start: int, found: _Found, address: str) -> Excerpt:
        leaf, ending = found
        seen_start, end = leaf.place(ending.start, ending.end)
        evidence = " ".join(leaf.plain[ending.start : ending.end].split())[-_SHOWN:]
        return Excerpt(kind, start, end, ending.cut, address, evidence, seen_start, end)


def _stops(block: Block) -> bool:
    return block.plain.rstrip().endswith(_STOPS)


def _in_parts(found: list[Excerpt]) -> tuple[Excerpt, ...]:
    """Excerpts from one address, numbered in their order."""
    parts: dict[str, int] = {}
    for excerpt in found:
        if excerpt.source:
            parts[excerpt.source] = parts.get(excerpt.source, 0) + 1
    seen: dict[str, int] = {}
    numbered = []
    for excerpt in found:
        if parts.get(excerpt.source, 1) > 1:
            seen[excerpt.source] = seen.get(excerpt.source, 0) + 1
            excerpt = excerpt._replace(part=seen[excerpt.source], parts=parts[excerpt.source])
        numbered.append(excerpt)
    return tuple(numbered)
