"""Report → JUnit's XML, which test reporters of build servers show: a suite a document, a case a finding.

The dialect is the one Jenkins publishes a schema for (jenkinsci/xunit-plugin, `junit-10.xsd`), without its extensions.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from provlint.model.findings import Finding, Report
from provlint.model.words import SEVERITIES
from provlint.report.commands import inert, shown_path
from provlint.report.summary import gaps, headline, remarks
from provlint.text.visible import cut, visible

_MESSAGE = 1_000  # characters; no sentence of ours is near it
_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_NOT_XML = re.compile('[&<>"\ufffe\uffff]')  # what XML 1.0 gives a meaning or does not take, among visible characters


def render(report: Report, fail_on: str = "warning") -> str:
    """The report as XML; findings at or above `fail_on` are failures, others cases that pass and say what was seen.

    A rule that was not run is a skipped case. A run without findings is one case that passes.
    """
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    suites = [_suite(path, list(found), failing) for path, found in groupby(report.findings, key=lambda one: one.path)]
    suites.append(_own_suite(report))
    failures = sum(finding.severity in failing for finding in report.findings)
    skipped = len(report.skipped_rules)
    tests = len(report.findings) + skipped + (not report.findings)
    counts = f'tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}"'
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="provlint" {counts}>\n'
    return head + "".join(suites) + "</testsuites>\n"


def _suite(path: str, findings: list[Finding], failing: Iterable[str]) -> str:
    failures = sum(finding.severity in failing for finding in findings)
    head = f'  <testsuite name="{escape(path)}" tests="{len(findings)}" failures="{failures}" errors="0" skipped="0">\n'
    return head + "".join(_case(finding, failing) for finding in findings) + "  </testsuite>\n"


def _case(finding: Finding, failing: Iterable[str]) -> str:
    place = f"{finding.line}:{finding.column}"
    head = f'    <testcase classname="{escape(finding.path)}" name="{escape(f"{finding.id} {finding.rule}")} {place}">'
    message = escape(cut(finding.message, _MESSAGE))
    body = "\n".join(escape(line) for line in _body(finding))
    if finding.severity in failing:
        return f'{head}<failure type="{finding.severity}" message="{message}">{body}</failure></testcase>\n'
    return f"{head}<system-out>{message}\n{body}</system-out></testcase>\n"


def _body(finding: Finding) -> Iterator[str]:
    # No line begins with words of a document: a build machine's log is read for commands.
    path = shown_path(finding.path)
    yield f"{path}:{finding.line}:{finding.column}: {finding.severity}, {finding.confidence} confidence"
    yield f"words: {finding.snippet}"
    for related in finding.related:
        yield f"see {related.path}:{related.line}:{related.column}: {cut(related.message, _MESSAGE)}"


def _own_suite(report: Report) -> str:
    """The suite of the run itself: what passed, which rules were not run, and the words that end every report."""
    cases = [] if report.findings else ['    <testcase classname="provlint" name="no findings"/>\n']
    for rule in report.skipped_rules:
        name = escape(f"{rule.id} {rule.name}".rstrip())
        cases.append(
            f'    <testcase classname="provlint" name="{name}"><skipped message="{escape(rule.why)}"/></testcase>\n'
        )
    said = "\n".join(map(escape, (headline(report), *remarks(report), *gaps(report))))
    counts = f'tests="{len(cases)}" failures="0" errors="0" skipped="{len(report.skipped_rules)}"'
    tail = f"    <system-out>{said}</system-out>\n  </testsuite>\n"
    return f'  <testsuite name="provlint" {counts}>\n' + "".join(cases) + tail


def escape(text: str) -> str:
    """Text as XML 1.0 takes it, in an element or between double quotes; in one line, control characters spelt out."""
    return _NOT_XML.sub(lambda found: _SPECIAL.get(found[0]) or f"&lt;U+{ord(found[0]):04X}&gt;", inert(visible(text)))
