"""Numbers in square brackets that cite the entries of a numbered list of references: `[1]`, `[2, 5-7]`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.extract.prose import prose
from provlint.extract.reference_lists import Entry, ReferenceList
from provlint.extract.spans import Spans
from provlint.model.document import Block, Document
from provlint.model.facts import Citation
from provlint.model.words import MarkKind
from provlint.text.patterns import lazy

_NO_PROSE: frozenset[MarkKind] = frozenset({"code", "math", "image", "template", "link", "footnote"})
_GROUP = lazy(
    r"\[(?P<numbers>\d{1,4}(?:[ \xa0]?[,;\u2010-\u2013-][ \xa0]?\d{1,4}){0,60})"
    r"(?:,[ \xa0]?(?:pp?|S|ch|chap|sec|cap|art)\.[^\[\]\n]{1,40})?\](?!\w)"
)
_PART = lazy(r"(\d{1,4})(?:[ \xa0]?[\u2010-\u2013-][ \xa0]?(\d{1,4}))?")
_WORD_BEFORE = lazy(r"(?:\A|[\s(\u201c\"\u2018'*_\u2014\u2013/\x00-])[^\W\d_]{3,}\Z")
_DASHES = ("-", "\u2010", "\u2011", "\u2012", "\u2013")  # [10]-[13] cites all four
_LOOK_BACK = 40
_LONGEST_RANGE = 50
_EVIDENCE = 2  # different entries cited, before a number that no entry has is taken for a citation
_BEYOND = 10  # how far above the last entry a number may be and still be a slip


class _Use(NamedTuple):
    number: int
    start: int
    end: int


def number_citations(document: Document, found: Sequence[ReferenceList]) -> list[Citation]:
    """Uses and definitions of numbers; nothing where no entry of the lists has one."""
    numbered = [listed for listed in found if any(entry.number for entry in listed.entries)]
    if not numbered:
        return []
    first: dict[int, Entry] = {}
    for listed in numbered:
        for entry in listed.entries:
            if entry.number:
                first.setdefault(entry.number, entry)
    uses = list(_uses(document, Spans((listed.start, listed.end) for listed in numbered), first))
    cited = {use.number for use in uses if use.number in first}
    if len(cited) < _EVIDENCE:
        uses = [use for use in uses if use.number in first]
    citations = [Citation("number", "use", use.start, use.end, str(use.number), use.number in first) for use in uses]
    for listed in numbered:
        if listed.is_bracketed or any(entry.number in cited for entry in listed.entries):
            citations += _definitions(listed, first, cited)
    return citations


def _definitions(listed: ReferenceList, first: dict[int, Entry], cited: set[int]) -> Iterator[Citation]:
    list_used = any(entry.number in cited for entry in listed.entries)
    for entry in listed.entries:
        if entry.number:
            yield Citation(
                "number", "definition", entry.start, entry.end, str(entry.number), first[entry.number] is entry,
                used=entry.number in cited, list_used=list_used,
            )  # fmt: skip


def _uses(document: Document, lists: Spans, first: dict[int, Entry]) -> Iterator[_Use]:
    highest = max(first) * 2 + _BEYOND
    for block, words in prose(document, _NO_PROSE, ("[",)):
        if block.kind in ("heading", "title") or lists.cover(block.start):
            continue
        last_start, last_end, last = -1, -1, 0  # the brackets before, and their number if they held only one
        for group in _GROUP.finditer(words):
            if not _may_cite(words, group.start(), last_end):
                continue
            uses = list(_parts(words, group, block))
            if uses and all(0 < use.number <= highest for use in uses):
                number = int(group["numbers"]) if group["numbers"].isdigit() else 0
                if last and words[last_end : group.start()].strip() in _DASHES and number - last <= _LONGEST_RANGE:
                    place = block.place(last_start, group.end())
                    yield from (_Use(between, *place) for between in range(last + 1, number))
                last_start, last_end, last = group.start(), group.end(), number
                yield from uses


def _may_cite(words: str, at: int, last_end: int) -> bool:
    """Whether brackets at `at` may cite: an index stands behind a short name, a digit or another index."""
    before = words[at - 1 : at]
    if not (before.isalnum() or before in ("_", "]", ")")):
        return True
    if before == ")":
        return True
    return at == last_end or _WORD_BEFORE.search(words[max(0, at - _LOOK_BACK) : at]) is not None


def _parts(words: str, group: re.Match[str], block: Block) -> Iterator[_Use]:
    start, end = group.span("numbers")
    is_single = group["numbers"].isdigit()
    for part in _PART.finditer(words, start, end):
        place = block.place(*(group.span() if is_single else part.span()))
        low, high = int(part[1]), int(part[2] or part[1])
        if not low <= high <= low + _LONGEST_RANGE:
            yield _Use(0, *place)  # no citation: the whole of the brackets is left out
            return
        for number in range(low, high + 1):
            yield _Use(number, *place)
