"""The formats a report can be written in, by name; each is one file of this room, imported when it is asked for.

To add one: a file with a pure `render`, and a line here that hands it the report and what else it needs.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from provlint.model.findings import Report
from provlint.model.rules import Rule
from provlint.report.terminal import Locate


class Extras(NamedTuple):
    """What a format may want beside the report."""

    rules: tuple[Rule, ...] = ()  # the rules of the run, by id
    facts: Mapping[str, dict[str, object]] = {}  # path → extract object, where facts were asked for
    texts: Mapping[str, str] = {}  # path → source with its secrets covered, where a format of FACTS_AND_TEXTS is asked
    matches: Mapping[str, Sequence[Mapping[str, object]]] = {}  # path → match objects, with the texts
    fail_on: str = "warning"  # the least severity that fails the run, or never
    color: bool = False
    hyperlinks: bool = False
    width: int = 100  # cells of a line of text
    statistics: bool = False
    quiet: bool = False
    verbose: bool = False
    locate: Locate | None = None


Encoder = Callable[[Report, Extras], str]


def render(name: str, report: Report, extras: Extras) -> str:
    """The report in the format called `name`, a key of `FORMATS`."""
    return FORMATS[name](report, extras)


def _text(report: Report, extras: Extras) -> str:
    from provlint.report.text import render

    return render(
        report,
        color=extras.color,
        hyperlinks=extras.hyperlinks,
        width=extras.width,
        statistics=extras.statistics,
        quiet=extras.quiet,
        verbose=extras.verbose,
        locate=extras.locate,
    )


def _json(report: Report, extras: Extras) -> str:
    from provlint.report.json import render

    return render(report, extras.facts)


def _jsonl(report: Report, extras: Extras) -> str:
    from provlint.report.jsonl import render

    return render(report, extras.facts)


def _markdown(report: Report, _: Extras) -> str:
    from provlint.report.markdown import render

    return render(report)


def _sarif(report: Report, extras: Extras) -> str:
    from provlint.report.sarif import render

    return render(report, extras.rules)


def _github(report: Report, _: Extras) -> str:
    from provlint.report.github import render

    return render(report)


def _gitlab(report: Report, _: Extras) -> str:
    from provlint.report.gitlab import render

    return render(report)


def _junit(report: Report, extras: Extras) -> str:
    from provlint.report.junit import render

    return render(report, extras.fail_on)


def _rdjson(report: Report, _: Extras) -> str:
    from provlint.report.rdjson import render

    return render(report)


def _html(report: Report, extras: Extras) -> str:
    from provlint.report.html.page import render

    return render(report, extras.rules, extras.facts, extras.texts, extras.matches)


#: Formats that show the documents themselves.
FACTS_AND_TEXTS = frozenset({"html"})

FORMATS: dict[str, Encoder] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "markdown": _markdown,
    "html": _html,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
}
