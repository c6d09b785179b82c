"""Footnotes of a page: which links are note marks, which elements are the notes they lead to.

HTML has no element for notes. Read are the DPUB-ARIA roles and the ids that publishing tools write: `fn…` (Markdown
tools), `cite_note-…` (MediaWiki), `_ftn…`, `_edn…` (Word), `sdfootnote…` (LibreOffice), `footnote-…`, `endnote-…`.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from provlint.model.document import Block, Label
from provlint.text.patterns import lazy

_NOTE = lazy(
    r"(?:user-content-)?_{0,2}(?P<word>cite[_-]note|sdfootnote|sdendnote"
    # `footnote-label` is the heading of GitHub's notes, `footnote-reference-1` the mark in docutils' pages.
    r"|(?:footnote|endnote)(?![-_:.](?:label|back|ref(?:erence)?)(?![a-z]))|ftn|edn|fn)(?!ref|s\b)"
    r"[-_:.]?(?P<key>[\w:.-]*)",
    re.I,
)
_BACK = lazy(
    r"(?:user-content-)?_{0,2}(?:fnref|ftnref|ednref|(?:footnote|endnote|cite|fn)[-_:.]?(?:ref|back|backlink)|rfn)",
    re.I,
)
_MARKER = lazy(
    r"\s*+(?>(?:[\[(]?\s?(?:(?:note|fn|nb|n)\.?\s?)?(?:\d{1,4}|[ivxlc]{1,6}|[a-z]{1,2}|[*†‡§¶‖#]{1,4})\s?[\])]?[\s,;–-]*+)+)",
    re.I,
)
_TAG = lazy(r"<[^<>]*>")
_LONGEST_MARKER = 600  # characters of markup around a note's mark


class Use(NamedTuple):
    """A link that looks like a note's mark; `sure` when its role or its address says so, not only its look."""

    id: str
    start: int
    end: int
    sure: bool


class Span(NamedTuple):
    """An element with an id at `source[start:end]`, its start tag ending at `tag_end`; `end` -1: its block's end."""

    id: str
    start: int
    tag_end: int
    end: int
    is_note: bool  # its role or class says so


def marker(source: str, start: int, closing: str) -> bool:
    """Whether what stands between `start` and the end tag `closing` is a note's mark: a number, a letter, a dagger."""
    end = source.find(closing, start, start + _LONGEST_MARKER)
    return (
        end >= 0
        and _MARKER.fullmatch(_TAG.sub("", source[start:end]).replace("&#91;", "[").replace("&#93;", "]")) is not None
    )


def is_note_id(identity: str) -> bool:
    """Whether an id is one that tools give to a note: a known word, then a key with a figure or a separator."""
    found = _NOTE.fullmatch(identity)
    return bool(found and found["key"] and (_has_figure(identity) or found.end("word") != found.start("key")))


def is_back_id(identity: str) -> bool:
    """Whether an id is one that tools give to a note's mark, where the note leads back to."""
    return _BACK.match(identity) is not None


def _has_figure(identity: str) -> bool:
    return any(char.isdigit() for char in identity)


def resolve(
    uses: list[Use], spans: list[Span], blocks: list[Block], end: int
) -> tuple[list[Label], list[tuple[int, int]]]:
    """The labels of uses and definitions, and the spans of the notes, disjoint and in order."""
    used = {use.id for use in uses}
    ids = {span.id for span in spans}
    marks = {use.start for use in uses}
    notes = [
        span
        for span in sorted(spans, key=_start)
        if (span.id in used or span.is_note or is_note_id(span.id)) and span.start not in marks
    ]
    first: set[str] = set()
    labels: list[Label] = []
    places: list[tuple[int, int]] = []
    starts = [block.start for block in blocks]
    for note in notes:
        key = key_of(note.id)
        labels.append(
            Label("footnote", "definition", note.start, note.tag_end, key, note.id not in first, note.id in used)
        )
        first.add(note.id)
        last = note.end if note.end >= 0 else _block_end(blocks, starts, note.start, end)
        if last > note.start and (not places or note.start >= places[-1][1]):
            places.append((note.start, last))
    labels += [
        Label("footnote", "use", use.start, use.end, key_of(use.id), use.id in first)
        for use in uses
        if use.id in first or (use.sure and use.id not in ids)
    ]
    return labels, places


def _start(span: Span) -> int:
    return span.start


def _block_end(blocks: list[Block], starts: list[int], at: int, end: int) -> int:
    """The end of the block that holds the anchor at `at`, or of the next one when it stands before its words."""
    index = bisect_right(starts, at) - 1
    if index >= 0 and blocks[index].end > at:
        return blocks[index].end
    return blocks[index + 1].end if index + 1 < len(blocks) else min(at, end)


def key_of(identity: str) -> str:
    """The key of a note as its readers see it: its id without the word that tools put before it."""
    found = _NOTE.fullmatch(identity)
    return found["key"] if found and found["key"] else identity
