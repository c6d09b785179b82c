"""`provlint verify DOCUMENT`: a document and pages → the sheet an editor works through."""

from typing import NamedTuple

from provlint.errors import UserError
from provlint.extract.document import Extractor
from provlint.model.document import Document
from provlint.model.facts import Facts, Quotation
from provlint.model.matches import Verified
from provlint.model.settings import Settings
from provlint.read.files import format_of
from provlint.read.reader import read_file
from provlint.run.benches import open_sources
from provlint.run.outcome import Input
from provlint.run.verified import verifier
from provlint.run.work import read_input
from provlint.tables.tables import open_tables


class Row(NamedTuple):
    """A quotation of the document, at `line`, and what its source says; None where no source is near."""

    line: int
    column: int
    text: str
    kind: str
    speaker: str
    verified: Verified | None


class Sheet(NamedTuple):
    """A document with all its quotations and excerpts, in source order."""

    path: str
    rows: tuple[Row, ...]


def sheet(path: str, settings: Settings, sources: tuple[str, ...], stdin: Input | None = None) -> Sheet:
    """The sheet of one document; `UserError` if it cannot be read. `sources` are folders of saved pages."""
    limit = settings.max_file_size
    document = (
        read_input(*stdin, limit) if stdin else read_file(path, path, format_of(path, settings) or "markdown", limit)
    )
    if document.problem:
        raise UserError("verify", path, document.detail or document.problem)
    tables = open_tables(settings.rule_folders, settings.root, settings.house)
    facts = Extractor(tables).facts(document)
    found = verifier(tables, open_sources(sources), None).verified(document, facts)
    return Sheet(document.path, tuple(_rows(document, facts, found)))


def _rows(document: Document, facts: Facts, found: list[Verified]) -> list[Row]:
    by_place = {(one.start, one.end): one for one in found}
    rows = [
        _row(document, quotation, by_place.pop((quotation.start, quotation.end), None))
        for quotation in facts.quotations
        if quotation.kind not in ("term", "excerpt")
    ]
    rows += [Row(*document.line_column(one.start), one.text, one.kind, "", one) for one in by_place.values()]
    return sorted(rows, key=lambda row: (row.line, row.column))


def _row(document: Document, quotation: Quotation, verified: Verified | None) -> Row:
    speaker = (quotation.speaker.name or quotation.speaker.text) if quotation.speaker else ""
    return Row(*document.line_column(quotation.start), quotation.plain, quotation.kind, speaker, verified)
