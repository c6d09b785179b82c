"""One document and its facts → a small sketch: its longer quotations, and hashes of the words of its other prose.

A shingle is four words in a row (Broder, "On the resemblance and containment of documents", 1997). Of prose, and of
long quotations, only those shingles count that begin with a word of seven letters: they are a quarter, the rare ones,
and the same ones wherever the words stand.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

from provlint.model.document import Block, Document
from provlint.model.facts import Facts, Quotation, Speaker
from provlint.relate.words import forms, forms_of_block
from provlint.text.patterns import lazy

FEWEST = 8  # words: what is shorter is said again by chance, and tells no one apart
SHINGLE = 4
_LONG_WORD = 7
_SHORT_TEXT = 24  # words up to which every shingle counts
_NO_PROSE = frozenset({"title", "heading", "code", "furniture", "metadata", "byline", "dateline", "comment-header"})
APART = frozenset({"post", "excerpt"})  # words of somebody other than the document's writer
#: The writer's own words that are set like a block quotation: a note, a summary, where the text was printed first.
_NOTE = lazy(
    r"\W*(?:(?:(?:editor|author|publisher)[’']s )?note|disclaimer|disclosure|summary|tl;dr|updated?|warning|tip)"
    r"\b\W{0,3}:"
    r"|\W*this (?:article|post|story|piece|column|essay|text|blog|page|interview|report)\b[^.]{0,60}\b"
    r"(?:originally|first|also|previously|cross-?posted|reprinted|republished|adapted)\b",
    re.IGNORECASE,
)


class Sketched(NamedTuple):
    """A quotation that may stand elsewhere too; `hashes` are its shingles, four bytes each."""

    start: int
    end: int
    line: int
    column: int
    plain: str
    group: int
    speaker: Speaker | None
    cued: bool  # a word like "said" gives it to the speaker
    sources: tuple[str, ...]
    hashes: bytes
    whole: int  # the hash of all its words


class Sketch(NamedTuple):
    """What a document shows to the others; `prose` are hashes of its words outside quotations, four bytes each."""

    path: str
    date: str
    quotations: tuple[Sketched, ...]
    prose: bytes
    several: bool  # it holds words of other writers beside its own


def sketch(document: Document, facts: Facts) -> Sketch:
    """The sketch of a document; its size is a small part of the document's."""
    long = tuple(_sketched(document, one) for one in facts.quotations if _counts(one))
    hashes: set[int] = set()
    for block, plain in prose(document, facts.quotations):
        hashes.update(anchored(forms_of_block(plain) if plain is block.plain else forms(plain)))
    return Sketch(
        document.path,
        document.metadata.date or "",
        tuple(one for one in long if one.hashes),
        array("I", sorted(hashes)).tobytes(),
        any(block.kind in APART or block.author for block in document.blocks),
    )


def _counts(quotation: Quotation) -> bool:
    if quotation.kind in ("term", "excerpt") or quotation.plain.count(" ") + 1 < FEWEST:
        return False
    return quotation.kind != "block" or not _NOTE.match(quotation.plain)


def _sketched(document: Document, quotation: Quotation) -> Sketched:
    words = forms(quotation.plain)
    hashes = [] if len(words) < FEWEST else anchored(words) if len(words) > _SHORT_TEXT else shingles(words)
    return Sketched(
        quotation.start,
        quotation.end,
        *document.line_column(quotation.start),
        quotation.plain,
        quotation.group,
        quotation.speaker,
        quotation.cue is not None,
        tuple(source.text for source in quotation.sources),
        array("I", hashes).tobytes(),
        crc32(b" ".join(words)),
    )


def shingles(words: list[bytes]) -> list[int]:
    """The hashes of all shingles, in order."""
    return [crc32(b" ".join(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1)]


def anchored(words: list[bytes]) -> list[int]:
    """The hashes of the shingles that begin with a long word, in order."""
    return [
        crc32(b" ".join(words[at : at + SHINGLE]))
        for at, word in enumerate(words[: 1 - SHINGLE])
        if len(word) >= _LONG_WORD
    ]


def prose(document: Document, quotations: Iterable[Quotation | Sketched]) -> list[tuple[Block, str]]:
    """The blocks of prose, and their words with the quotations blanked out (each blank as long as what it hides)."""
    inside: dict[int, list[str]] = {}
    blocks = document.blocks
    starts = [block.start for block in blocks]
    held = -1
    for quotation in quotations:
        index = bisect_right(starts, quotation.start) - 1
        if index >= 0 and len(quotation.plain) >= FEWEST:
            inside.setdefault(index, []).append(quotation.plain)
    found = []
    for index, block in enumerate(blocks):
        if block.kind == "quote":
            held = max(held, block.end)
        if block.plain and block.start >= held and block.kind not in _NO_PROSE:
            found.append((block, _blanked(block.plain, inside[index]) if index in inside else block.plain))
    return found


def _blanked(plain: str, quoted: list[str]) -> str:
    """The words without the quotations in it, which come in order; those inside another are hidden with it."""
    parts, end, at = [], 0, 0
    for words in quoted:
        start = plain.find(words, at)
        if start >= end:
            parts += [plain[end:start], "\x00" * len(words)]
            end = start + len(words)
        at = max(at, start)
    return "".join(parts) + plain[end:]
