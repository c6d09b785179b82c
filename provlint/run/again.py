"""The outcomes of all documents → the same, with those judged anew about which the web has told something new.

Most documents that wait are read twice: that costs less than keeping what all of them hold.
"""

from collections.abc import Callable

from provlint.run.outcome import Input, Outcome
from provlint.run.pool import outcomes
from provlint.run.web_view import Answers
from provlint.run.work import Workbench


def judged_again(
    results: list[Outcome], answers: Answers, make: Callable[[], Workbench], jobs: int, stdin: Input | None
) -> list[Outcome]:
    """The outcomes in the same order; `answers` is what was learnt, and `make` builds a workbench that knows it."""
    name = stdin.path if stdin else None
    again = [outcome.document.path for outcome in results if outcome.missing or _is_outdated(outcome, answers)]
    if not again:
        return results
    files = [path for path in again if path != name]
    judged = dict(zip(files, outcomes(make, files, jobs), strict=True))
    if stdin and name in again:
        judged[stdin.path] = make().data(*stdin)
    return [judged.get(outcome.document.path, outcome) for outcome in results]


def _is_outdated(outcome: Outcome, answers: Answers) -> bool:
    """Whether an address was asked anew, for another document, since this one was judged."""
    if outcome.seen is None:
        return False
    return any(name in answers.kept and answers.kept[name].mark != mark for name, mark in outcome.seen.answers)
