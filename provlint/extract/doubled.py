"""Document → paragraphs that stand in it twice, word for word."""

from collections.abc import Iterator

from provlint.model.document import Block, Document
from provlint.model.facts import Passage

_LONG = 120  # letters; shorter sentences may be repeated on purpose
_WORDS = 18
_END = 60  # characters at each end of a paragraph that are looked at first
_SIGNED = "—–-~"  # who said it may stand under each of his words


def doubled(document: Document) -> list[Passage]:
    """The second and later copies of a paragraph of some length; what a quotation repeats is none."""
    found = []
    for alike in _with_like_ends(document):
        seen: dict[str, int] = {}
        for block in alike:
            first = seen.setdefault(" ".join(block.plain.split()).casefold(), block.start)
            if first != block.start:
                line, _ = document.line_column(first)
                found.append(Passage("doubled", block.start, block.end, f"the paragraph on line {line}"))
    return found


def _with_like_ends(document: Document) -> Iterator[list[Block]]:
    """The paragraphs that begin and end in the same words, where there are several: nearly every one is alone."""
    quoted = {index for index, block in enumerate(document.blocks) if block.kind == "quote"}
    alike: dict[str, list[Block]] = {}
    for block in document.blocks:
        plain = block.plain
        if block.kind != "paragraph" or len(plain) < _LONG or block.parent in quoted or plain[0] in _SIGNED:
            continue
        ends = plain[:_END].split(None, 1)[:1] + plain[-_END:].rsplit(None, 1)[-1:]
        alike.setdefault(" ".join(ends).casefold(), []).append(block)
    for blocks in alike.values():
        if len(blocks) > 1:
            yield [block for block in blocks if len(block.plain.split()) >= _WORDS]
