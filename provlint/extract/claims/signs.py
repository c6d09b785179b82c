"""A sentence → the signs by which it states a fact that can be checked, counted.

The signs are those that tell check-worthy sentences in Hassan et al., "Toward Automated Fact-Checking: Detecting
Check-worthy Factual Claims by ClaimBuster" (2017): numbers, verbs in the past, names, length; and, against it,
subjectivity (Riloff and Wiebe 2003), hedging and boosting (Hyland 2005). Words come from the table `claim-cues`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from provlint.extract.claims.word_sets import word_set
from provlint.model.words import ClaimSign
from provlint.text.bare import words_of
from provlint.text.patterns import lazy

# Here and below a class of characters comes first and looks back, where that can be: then the search runs in C.
_FIGURE = lazy(
    r"[\d$€£₹¥](?:(?<=\d)[\d,.]*+\s?(?:%|(?i:per ?cent\b|pct\b|(?:m|b|tr)illion|thousand\b|bn\b|points?\b))"
    r"|(?<!\d)\s?\d|(?<=\d)\d{0,2}(?>(?:,\d{3})+)|(?<=\d)(?<!\d.)\d\d++)"
)
_YEAR = lazy(r"(?:1[6-9]|20)(?<!\d..)\d\d(?!\d)")
_ACRONYM = lazy(r"[A-Z][A-Z]++")
_DIGIT = lazy(r"\d")
_CAPITAL = lazy(r" [A-Z]")
_BREAK = lazy(r"[;—: -](?:(?<=[;—:])|(?<= )[–-] |(?<=-)-)")
_MAY_BREAK = lazy(r"[;—:–-]")
_DEIXIS = word_set(
    "this that these those it there that's it's there's",
)
_PRESENT = frozenset(["is", "are", "it's", "that's", "be"])
_NEGATION = frozenset(["not", "no", "never", "nor", "neither"])
_ADVERBS_OF_FACT = word_set(
    "recently annually nearly roughly approximately early only daily monthly weekly family currently previously",
    "formerly officially reportedly respectively exactly federally unanimously supply july reply apply rely",
    "assembly italy likely yearly quarterly elderly significantly newly publicly originally primarily partly",
    "mainly locally globally nationally initially subsequently directly jointly",
)
_STATING = frozenset({"scale", "quantity", "change", "ranking", "cause", "study", "law", "casualty"})
_MOST_WORDS_KEPT = 50_000  # hostile text may hold a new word in every place


class Signs(NamedTuple):
    """The words of a sentence, in lower case, and how often each sign stands in it; a sign that is missing is not."""

    words: list[str]
    counts: dict[str, int]


class _Known(dict[str, tuple[str, ...]]):
    """Word → its signs, told when it is first met."""

    def __init__(self, cues: Mapping[str, tuple[ClaimSign, ...]]) -> None:
        super().__init__()
        self._cues = cues

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _MOST_WORDS_KEPT:
            self.clear()
        signs: tuple[str, ...] = self._cues.get(word, ())
        if len(word) > 3 and word.endswith("ed"):
            signs = (*signs, "ed")
        if len(word) > 4 and word.endswith("ly") and word not in _ADVERBS_OF_FACT:
            signs = (*signs, "manner")
        if word in _NEGATION or word.endswith("n't"):
            signs = (*signs, "negation")
        self[word] = signs
        return signs


class SignReader:
    """Reads sentences by a table of cue words; keeps what it found of a word for the next time it meets it."""

    def __init__(self, cues: Mapping[str, tuple[ClaimSign, ...]]) -> None:
        self._cues = cues
        self._known = _Known(cues)
        self._stating = frozenset(word for word, signs in cues.items() if not _STATING.isdisjoint(signs))

    def read(self, text: str) -> Signs:
        """The signs in one sentence; text without words has none."""
        return self.count(text, words_of(text))

    def may_state(self, text: str, words: list[str]) -> bool:
        """Whether a sentence holds a word or a figure that a reason for a claim can rest on."""
        return not self._stating.isdisjoint(words) or has_figure(text)

    def may_concern(self, text: str, sentences: Iterable[Sequence[str]]) -> bool:
        """The same of a block, whose words are given sentence by sentence."""
        return not all(map(self._stating.isdisjoint, sentences)) or has_figure(text)

    def count(self, text: str, words: list[str]) -> Signs:
        """The same, of a sentence whose words (`words_of`) are known."""
        counts: dict[str, int] = {}
        for signs in filter(None, map(self._known.__getitem__, dict.fromkeys(words))):  # nearly every word has none
            for sign in signs:
                counts[sign] = counts.get(sign, 0) + 1
        if words and "imperative" in self._cues.get(words[0], ()):
            counts["opens-with-order"] = 1
        _read_form(text, words, counts)
        return Signs(words, counts)


def has_figure(text: str) -> bool:
    """Whether a figure stands in a text."""
    return _DIGIT.search(text) is not None


def _read_form(text: str, words: list[str], counts: dict[str, int]) -> None:
    """Signs that are no words: figures, names, marks, how the sentence opens."""
    if has_figure(text):
        counts["digit"] = 1
        counts["figure"] = len(_FIGURE.findall(text))
        if years := len(_YEAR.findall(text)):
            counts["year"] = years
    if not text.isupper():  # all capitals name nobody
        counts["capital"] = len(_CAPITAL.findall(text))
        counts["acronym"] = len(_ACRONYM.findall(text))
    if _MAY_BREAK.search(text):
        counts["break"] = len(_BREAK.findall(text))
    end = text.rstrip(" \"”’')*_")
    if "?" in text:
        counts["question"] = 2 if end.endswith("?") else 1
    if end.endswith("!"):
        counts["exclamation"] = 1
    if words:
        opening = words[0]
        if opening in _DEIXIS:
            counts["opens-with-pronoun"] = 1
    if "past" not in counts and not _PRESENT.isdisjoint(words):
        counts["timeless"] = 1
