"""A report → the exit code of the run."""

from provlint.model.findings import Report
from provlint.model.words import SEVERITIES

_FINDINGS = 1


def exit_code(report: Report, fail_on: str) -> int:
    """1 if a finding is at or above `fail_on` (a severity, or never), else 0; what is unverified never counts."""
    if fail_on == "never":
        return 0
    heavy = SEVERITIES[: [*SEVERITIES].index(fail_on) + 1] if fail_on in SEVERITIES else SEVERITIES
    return _FINDINGS if any(finding.severity in heavy and not finding.unverified for finding in report.findings) else 0
