"""Document → paragraphs that stand in it twice, word for word."""

from provlint.model.document import Document
from provlint.model.facts import Passage

_LONG = 120  # letters; shorter sentences may be repeated on purpose
_WORDS = 18
_SIGNED = "—–-~"  # who said it may stand under each of his words


def doubled(document: Document) -> list[Passage]:
    """The second and later copies of a paragraph of some length; what a quotation repeats is none."""
    seen: dict[str, int] = {}
    found = []
    quoted = {index for index, block in enumerate(document.blocks) if block.kind == "quote"}
    for block in document.blocks:
        if block.kind != "paragraph" or len(block.plain) < _LONG or block.parent in quoted:
            continue
        words = block.plain.split()
        if len(words) < _WORDS or block.plain[0] in _SIGNED:
            continue
        text = " ".join(words).casefold()
        first = seen.setdefault(text, block.start)
        if first != block.start:
            line, _ = document.line_column(first)
            found.append(Passage("doubled", block.start, block.end, f"the paragraph of line {line}"))
    return found
