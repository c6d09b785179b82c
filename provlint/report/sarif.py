"""Report → SARIF 2.1.0 (OASIS), in the subset that GitHub's code scanning reads and other viewers understand.

GitHub shows 5,000 results of a run, heaviest first (docs.github.com, "SARIF support for code scanning"): no more are
written, and a notification says how many were left out. What was not checked is told in notifications too. What ignores
and a baseline hold back is written as suppressed results, which viewers hide or show as they are asked.
"""

from collections.abc import Iterable

from provlint.model.findings import Finding, Report
from provlint.model.rules import Rule
from provlint.model.version import VERSION
from provlint.report.json import Object, encode, summary_object
from provlint.report.ranking import heaviest_first
from provlint.report.sarif_results import result
from provlint.report.sarif_rules import descriptor, unknown
from provlint.report.sarif_text import message
from provlint.report.summary import gaps, quantity, remarks

MOST = 5_000  # results
_LONGEST = 20_000  # characters of a notification: it may name every rule that was not run
_LINE_ENDS = ("\r\n", "\n", "\r")
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report, rules: Iterable[Rule] = (), *, most: int = MOST) -> str:
    """The report as a SARIF log of one run, a line for each rule and result; `rules` are those of the run."""
    kept = _kept(report.findings, most)
    held = report.held_back[: most - len(kept)]  # viewers can show them; what is told has the first right to room
    descriptors = {rule.id: descriptor(rule) for rule in rules}
    for finding in (*kept, *(one.finding for one in held)):
        if finding.id not in descriptors:
            descriptors[finding.id] = unknown(finding)
    index = {code: number for number, code in enumerate(descriptors)}
    compared = report.baselined > 0
    results = [result(finding, index[finding.id], compared=compared) for finding in kept]
    results += [result(one.finding, index[one.finding.id], compared=compared, held=one) for one in held]
    run = (
        '"tool": {"driver": {"name": "provlint", "semanticVersion": ' + encode(VERSION) + ", "
        f'"rules": {_rows(descriptors.values())}}}}}',
        f'"invocations": [{encode(_invocation(report, len(kept)))}]',
        f'"automationDetails": {encode({"id": "provlint/"})}',
        f'"originalUriBaseIds": {encode({"%SRCROOT%": {"description": {"text": "The folder provlint was run in."}}})}',
        '"columnKind": "unicodeCodePoints"',
        f'"newlineSequences": {encode(_LINE_ENDS)}',
        f'"properties": {encode({"summary": summary_object(report)})}',
        f'"results": {_rows(results)}',
    )
    inside = ",\n".join(run)
    return f'{{"$schema": {encode(SCHEMA)}, "version": "2.1.0", "runs": [{{\n{inside}\n}}]}}\n'


def _kept(findings: tuple[Finding, ...], most: int) -> list[Finding]:
    """The heaviest findings, in the report's order."""
    if len(findings) <= most:
        return list(findings)
    ranked = heaviest_first(findings)[:most]
    return sorted(ranked, key=lambda finding: (finding.path, finding.start, finding.id))


def _invocation(report: Report, kept: int) -> Object:
    """What was held back, left out and not checked, in sentences."""
    sentences = [*remarks(report), *gaps(report)]
    if kept < len(report.findings):
        told = f"{kept:,} of {quantity(len(report.findings), 'finding')}"
        sentences.append(f"Cut short: {told} are told here, heaviest first; no more would be shown.")
    notes = [{"level": "note", "message": message(words, _LONGEST)} for words in sentences]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _rows(values: Iterable[Object]) -> str:
    rows = ",\n".join(map(encode, values))
    return f"[\n{rows}\n]" if rows else "[]"
