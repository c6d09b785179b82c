"""Quotations and attributions → their records: what belongs to a whole utterance, and what its speaker said before."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.model.document import Block, Document
from provlint.model.facts import Attribution, Facts, Quotation, SourceInScope, Speaker
from provlint.model.records import AttributionRecord, QuotationRecord
from provlint.model.words import BlockKind
from provlint.text import normal

_CUT = 200
_OWN = frozenset(
    ["i", "we", "you", "one", "i've", "i’ve", "we've", "we’ve", "you've", "you’ve", "let's", "let’s", "me", "us"]
)
_PHRASE_END = re.compile(r",|\s(?:of|in|from|with|at|for|on|who|that|familiar|close|involved|briefed|and)\b")
_LONGEST_NAME = 3  # words; what is longer holds titles
_NO_NAME = re.compile(r"[_\d]|\w-[a-z]")
_NAMED_NEXT = re.compile(r",\s+[A-Z][\w.]*\s+[A-Z]")
_NOBODY = "somebody unnamed"
_DASHES = frozenset("-–—―")
_CLOSERS = " \t\n\u00a0'\"’”»)]"
_LONGEST_SIGNATURE = 60  # characters of one that may be a list's item
_MOST_AROUND = 6  # characters of a paragraph beside a quotation that fills it: its marks, a stop
_DEEPEST = 8  # containers around a block that are looked at


class _Utterance(NamedTuple):
    """The parts of one utterance and the sources in scope of any of them."""

    parts: list[Quotation]
    sources: tuple[SourceInScope, ...]


def quotation_records(
    document: Document, facts: Facts, document_sources: int
) -> Iterator[tuple[QuotationRecord, Quotation]]:
    """Every quotation with its record, in source order, terms among them."""
    utterances = _utterances(facts.quotations)
    history = _History(facts, utterances)
    places = _Places(document, facts)
    holds = _holds(facts.quotations)
    seen: Counter[int] = Counter()
    for number, quotation in enumerate(facts.quotations):
        whole = utterances[quotation.group]
        seen[quotation.group] += quotation.kind != "term"
        part = max(1, seen[quotation.group])
        record = _record(document, quotation, whole, part, places.around(quotation))
        yield (
            record._replace(
                holds=holds[number],
                document_sources=document_sources,
                times=history.times(quotation),
                occurrence=history.occurrence(quotation) if part == 1 else 0,
                sourced_before=history.sourced_before(quotation),
            ),
            quotation,
        )


def attribution_record(document: Document, told: Attribution, document_sources: int) -> AttributionRecord:
    """The record of indirect speech."""
    text = document.source[told.start : told.end]
    nearest = told.sources[0] if told.sources else None
    return AttributionRecord(
        path=document.path,
        format=document.format,
        text=text[:_CUT],
        word_count=len(text.split()),
        speaker=told.source.text,
        speaker_name=told.source.name,
        speaker_kind=told.source.kind,
        who=_who(told.source),
        own_words=_is_own(told.source),
        cue=told.cue.text if told.cue else "",
        source_count=len(told.sources),
        source=nearest.text if nearest else "",
        source_kind=nearest.kind if nearest else "",
        source_scope=nearest.scope if nearest else "",
        document_sources=document_sources,
    )


def _record(document: Document, quotation: Quotation, whole: _Utterance, part: int, place: "_Place") -> QuotationRecord:
    speaker, changed = quotation.speaker, quotation.alterations
    nearest = whole.sources[0] if whole.sources else None
    host = normal.split(nearest.text).host if nearest and nearest.kind == "link" else ""
    counted = whole.parts if part == 1 and quotation.kind != "term" else [quotation]
    return QuotationRecord(
        path=document.path,
        format=document.format,
        kind=quotation.kind,
        text=quotation.plain[:_CUT],
        word_count=sum(len(one.plain.split()) for one in counted),
        part=part,
        part_count=max(1, len(whole.parts)),
        depth=quotation.depth,
        holds=0,
        block=place.kind,
        alone=place.alone,
        in_heading=place.in_heading,
        in_quote=place.in_quote,
        in_post=place.in_post,
        in_excerpt=place.in_excerpt,
        introduced=place.introduced,
        source_above=place.source_above,
        signed=place.signed,
        turn=quotation.turn,
        author=place.author,
        speaker=speaker.text if speaker else "",
        speaker_name=speaker.name if speaker else "",
        speaker_kind=speaker.kind if speaker else "",
        who=_who(speaker),
        role=_role(document, speaker),
        clue=quotation.clue,
        own_words=_is_own(speaker),
        cue=quotation.cue.text if quotation.cue else "",
        outlet=quotation.outlet,
        venue=quotation.venue,
        relay=quotation.relay or _relay(quotation, place, nearest, host),
        source_count=len(whole.sources),
        source=nearest.text if nearest else "",
        source_host=host,
        source_kind=nearest.kind if nearest else "",
        source_scope=nearest.scope if nearest else "",
        times="",
        occurrence=0,
        sourced_before=False,
        document_sources=0,
        opened=quotation.opened,
        closed=quotation.closed or quotation.goes_on,
        inserted=", ".join(changed.inserted)[:_CUT],
        inserted_count=len(changed.inserted),
        elided=changed.elided,
        sic=changed.sic,
        emphasis=changed.emphasis,
    )


def _relay(quotation: Quotation, place: "_Place", nearest: SourceInScope | None, host: str) -> str:
    """Who passes words on without saying so: a post that quotes, an article that names another outlet as the place."""
    if place.in_post and quotation.kind == "direct" and place.author:
        return f"a post by {place.author}"
    is_article = nearest is not None and nearest.scope == "header" and host != ""
    return host if is_article and quotation.venue and not _is_site_of(quotation.venue, host) else ""


def _is_site_of(name: str, host: str) -> bool:
    """Whether a host has a word of an outlet's name in it, or its initials."""
    words = [word for word in "".join(sign if sign.isalnum() else " " for sign in name.lower()).split() if word]
    initials = "".join(word[0] for word in words if word != "the")
    return any(len(word) > 2 and word != "the" and word in host for word in words) or (
        len(initials) > 1 and initials in host
    )


