"""A document and texts quoted elsewhere → the unquoted sentences in it that the texts come from.

What the same writer says in his own words beside a quotation is a report of it and no source, and so is a sentence that
shifts tense and person as reported speech does (Quirk et al., "A Comprehensive Grammar", 1985, 14.28–14.35).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.model.document import Block, Document
from provlint.model.relations import RelatedWords
from provlint.relate.align import Aligned, align
from provlint.relate.candidates import Text
from provlint.relate.sketch import APART, Sketched, anchored, prose
from provlint.relate.words import forms, words
from provlint.text.sentences import split

_SHIFT = """
i we you he she it they my our your his her its their me us him them mine ours yours hers theirs
myself ourselves himself herself themselves am is are was were be been will would can could may might
shall should must have has had do does did not im ive this thats that these those here there
now then today tomorrow yesterday ago before
"""
_SHIFTING = frozenset(_SHIFT.split())

#: Who writes a block: the container it stands in, and the author of a comment.
Voice = tuple[int, str]


class Passage(NamedTuple):
    """Unquoted words, the text that was quoted from them, and how it answers them."""

    text: Text
    place: RelatedWords
    aligned: Aligned
    plain: str  # the words of the block it stands in
    end: int  # where in them the words end that were quoted
    voice: Voice
    document: Document

    def voice_at(self, offset: int) -> Voice:
        """Who writes at an offset of the document's source."""
        return _voice(self.document, offset)


def passages(document: Document, quotations: Sequence[Sketched], candidates: Sequence[Text]) -> Iterator[Passage]:
    """For each text the passage that shares most shingles with it, if one could be where it comes from."""
    read = prose(document, quotations)
    held = _blocks_by_shingle(read, {shingle for text in candidates for shingle in text.hashes})
    for text in candidates:
        shared = Counter(number for shingle in text.hashes for number in held.get(shingle, ()))
        if shared:
            number = min(shared, key=lambda one: (-shared[one], one))
            found = _passage(document, text, *read[number])
            if found:
                yield found


def _blocks_by_shingle(read: Sequence[tuple[Block, str]], wanted: set[int]) -> dict[int, list[int]]:
    held: dict[int, list[int]] = {}
    for number, (_, plain) in enumerate(read):
        for shingle in wanted.intersection(anchored(forms(plain))):
            held.setdefault(shingle, []).append(number)
    return held


def _passage(document: Document, text: Text, block: Block, plain: str) -> Passage | None:
    quoted = text.places[0].quotation.plain
    other = words(plain)
    aligned = align(words(quoted), other, (quoted, plain))
    if aligned is None or _reported(aligned):
        return None
    begin, end = other[aligned.there[0]].start, other[aligned.there[1] - 1].end
    sentences = [span for span in split(plain) if span[0] < end and begin < span[1]]
    first, last = (sentences[0][0], sentences[-1][1]) if sentences else (begin, end)
    start, stop = block.place(first, last)
    place = RelatedWords(document.path, start, stop, *document.line_column(start), plain[first:last])
    return Passage(text, place, aligned, plain, end, _voice(document, start), document)


def _reported(aligned: Aligned) -> bool:
    """Whether a difference is nothing but a shift of tense or person."""
    return any(
        one.here
        and one.there
        and not one.marked
        and _SHIFTING.issuperset(word.form for word in words(f"{one.here} {one.there}"))
        for one in aligned.differences
    )


def _voice(document: Document, offset: int) -> Voice:
    blocks = document.blocks
    index = max(0, bisect_right(blocks, offset, key=lambda block: block.start) - 1)
    author = blocks[index].author or ""
    while blocks[index].kind not in APART and blocks[index].parent >= 0:
        index = blocks[index].parent
    return (index, "") if blocks[index].kind in APART else (-1, author)
