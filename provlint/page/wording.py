"""Titles and headings cut into what pages put between their marks, and found among the phrases of a table."""

import re
from collections.abc import Iterable
from functools import lru_cache

_BETWEEN = re.compile(r"\s+[|·•—–»«:/-]+\s+|\s*[|·•—–»«]\s*|:\s+")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_WHITE = re.compile(r"\s++")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u00ad": ""})
_LONGEST = 300


def folded(text: str) -> str:
    """Lower case, plain apostrophes, single spaces."""
    return _WHITE.sub(" ", text.translate(_QUOTES).casefold()).strip()


def segments(text: str) -> list[str]:
    """The parts of a title between its marks, and the title itself, folded and without marks at their ends."""
    return _segments(text[:_LONGEST])


@lru_cache(maxsize=64)  # all signs of a page ask for those of its title and of its headings
def _segments(text: str) -> list[str]:
    whole = folded(text)
    parts = [whole, *_BETWEEN.split(whole)]
    return [part for part in dict.fromkeys(_EDGE.sub("", part) for part in parts) if part]


def fullmatch(texts: Iterable[str], pattern: re.Pattern[str]) -> str:
    """The first of the texts one segment of which is nothing but a match of the pattern; "" for none."""
    return next((text for text in texts if any(pattern.fullmatch(part) for part in segments(text))), "")
