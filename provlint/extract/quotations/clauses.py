"""The words around the quoted chunks of a block → one letter a word, so that grammar is a regular expression over them.

To the letters of `words` come: N capitalised word, n other word, O possessive, 0 figure, Q a chunk, "." the end of a
sentence, v a cue word in a finite form, i in its base form, g its present participle, k "according"; the punctuation
marks , : ; - ( stand for themselves, brackets all for "(".
"""

import re
from collections.abc import Mapping, Sequence

from provlint.extract.quotations.pairs import Pair
from provlint.tables.tables import CueWord

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’&-][^\W_]+)*|[,:;()\[\]]|--+|[–—―]")
_POSSESSIVE = ("'s", "’s")
_PUNCTUATION = {"(": "(", ")": "(", "[": "(", "]": "(", ",": ",", ":": ":", ";": ";"}


class Clauses:
    """`letters[i]` is the class of the word at `starts[i]:ends[i]`; `cues` holds the words that are cues."""

    __slots__ = ("chunk_at", "cues", "ends", "letters", "starts")

    def __init__(self) -> None:
        self.letters = ""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.cues: dict[int, CueWord] = {}
        self.chunk_at: dict[int, int] = {}  # index of a pair → index of its token


def clauses(
    plain: str,
    chunks: Sequence[Pair],
    breaks: Sequence[int],
    classes: Mapping[str, str],
    cue_words: Mapping[str, CueWord],
) -> Clauses:
    """The words of `plain` outside the `chunks` (disjoint, in order); `breaks` are where its sentences end."""
    made = Clauses()
    letters: list[str] = []
    at = 0
    ends = iter([*breaks, len(plain) + 1])
    stop = next(ends)
    for number, chunk in enumerate([*chunks, None]):
        limit = chunk.opening if chunk else len(plain)
        for found in _TOKEN.finditer(plain, at, limit):
            start, end = found.span()
            while stop <= start:
                if letters and letters[-1] != ".":
                    _put(made, letters, ".", stop, stop)
                stop = next(ends)
            _word(made, letters, found[0], start, end, classes, cue_words)
        if chunk:
            while stop <= chunk.opening:
                if letters and letters[-1] != ".":
                    _put(made, letters, ".", stop, stop)
                stop = next(ends)
            made.chunk_at[number] = len(letters)
            _put(made, letters, "Q", chunk.opening, chunk.closing)
            at = chunk.closing
            while stop < at:
                stop = next(ends)
    made.letters = "".join(letters)
    return made


def _put(made: Clauses, letters: list[str], letter: str, start: int, end: int) -> None:
    letters.append(letter)
    made.starts.append(start)
    made.ends.append(end)


def _word(
    made: Clauses,
    letters: list[str],
    word: str,
    start: int,
    end: int,
    classes: Mapping[str, str],
    cue_words: Mapping[str, CueWord],
) -> None:
    made.starts.append(start)
    made.ends.append(end)
    lower = word.lower()
    before = letters[-1] if letters else "."
    capital = word[0].isupper()
    opens = before in ".Q:"
    letter = classes.get(lower)
    if letter is not None:
        if capital and not opens and letter in "MtVGbsrBf" and len(word) > 2 and letter != "t":
            letter = "N"
        letters.append(letter)
        return
    cue = cue_words.get(lower)
    if cue is not None and not (capital and not opens):
        letter = _cue_letter(lower, cue, letters, before, made, opens)
        if letter in "vgik":
            made.cues[len(letters)] = cue
        letters.append(letter)
        return
    letters.append(_open_class(word, lower, before, capital))


def _open_class(word: str, lower: str, before: str, capital: bool) -> str:
    first = word[0]
    if not first.isalpha():
        return _PUNCTUATION.get(first) or ("-" if not first.isdigit() else "0")
    if word[-2:] in _POSSESSIVE:
        return "O"
    if capital:
        return "N"
    if lower.endswith("ly") and len(lower) > 4:
        return "b"
    if before in "dO":
        return "n"
    if lower.endswith("ed"):
        return "V"
    return "G" if lower.endswith("ing") and len(lower) > 5 else "n"


def _cue_letter(lower: str, cue: CueWord, letters: list[str], before: str, made: Clauses, opens: bool) -> str:
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
    at = len(letters) - 1
    while at >= 0 and letters[at] == "b":
        at -= 1
    before = letters[at] if at >= 0 else "."
    if cue.form == "base":
        if before in "MTpDcwi":
            return "i"
        return "i" if before in "nN" and cue.kind in ("say", "tell", "call", "think") and lower in _PLAIN_SPEECH else "n"
    return "v" if before in "NnpwcD,(-Qhi0t" and not opens or before == "Q" else "n"


#: Verbs whose base form after a noun is a verb of that noun: "critics say".
_PLAIN_SPEECH = frozenset(("say", "tell", "call", "write", "think", "believe", "argue", "insist", "describe", "contend", "ask", "acknowledge", "admit", "agree", "complain", "explain", "suggest", "predict", "recall", "warn", "worry", "hope", "consider", "fear", "read", "put"))  # fmt: skip
