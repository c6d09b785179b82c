"""What the tests of the plain-text reader look at: kinds and words, containers indented."""

from provlint.model.document import Document
from provlint.read import text


def shapes(source: str) -> list[str]:
    """Each block as "kind: words", two spaces a container deep; blocks without prose show their kind alone."""
    return [
        shape(document, index) for document in [text.read(source, "a.txt")] for index in range(len(document.blocks))
    ]


def shape(document: Document, index: int) -> str:
    block = document.blocks[index]
    words = block.plain.replace("\n", "/")
    told = f"{block.kind}: {words}" if words else block.kind
    return "  " + told if block.parent >= 0 else told


def kinds(source: str) -> list[str]:
    return [block.kind for block in text.read(source, "a.txt").blocks]
