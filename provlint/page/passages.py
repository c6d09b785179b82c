"""Which text fragments (`#:~:text=…`) stand in a page's text.

The base is the WICG draft "URL Fragment Text Directives": `[prefix-,]start[,end][,-suffix]`, each percent-encoded,
matched without regard to case, at the edges of words. Accents and kinds of quotation marks count for one another, as
they do in browsers, which compare by base letters.
"""

import re
import unicodedata
from collections.abc import Iterable

from provlint.text.normal import percent_decoded

_SIGN = ":~:"
_MOST = 100  # directives of one page that are looked for
_WHITE = re.compile(r"\s++")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": "", "\u200b": ""})


def asked(fragments: Iterable[str]) -> list[str]:
    """The text directives of the fragments, as written after `text=`."""
    found = (
        part[5:]
        for fragment in fragments
        if _SIGN in fragment
        for part in fragment.partition(_SIGN)[2].split("&")
        if part.startswith("text=")
    )
    return sorted(dict.fromkeys(found))[:_MOST]


def standing(directives: Iterable[str], text: str) -> frozenset[str]:
    """Those of the directives whose words stand in `text`."""
    directives = list(directives)
    if not directives:
        return frozenset()
    page = _folded(text)
    return frozenset(directive for directive in directives if _stands(directive, page))


def _stands(directive: str, page: str) -> bool:
    parts = [part for part in directive.split(",") if part]
    prefix = parts.pop(0)[:-1] if parts and parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if parts and parts[-1].startswith("-") else ""
    if not parts:
        return False
    position = 0
    wanted = [prefix, *parts[:2], suffix] if prefix else [*parts[:2], suffix]
    for words in wanted:
        if not words:
            continue
        position = _after(page, _folded(percent_decoded(words)), position)
        if position < 0:
            return False
    return True


def _after(page: str, words: str, position: int) -> int:
    """Where `words` end at or after `position`, at the edges of words; -1 for nowhere."""
    if not words:
        return position
    at = page.find(words, position)
    while at >= 0:
        end = at + len(words)
        if not (_joined(page, at) or _joined(page, end)):
            return end
        at = page.find(words, end)
    return -1


def _joined(page: str, at: int) -> bool:
    return 0 < at < len(page) and page[at - 1].isalnum() and page[at].isalnum() and page[at].isascii()


def _folded(text: str) -> str:
    if not text.isascii():
        text = text.translate(_MARKS)
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _WHITE.sub(" ", text.casefold()).strip()
