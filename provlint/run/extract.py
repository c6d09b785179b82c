"""`provlint extract`: settings and paths → a line of JSON for each document."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.extract.document import Extractor
from provlint.model.document import Document
from provlint.model.settings import Settings
from provlint.read.files import Found, find, format_of
from provlint.read.reader import read_file
from provlint.report.facts import facts_object, jsonl
from provlint.run.local import open_library, open_site
from provlint.run.outcome import Input
from provlint.run.work import read_input
from provlint.site.library import Library
from provlint.tables.tables import open_tables


class Extracted(NamedTuple):
    """One document: its line of JSON, or why there is none."""

    path: str
    line: str = ""
    problem: str = ""


def extract(
    paths: Sequence[str], settings: Settings, *, stdin: Input | None = None, all_claims: bool = False
) -> Iterator[Extracted]:
    """The facts of each document by path, then of standard input; what cannot be read stops no other document.

    With `all_claims`, every sentence is listed among the claims.
    """
    extractor = Extractor(open_tables(settings.rule_folders, settings.root, settings.house))
    found = find(paths, settings, os.getcwd()) if paths else Found(())
    for path, _, detail in found.refused:
        yield Extracted(path, problem=detail)
    limit = settings.max_file_size
    library = open_library(open_site(settings, paths), limit)
    for path in found.files:
        yield _extracted(
            read_file(path, path, format_of(path, settings) or "markdown", limit), extractor, library, all_claims
        )
    if stdin:
        yield _extracted(read_input(*stdin, limit), extractor, library, all_claims)


def _extracted(document: Document, extractor: Extractor, library: Library, all_claims: bool) -> Extracted:
    if document.problem:
        return Extracted(document.path, problem=document.detail)
    facts = extractor.facts(document, library.of(document), all_claims=all_claims)
    return Extracted(document.path, jsonl(facts_object(document, facts)))
