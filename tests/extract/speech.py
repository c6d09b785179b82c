"""Documents of this project's own sentences, and what is said in them."""

from provlint.extract.quotations.find import QuotationFinder
from provlint.model.document import Block, Document
from provlint.model.facts import Attribution, Quotation
from provlint.model.words import Format
from provlint.read.reader import read_text
from provlint.tables.tables import open_tables

FINDER = QuotationFinder(open_tables(()))


def prose(text: str) -> Document:
    """A document whose paragraphs are those of `text`, without a reader's own view of them."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(paragraph), paragraph))
        at += len(paragraph) + 2
    return Document("a.txt", "text", text, blocks=tuple(blocks))


def quoted(text: str, format: Format = "text") -> list[Quotation]:
    """All chunks of a text, terms among them."""
    return list(FINDER.quotations(read_text(text, format, "a.md") if format != "text" else prose(text)))


def said(text: str) -> list[tuple[str, str]]:
    """(words, speaker as written) of each quotation; terms are left out."""
    return [(one.plain, one.speaker.text if one.speaker else "") for one in quoted(text) if one.kind != "term"]


def told(text: str) -> list[Attribution]:
    """The indirect speech in a text."""
    return list(FINDER.speech(prose(text)).attributions)
