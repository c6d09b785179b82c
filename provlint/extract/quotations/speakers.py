"""The chunks of one paragraph → who speaks each, by the grammar of the words around it."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from provlint.extract.quotations import grammar
from provlint.extract.quotations.clauses import Clauses
from provlint.extract.quotations.grammar import WINDOW, Subject
from provlint.extract.quotations.pairs import Pair

How = Literal["after", "before", "clause", "colon", "possessive", "according", "signature", "carried", "none", "passive"]

_FULL = re.compile(r"[\s'‘“\"(\[…._*-]*(?:[A-Z0-9$£€À-ÖØ-ÞА-Я¿¡]|[^\W\d_a-zß-öø-ÿа-я])")
_OPEN_END = frozenset(",?!—–-…")


class Found(NamedTuple):
    """Who speaks a chunk: tokens `start:end`, the token of the cue (-1: none), and by which way it was told."""

    start: int
    end: int
    cue: int
    how: How


NOBODY = Found(-1, -1, -1, "none")


class Speech:
    """One paragraph's words and chunks, and what was found so far."""

    def __init__(self, plain: str, chunks: Sequence[Pair], words: Clauses) -> None:
        self.plain = plain
        self.chunks = chunks
        self.words = words
        self.letters = words.letters
        self.subjects: dict[int, tuple[int, int] | None] = {}

    def found(self) -> list[Found]:
        """Who speaks each chunk, told from its own sentence; NOBODY where the sentence does not tell."""
        return [self._chunk(number) for number in range(len(self.chunks))]

    def is_full(self, number: int) -> bool:
        """Whether a chunk reads like a full utterance: it opens with a capital or a figure."""
        chunk = self.chunks[number]
        return _FULL.match(self.plain, chunk.start, chunk.end) is not None

    def opens_sentence(self, number: int) -> bool:
        """Whether nothing stands before the chunk in its sentence."""
        at = self.words.chunk_at[number]
        return at == 0 or self.letters[at - 1] == "."

    def sentence(self, at: int) -> tuple[int, int]:
        """The tokens of the sentence that the token at `at` stands in, at most a window's length either side."""
        start = self.letters.rfind(".", max(0, at - 2 * WINDOW), at) + 1 or max(0, at - 2 * WINDOW)
        end = self.letters.find(".", at, at + 2 * WINDOW)
        return start, end if end >= 0 else min(len(self.letters), at + 2 * WINDOW)

    def _chunk(self, number: int) -> Found:
        at = self.words.chunk_at[number]
        start, end = self.sentence(at)
        full = self.is_full(number)
        opens = at == start
        after = self._after(number, at, end)
        if after and (opens or full and not self._leads_in(at)):
            return after
        before = self._before(at, start)
        if before.how == "passive":
            return after or before
        if before is not NOBODY and (not after or not full or self._leads_in(at)):
            return before
        if after:
            return after
        return self._elsewhere(number, at, start, end)

    def _leads_in(self, at: int) -> bool:
        """Whether what stands before a chunk hands over to it: "said", "said,", "said:", "that"."""
        before = self.letters[max(0, at - 2) : at]
        return before[-1:] in tuple("vgih:") or before in ("v,", "g,", "i,", "v:", "g:", "vh")

    def _after(self, number: int, at: int, end: int) -> Found | None:
        chunk = self.chunks[number]
        found = grammar.after_chunk(self.letters[:end] if end < len(self.letters) else self.letters, at + 1)
        if found is None:
            return None
        if self.words.cues.get(found.cue) is None:
            return None
        kind = self.words.cues[found.cue].kind
        last = self.plain[chunk.end - 1]
        comma = self.letters[at + 1] in ",-"
        if last not in _OPEN_END and not comma and self.letters[at + 1] not in "vk":
            return None
        if kind in ("judge", "call", "show") and not (last in _OPEN_END or comma):
            return None
        how: How = "according" if kind == "source" else "after"
        return Found(found.start, found.end, found.cue, how)

    def _before(self, at: int, start: int) -> Found:
        """The nearest cue before the chunk in its sentence that has a subject."""
        for cue in self._cues_before(at, start):
            word = self.words.cues[cue]
            if word.kind == "manner" and at - cue > 2:
                continue
            if word.kind == "source":
                found = grammar.according(self.letters, cue, at)
                if found:
                    return Found(found.start, found.end, cue, "according")
                continue
            if self.letters[cue] == "v" and grammar.is_passive(self.letters, cue, start):
                if self.letters[cue + 1 : cue + 3] in ("sg", "sv"):
                    continue
                by = grammar.agent(self.letters, cue, at)
                if by:
                    return Found(*by, cue, "before")
                if word.kind in ("call", "judge", "tell", "say"):
                    return Found(-1, -1, cue, "passive")
                continue
            subject = self._subject(cue, start)
            if subject:
                return Found(*subject, cue, "before")
        return NOBODY

    def _cues_before(self, at: int, start: int) -> list[int]:
        cues = self.words.cues
        return [index for index in range(at - 1, max(start, at - WINDOW) - 1, -1) if index in cues]

    def _subject(self, cue: int, start: int) -> tuple[int, int] | None:
        if cue not in self.subjects:
            self.subjects[cue] = None  # no cue is asked twice, however cues hang on each other
            self.subjects[cue] = self._find_subject(cue, start)
        return self.subjects[cue]

    def _find_subject(self, cue: int, start: int) -> tuple[int, int] | None:
        letters = self.letters
        if letters[cue] == "g" and not (cue > start and letters[cue - 1] in "NBVvb") or (
            grammar.inherits(letters, cue) and letters[cue - 1 : cue] != ","
        ):
            return self._inherited(cue, start)
        direct = grammar.direct_subject(letters, cue, start)
        if direct:
            return direct
        return self._inherited(cue, start)

    def _inherited(self, cue: int, start: int) -> tuple[int, int] | None:
        """The subject of the nearest finite cue before, else that of the sentence."""
        for other in self._cues_before(cue, start):
            if self.letters[other] in "vi" and not grammar.is_passive(self.letters, other, start):
                subject = self._subject(other, start)
                if subject:
                    return subject
        return grammar.main_subject(self.letters, start, cue)

    def _elsewhere(self, number: int, at: int, start: int, end: int) -> Found:
        """A cue further on in the sentence, a possessive, a colon, "according to"."""
        letters = self.letters
        found = grammar.according(letters, at, end)
        if found:
            return Found(found.start, found.end, found.cue, "according")
        owner = re.compile(r"[Od][n0bVG]{0,2}\Z").search(letters, max(start, at - 4), at)
        if owner and letters[owner.start()] == "O":
            return Found(owner.start(), owner.start() + 1, -1, "possessive")
        closing = re.compile(rf"[,-](?P<subject>{grammar._SHORT_PHRASE}|p)[bHM]*(?P<cue>v)[^vgi,]{{0,12}}\Z").search(letters, at, end)
        if closing and self.words.cues[closing.start("cue")].kind in ("say", "tell", "think"):
            return Found(*closing.span("subject"), closing.start("cue"), "clause")
        subject = grammar.main_subject(letters, start, at)
        if subject and subject[1] <= at:
            return Found(*subject, -1, "colon" if letters[at - 1] == ":" else "clause")
        return NOBODY


__all__ = ["NOBODY", "Found", "Speech", "Subject"]
