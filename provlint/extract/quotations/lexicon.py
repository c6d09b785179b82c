"""A language's words → the letter each stands for in a clause, as far as the word alone tells.

To the letters of `words` come: N capitalised word, n other word, O possessive, 0 figure, v a cue word in a finite form,
i in its base form, g its present participle, k "according"; the marks , : ; - ( stand for themselves, all brackets
for "(".
"""

from collections.abc import Mapping

from provlint.extract.quotations.words import CLASSES, listed
from provlint.tables.tables import CueWord

_POSSESSIVE = ("'s", "’s")
_PUNCTUATION = {"(": "(", ")": "(", "[": "(", "]": "(", ",": ",", ":": ":", ";": ";"}
_MOST_KEPT = 50_000  # words whose letter is remembered
#: Verbs whose base form after a noun is a verb of that noun: "critics say".
_PLAIN_SPEECH = listed(
    "say tell call write think believe argue insist describe contend ask acknowledge admit agree complain explain",
    "suggest predict recall warn worry hope consider fear read put accuse criticize",
)
#: Verbs in "-s" that are hardly ever plural nouns.
_SURE = listed(
    "says tells writes argues insists adds asks explains describes believes thinks admits acknowledges suggests",
    "warns contends maintains predicts recalls calls reads declares asserts announces agrees concludes",
)
_NOUNS_TOO = frozenset(("call", "hope", "fear", "worry"))
_BEFORE_VERB = frozenset("NnpwcD,(-QhHBMb0to")
_HIDDEN_BY_CAPITAL = frozenset("MVGbsrBf")  # classes that a capital inside a sentence turns into names


class Lexicon:
    """The words of one language; `alone` remembers those whose letter does not hang on what stands before."""

    def __init__(self, language: str, cue_words: Mapping[str, CueWord]) -> None:
        self.language = language
        classes = CLASSES.get(language, {})
        self.cues = cue_words
        # A cue goes before a verb of no account.
        self.classes = {w: letter for w, letter in classes.items() if letter not in "VG" or w not in cue_words}
        self.alone: dict[str, str] = {}

    def remember(self, word: str) -> None:
        """Note whether the letter of a word can be told without its neighbours; "" says that it cannot."""
        if len(self.alone) >= _MOST_KEPT:
            self.alone.clear()
        first, lower = word[0], word.lower()
        letter = self.classes.get(lower)
        if letter is not None:
            hidden = first.isupper() and len(word) > 2 and (letter in _HIDDEN_BY_CAPITAL or letter in "dtD")
            self.alone[word] = "" if hidden else letter
        elif lower in self.cues:
            self.alone[word] = ""
        elif not first.isalpha():
            self.alone[word] = _PUNCTUATION.get(first) or ("0" if first.isdigit() else "-")
        elif word[-2:] in _POSSESSIVE:
            self.alone[word] = "O"
        elif first.isupper():
            self.alone[word] = "N"
        else:
            self.alone[word] = "" if lower[-2:] in ("ed", "ly", "ng") else "n"

    def letter(self, word: str, before: str, headline: bool) -> str:
        """The letter of a word after one with the letter `before`; for a cue "" (see `cue_letter`)."""
        lower = word.lower()
        letter = self.classes.get(lower)
        shows_name = word[0].isupper() and before not in ".Q:" and not headline
        if letter is not None:
            hidden = letter in _HIDDEN_BY_CAPITAL or (before == "N" and letter in "dtD")
            return "N" if shows_name and hidden and len(word) > 2 else letter
        if lower in self.cues:
            return "N" if shows_name else ""
        return _by_ending(lower, before)

    def cue_letter(self, lower: str, before: str, head: str) -> str:
        """Whether a word that may be a cue is a verb, told from the word before it and that before adverbs, `head`."""
        cue = self.cues[lower]
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
        if cue.form == "base":
            if head in "MTpDcwi":
                return "i"
            return "i" if head in "nN" and lower in _PLAIN_SPEECH else "n"
        return "v" if head in _BEFORE_VERB else "n"

    def may_be_plural(self, lower: str, head: str) -> bool:
        """Whether a cue may yet be a noun: one in "-s", or "a phone call"."""
        if lower in _NOUNS_TOO:
            return head in "nN"
        return self.cues[lower].form == "present" and head in "nN0t,c" and lower not in _SURE


def _by_ending(lower: str, before: str) -> str:
    if lower.endswith("ly"):
        return "b" if len(lower) > 4 else "n"
    if before in "dO":
        return "n"
    if lower.endswith("ed"):
        return "V"
    return "G" if lower.endswith("ing") and len(lower) > 5 else "n"
