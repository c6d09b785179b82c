"""Rendered words → the same in lower case without marks, and the set of them: what is asked for single words."""

from functools import lru_cache

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


@lru_cache(maxsize=_REMEMBERED)
def vocabulary(text: str) -> frozenset[str]:
    """The different words of a text in lower case, figures among them, without marks; apostrophes stay."""
    return frozenset(bare(text).split())
