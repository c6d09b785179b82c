"""Document → words that lost the space between them where markup was stripped: "the dealwithout a vote".

Only a word of the grammar on one side tells such a pair from a compound that the table of words does not know
("paywall", "livestream"): English compounds join words of content (Huddleston and Pullum 2002, chapter 19).
"""

import re

from provlint.extract.spans import running_text
from provlint.extract.wording import Wording
from provlint.model.document import Document
from provlint.model.facts import Passage
from provlint.tables.words import Words
from provlint.text.patterns import lazy

_LAST = (
    "without", "with", "that", "this", "which", "where", "when", "while", "were", "have", "from", "they", "their",
    "because", "would", "could", "should", "into", "and", "the", "was", "has", "had", "for",
)  # fmt: skip
_INFLECTED = ("s", "ed", "ing", "ly")
_LAST_SHORT = ("on", "in", "to", "of", "is", "at", "by", "as", "are", "a")
_FIRST = ("the", "and", "that", "which", "with", "from", "were", "this", "their", "have")
# Two words of the grammar: no English compound is made of these.
_BOTH = {
    first + last: f"{first} {last}"
    for firsts, lasts in (
        (("of", "in", "to", "on", "at", "by", "for", "from", "with", "and", "that", "as"),
         ("the", "this", "that", "these", "those", "their", "his", "its", "our")),
        (("that", "and", "which", "because", "when", "while", "but"),
         ("it", "he", "she", "they", "we", "is", "are", "was", "were", "has", "have", "had", "in", "of", "to")),
    )
    for first in firsts
    for last in lasts
    if first != last
}  # fmt: skip
# What a pair ends in; nearly every word is done after this.
_ENDS = (*_LAST, *(ending + last for ending in _INFLECTED for last in _LAST_SHORT))
# Two expressions, since one that begins with a single character is found five times as fast.
_AFTER_BLANK = lazy(r" ([a-z]{5,24})(?=[\s,.;:!?)”\"’\]])")
_AFTER_LINE_END = lazy(r"\n([a-z]{5,24})(?=[\s,.;:!?)”\"’\]])")
_MOST_KEPT = 300_000  # tokens; some 30 MB
_MOST_TIMES = 2  # in a document; what stands there more often was meant
_FEWEST_LETTERS = 4


def fused_words(document: Document, wording: Wording) -> list[Passage]:
    """The fused pairs in running text, in lower case; none where the document is not English."""
    source, words = document.source, wording.words
    suspects = _suspects(source, words.unremarkable)
    if not suspects or not wording.is_english:
        return []
    pairs = {word: pair for word in suspects if not words.has(word) and (pair := _pair(word, words))}
    words.unremarkable |= suspects - pairs.keys()
    if not pairs:
        return []
    found: dict[str, list[int]] = {word: [] for word in pairs}
    for match in re.finditer(rf"(?<![\w/@#.&=:'’-])(?:{'|'.join(sorted(pairs))})(?![\w/@#&='’-])", source):
        found[match[0]].append(match.start())
    inside = running_text(document)
    return [
        Passage("fused-words", at, at + len(word), pairs[word])
        for word, places in found.items()
        if len(places) <= _MOST_TIMES
        for at in places
        if inside.cover(at)
    ]


def _suspects(source: str, unremarkable: set[str]) -> set[str]:
    """The words in lower case that end or begin like a fused pair; the others are added to the set."""
    words = {*_AFTER_BLANK.findall(source), *_AFTER_LINE_END.findall(source)} - unremarkable
    suspects = {word for word in words if word.endswith(_ENDS) or word.startswith(_FIRST) or word in _BOTH}
    if len(unremarkable) > _MOST_KEPT:
        unremarkable.clear()
    unremarkable |= words - suspects
    return suspects


def _pair(word: str, words: Words) -> str:
    """The two words that a letter sequence is, with a space between; "" if it is none or no one can tell."""
    if word in _BOTH:
        return _BOTH[word]
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
        if word.startswith(first) and len(last) >= _FEWEST_LETTERS + (first == "the") and words.is_common(last):
            return f"{first} {last}"
    return ""
