"""Report → JSON Lines: the run, then each document, link and finding on a line of its own, with its `type`.

The objects are those of the JSON report, which is published as a schema.
"""

from collections.abc import Iterator, Mapping

from provlint.model.findings import Report
from provlint.model.version import VERSION
from provlint.report.json import (
    Object,
    document_object,
    encode,
    finding_object,
    link_object,
    summary_object,
)


def render(report: Report, facts: Mapping[str, Object] | None = None) -> str:
    """The report, a line of JSON for each thing in it; the first line tells version, tool and summary."""
    return "".join(f"{encode(line)}\n" for line in _lines(report, facts or {}))


def _lines(report: Report, facts: Mapping[str, Object]) -> Iterator[Object]:
    tool = {"name": "provlint", "version": VERSION}
    yield {"type": "run", "version": 1, "tool": tool, "summary": summary_object(report)}
    for document in report.documents:
        yield {"type": "document", **document_object(document, facts.get(document.path))}
    for link in report.links:
        yield {"type": "link", **link_object(link)}
    for finding in report.findings:
        yield {"type": "finding", **finding_object(finding)}
