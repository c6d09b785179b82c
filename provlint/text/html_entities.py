"""Character references (`&amp;`, `&#8212;`) → characters, as browsers read them in text and in attributes."""

import re
from functools import cache

from provlint.text.patterns import lazy

_IN_ATTRIBUTE = lazy(r"&(?:#(?:[xX][0-9a-fA-F]++|[0-9]++);?+|[a-zA-Z][a-zA-Z0-9]*+(?:;|(?![=a-zA-Z0-9])))")
#: What may be a reference in text; `in_text` tells how much of it is one.
REFERENCE = lazy(r"&(?:#(?:[xX][0-9a-fA-F]++|[0-9]++);?+|[a-zA-Z][a-zA-Z0-9]{1,31}+;?+)")
_LONGEST_BARE = 6  # no name that may stand without its semicolon is longer
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@cache
def _names() -> dict[str, str]:
    from html.entities import html5  # two thousand names, and most documents need none

    return html5


def in_attribute(value: str) -> str:
    """An attribute's value as written → as meant; `&copy=1` in an address stays what it is."""
    return _IN_ATTRIBUTE.sub(_replaced, value) if "&" in value else value


def _replaced(found: re.Match[str]) -> str:
    written = found[0]
    return _numeric(written) if written[1] == "#" else _names().get(written[1:], written)


def in_text(written: str) -> tuple[str, int]:
    """A match of REFERENCE → the characters it stands for and how many of its own they replace; ("", 0) for none."""
    if written[1] == "#":
        return _numeric(written), len(written)
    names = _names()
    if characters := names.get(written[1:]):
        return characters, len(written)
    for length in range(min(_LONGEST_BARE, len(written) - 1), 1, -1):
        if characters := names.get(written[1 : length + 1]):
            return characters, length + 1
    return "", 0


def _numeric(written: str) -> str:
    digits = written[2:].rstrip(";")
    base = 10
    if digits[0] in "xX":
        digits, base = digits[1:], 16
    digits = digits.lstrip("0")
    number = int(digits or "0", base) if len(digits) <= 7 else 0x110000
    if 0x80 <= number <= 0x9F:  # written by tools that took Windows-1252 for Unicode
        return bytes((number,)).decode("cp1252", "ignore") or chr(number)
    if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return _REPLACEMENT
    return chr(number)
