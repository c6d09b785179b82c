"""Strings fit to be shown: control characters made visible, cut to a length, measured in terminal cells; all linear."""

import re
from collections.abc import Iterable
from functools import lru_cache

# What moves a cursor, ends a line, reorders text (UAX 9) or hides in it (deprecated format and tag characters,
# annotations), and what no encoding can carry (surrogates). Joiners and zero-width spaces stay: many scripts need them.
_UNSAFE = (
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SURROGATE = r"[\ud800-\udfff]"
_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
_JOINERS = "\u200d\ufe0e\ufe0f"
_LONGEST_CLUSTER = 32  # Unicode's stream-safe text (UAX 15) allows 30 marks in a row


def visible(text: str) -> str:
    r"""The same text with every unsafe character spelt out: `\x1b` below U+0100, `<U+202E>` above."""
    # Nothing unsafe is printable; the pattern takes 1 ms to compile, which most runs can do without.
    return text if text.isprintable() else re.sub(_UNSAFE, _spell, text)


def _spell(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"<U+{code:04X}>")


def encodable(text: str) -> str:
    """The text as UTF-8 can carry it: a lone surrogate becomes U+FFFD, so that every offset still holds."""
    return text if text.isascii() else re.sub(_SURROGATE, "\ufffd", text)


def cut(text: str, limit: int = 200) -> str:
    """The text, or its beginning and "…" in `limit` code points; a letter and its combining marks stay together."""
    if len(text) <= limit:
        return text
    end = limit - 1
    while end > max(0, limit - _LONGEST_CLUSTER) and _continues(text[end - 1], text[end]):
        end -= 1
    return text[:end] + "…"


def _continues(before: str, character: str) -> bool:
    """Whether a cut before `character` would split what a reader sees as one."""
    if character.isascii():
        return before == "\r" and character == "\n"
    import unicodedata

    halves = "\ud800" <= before <= "\udbff" and "\udc00" <= character <= "\udfff"
    return halves or before == "\u200d" or character in _JOINERS or unicodedata.category(character)[0] == "M"


def display_width(text: str) -> int:
    """How many terminal cells the text takes; East Asian wide letters take two, combining marks none (UAX 11)."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    import unicodedata

    if unicodedata.category(character) in ("Mn", "Me", "Cf") and character != "\u00ad":
        return 0
    if "\u1160" <= character <= "\u11ff":  # Hangul vowels and finals join the syllable before them
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def head(text: str, cells: int) -> str:
    """The longest beginning of the text that takes at most `cells` terminal cells."""
    return text[:cells] if text.isascii() else text[: _fitting(text, cells)]


def tail(text: str, cells: int) -> str:
    """The longest end of the text that takes at most `cells` terminal cells."""
    length = cells if text.isascii() else _fitting(reversed(text), cells)
    return text[max(0, len(text) - length) :]


def _fitting(characters: Iterable[str], cells: int) -> int:
    """How many of the characters, in order, fit into `cells`."""
    used = count = 0
    for character in characters:
        used += _cells(character)
        if used > cells:
            break
        count += 1
    return count
