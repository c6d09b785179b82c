"""Report → workflow commands of GitHub Actions, which show findings beside the lines of a pull request.

A step shows ten annotations of a kind (https://github.com/orgs/community/discussions/26680): the heaviest findings
become annotations, the others plain lines of the log, and the last line says how many there are. In the text of a
command `%`, CR and LF are escaped, in its properties `:` and `,` too (actions/toolkit, `command.ts`); of these, line
ends are spelt out before, with all control characters, as whoever reads the log has a terminal.
"""

from collections.abc import Iterator

from provlint.model.findings import Finding, Report
from provlint.model.words import Severity
from provlint.report.commands import inert, shown_path
from provlint.report.ranking import heaviest_first
from provlint.report.summary import gaps, headline, quantity, remarks
from provlint.text.visible import cut, visible

MOST = 10  # annotations of a kind
_MESSAGE = 1_000  # characters; no sentence of ours is near it
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """The findings as annotations, those beyond GitHub's limit as plain lines, then what a report always says."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    left = dict.fromkeys(_COMMANDS, MOST)
    others: list[Finding] = []
    for finding in heaviest_first(report.findings):
        if left[finding.severity]:
            left[finding.severity] -= 1
            yield _annotation(finding)
        else:
            others.append(finding)
    yield from map(_plain, others)
    yield from (inert(visible(words)) for words in (headline(report), *remarks(report), *gaps(report)))
    if others:
        told = quantity(len(report.findings) - len(others), "finding")
        yield f"Annotated: {told}; GitHub shows {MOST} of a kind, {len(others):,} more are listed above."


def _annotation(finding: Finding) -> str:
    properties = [("file", finding.path)] if finding.path != "-" else []
    properties += [("line", str(finding.line)), ("endLine", str(finding.end_line))]
    if finding.end_line == finding.line:  # GitHub takes columns within one line only
        properties += [("col", str(finding.column)), ("endColumn", str(finding.end_column))]
    properties.append(("title", f"{finding.id} {finding.rule}"))
    given = ",".join(f"{name}={_property(value)}" for name, value in properties)
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(cut(finding.message, _MESSAGE))}"


def _plain(finding: Finding) -> str:
    place = f"{shown_path(cut(finding.path))}:{finding.line}:{finding.column}:"
    rule = visible(f"{finding.id} {finding.rule} [{finding.severity}] {cut(finding.message, _MESSAGE)}")
    return inert(f"{place} {rule}")


def _data(text: str) -> str:
    return inert(visible(text)).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
