"""Findings in the order in which a report with room for some of them takes them."""

from collections.abc import Iterable

from provlint.model.findings import Finding
from provlint.model.words import CONFIDENCES, SEVERITIES


def heaviest_first(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by severity, then confidence, then as they stand in the report."""
    return sorted(findings, key=lambda found: (SEVERITIES.index(found.severity), CONFIDENCES.index(found.confidence)))
