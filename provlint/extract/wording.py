"""What the words of a document say of it as a whole: whether it is English, which words it uses and how often."""

from bisect import bisect_right
from collections import Counter
from functools import cached_property

from provlint.extract.languages import other_language
from provlint.model.document import Document
from provlint.tables.tables import Tables
from provlint.tables.words import Words
from provlint.text.patterns import lazy

# The commonest words make up a quarter to a third of running English (Zipf; any frequency list shows it), and hardly
# any of another language: German shares "in", "was" and "war", Dutch "is" and "of", French "on".
_OFTEN = frozenset(
    (
        *("the", "of", "and", "to", "that", "for", "with", "are", "this", "from", "have", "it", "by"),
        *("is", "he", "his", "her", "not", "but", "who", "which", "said", "they", "has", "their", "be", "at", "you"),
    )
)
_ALWAYS = frozenset(("the", "and"))
_LEAST = 0.07
_SAMPLE = 1_500  # characters of prose are enough to tell a language
_LETTERS = lazy(r"[^\W\d_]+")
_ENDINGS = frozenset(("s", "es", "ed", "d", "ing", "er", "ly", "n", "an", "ian", "ans", "y"))
_FORMS = 6  # of one word that are looked at
_NO_PROSE = frozenset(("code", "table", "metadata", "other"))


class Wording:
    """Looked at when first asked; most documents are never asked."""

    def __init__(self, document: Document, tables: Tables) -> None:
        self._document = document
        self._tables = tables

    @property
    def words(self) -> Words:
        """The words of English."""
        return self._tables.words

    @cached_property
    def is_english(self) -> bool:
        """Whether the document is written in English, as it says itself or as its commonest words show."""
        said = (self._document.metadata.language or "").lower()
        if said:
            return said.startswith("en")
        return is_english(self._sample())

    @cached_property
    def other_language(self) -> str:
        """The language of a document that is not in English, as it says itself or as its words show; "" for English."""
        said = (self._document.metadata.language or "").lower()
        if said:
            return "" if said.startswith("en") else said.partition("-")[0]
        return other_language(self._sample())

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the document, as written."""
        return Counter(_LETTERS.findall(self._document.source))

    def goes_on_elsewhere(self, letters: str) -> bool:
        """Whether the document has a longer word that begins with these letters and is no mere form of theirs."""
        at = bisect_right(self._ordered, letters)
        beyond = self._ordered[at : at + _FORMS]
        return any(word.startswith(letters) and word.removeprefix(letters) not in _ENDINGS for word in beyond)

    @cached_property
    def _ordered(self) -> list[str]:
        return sorted(self.counts)

    def _sample(self) -> str:
        parts, length = [], 0
        for block in self._document.blocks:
            if block.plain and block.kind not in _NO_PROSE:
                parts.append(block.plain[:_SAMPLE])
                length += len(parts[-1])
                if length > _SAMPLE:
                    break
        return " ".join(parts)


def is_english(prose: str) -> bool:
    """Whether a stretch of prose reads like English; false for capitals, tables and a few words alone."""
    words = prose.split()
    if _ALWAYS.isdisjoint(words):
        return False
    return sum(map(_OFTEN.__contains__, words)) >= max(1, _LEAST * len(words))
