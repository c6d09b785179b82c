"""A document's quotations → the addresses that stand behind each, nearest first, footnotes and references followed."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from provlint.model.document import Document
from provlint.model.facts import Citation, Facts, Link, Quotation, SourceInScope
from provlint.model.words import SourcePlace, SourceScopeTold
from provlint.text.normal import percent_decoded

_MOST_PARTS = 20  # of one utterance whose sources are its own
_SCOPES: tuple[SourceScopeTold, ...] = (
    "sentence", "attribution", "post", "header", "introduction", "paragraph", "",
)  # fmt: skip
_OWN: frozenset[SourceScopeTold] = frozenset(("attribution", "post", "header"))
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 12  # characters from a quotation to the mark of its note


class Cited(NamedTuple):
    """An address behind a quotation: as it is asked for, as it is shown, how near it stands and on what."""

    url: str
    masked: str
    scope: SourceScopeTold
    link: Link | None = None
    place: SourcePlace = ""


class Citations:
    """The addresses that stand behind the quotations of a document."""

    def __init__(self, document: Document, facts: Facts) -> None:
        self._document = document
        self._links = sorted(facts.links, key=lambda link: link.start)
        self._by_place = {(link.start, link.end): link for link in facts.links}
        self._definitions: dict[tuple[bool, str], Citation] = {}
        for one in facts.citations:
            if one.role == "definition":
                self._definitions.setdefault((one.kind == "footnote", one.key), one)
        self._groups: dict[int, list[Quotation]] = {}
        for quotation in facts.quotations:
            self._groups.setdefault(quotation.group, []).append(quotation)
        self._notes = sorted(document.notes)
        self._blocks = [block for block in document.blocks if block.plain]

    def of(self, quotation: Quotation) -> list[Cited]:
        """The sources of the utterance a quotation belongs to, nearest first, each address once."""
        parts = [quotation, *islice(self._groups[quotation.group], _MOST_PARTS)]
        near: list[tuple[tuple[bool, int, int], Cited]] = []
        for part in parts:
            for source in part.sources:
                near += ((self._nearness(one, source, part), one) for one in self._followed(source, part))
        near.sort(key=lambda one: one[0])
        found: dict[str, Cited] = {}
        for _, cited in near:
            found.setdefault(cited.url, cited)
        return list(found.values()) or list({one.url: one for one in self._beside(quotation)}.values())

    def _nearness(self, cited: Cited, source: SourceInScope, part: Quotation) -> tuple[bool, int, int]:
        apart = max(source.start - part.end, part.start - source.end, 0)
        return not cited.place, _SCOPES.index(cited.scope), apart

    def _followed(self, source: SourceInScope, part: Quotation) -> Iterator[Cited]:
        """The address of a link, those in the text of a note."""
        if source.kind == "link":
            link = self._by_place.get((source.start, source.end))
            place = self._place(source, link, part)
            yield Cited(link.url if link else source.text, source.text, source.scope, link, place)
            return
        definition = self._definitions.get((source.kind == "footnote", source.text))
        if definition is None:
            return
        first, last = definition.start, definition.end
        at = bisect_right(self._notes, first, key=lambda note: note[0]) - 1
        if at >= 0 and first < self._notes[at][1]:
            last = max(last, self._notes[at][1])
        for link in self._links_in(first, last):
            if link.address.reach == "public":
                place = self._place(source, None, part)
                yield Cited(link.url, link.address.masked, source.scope, link, place)

    def _links_in(self, start: int, end: int) -> Iterator[Link]:
        first, last = (bisect_left(self._links, at, key=lambda link: link.start) for at in (start, end))
        yield from self._links[first:last]

    def _place(self, source: SourceInScope, link: Link | None, part: Quotation) -> SourcePlace:
        """What of a quotation a link or a mark stands on; "" if it stands beside it or leads to who speaks."""
        if source.scope in _OWN:
            return "signature"
        start, end = (link.outer_start, link.outer_end) if link else (source.start, source.end)
        if start < part.end and part.start < end:
            return "quotation"
        if part.cue and start < part.cue.end and part.cue.start < end:
            return "cue"
        if 0 <= start - part.end <= _NEAR and not _WORD.search(self._document.source, part.end, start):
            return "mark"
        speaker = part.speaker
        if link and speaker and start < speaker.end and speaker.start < end:
            return "" if _is_profile(link.url, f"{speaker.name or ''} {speaker.text}") else "speaker"
        return ""

    def _beside(self, quotation: Quotation) -> Iterator[Cited]:
        """Links to other files of the repository in the quotation's own block."""
        at = bisect_right(self._blocks, quotation.start, key=lambda block: block.start) - 1
        if quotation.kind == "block" or at < 0 or quotation.start >= self._blocks[at].end:
            return
        for link in self._links_in(self._blocks[at].start, self._blocks[at].end):
            if _is_local(link):
                yield Cited(link.url, link.url, "paragraph", link)


def _is_local(link: Link) -> bool:
    return link.address.reach == "relative" and link.kind in ("inline", "reference", "html") and link.url[:1] != "#"


def _is_profile(url: str, name: str) -> bool:
    """Whether an address ends in a person's name and nothing else: it tells of them, not what they said."""
    last = percent_decoded(url.partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2])
    words = {word.lower() for word in _WORD.findall(last)}
    return bool(words) and words <= {word.lower() for word in _WORD.findall(name)}
