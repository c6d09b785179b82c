"""What one line looks like: a separator, an address, a handle, a list's item, a title."""

import re

from provlint.text.patterns import lazy

_RULE = lazy(r"(?>(?:[-=_*~—–─━═#+•·]\s*+){3,})")
_ADDRESS = lazy(
    r"(?>(?:(?:source|link|url|via|permalink)\s*+:\s*+)?)<?+((?:https?|ftp)://[^\s<>]++|www\.[^\s<>.]++\.[^\s<>]++)>?+",
    re.IGNORECASE,
)
_HANDLE = lazy(r"(@\w[\w.@-]{0,60})(?:\s*+[·•|–-]\s*+[\w ,.:]{1,40})?")  # "@name", "@name · Jul 30"
_NAMED = lazy(r"(.{1,60}?)\s*+(?:\(@\w[\w.@-]{0,60}\)(?:\s[\w ,.:]{1,40})?|@\w[\w.@-]{0,60}\s*+·\s*+[\w ,.:]{1,40})")
# Bullets, "1." "1)" "(1)" "[1]", "a)" "(iv)"; a capital before a stop is more often a name's initial.
_MARKER = lazy(
    r"(?:[-*•●▪◦‣∙○■□►▶✓✔➤⁃]|o(?=\s\s)|\d{1,3}[.)]|\(\d{1,3}\)|\[\d{1,3}\]|\(?[a-z]\)|\(?[ivx]{2,5}\))\s++(?=\S)"
)
_TWO_SENTENCES = lazy(r"[.!?](?<=[^\W\d_]{5}[.!?])[”\"’')]?\s")
_ABBREVIATED = lazy(r"(?:\b[^\W\d_]|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|vs|No)|\.\.)\.")
# 999 of 1,000 titles among 2,082 posts of a public news archive end by 131 letters and 20 words; papers' run longer.
_LONGEST_TITLE = 160
_MOST_WORDS = 26
LONGEST_NAME = 60  #: letters of a display name: networks allow 50 (X), Mastodon 30, and flags and marks come on top
_MOST_NAME_WORDS = 8
_OPENING = "\"'“‘«¿¡([$£€§"
_CLOSING = "\"”’'»"


def is_rule(text: str, start: int, end: int) -> bool:
    """Whether the line is a separator: "---", "* * *", "____"; also "--", which opens a mail's signature."""
    if text[start].isalnum():
        return False
    line = text[start:end]
    return line == "--" or _RULE.fullmatch(line) is not None


def address_in(text: str, start: int, end: int) -> str:
    """The address that fills the line, as written, or ""."""
    found = _ADDRESS.fullmatch(text, start, end)
    return found[1].rstrip(".,;") if found else ""


def handle_in(text: str, start: int, end: int) -> str:
    """The "@handle" that fills the line, or ""."""
    found = _HANDLE.fullmatch(text, start, end) if text[start] == "@" else None
    return found[1] if found else ""


def name_and_handle(line: str) -> str:
    """The name in a line that is a name and a handle, "Name (@handle)" or "Name @handle · Jul 30", or ""."""
    found = _NAMED.fullmatch(line)
    return found[1] if found else ""


def is_name(line: str) -> bool:
    """Whether a line could be a display name: short, no sentence, no address."""
    return (
        len(line) <= LONGEST_NAME
        and line[-1] not in ".,;:?"
        and line[0] not in "@#>"
        and len(line.split()) <= _MOST_NAME_WORDS
        and not address_in(line, 0, len(line))
    )


def marker(text: str, start: int, end: int) -> str:
    """The marker that opens a list's item, with the space after it, or ""."""
    found = _MARKER.match(text, start, end)
    return found[0] if found else ""


def is_title(text: str, start: int, end: int) -> bool:
    """Whether the line reads like a title: short, opens like one, no final stop, one sentence at most."""
    first, last = text[start], text[end - 1]
    if (
        end - start > _LONGEST_TITLE
        or last in ",;。-–—"
        or not (first.isalnum() or first in _OPENING)
        or first.islower()
    ):
        return False
    line = text[start:end]
    bare = line.rstrip(_CLOSING)
    if bare.endswith(".") and not _ABBREVIATED.search(bare, max(0, len(bare) - 6)):
        return False
    if first in "([" and text[start + 1 : start + 2].islower():  # a remark in brackets
        return False
    if first in '"“«' and last in _CLOSING and line[-2:-1] in ".,!?…":  # speech
        return False
    words = line.split(None, _MOST_WORDS)
    return len(words) <= _MOST_WORDS and any(map(str.isalpha, line)) and not _TWO_SENTENCES.search(line)
