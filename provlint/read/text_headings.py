"""Which title-like lines are headings: those that stand above what they could head."""

import re

from provlint.read.text_containers import Pieces
from provlint.read.text_forms import is_title
from provlint.text.patterns import lazy

# 19 of 20 headings among 3,638 in a public news archive end by 81 letters and 12 words; the longer are often sentences.
_LONGEST = 100
_MOST_WORDS = 15
_MOST_WORDS_AND_COLON = 6  # "What the ministers said in May:" opens a list; longer ones are sentences that do
_SHORTEST_BODY = 80  # letters, more than one line of wrapped text: shorter ones are the next line of a talk, or verse
_STACK = 3  # headings may stand on headings: chapter, title, section
_LETTERS = frozenset(  # how letters and comments open and close
    ("dear", "hi", "hello", "hey", "thanks", "thank", "regards", "best", "sincerely", "cheers", "yours", "ps", "salam",
     "salaam", "namaste", "hola", "bonjour", "hallo", "shalom", "greetings", "sent", "yeah", "yes", "no", "ok", "okay",
     "lol", "please")
)  # fmt: skip
_I = frozenset(("I", "I'm", "I’m", "I'd", "I’d", "I'll", "I’ll", "I've", "I’ve"))
_ADDRESSED = lazy(r"\b(?:you|your|yours|I|me|my)\b", re.IGNORECASE)
_SPEAKER = lazy(r"[A-Z][A-Z .'’-]+:\s")  # "ANN LEE: Why not?"


def is_heading(pieces: Pieces, index: int) -> bool:
    """Whether a line that reads like a title heads what follows."""
    piece = pieces.pieces[index]
    if piece.detail == "underlined":
        return True
    words = pieces.words(index)
    if piece.joins or len(words) > _LONGEST or not _reads_like_heading(words):
        return False
    for at in range(index + 1, index + 1 + _STACK):
        role = pieces.role(at)
        if role in ("prose", "item", "quote", "table", "code", "address", "caption", "byline", "date"):
            return role != "prose" or _is_body(pieces, at, len(words))
        if role not in ("line", "rule"):
            return False
    return False


def is_numbered_heading(pieces: Pieces, index: int) -> bool:
    """Whether a list's item is the heading of a numbered section: a short title alone between other text."""
    piece, words = pieces.pieces[index], pieces.words(index)
    if not pieces.text[piece.start - piece.lead].isdigit() or len(words) > _LONGEST or "\n" in words:
        return False
    alone = pieces.role(index - 1) != "item" and pieces.role(index + 1) == "prose"
    return alone and is_title(words, 0, len(words)) and _is_body(pieces, index + 1, len(words))


def _reads_like_heading(words: str) -> bool:
    parts = words.split()
    if len(parts) > _MOST_WORDS or is_salutation(words):
        return False
    if words[-1] in "!…" or words.endswith("..."):
        return False
    if words[-1] == ":":
        return _is_capitalised(parts)
    return "@" not in words and "://" not in words and (words[-1] != "?" or _asks_readers(words))


def _asks_readers(words: str) -> bool:
    """Whether a question is a headline's, which names its subject, not one that a talk asks of "you"."""
    parts = words.split()
    names = any(part[0].isupper() and part not in _I for part in parts[1:])
    return names and len(parts) >= 4 and not _ADDRESSED.search(words) and not _SPEAKER.match(words)


def is_salutation(words: str) -> bool:
    """Whether a short line opens or closes a letter or a comment: "Dear all", "Thanks"."""
    return words.split()[0].rstrip(",.!:").lower() in _LETTERS and len(words) <= 40


def _is_capitalised(parts: list[str]) -> bool:
    """Whether all longer words open with a capital, as in a heading that ends in a colon."""
    return len(parts) <= _MOST_WORDS_AND_COLON and all(not part[0].islower() for part in parts if len(part) > 3)


def _is_body(pieces: Pieces, index: int, length: int) -> bool:
    """Whether a paragraph is one to stand under a heading, not the next line of a talk."""
    piece = pieces.pieces[index]
    return piece.end - piece.start >= max(_SHORTEST_BODY, 2 * length)
