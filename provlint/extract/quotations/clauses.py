"""The words around the quoted chunks of a block → one letter a word, so that grammar is a regular expression over them.

To the letters of `words` come: N capitalised word, n other word, O possessive, 0 figure, Q a chunk, "." the end of a
sentence, v a cue word in a finite form, i in its base form, g its present participle, k "according"; the punctuation
marks , : ; - ( stand for themselves, brackets all for "(".
"""

import re
from collections.abc import Mapping, Sequence

from provlint.extract.quotations.pairs import Pair
from provlint.extract.quotations.words import CLASSES
from provlint.tables.tables import CueWord

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’&-][^\W_]+)*|[,:;()\[\]]|--+|[–—―]")
_POSSESSIVE = ("'s", "’s")
_PUNCTUATION = {"(": "(", ")": "(", "[": "(", "]": "(", ",": ",", ":": ":", ";": ";"}
#: Verbs whose base form after a noun is a verb of that noun: "critics say".
_PLAIN_SPEECH = frozenset(
    "say tell call write think believe argue insist describe contend ask acknowledge admit agree complain explain"
    " suggest predict recall warn worry hope consider fear read put accuse criticize say".split()
)
_BEFORE_VERB = frozenset("NnpwcD,(-QhHBMb0to")
#: What follows a verb in "-s" that is no plural noun: its words, its object.
_AFTER_VERB = frozenset("QhdpNDT:so")

_LOWER = re.compile(r"(?<![\w'’-])[^\W\d_A-Z]{5,}")
_LONGEST_HEADLINE = 160  # characters
_FEWEST_CAPITALS = 4

Lexicon = Mapping[str, str | CueWord]


def lexicon(language: str, cue_words: Mapping[str, CueWord]) -> Lexicon:
    """Word in lower case → its letter, or the cue it may be; a cue goes before a verb of no account."""
    made: dict[str, str | CueWord] = {}
    for word, letter in CLASSES.get(language, {}).items():
        if letter not in "VG" or word not in cue_words:
            made[word] = letter
    return {**cue_words, **made}


def is_headline(plain: str, chunks: Sequence[Pair]) -> bool:
    """Whether a line is set like an English headline: every longer word outside the chunks has a capital."""
    if len(plain) > _LONGEST_HEADLINE or "\n" in plain:
        return False
    at, capitals = 0, 0
    for limit, after in [*((chunk.opening, chunk.closing) for chunk in chunks), (len(plain), 0)]:
        if _LOWER.search(plain, at, limit):
            return False
        capitals += sum(word[0].isupper() for word in plain[at:limit].split())
        at = after
    return capitals >= _FEWEST_CAPITALS


class Clauses:
    """`letters[i]` is the class of the word at `starts[i]:ends[i]`; `cues` holds the words that are cues."""

    __slots__ = ("chunk_at", "cues", "ends", "letters", "starts")

    def __init__(self, letters: str, starts: list[int], ends: list[int], cues: dict[int, CueWord], at: list[int]) -> None:
        self.letters = letters
        self.starts = starts
        self.ends = ends
        self.cues = cues
        self.chunk_at = at  # number of a chunk → its token


def clauses(
    plain: str, chunks: Sequence[Pair], breaks: Sequence[int], words: Lexicon, headline: bool = False
) -> Clauses:
    """The words of `plain` outside the `chunks` (disjoint, in order); `breaks` are where its sentences end.

    Sentences away from every chunk are passed over. In a `headline` every word has a capital, and a capital tells nothing.
    """
    reading = _Reading(words, headline)
    at = number = 0
    length = len(plain)
    waiting: tuple[int, int] | None = None  # a sentence without a chunk, read only if it stands beside one with
    follows = False
    for end in (*breaks, length):
        if end <= at:
            if end == at < length:
                reading.stop(end)
            continue
        holds = number < len(chunks) and (chunks[number].opening < end or end == length)
        if waiting:
            if holds:
                reading.words(plain, *waiting)
            reading.stop(waiting[1])
            waiting = None
        if not (holds or follows):
            waiting, at = (at, end), end
            continue
        while number < len(chunks) and (chunks[number].opening < end or end == length):
            chunk = chunks[number]
            reading.words(plain, at, chunk.opening)
            reading.chunk(chunk)
            at = chunk.closing
            number += 1
        if at < end:
            reading.words(plain, at, end)
            at = end
        if at == end < length:
            reading.stop(end)
        follows = holds
    return reading.finished()


