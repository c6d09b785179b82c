"""The words around the quoted chunks of a block → one letter a word, so that grammar is a regular expression over them.

The letters are those of `lexicon`; Q is a chunk, "." the end of a sentence.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from provlint.extract.quotations.lexicon import Lexicon
from provlint.extract.quotations.pairs import Pair
from provlint.tables.tables import CueWord
from provlint.text.patterns import lazy

_TOKEN = lazy(r"\w++(?>(?:[.'’&-]\w++)*)|[,:;()\[\]–—―]|--+")
#: What follows a verb in "-s" that is no plural noun: its words, its object.
_AFTER_VERB = frozenset("QhdpNDT:so")
_LOWER = lazy(r"(?<![\w'’-])[^\W\d_A-Z]{5,}")
_LONGEST_HEADLINE = 160  # characters
_FEWEST_CAPITALS = 4


class Stretch(NamedTuple):
    """Tokens from `first` on, which stand in `plain[start:end]`: words, or one chunk or stop."""

    first: int
    start: int
    end: int
    is_words: bool


_first = itemgetter(0)


class Clauses:
    """`letters[i]` is the class of token `i`; `cues` holds the tokens that are cues.

    Where a token stands is looked up when it is asked for: that is seldom, and keeping all places costs more than
    reading the words.
    """

    __slots__ = ("chunk_at", "cues", "letters", "plain", "stretches")

    def __init__(
        self, plain: str, letters: str, stretches: list[Stretch], cues: dict[int, CueWord], chunk_at: list[int]
    ) -> None:
        self.plain = plain
        self.letters = letters
        self.stretches = stretches
        self.cues = cues
        self.chunk_at = chunk_at  # number of a chunk → its token

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from token `first` up to, not with, token `last` stand in `plain`."""
        stretches = self.stretches
        index = bisect_right(stretches, first, key=_first) - 1
        stretch = stretches[index]
        if not stretch.is_words:
            return stretch.start, stretch.end if last == first + 1 else self.place(last - 1, last)[1]
        found = _TOKEN.finditer(self.plain, stretch.start, stretch.end)
        start, end = next(islice(found, first - stretch.first, None)).span()
        if last == first + 1:
            return start, end
        if index + 1 < len(stretches) and stretches[index + 1].first < last:
            return start, self.place(last - 1, last)[1]
        return start, next(islice(found, last - first - 2, None)).end()

    def text(self, first: int, last: int) -> str:
        """The words from token `first` up to, not with, token `last`."""
        start, end = self.place(first, last)
        return self.plain[start:end]


def sentence_clauses(plain: str, start: int, end: int, chunks: Sequence[Pair], words: Lexicon) -> Clauses:
    """The words of one sentence at `plain[start:end]`, with the chunks inside it."""
    reading = _Reading(plain, words, False)
    at = start
    for chunk in chunks:
        reading.words(at, chunk.opening)
        reading.chunk(chunk)
        at = chunk.closing
    if at < end:
        reading.words(at, end)
    return reading.finished()


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


def clauses(
    plain: str, chunks: Sequence[Pair], breaks: Sequence[int], words: Lexicon, headline: bool = False
) -> Clauses:
    """The words of `plain` outside the `chunks` (disjoint, in order); `breaks` are where its sentences end.

    Sentences away from every chunk are passed over. In a `headline` a capital tells nothing.
    """
    reading = _Reading(plain, words, headline)
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
                reading.words(*waiting)
            reading.stop(waiting[1])
            waiting = None
        if not (holds or follows):
            waiting, at = (at, end), end
            continue
        while number < len(chunks) and (chunks[number].opening < end or end == length):
            chunk = chunks[number]
            reading.words(at, chunk.opening)
            reading.chunk(chunk)
            at = chunk.closing
            number += 1
        if at < end:
            reading.words(at, end)
            at = end
        if at == end < length:
            reading.stop(end)
        follows = holds
    return reading.finished()


class _Reading:
    def __init__(self, plain: str, words: Lexicon, headline: bool) -> None:
        self.plain = plain
        self.lexicon = words
        self.headline = headline
        self.letters: list[str] = []
        self.stretches: list[Stretch] = []
        self.cues: dict[int, CueWord] = {}
        self.chunks: list[int] = []
        self.plurals: list[int] = []  # cues in "-s" that may be plural nouns

    def words(self, at: int, limit: int) -> None:
        letters, alone = self.letters, self.lexicon.alone
        self.stretches.append(Stretch(len(letters), at, limit, True))
        for word in _TOKEN.findall(self.plain, at, limit):
            letters.append(alone.get(word) or self._letter(word))

    def chunk(self, chunk: Pair) -> None:
        self.chunks.append(len(self.letters))
        self.stretches.append(Stretch(len(self.letters), chunk.opening, chunk.closing, False))
        self.letters.append("Q")

    def stop(self, at: int) -> None:
        if self.letters and self.letters[-1] != ".":
            self.stretches.append(Stretch(len(self.letters), at, at, False))
            self.letters.append(".")

    def finished(self) -> Clauses:
        letters = self.letters
        for at in self.plurals:
            following = "".join(letters[at + 1 : at + 3])
            relative = following[:1] == "h" and following[1:] not in tuple("dpDNO0Q")  # "reports that go"
            call = following[:1] == ":" and self.cues[at].form == "base"  # "she gets a phone call: …"
            if relative or call or (following[:1] not in _AFTER_VERB and following != ",Q"):
                letters[at] = "n"
                del self.cues[at]
        return Clauses(self.plain, "".join(letters), self.stretches, self.cues, self.chunks)

    def _letter(self, word: str) -> str:
        """The letter of a word that its neighbours decide, or that is met for the first time."""
        words, letters = self.lexicon, self.letters
        if word not in words.alone:
            words.remember(word)
            if words.alone[word]:
                return words.alone[word]
        before = letters[-1] if letters else "."
        letter = words.letter(word, before, self.headline)
        if letter:
            return letter
        lower = word.lower()
        at = len(letters) - 1
        while at > 0 and letters[at] == "b":
            at -= 1
        head = letters[at] if letters else "."
        letter = words.cue_letter(lower, before, head)
        if letter != "n":
            self.cues[len(letters)] = words.cues[lower]
            if words.may_be_plural(lower, head):
                self.plurals.append(len(letters))
        return letter
