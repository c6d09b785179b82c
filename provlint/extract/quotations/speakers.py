"""The chunks of one paragraph → who speaks each, by the grammar of the sentence it stands in."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from provlint.extract.quotations import grammar
from provlint.extract.quotations.clauses import Clauses
from provlint.extract.quotations.grammar import WINDOW
from provlint.extract.quotations.pairs import Pair
from provlint.extract.quotations.words import HEADS, listed
from provlint.model.words import SpeakerClue
from provlint.text.patterns import lazy

#: By which way a speaker was told.
How = SpeakerClue

_FULL = lazy(r"[\s'‘“\"(\[…._*-]*(?:[A-Z0-9$£€À-ÖØ-ÞА-Я¿¡]|[^\W\d_a-zß-öø-ÿа-я])")
_OPEN_END = frozenset(",?!—–-…")
_CLOSERS = " \t\n\u00a0'’\"”)]»"
_LONGEST_HEADLINE = 200  # characters
_IDLE = frozenset(("time", "only time"))  # "time will tell" what nobody said
_OF_SPEECH = frozenset(("words", "phrase", "phrasing", "put", "puts"))
_SHORT_CLAUSE = 12  # words
_NOT_IN_HEADLINES = frozenset(("manner", "think", "show"))
_NAMING = listed("call dub label brand name nickname term title christen deem style")


class Found(NamedTuple):
    """Who speaks a chunk: tokens `start:end`, the token of the cue (-1: none), and by which way it was told."""

    start: int
    end: int
    cue: int
    how: How


NOBODY = Found(-1, -1, -1, "none")


class Speech:
    """One paragraph's words and chunks."""

    def __init__(self, plain: str, chunks: Sequence[Pair], words: Clauses, headline: bool = False) -> None:
        self.headline = headline
        self.plain = plain
        self.is_short = len(plain) <= _LONGEST_HEADLINE
        self.chunks = chunks
        self.words = words
        self.letters = words.letters
        self._full: dict[int, bool] = {}
        self._subjects: dict[int, tuple[int, int] | None] = {}

    @cached_property
    def is_all_quoted(self) -> bool:
        """Whether the paragraph is quoted words and nothing else."""
        return not self.letters.strip("Q.")

    def found(self) -> list[Found]:
        """Who speaks each chunk, told from its own sentence; NOBODY where the sentence does not tell."""
        return [self.chunk(number) for number in range(len(self.chunks))]

    def is_full(self, number: int) -> bool:
        """Whether a chunk reads like a full utterance: it opens with a capital or a figure."""
        full = self._full.get(number)
        if full is None:
            chunk = self.chunks[number]
            full = self._full[number] = _FULL.match(self.plain, chunk.start, chunk.end) is not None
        return full

    def _is_long(self, number: int) -> bool:
        chunk = self.chunks[number]
        return self.plain.count(" ", chunk.start, chunk.end) >= 2

    def opens_sentence(self, number: int) -> bool:
        """Whether nothing stands before the chunk in its sentence."""
        at = self.words.chunk_at[number]
        return at == 0 or self.letters[at - 1] == "."

    def resumes(self, number: int, before: Found) -> bool:
        """Whether the clause that gave the chunk before its speaker hands back: “…” said Ann Lee, a fellow, “…”."""
        at, last = self.words.chunk_at[number], self.words.chunk_at[number - 1]
        return before.how == "after" and self.letters[at - 1] in ",:" and "." not in self.letters[last + 1 : at]

    def is_direct(self, number: int, found: Found) -> bool:
        """Whether a chunk is an utterance of its own, not a phrase in the writer's sentence."""
        at = self.words.chunk_at[number]
        before = self.letters[at - 1] if at else "."
        return (found.how == "after" and before == ".") or (self.is_full(number) and before in ".,:-Qvgi")

    def sentence(self, at: int) -> tuple[int, int]:
        """The tokens of the sentence that the token at `at` stands in, at most two windows either side."""
        start = self.letters.rfind(".", max(0, at - 2 * WINDOW), at) + 1 or max(0, at - 2 * WINDOW)
        end = self.letters.find(".", at, at + 2 * WINDOW)
        return start, end if end >= 0 else min(len(self.letters), at + 2 * WINDOW)

    def leads_in(self, at: int) -> bool:
        """Whether what stands before a chunk hands over to it: "said", "said,", "said:", "that"."""
        letters = self.letters
        if at == 0:
            return False
        return letters[at - 1] in "vgih:" or (letters[at - 1] in ",T" and at > 1 and letters[at - 2] in "vgi")

    def chunk(self, number: int) -> Found:
        """Who speaks one chunk, told from its own sentence."""
        at = self.words.chunk_at[number]
        start, end = self.sentence(at)
        full = self.is_full(number)
        after = self._after(number, at, end)
        if after and (at == start or (full and not self.leads_in(at))):
            return after
        if at == start and (name := grammar.signature(self.letters, at + 1)):
            return Found(*name, -1, "signature")
        if (
            at == start
            and self.is_short
            and full
            and self._is_long(number)
            and (name := grammar.name_after_colon(self.letters, at + 1))
        ):
            return Found(*name, -1, "colon")
        name = grammar.name_before_colon(self.letters, start, at)
        if name and self.words.text(*name).lower() not in HEADS:
            return Found(*name, -1, "colon")
        before = self._before(at, start)
        if before is not NOBODY and before.how != "passive":
            return before
        if whose := self._words_of(at, start, end):
            return whose
        return after or (before if before is not NOBODY else self._elsewhere(at, start, end))

    def _after(self, number: int, at: int, end: int) -> Found | None:
        letters = self.letters
        if letters[at + 1 : at + 2] == ".":
            return self._next_sentence(number, at)
        if so := self._so(at):
            return so
        found = grammar.after_chunk(letters, at + 1, end)
        cue = self.words.cues.get(found.cue) if found else None
        if found is None or cue is None:
            return None
        following = letters[at + 1]
        goes_on = self.last_sign(number) in _OPEN_END or following in ",-"
        if not goes_on and (following not in "vk" or cue.kind in ("judge", "call", "show")):
            return None
        return Found(found.start, found.end, found.cue, "according" if cue.kind == "source" else "after")

    def _so(self, at: int) -> Found | None:
        """The speaker after a German „…“, so die Sprecherin Ann Lee; the English "so" has another letter."""
        if self.letters[at + 1 : at + 3] != ",n" or self.words.text(at + 2, at + 3) != "so":
            return None
        subject = grammar.phrase(self.letters, at + 3)
        return Found(*subject, -1, "after") if subject else None

    def last_sign(self, number: int) -> str:
        """The last character of a chunk that is neither a space nor a closing mark."""
        chunk = self.chunks[number]
        return self.plain[max(chunk.start, chunk.end - 8) : chunk.end].rstrip(_CLOSERS)[-1:]

    def _words_of(self, at: int, start: int, end: int) -> Found | None:
        """Whose words they are said to be: "in the words of Ann Lee", "in her words", "as Ann Lee puts it"."""
        for first, last in ((max(start, at - WINDOW), at), (at + 1, min(end, at + 1 + _SHORT_CLAUSE))):
            for token, *subject in grammar.words_of(self.letters, first, last):
                if self.words.text(token, token + 1).lower() in _OF_SPEECH:
                    return Found(subject[0], subject[1], -1, "according")
        return None

    def _next_sentence(self, number: int, at: int) -> Found | None:
        """The speaker in a short sentence that is the rest of this one: “Is it?” Ann Lee asked."""
        letters = self.letters
        end = letters.find(".", at + 2, at + WINDOW)
        end = end if end >= 0 else min(len(letters), at + WINDOW)
        if (how := grammar.this_is_how(letters, at + 2, end)) and "Q" not in letters[at + 2 : end]:
            return Found(*how, "after")
        found = grammar.after_chunk(letters, at + 2, end)
        cue = self.words.cues.get(found.cue) if found else None
        if found is None or cue is None or cue.kind not in ("say", "manner", "tell", "think"):
            return None
        rest = letters[found.cue + 1 : end].lstrip("bt,")
        asks = self.last_sign(number) in _OPEN_END
        if rest[:1] in ("Q", ":", "h") or (rest and found.cue < found.start) or len(rest) > (12 if asks else 0):
            return None
        return Found(found.start, found.end, found.cue, "after")

    def _before(self, at: int, start: int) -> Found:
        """The nearest cue before the chunk in its sentence that has a subject; of weak ones, the one they hang on."""
        weak = NOBODY
        for cue in self._cues_before(at, start):
            found = self._from_cue(cue, at, start)
            if found is None or (weak is not NOBODY and not self._governs(cue)):
                continue
            if not self._is_weak(cue, found, at):
                return found
            if weak is NOBODY:
                weak = found
        return weak

    def _from_cue(self, cue: int, at: int, start: int) -> Found | None:
        letters, word = self.letters, self.words.cues[cue]
        if (word.kind == "manner" and not self.leads_in(at)) or (self.headline and word.kind in _NOT_IN_HEADLINES):
            return None
        if word.kind == "source":
            source = grammar.according(letters, cue, at)
            return Found(source.start, source.end, cue, "according") if source else None
        if letters[cue] == "v" and grammar.is_passive(letters, cue, start):
            if letters[cue + 1 : cue + 3] in ("sg", "sv"):
                return None  # "was quoted as saying"
            by = grammar.agent(letters, cue, at)
            if by:
                return Found(*by, cue, "before")
            return Found(-1, -1, cue, "passive") if word.kind in ("call", "judge", "tell", "say") else None
        if word.lemma in _NAMING and self._names_only(cue, at, start):
            return None
        if cue == start and word.kind in ("say", "tell") and (inverted := grammar.inverted(letters, cue, at)):
            return Found(*inverted, cue, "before")
        subject = self.subject(cue, start)
        if subject is None or (letters[cue] == "i" and self.words.text(*subject).lower() in _IDLE):
            return None
        return Found(*subject, cue, "before")

    def _names_only(self, cue: int, at: int, start: int) -> bool:
        """Whether a participle only gives something's name: a show called “…”."""
        letters = self.letters
        between = letters[cue + 1 : at]
        if letters[cue] != "v" or between.strip("d"):
            return False
        before = grammar.direct_subject(letters, cue, start)
        if before is None or letters[cue - 1] in "HMp":
            return False
        return before[0] <= start or letters[before[0] - 1] not in "wsh"

    def _is_weak(self, cue: int, found: Found, at: int) -> bool:
        """Whether a cue would rather hand over to one it hangs on: "she said he hopes …"."""
        kind, letter = self.words.cues[cue].kind, self.letters[cue]
        if found.how == "passive":
            return False
        if kind in ("think", "show", "manner"):
            return True
        if letter == "i":
            return self.letters[cue - 1] in "MT" and at - cue > 1
        return letter == "g" and at - cue > 4 and self.letters[cue - 1] in "nN"

    def _governs(self, cue: int) -> bool:
        return self.words.cues[cue].kind in ("say", "tell", "source") and self.letters[cue] in "vgk"

    def _cues_before(self, at: int, start: int) -> list[int]:
        cues = self.words.cues
        return [index for index in range(at - 1, max(start, at - WINDOW) - 1, -1) if index in cues]

    def subject(self, cue: int, start: int) -> tuple[int, int] | None:
        """The tokens that name whose word a cue is, in the sentence that begins at token `start`."""
        if cue not in self._subjects:
            self._subjects[cue] = None  # no cue is asked twice, however cues hang on each other
            self._subjects[cue] = self._find_subject(cue, start)
        return self._subjects[cue]

    def _find_subject(self, cue: int, start: int) -> tuple[int, int] | None:
        letters = self.letters
        participle = letters[cue] == "g" and not (cue > start and letters[cue - 1] in "NBVvb")
        if participle or grammar.inherits(letters, cue):
            return self._inherited(cue, start)
        return grammar.direct_subject(letters, cue, start) or self._inherited(cue, start)

    def _inherited(self, cue: int, start: int) -> tuple[int, int] | None:
        """The subject of the nearest finite cue before, else that of the sentence."""
        for other in self._cues_before(cue, start):
            if self.letters[other] in "vi" and not grammar.is_passive(self.letters, other, start):
                subject = self.subject(other, start)
                if subject:
                    return subject
        return grammar.main_subject(self.letters, start, cue)

    def _elsewhere(self, at: int, start: int, end: int) -> Found:
        """A cue further on in the sentence, a possessive, a colon, "according to"."""
        letters, cues = self.letters, self.words.cues
        if found := grammar.according(letters, at, end):
            return Found(*found, "according")
        if whose := grammar.owner(letters, start, at):
            return Found(*whose, -1, "possessive")
        if (closing := grammar.closing_clause(letters, at, end)) and cues[closing.cue].kind in ("say", "tell", "think"):
            return Found(*closing, "clause")
        subject = grammar.main_subject(letters, start, at)
        if subject and subject[1] <= at and (name := self.words.text(*subject).lower()) not in _IDLE:
            if letters[at - 1] == ":" and name in HEADS:
                return NOBODY  # "Example: “…”"
            return Found(*subject, -1, "colon" if letters[at - 1] == ":" else "clause")
        return NOBODY
