"""What pages say in so many words: wordings in their text, phrases in titles and headings cut at their marks."""

import re
from collections.abc import Iterable
from functools import lru_cache

from provlint.text.patterns import lazy

#: Writing systems in which one character is a word or a syllable.
_DENSE = re.compile("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_WEIGHT = 3  # letters that say as much as one of those
_BETWEEN = re.compile(r"\s+[|·•—–»«:/-]+\s+|\s*[|·•—–»«]\s*|:\s+")
#: No letters, though words of Indian and South-East Asian scripts end in them.
_SIGNS = "\u0300-\u036f\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_EDGE = re.compile(rf"^(?>(?:(?![{_SIGNS}])[\W_])+)|(?>(?:(?![{_SIGNS}])[\W_])+)$")
_LONGEST = 300
_MOST = 20_000  # characters that are weighed: what is longer is long


class Wording:
    """A pattern for folded text, asked only where one of a few words stands that no match of it can do without.

    Most pages hold none of them, and a pattern of many alternatives takes a hundred times as long to say no.
    """

    def __init__(self, words: str, source: str) -> None:
        """`words` are in lower case, with `|` between them."""
        self.words, self.pattern = words.split("|"), lazy(source)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a folded text."""
        return self.pattern.search(text) if any(word in text for word in self.words) else None


def folded(text: str) -> str:
    """Lower case, plain apostrophes, single spaces."""
    if not text.isascii():  # a translation by table takes ten times as long
        text = text.replace("’", "'").replace("‘", "'").replace("\u00ad", "")
    return " ".join(text.casefold().split())


def extent(text: str) -> int:
    """How much a text says, in letters of an alphabet: a Chinese, Japanese or Korean character counts for several."""
    return len(text) if text.isascii() else len(text) + (_WEIGHT - 1) * len(_DENSE.findall(text, 0, _MOST))


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
