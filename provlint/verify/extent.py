"""The places of an excerpt's paragraphs → how much of the page's article it holds, and where it was cut."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.model.matches import MatchPassage, PageBlock
from provlint.text.visible import cut
from provlint.verify.source import SourceIndex

_PARAGRAPH = 8  # words: shorter blocks, and those without an end, are captions, headings and bylines
_SHOWN = 90  # characters of what was cut
_ENDS = (".", "!", "?", "…", ":", "”", '"', "’", "»", "。")


class Extent(NamedTuple):
    """Per cent of the article that an excerpt holds; that, and where it was cut, in words for a sentence."""

    share: int
    remarks: tuple[str, ...]


def extent(index: SourceIndex, passages: Sequence[MatchPassage]) -> Extent:
    """What an excerpt, whose paragraphs stand at `passages` in any order, takes of its page's article."""
    spans = sorted((passage.first, passage.last) for passage in passages if passage.region == "article")
    blocks = [block for block in index.page.blocks if block.region == "article"]
    total = sum(block.end - block.start for block in blocks)
    if not spans or not total:
        return Extent(0, ())
    held, end = 0, 0
    for first, last in spans:
        held += max(0, last - max(first, end))
        end = max(end, last)
    whole = [block for block in blocks if _is_paragraph(index.page.text[block.start : block.end])]
    share = min(100, max(1, 100 * held // total))
    cuts = _cuts(index.page.text, whole, spans)
    return Extent(share, (f"it holds {share} % of the article", *cuts))


def _cuts(text: str, blocks: Sequence[PageBlock], spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What the article has before the excerpt, between its paragraphs and after it."""
    before = [block for block in blocks if block.end <= spans[0][0]]
    if before:
        yield f"the article begins before it: “{_words(text, before[0])}”"
    left_out = list(_between(blocks, spans))
    if left_out:
        count = f"{len(left_out)} paragraphs are" if len(left_out) > 1 else "a paragraph is"
        yield f"{count} left out of it: “{_words(text, left_out[0])}”"
    last = max(end for _, end in spans)
    inside = next((block for block in blocks if block.start < last < block.end), None)
    rest = text[last : inside.end] if inside else ""
    if any(sign.isalnum() for sign in rest):
        ended = text[:last].rstrip().endswith(_ENDS) or rest.lstrip(' ”"’»').startswith(_ENDS)
        rest = cut(" ".join(rest.split()).lstrip(",;.!?”’» "), _SHOWN)
        yield f"its last {'paragraph' if ended else 'sentence'} goes on: “{rest}”"
        return
    after = next((block for block in blocks if block.start >= last), None)
    if after:
        yield f"the article goes on: “{_words(text, after)}”"


def _between(blocks: Sequence[PageBlock], spans: Sequence[tuple[int, int]]) -> Iterator[PageBlock]:
    """The blocks that lie between two of the spans, which come in order, and are in none."""
    for block in blocks:
        at = bisect_right(spans, block.start, key=lambda span: span[0])
        if 0 < at < len(spans) and spans[at - 1][1] <= block.start and block.end <= spans[at][0]:
            yield block


def _is_paragraph(text: str) -> bool:
    return text.rstrip().endswith(_ENDS) and len(text.split()) >= _PARAGRAPH


def _words(text: str, block: PageBlock) -> str:
    return cut(" ".join(text[block.start : block.end].split()), _SHOWN)
