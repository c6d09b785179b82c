"""Report → GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from hashlib import blake2b

from provlint.model.findings import Finding, Report
from provlint.model.words import Severity
from provlint.report.commands import inert
from provlint.report.json import Object, encode
from provlint.text.visible import cut, visible

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "info": "info"}
_MESSAGE = 1_000  # characters; no sentence of ours is near it


def render(report: Report) -> str:
    """The findings as a JSON list, each with a fingerprint that no other one has; what was not checked has no place."""
    seen: dict[str, int] = {}
    rows = ",\n".join(encode(_issue(finding, seen)) for finding in report.findings)
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def _issue(finding: Finding, seen: dict[str, int]) -> Object:
    return {
        "type": "issue",
        "description": inert(visible(cut(finding.message, _MESSAGE))),
        "check_name": visible(f"{finding.id} {finding.rule}"),
        "categories": ["Style"],
        "fingerprint": _fingerprint(finding, seen),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.path,
            "lines": {"begin": finding.line, "end": finding.end_line},
            "positions": {
                "begin": {"line": finding.line, "column": finding.column},
                "end": {"line": finding.end_line, "column": finding.end_column},
            },
        },
    }


def _fingerprint(finding: Finding, seen: dict[str, int]) -> str:
    """The finding's own and its path: GitLab drops all but one of equal ones, and a passage may stand in two files."""
    seed = f"{finding.path}\0{finding.fingerprint}"
    seen[seed] = seen.get(seed, 0) + 1
    return blake2b(f"{seed}\0{seen[seed]}".encode("utf-8", "replace"), digest_size=16).hexdigest()
