"""`provlint extract`: settings and paths → a line of JSON for each document."""

import os
from collections.abc import Iterator, Sequence

from provlint.errors import UserError
from provlint.extract.document import extract as extract_facts
from provlint.model.settings import Settings
from provlint.read.files import find, format_of
from provlint.read.reader import read_bytes, read_file
from provlint.report.facts import facts_object, jsonl
from provlint.run.check import Input
from provlint.tables.tables import open_tables


def extract(paths: Sequence[str], settings: Settings, *, stdin: Input | None = None) -> Iterator[str]:
    """The facts of each document by path, then of standard input; a document that cannot be read is refused."""
    tables = open_tables(settings.rule_folders)
    found = find(paths, settings, os.getcwd()) if paths else None
    if found and found.refused:
        path, _, detail = found.refused[0]
        raise UserError("extract", path, detail)
    for path in found.files if found else ():
        document = read_file(path, path, format_of(path, settings) or "markdown", settings.max_file_size)
        if document.problem:
            raise UserError("extract", path, document.detail)
        yield jsonl(facts_object(document, extract_facts(document, tables)))
    if stdin:
        document = read_bytes(*stdin)
        if document.problem:
            raise UserError("extract", stdin.path, document.detail)
        yield jsonl(facts_object(document, extract_facts(document, tables)))
