"""Rendered words → the same in lower case without marks, and the words of each sentence.

It is what they are looked through for single words in.
"""

from collections.abc import Iterable
from functools import lru_cache

from provlint.text.sentences import split

# What is no part of a word becomes a space; the typographic apostrophe is the plain one. Marks beyond ASCII
# go first: what is ASCII then is lowered and translated many times faster.
_WORDS_ONLY = {ord(mark): " " for mark in '.,;:!?()[]{}"/\\<>*_|=+~`#@^&%$-'}
_WIDE_MARKS = (
    ("’", "'"),
    ("“", " "),
    ("”", " "),
    ("–", " "),
    ("—", " "),
    ("\u00a0", " "),
    ("…", " "),
    ("‘", " "),
    ("€", " "),
    ("£", " "),
)
_REMEMBERED = 1024  # texts: those of one document, as a rule


@lru_cache(maxsize=_REMEMBERED)
def bare(text: str) -> str:
    """A text in lower case with a space for each mark, apostrophes left; as long as the text, but for a few letters.

    (Some have a longer small form, as in Turkish.) Several stages ask of the same words.
    """
    if not text.isascii():
        for mark, plain in _WIDE_MARKS:
            text = text.replace(mark, plain)
    return text.lower().translate(_WORDS_ONLY)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, figures among them, without marks; apostrophes stay."""
    return bare(text).split()


def words_of_each(text: str, spans: Iterable[tuple[int, int]]) -> list[list[str]]:
    """The same for each span of a text; nearly always taken from the whole text laid bare, which is faster."""
    bared = bare(text)
    if len(bared) != len(text):  # a letter whose small form is longer, as in Turkish
        return [words_of(text[start:end]) for start, end in spans]
    return [bared[start:end].split() for start, end in spans]


@lru_cache(maxsize=_REMEMBERED)
def sentence_words(text: str) -> list[list[str]]:
    """The words of each sentence of a text, as `split` cuts it; everybody's, and not to be changed."""
    return words_of_each(text, split(text))
