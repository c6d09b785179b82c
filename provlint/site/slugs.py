"""Heading → the words of the anchors that code hosts and site builders make of it.

GitHub, GitLab, Hugo, kramdown, Python-Markdown, pandoc and docutils agree on a heading's letters and digits and on
nothing else: which marks become `-`, whether two make one, what `_` and `.` are. Which of them serves a file is seldom
known, so anchors are compared by their letters and digits alone; what each drops of those gives a spelling of its own.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from provlint.text.patterns import lazy

_NOT_ASCII = lazy(r"[^a-z0-9]+")
_NOT_LETTERS = lazy(r"[\W_]+")
_DIGITS = "0123456789"
# Letters that do not decompose, as docutils writes them (docutils.nodes._non_id_translate and its digraphs).
_WRITTEN = str.maketrans({
    "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t", "ƀ": "b", "ƃ": "b", "ƈ": "c", "ƌ": "d", "ƒ": "f",
    "ƙ": "k", "ƚ": "l", "ƞ": "n", "ƥ": "p", "ƫ": "t", "ƭ": "t", "ƴ": "y", "ƶ": "z", "ǥ": "g", "ȥ": "z", "ȷ": "j",
    "ß": "sz", "æ": "ae", "œ": "oe",
})  # fmt: skip


def letters(text: str) -> str:
    """The letters and digits of a text, without case and accents: what anchors are compared by."""
    if text.isascii():
        return _NOT_ASCII.sub("", text.lower())
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKD", text).casefold())


def spellings(heading: str) -> set[str]:
    """The letters of every anchor that one of the known builders gives a heading when it is the first of its name."""
    forms = {heading} | ({heading.replace("&", " and ")} if "&" in heading else set())
    found = {spelling for form in forms for spelling in _spellings(form)}
    return (found | {spelling.lstrip(_DIGITS) for spelling in found}) - {""}


def _spellings(form: str) -> set[str]:
    whole = letters(form)
    if form.isascii():
        return {whole}
    return {
        whole,  # GitHub, GitLab, Hugo, pandoc, Python-Markdown's slugify_unicode
        _ascii(form),  # kramdown: other letters go
        _ascii(unicodedata.normalize("NFKD", form)),  # Python-Markdown: their accents go first
        _ascii(unicodedata.normalize("NFKD", form.lower().translate(_WRITTEN))),  # docutils
    }


def _ascii(text: str) -> str:
    return _NOT_ASCII.sub("", text.encode("ascii", "ignore").decode().lower())


def numbered(headings: Iterable[str]) -> set[str]:
    """The letters of the anchors of headings in order, the second and later of one name with the number builders add.

    GitHub and kramdown count from 1, some from 2; what has no letters to make an anchor of, kramdown and docutils call
    a section or an id, Python-Markdown by its number alone.
    """
    found: set[str] = set()
    counts: Counter[str] = Counter()
    for heading in headings:
        names = spellings(heading)
        if not heading.isascii() or not names:
            names |= {"section", "id", ""}
        for name in names:
            count = counts[name] = counts[name] + 1
            found |= {name, f"{name}{count - 1}", f"{name}{count}"} if count > 1 or name in ("", "id") else {name}
    return found - {""}
