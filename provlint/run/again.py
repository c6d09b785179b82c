"""The outcomes of all documents → the same, with those judged that had to wait for what the web says.

Most documents that wait are read twice: that costs less than keeping what all of them hold.
"""

from collections.abc import Callable

from provlint.run.outcome import Input, Outcome
from provlint.run.pool import outcomes
from provlint.run.work import Workbench


def judged_again(
    results: list[Outcome], make: Callable[[], Workbench], jobs: int, stdin: Input | None
) -> list[Outcome]:
    """The outcomes in the same order; `make` builds a workbench that knows what was missing."""
    name = stdin.path if stdin else None
    again = [outcome.document.path for outcome in results if outcome.missing]
    if not again:
        return results
    files = [path for path in again if path != name]
    judged = dict(zip(files, outcomes(make, files, jobs), strict=True))
    if stdin and name in again:
        judged[stdin.path] = make().data(*stdin)
    return [judged.get(outcome.document.path, outcome) for outcome in results]
