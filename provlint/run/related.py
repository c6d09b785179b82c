"""The outcomes of all documents → what holds between them, by path."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from provlint.model.document import Document
from provlint.model.settings import Settings
from provlint.run.outcome import Input, Outcome
from provlint.run.pool import outcomes, spread
from provlint.tables.tables import Tables

if TYPE_CHECKING:
    from provlint.model.relations import Relation
    from provlint.run.kept import Keeper
    from provlint.run.work import Workbench


def with_relations(
    results: list[Outcome],
    make: "Callable[..., Workbench]",
    settings: Settings,
    tables: Tables,
    stdin: Input | None,
    keeper: "Keeper | None" = None,
) -> list[Outcome]:
    """The outcomes in the same order; few documents have relations, so judging those anew costs less than keeping all.

    `make` builds a workbench, and takes the relations by path as `relations`. What `keeper` kept is taken from there.
    """
    if keeper and not stdin and (kept := keeper.related(results)) is not None:
        return kept
    by_path = relations_by_path(keeper.sketched(results) if keeper else results, settings, tables, stdin)
    if keeper and not stdin:
        keeper.whole(results, [*by_path])
    if not by_path:
        return results
    return _again(results, by_path, partial(make, relations=by_path), settings.jobs, stdin, keeper)


def relations_by_path(
    results: Sequence[Outcome], settings: Settings, tables: Tables, stdin: Input | None
) -> "dict[str, list[Relation]]":
    """The relations of each document that has some; few documents do."""
    sketches = [outcome.sketch for outcome in results if outcome.sketch]
    by_path: dict[str, list[Relation]] = {}
    if any(sketch.quotations for sketch in sketches):
        from provlint.relate.relations import relations

        share = partial(spread, jobs=settings.jobs)
        for relation in relations(sketches, partial(_read, settings, stdin), tables, share):
            by_path.setdefault(relation.here.path, []).append(relation)
    return by_path


def _again(
    results: list[Outcome],
    by_path: "Mapping[str, Sequence[Relation]]",
    make: "Callable[[], Workbench]",
    jobs: int,
    stdin: Input | None,
    keeper: "Keeper | None",
) -> list[Outcome]:
    name = stdin.path if stdin else None
    files = {path: relations for path, relations in by_path.items() if path != name}

    def judge(paths: Sequence[str]) -> list[Outcome]:
        return list(outcomes(make, paths, jobs))

    judged = keeper.again(files, judge) if keeper else dict(zip(files, judge([*files]), strict=True))
    if stdin and name in by_path:
        judged[stdin.path] = make().data(*stdin)
    return [judged.get(outcome.document.path, outcome) for outcome in results]


def _read(settings: Settings, stdin: Input | None, path: str) -> Document | None:
    """The document once more, None if it cannot be read any longer."""
    from provlint.read.files import format_of
    from provlint.read.reader import read_file
    from provlint.run.work import read_input

    if stdin and path == stdin.path:
        return read_input(*stdin, settings.max_file_size)
    document = read_file(path, path, format_of(path, settings) or "markdown", settings.max_file_size)
    return None if document.problem else document
