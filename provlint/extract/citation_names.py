"""Author and year in the text, `(Smith 2020)`, `Smith (2020)`, against a list of references in which both stand.

Only what the list answers is certain; a name and a year that it lacks counts where the text cites this way throughout.
Forms: the author–date styles of APA 7 (chapter 8) and the Chicago Manual of Style 17 (chapter 15).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.extract.prose import prose
from provlint.extract.reference_lists import Entry, ReferenceList
from provlint.extract.spans import Spans
from provlint.model.document import Document
from provlint.model.facts import Citation
from provlint.model.words import MarkKind
from provlint.text.patterns import lazy

_NO_PROSE: frozenset[MarkKind] = frozenset({"code", "math", "image", "template", "link", "footnote"})
_PARTICLE = r"(?:[Vv][ao]n|[Dd]e[lr]?|[Dd]i|[Dd]a|[Ll]a|[Ll]e|[Tt]en?|[Zz]u)[ ](?:d[eiu][rn]?[ ]|la[ ])?"
_NAME = rf"(?:{_PARTICLE})?[A-Z\u00c0-\u00de\u0141\u0160\u017d][\w'\u2019-]{{1,40}}"
_AND = r"(?:,?[ ](?:and|&|und|et|y|e)[ ]|,[ ])"
_AUTHORS = rf"(?P<name>{_NAME})(?:(?:{_AND}{_NAME}){{1,5}})?(?P<others>,?[ ](?:et[ ]al\.?|and[ ]others|u\.[ ]?a\.))?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d[a-z]?)"
_LOCATOR = r"(?:[,:][ ]?(?:(?:pp?|S|ch|chap|sec|fig|para|Kap|cap)\.[ ]?)?[\divx][\w\u2013, -]{0,30})?"
_LEAD = r"(?:(?:see|cf\.|e\.g\.,?|see also|also|vgl\.|siehe|v\u00e9ase|v\.|voir|in|but see|quoted in|cited in)[ ])?"
_PARENTHESES = lazy(r"\(([^()\x00]{6,300})\)")
_PART = lazy(rf"[ \n]*{_LEAD}(?P<cited>{_AUTHORS},?[ ]{_YEAR}){_LOCATOR}[ \n]*\Z")
_NARRATIVE = lazy(rf"\b{_AUTHORS}(?:['\u2019]s)?[ ]\({_YEAR}{_LOCATOR}\)")
_WORD = lazy(r"[^\W\d_][\w'\u2019-]*")
_YEARS = lazy(r"(?<![\d/.-])(?:1[6-9]|20)\d\d[a-z]?(?![\d/])")
_HEAD = 200  # code points of an entry in which its authors stand
_MOST_NAMES = 12
_EVIDENCE = 3  # citations that the list answers, before one that it does not is believed
_SHARE = 0.75


class _Use(NamedTuple):
    name: str
    year: str
    start: int
    end: int


def name_citations(document: Document, found: Sequence[ReferenceList]) -> list[Citation]:
    """Uses of author and year, and the entries they cite."""
    lists = [listed for listed in found if not listed.is_notes]
    index = _index(lists)
    if not index:
        return []
    uses = list(_uses(document, Spans((listed.start, listed.end) for listed in lists)))
    answered = [use for use in uses if (use.name.casefold(), use.year) in index]
    if not (len(answered) >= _EVIDENCE and len(answered) >= _SHARE * len(uses)):
        uses = answered
    cited = {index[use.name.casefold(), use.year].first for use in answered}
    citations = [
        Citation("key", "use", start, end, f"{name} {year}", (name.casefold(), year) in index)
        for name, year, start, end in uses
    ]
    if cited:
        citations += _definitions(lists, cited)
    return citations


def _index(lists: Sequence[ReferenceList]) -> dict[tuple[str, str], Entry]:
    """Entries by each of their first words in lower case and each of their years; the first of them counts."""
    index: dict[tuple[str, str], Entry] = {}
    for listed in lists:
        for entry in listed.entries:
            years = _YEARS.findall(entry.words[:1000])[:4]
            names = [word.casefold() for word in _WORD.findall(entry.words[:_HEAD]) if word[0].isupper()][:_MOST_NAMES]
            for form in {form for year in years for form in (year, year[:4])}:
                for name in names:
                    index.setdefault((name, form), entry)
    return index


def _definitions(lists: Sequence[ReferenceList], cited: set[int]) -> Iterator[Citation]:
    for listed in lists:
        list_used = any(entry.first in cited for entry in listed.entries)
        for entry in listed.entries:
            name, year = _WORD.search(entry.words), _YEARS.search(entry.words)
            if list_used and not entry.number and name and year:
                yield Citation(
                    "key", "definition", entry.start, entry.end, f"{name[0]} {year[0]}", True,
                    used=entry.first in cited, list_used=list_used,
                )  # fmt: skip


def _uses(document: Document, lists: Spans) -> Iterator[_Use]:
    for block, words in prose(document, _NO_PROSE, ("(",)):
        if block.kind in ("heading", "title") or lists.cover(block.start):
            continue
        words = words.replace("\n", " ")  # as many characters
        for found in _NARRATIVE.finditer(words):
            yield _Use(_surname(found["name"]), found["year"], *block.place(*found.span()))
        for group in _PARENTHESES.finditer(words):
            for start, part in _parts(words, *group.span(1)):
                place = block.place(start + part.start("cited"), start + part.end("cited"))
                yield _Use(_surname(part["name"]), part["year"], *place)


def _parts(words: str, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    """The parts of what stands in parentheses, if all of them cite."""
    found, at = [], start
    for written in words[start:end].split(";"):
        part = _PART.match(written)
        if not part:
            return
        found.append((at, part))
        at += len(written) + 1
    yield from found


def _surname(name: str) -> str:
    """The word of a name by which a list is sorted."""
    return name.rpartition(" ")[2].removesuffix("'s").removesuffix("\u2019s")
