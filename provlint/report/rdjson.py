"""Report → the reviewdog diagnostic format (reviewdog/reviewdog, `proto/rdf`): columns are bytes of UTF-8.

reviewdog posts messages as comments, in which Markdown is alive: they are written as in the Markdown report.
"""

from provlint.model.findings import Finding, Related, Report
from provlint.model.words import Severity
from provlint.report.json import Object, encode
from provlint.report.markdown_escape import prose
from provlint.text.visible import cut, visible

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_MESSAGE = 1_000  # characters; no sentence of ours is near it


def render(report: Report) -> str:
    """The findings as one DiagnosticResult, a line each; what was not checked has no place in this format."""
    rows = ",\n".join(f"  {encode(_diagnostic(finding))}" for finding in report.findings)
    listed = f"[\n{rows}\n]" if rows else "[]"
    return f'{{"source": {encode({"name": "provlint"})}, "diagnostics": {listed}}}\n'


def _diagnostic(finding: Finding) -> Object:
    place = _range(finding)
    made: Object = {
        "message": _shown(finding.message),
        "location": {"path": finding.path, "range": place},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": visible(f"{finding.id} {finding.rule}")},
    }
    fix = finding.fix
    # Edits are known by offset; one that covers what the finding covers has its place in lines and columns too.
    if fix and finding.utf8_columns and [edit[:2] for edit in fix.edits] == [(finding.start, finding.end)]:
        made["suggestions"] = [{"range": place, "text": fix.edits[0].text}]
    if finding.related:
        made["relatedLocations"] = [_related(related) for related in finding.related]
    return made


def _range(finding: Finding) -> Object:
    if finding.utf8_columns is None:
        return {"start": {"line": finding.line}, "end": {"line": finding.end_line}}
    first, last = finding.utf8_columns
    return {"start": {"line": finding.line, "column": first}, "end": {"line": finding.end_line, "column": last}}


def _related(related: Related) -> Object:
    place = {"path": related.path, "range": {"start": {"line": related.line}}}
    return {"message": _shown(related.message), "location": place}


def _shown(message: str) -> str:
    return prose(cut(message, _MESSAGE))
