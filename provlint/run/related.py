"""The outcomes of all documents → the same, with those that others are related to judged once more."""

from collections.abc import Callable, Sequence
from functools import partial

from provlint.model.document import Document
from provlint.model.relations import Relation
from provlint.model.settings import Settings
from provlint.read.files import format_of
from provlint.read.reader import read_file
from provlint.run.pool import outcomes
from provlint.run.work import Input, Outcome, Workbench, read_input
from provlint.tables.tables import Tables


def with_relations(
    results: list[Outcome],
    make: Callable[..., Workbench],
    settings: Settings,
    tables: Tables,
    stdin: Input | None,
) -> list[Outcome]:
    """The outcomes in the same order; few documents have relations, so judging those anew costs less than keeping all.

    `make` builds a workbench, and takes the relations by path as `relations`.
    """
    sketches = [outcome.sketch for outcome in results if outcome.sketch]
    if not any(sketch.quotations for sketch in sketches):
        return results
    from provlint.relate.relations import relations

    by_path: dict[str, list[Relation]] = {}
    for relation in relations(sketches, partial(_read, settings, stdin), tables):
        by_path.setdefault(relation.here.path, []).append(relation)
    if not by_path:
        return results
    return _again(results, partial(make, relations=by_path), list(by_path), settings.jobs, stdin)


def _again(
    results: list[Outcome], make: Callable[[], Workbench], paths: Sequence[str], jobs: int, stdin: Input | None
) -> list[Outcome]:
    name = stdin.path if stdin else None
    files = [path for path in paths if path != name]
    judged = dict(zip(files, outcomes(make, files, jobs), strict=True))
    if stdin and name in paths:
        judged[stdin.path] = make().data(*stdin)
    return [judged.get(outcome.document.path, outcome) for outcome in results]


def _read(settings: Settings, stdin: Input | None, path: str) -> Document | None:
    """The document once more, None if it cannot be read any longer."""
    if stdin and path == stdin.path:
        return read_input(*stdin, settings.max_file_size)
    document = read_file(path, path, format_of(path, settings) or "markdown", settings.max_file_size)
    return None if document.problem else document
