"""Document → paragraphs that stand in it twice, word for word."""

from provlint.model.document import Block, Document
from provlint.model.facts import Passage

_LONG = 120  # letters; shorter sentences may be repeated on purpose
_WORDS = 18
_SIGNED = "—–-~"  # who said it may stand under each of his words


def doubled(document: Document) -> list[Passage]:
    """The second and later copies of a paragraph of some length; what a quotation repeats is none."""
    seen: dict[str, int] = {}
    alike: dict[tuple[int, str, str], tuple[Block, list[str]]] = {}  # the first paragraph that long, with such ends
    found = []
    quoted = {index for index, block in enumerate(document.blocks) if block.kind == "quote"}
    for block in document.blocks:
        if block.kind != "paragraph" or len(block.plain) < _LONG or block.parent in quoted:
            continue
        words = block.plain.split()
        if len(words) < _WORDS or block.plain[0] in _SIGNED:
            continue
        key = len(words), words[0].casefold(), words[-1].casefold()
        earlier, same = alike.setdefault(key, (block, words))
        if earlier is block:
            continue
        if same:  # once for each key, however many are alike
            seen.setdefault(" ".join(same).casefold(), earlier.start)
            alike[key] = earlier, []
        first = seen.setdefault(" ".join(words).casefold(), block.start)
        if first != block.start:
            line, _ = document.line_column(first)
            found.append(Passage("doubled", block.start, block.end, f"the paragraph on line {line}"))
    return found
