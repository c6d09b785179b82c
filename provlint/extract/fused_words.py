"""Document → words that lost the space between them where markup was stripped: "the dealwithout a vote".

Only a word of the grammar on one side tells such a pair from a compound that the table of words does not know
("paywall", "livestream"): English compounds join words of content (Huddleston and Pullum 2002, chapter 19).
"""

import re
from collections import Counter

from provlint.extract.spans import running_text
from provlint.extract.wording import Wording
from provlint.model.document import Document
from provlint.model.facts import Passage
from provlint.tables.words import Words

_WORD = re.compile(r"(?<=[\s(“\"‘])[a-z]{6,24}(?=[\s,.;:!?)”\"’])")
_LAST = (
    "without", "with", "that", "this", "which", "where", "when", "while", "were", "have", "from", "they", "their",
    "because", "would", "could", "should", "about", "after", "before", "through", "between", "against", "into", "and",
    "the", "was", "has", "had", "for",
)  # fmt: skip
_LAST_SHORT = ("on", "in", "to", "of", "is", "at", "by", "as", "are", "a")
_FIRST = ("the", "and", "that", "which", "with", "from", "were", "this", "their", "have")
_MOST_TIMES = 2  # in a document; what stands there more often was meant
_FEWEST_LETTERS = 4
_INFLECTED = ("s", "ed", "ing", "ly")


def fused_words(document: Document, wording: Wording) -> list[Passage]:
    """The fused pairs in running text, in lower case; none where the document is not English."""
    source = document.source
    candidates = [(match[0], match.start()) for match in _WORD.finditer(source)]
    known = wording.words.has if candidates and wording.is_english else None
    if known is None:
        return []
    unknown = {word for word in {word for word, _ in candidates} if not known(word)}
    pairs = {word: pair for word in unknown if (pair := _pair(word, wording.words))}
    if not pairs:
        return []
    times = Counter(word for word, _ in candidates)
    inside = running_text(document)
    return [
        Passage("fused-words", at, at + len(word), pairs[word])
        for word, at in candidates
        if word in pairs and times[word] <= _MOST_TIMES and inside.cover(at)
    ]


def _pair(word: str, words: Words) -> str:
    """The two words that a letter sequence is, with a space between; "" if it is none or no one can tell."""
    for last in _LAST:
        first = word[: -len(last)]
        if word.endswith(last) and len(first) >= _FEWEST_LETTERS and words.is_common(first):
            return f"{first} {last}"
    for last in _LAST_SHORT:
        first = word[: -len(last)]
        if word.endswith(last) and len(first) > _FEWEST_LETTERS and first.endswith(_INFLECTED) and words.has(first):
            return f"{first} {last}"
    for first in _FIRST:
        last = word[len(first) :]
        if word.startswith(first) and len(last) >= _FEWEST_LETTERS and words.is_common(last):
            return f"{first} {last}"
    return ""