def _who(speaker: Speaker | None) -> str:
    """A speaker for a sentence: the full name where one is told, else the words as they stand."""
    if speaker is None:
        return _NOBODY
    words = " ".join(speaker.text.split())
    if speaker.kind == "pronoun":
        return speaker.name or words
    name = speaker.name.split()
    # A name is trusted to be the speaker's when it ends as the mention does: a first word grows to others as well.
    is_whole = 1 < len(name) <= _LONGEST_NAME and words.endswith(name[-1]) and not _NO_NAME.search(speaker.name)
    return speaker.name if is_whole and speaker.kind in ("named", "author") else words or speaker.name or _NOBODY


def _role(document: Document, speaker: Speaker | None) -> str:
    """The last word of a noun phrase before what is said of it: "officials" of "three officials in the ministry".

    "" for one whose name follows: "the chief executive, Ann Lee".
    """
    if speaker is None or _NAMED_NEXT.match(document.source, speaker.end):
        return ""
    words = _PHRASE_END.split(speaker.text, maxsplit=1)[0].split()
    return words[-1].strip(".,’'").lower() if words else ""


def _is_own(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.text.lower() in _OWN


def _utterances(quotations: Sequence[Quotation]) -> dict[int, _Utterance]:
    parts: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        held = parts.setdefault(quotation.group, [])
        if quotation.kind != "term":
            held.append(quotation)
    return {
        group: _Utterance(held, tuple(dict.fromkeys(source for one in held for source in one.sources)))
        for group, held in parts.items()
    }


class _History:
    """What each speaker of a document said, and whether a source stood beside it."""

    def __init__(self, facts: Facts, utterances: dict[int, _Utterance]) -> None:
        self._sourced: dict[str, int] = {}  # speaker → where words with a source first stand
        self._counts: Counter[str] = Counter()
        self._by_name: Counter[str] = Counter()
        self._order: dict[int, int] = {}
        for group, whole in utterances.items():
            first = whole.parts[0] if whole.parts else None
            if first and first.speaker:
                if whole.sources:
                    self._note(first.speaker, first.start)
                elif not (first.turn or first.depth):
                    key = _key(first.speaker)
                    self._counts[key] += 1
                    if first.speaker.kind != "pronoun":
                        self._by_name[key] += 1
                        self._order[group] = self._by_name[key]
        for told in facts.attributions:
            if told.sources:
                self._note(told.source, told.start)

    def _note(self, speaker: Speaker, at: int) -> None:
        key = _key(speaker)
        self._sourced[key] = min(at, self._sourced.get(key, at))

    def times(self, quotation: Quotation) -> str:
        """How often its speaker is quoted without a source, in words."""
        count = self._counts[_key(quotation.speaker)] if quotation.speaker else 1
        return {0: "once", 1: "once", 2: "twice"}.get(count, f"{count} times")

    def occurrence(self, quotation: Quotation) -> int:
        """Its number among the utterances without a source that name their speaker; 0 if it is none of them."""
        return self._order.get(quotation.group, 0)

    def sourced_before(self, quotation: Quotation) -> bool:
        """Whether words of its speaker stand further up with a source."""
        at = self._sourced.get(_key(quotation.speaker), -1) if quotation.speaker else -1
        return 0 <= at < quotation.start


def _key(speaker: Speaker) -> str:
    return (speaker.name or speaker.text).lower()


def _holds(quotations: Sequence[Quotation]) -> list[int]:
    """For each quotation how many others, terms left out, stand inside it."""
    starts = [quotation.start for quotation in quotations]
    told = [0]
    for quotation in quotations:
        told.append(told[-1] + (quotation.kind != "term"))
    return [
        told[max(number + 1, bisect_right(starts, quotation.end - 1))] - told[number + 1]
        for number, quotation in enumerate(quotations)
    ]


class _Place(NamedTuple):
    """What a quotation stands in."""

    kind: BlockKind = "other"
    alone: bool = False
    introduced: bool = False
    source_above: bool = False
    signed: bool = False
    in_heading: bool = False
    in_quote: bool = False
    in_post: bool = False
    in_excerpt: bool = False
    author: str = ""


class _Places:
    """Looks up what blocks stand around a place of a document."""

    def __init__(self, document: Document, facts: Facts) -> None:
        self._blocks = document.blocks
        self._quoted = [quotation.start for quotation in facts.quotations if quotation.kind != "term"]
        self._sources = sorted(
            [link.start for link in facts.links if link.kind not in ("image", "metadata", "definition")]
            + [label.start for label in facts.citations if label.role == "use"]
        )
        self._prose = [number for number, block in enumerate(document.blocks) if block.plain]
        self._starts = [document.blocks[number].start for number in self._prose]

    def around(self, quotation: Quotation) -> _Place:
        """The blocks that hold a quotation; a block quotation, post or article does not hold itself."""
        if not self._starts:
            return _Place()
        at = max(0, bisect_right(self._starts, quotation.start) - 1)
        beside = self._beside(at, quotation)
        if quotation.kind in ("block", "excerpt"):
            return beside._replace(kind="quote" if quotation.kind == "block" else "excerpt")
        block = self._blocks[self._prose[at]]
        around = [block]
        while around[-1].parent >= 0 and len(around) < _DEEPEST:
            around.append(self._blocks[around[-1].parent])
        kinds = {one.kind for one in around}
        filled = quotation.end - quotation.start >= len(block.plain.strip()) - _MOST_AROUND
        return beside._replace(
            kind=block.kind,
            alone=filled and beside.alone,
            in_heading=block.kind in ("heading", "title"),
            in_quote="quote" in kinds,
            in_post="post" in kinds,
            in_excerpt="excerpt" in kinds,
            author=_author(around),
        )

    def _beside(self, at: int, quotation: Quotation) -> _Place:
        """What the blocks of prose above and below say of the one at `at`, or of the container that begins there."""
        before = self._blocks[self._prose[at - 1]] if at else None
        last = max(at, bisect_left(self._starts, quotation.end) - 1)
        after = self._blocks[self._prose[last + 1]] if last + 1 < len(self._prose) else None
        signed = after is not None and _is_signature(after)
        alone = not any(block is not None and _between(self._quoted, block) for block in (before, after))
        if before is None:
            return _Place(signed=signed, alone=alone)
        introduced = before.kind in ("heading", "title") or before.plain.rstrip(_CLOSERS)[-1:] in (":", "?")
        above = _between(self._sources, before)
        return _Place(introduced=introduced, source_above=above, signed=signed, alone=alone)


def _is_signature(block: Block) -> bool:
    """Whether a line opens with a dash and a name; in plain text that looks like a list of one short item."""
    text = block.plain.lstrip()
    return text[:1] in _DASHES or (block.kind == "list-item" and len(text) <= _LONGEST_SIGNATURE and text[:1].isupper())


def _between(places: Sequence[int], block: Block) -> bool:
    """Whether one of the sorted places stands in a block."""
    return bisect_left(places, block.start) < bisect_left(places, block.end)


def _author(around: Sequence[Block]) -> str:
    return next((block.author for block in around if block.author and block.kind in ("post", "excerpt")), "")
