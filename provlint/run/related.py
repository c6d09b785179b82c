"""The outcomes of all documents → what holds between them, by path."""

from collections.abc import Sequence
from functools import partial

from provlint.model.document import Document
from provlint.model.relations import Relation
from provlint.model.settings import Settings
from provlint.read.files import format_of
from provlint.read.reader import read_file
from provlint.run.work import Input, Outcome, read_input
from provlint.tables.tables import Tables


def relations_by_path(
    results: Sequence[Outcome], settings: Settings, tables: Tables, stdin: Input | None
) -> dict[str, list[Relation]]:
    """The relations of each document that has some; few documents do."""
    sketches = [outcome.sketch for outcome in results if outcome.sketch]
    if not any(sketch.quotations for sketch in sketches):
        return {}
    from provlint.relate.relations import relations

    by_path: dict[str, list[Relation]] = {}
    for relation in relations(sketches, partial(_read, settings, stdin), tables):
        by_path.setdefault(relation.here.path, []).append(relation)
    return by_path


def _read(settings: Settings, stdin: Input | None, path: str) -> Document | None:
    """The document once more, None if it cannot be read any longer."""
    if stdin and path == stdin.path:
        return read_input(*stdin, settings.max_file_size)
    document = read_file(path, path, format_of(path, settings) or "markdown", settings.max_file_size)
    return None if document.problem else document
