"""Speakers of quotations: what a sentence calls them, and how often each was quoted with and without a source."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from provlint.model.document import Document
from provlint.model.facts import Facts, Quotation, SourceInScope, Speaker
from provlint.text.patterns import lazy

#: Who is called so in a sentence about words that nobody is said to have spoken.
NOBODY = "somebody unnamed"
_OWN = frozenset(
    ("i", "we", "you", "one", "me", "us", "i've", "i’ve", "we've", "we’ve", "you've", "you’ve", "let's", "let’s")
)
_PHRASE_END = lazy(r",|\s(?:of|in|from|with|at|for|on|who|that|familiar|close|involved|briefed|and)\b")
_LONGEST_NAME = 3  # words; what is longer holds titles
_NO_NAME = lazy(r"[_\d]|\w-[a-z]")
_NAMED_NEXT = lazy(r",\s+[A-Z][\w.]*\s+[A-Z]")


class Utterance(NamedTuple):
    """The parts of one utterance, none for a group of terms, and the sources in scope of any of them."""

    parts: list[Quotation]
    sources: tuple[SourceInScope, ...]


def utterances(quotations: Sequence[Quotation]) -> dict[int, Utterance]:
    """The utterances of a document by their group."""
    parts: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        held = parts.setdefault(quotation.group, [])
        if quotation.kind != "term":
            held.append(quotation)
    return {group: Utterance(held, _sources(held)) for group, held in parts.items()}


def _sources(parts: Sequence[Quotation]) -> tuple[SourceInScope, ...]:
    """Each source once, in the scope that the first part has it in."""
    near: dict[int, SourceInScope] = {}
    for part in parts:
        for source in part.sources:
            near.setdefault(source.start, source)
    return tuple(near.values())


def who(speaker: Speaker) -> str:
    """A speaker for a sentence: the full name where one is sure, else the words as they stand."""
    words = " ".join(speaker.text.split())
    if speaker.kind == "pronoun":
        return speaker.name or words or NOBODY
    name = speaker.name.split()
    # A name is trusted when it ends as the mention does (a first word grows into other things as well), and when the
    # mention has nothing of it: then it stands beside it.
    fits = words.endswith(name[-1]) or set(words.split()).isdisjoint(name) if name else False
    is_whole = 1 < len(name) <= _LONGEST_NAME and fits and not _NO_NAME.search(speaker.name)
    return speaker.name if is_whole and speaker.kind in ("named", "author") else words or speaker.name or NOBODY


def role(document: Document, speaker: Speaker) -> str:
    """The last word of a noun phrase before what is said of it: "officials" of "three officials in the ministry".

    "" for one whose name follows: "the chief executive, Ann Lee".
    """
    if _NAMED_NEXT.match(document.source, speaker.end):
        return ""
    words = _PHRASE_END.split(speaker.text, maxsplit=1)[0].split()
    return words[-1].strip(".,’'").lower() if words else ""


def is_own(speaker: Speaker) -> bool:
    """Whether the speaker is whoever writes or reads."""
    return speaker.text.lower() in _OWN


class History:
    """What each speaker of a document said, and whether a source stood beside it."""

    def __init__(self, facts: Facts, wholes: dict[int, Utterance]) -> None:
        self._sourced: dict[str, int] = {}  # speaker → where words with a source first stand
        self._counts: Counter[str] = Counter()
        self._by_name: Counter[str] = Counter()
        self._order: dict[int, int] = {}
        for group, whole in wholes.items():
            first = whole.parts[0] if whole.parts else None
            if first is None or first.speaker is None:
                continue
            if whole.sources:
                self._note(first.speaker, first.start)
            elif not (first.turn or first.depth):
                self._count(group, first.speaker)
        for told in facts.attributions:
            if told.sources:
                self._note(told.source, told.start)

    def _count(self, group: int, speaker: Speaker) -> None:
        key = _key(speaker)
        self._counts[key] += 1
        if speaker.kind != "pronoun":
            self._by_name[key] += 1
            self._order[group] = self._by_name[key]

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