class _Reading:
    def __init__(self, words: Lexicon, headline: bool) -> None:
        self.lexicon = words
        self.headline = headline
        self.letters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.cues: dict[int, CueWord] = {}
        self.chunks: list[int] = []
        self.plurals: list[int] = []  # cues in "-s" that may be plural nouns

    def words(self, plain: str, at: int, limit: int) -> None:
        letters, starts, ends, known, headline = self.letters, self.starts, self.ends, self.lexicon, self.headline
        before = letters[-1] if letters else "."
        for found in _TOKEN.finditer(plain, at, limit):
            word = found[0]
            start, end = found.span()
            starts.append(start)
            ends.append(end)
            lower = word.lower()
            entry = known.get(lower)
            if entry is None:
                before = _open_class(word, lower, before)
            elif isinstance(entry, str):
                before = "N" if word != lower and not headline and _is_name(word, before, entry) else entry
            elif word[0].isupper() and before not in ".Q:" and not headline:
                before = "N"
            else:
                before = self._cue(lower, entry, before)
            letters.append(before)

    def chunk(self, chunk: Pair) -> None:
        self.chunks.append(len(self.letters))
        self.letters.append("Q")
        self.starts.append(chunk.opening)
        self.ends.append(chunk.closing)

    def stop(self, at: int) -> None:
        if self.letters and self.letters[-1] != ".":
            self.letters.append(".")
            self.starts.append(at)
            self.ends.append(at)

    def finished(self) -> Clauses:
        letters = self.letters
        for at in self.plurals:
            if at + 1 >= len(letters) or letters[at + 1] not in _AFTER_VERB:
                if at + 1 < len(letters) and letters[at + 1] == "," and letters[at + 2 : at + 3] == ["Q"]:
                    continue
                letters[at] = "n"
                del self.cues[at]
        return Clauses("".join(letters), self.starts, self.ends, self.cues, self.chunks)

    def _cue(self, lower: str, cue: CueWord, before: str) -> str:
        letter = self._cue_letter(lower, cue, before)
        if letter != "n":
            self.cues[len(self.letters)] = cue
        return letter

    def _cue_letter(self, lower: str, cue: CueWord, before: str) -> str:
        """Whether a word that may be a cue is a verb here, told from the word before it."""
        if cue.kind == "source":
            return "k"
        if before in "dO0":
            return "n"
        if cue.form == "past":
            return "v"
        if cue.form == "present-participle":
            return "g"
        if before == "f" or (before in "ry" and cue.kind != "say"):
            return "n"
        at = len(self.letters) - 1
        while at > 0 and self.letters[at] == "b":
            at -= 1
        before = self.letters[at] if at >= 0 else "."
        if cue.form == "base":
            if before in "MTpDcwi":
                return "i"
            return "i" if before in "nN" and lower in _PLAIN_SPEECH else "n"
        if before not in _BEFORE_VERB:
            return "n"
        if before in "nN0t," and lower not in _SURE:
            self.plurals.append(len(self.letters))
        return "v"


#: Verbs in "-s" that are hardly ever plural nouns.
_SURE = frozenset(
    "says tells writes argues insists adds asks explains describes believes thinks admits acknowledges suggests warns"
    " contends maintains predicts recalls calls reads declares asserts announces agrees concludes".split()
)


def _is_name(word: str, before: str, letter: str) -> bool:
    if not word[0].isupper() or before in ".Q:" or len(word) < 3:
        return False
    return letter in "MVGbsrBf" or (before == "N" and letter in "dtD")


def _open_class(word: str, lower: str, before: str) -> str:
    first = word[0]
    if not first.isalpha():
        return _PUNCTUATION.get(first) or ("0" if first.isdigit() else "-")
    if word[-2:] in _POSSESSIVE:
        return "O"
    if first.isupper():
        return "N"
    ending = lower[-2:]
    if ending == "ly" and len(lower) > 4:
        return "b"
    if before in "dO":
        return "n"
    if ending == "ed":
        return "V"
    return "G" if ending == "ng" and len(lower) > 5 and lower[-3] == "i" else "n"
