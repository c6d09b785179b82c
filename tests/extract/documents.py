"""Documents for tests of what is extracted from them."""

from provlint.extract.document import extract
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.model.words import Format
from provlint.read.reader import read_text
from provlint.tables.tables import open_tables

TABLES = open_tables(())


def read(source: str, form: Format = "markdown") -> tuple[Document, Facts]:
    document = read_text(source, form, f"a.{form}")
    return document, extract(document, TABLES)
