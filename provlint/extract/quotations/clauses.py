"""The words around the quoted chunks of a block → one letter a word, so that grammar is a regular expression over them.

The letters are those of `lexicon`; Q is a chunk, "." the end of a sentence.
"""

import re
from collections.abc import Sequence

from provlint.extract.quotations.lexicon import Lexicon
from provlint.extract.quotations.pairs import Pair
from provlint.tables.tables import CueWord

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}+|[^\W_]++(?:['’&-][^\W_]++)*+|[,:;()\[\]]|--+|[–—―]")
#: What follows a verb in "-s" that is no plural noun: its words, its object.
_AFTER_VERB = frozenset("QhdpNDT:so")
_LOWER = re.compile(r"(?<![\w'’-])[^\W\d_A-Z]{5,}")
_LONGEST_HEADLINE = 160  # characters
_FEWEST_CAPITALS = 4


Token = re.Match[str] | tuple[int, int]  # a word, or the place of a chunk or a stop


class Clauses:
    """`letters[i]` is the class of the word at `tokens[i]`; `cues` holds the words that are cues."""

    __slots__ = ("chunk_at", "cues", "letters", "plain", "tokens")

    def __init__(self, plain: str, letters: str, tokens: list[Token], cues: dict[int, CueWord], at: list[int]) -> None:
        self.plain = plain
        self.letters = letters
        self.tokens = tokens
        self.cues = cues
        self.chunk_at = at  # number of a chunk → its token

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from token `first` up to, not with, token `last` stand in `plain`."""
        opening, closing = self.tokens[first], self.tokens[last - 1]
        start = opening[0] if isinstance(opening, tuple) else opening.start()
        return start, closing[1] if isinstance(closing, tuple) else closing.end()

    def text(self, first: int, last: int) -> str:
        """The words from token `first` up to, not with, token `last`."""
        start, end = self.place(first, last)
        return self.plain[start:end]


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

    Sentences away from every chunk are passed over. In a `headline` every word has a capital, and a capital tells nothing.
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
        self.tokens: list[Token] = []
        self.cues: dict[int, CueWord] = {}
        self.chunks: list[int] = []
        self.plurals: list[int] = []  # cues in "-s" that may be plural nouns

    def words(self, at: int, limit: int) -> None:
        letters, alone = self.letters, self.lexicon.alone
        found = [*_TOKEN.finditer(self.plain, at, limit)]
        self.tokens += found
        for token in found:
            letters.append(alone.get(token[0]) or self._letter(token[0]))

    def chunk(self, chunk: Pair) -> None:
        self.chunks.append(len(self.letters))
        self.letters.append("Q")
        self.tokens.append((chunk.opening, chunk.closing))

    def stop(self, at: int) -> None:
        if self.letters and self.letters[-1] != ".":
            self.letters.append(".")
            self.tokens.append((at, at))

    def finished(self) -> Clauses:
        letters = self.letters
        for at in self.plurals:
            following = "".join(letters[at + 1 : at + 3])
            if following[:1] not in _AFTER_VERB and following != ",Q":
                letters[at] = "n"
                del self.cues[at]
        return Clauses(self.plain, "".join(letters), self.tokens, self.cues, self.chunks)

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
