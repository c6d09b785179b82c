"""Report → the JSON of the published contract, a line for each document, link and finding; same values, same bytes."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from provlint.model.findings import DocumentCount, Finding, LinkAnswer, Report
from provlint.model.version import VERSION
from provlint.report.summary import NOT_ASKED
from provlint.text.visible import encodable

Object = dict[str, object]
#: The first bytes of every report: by them an audit knows one of its own.
OPENING = '{\n  "version": 1,\n  "tool": {"name": "provlint"'
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)


def render(report: Report, facts: Mapping[str, Object] | None = None) -> str:
    """The report as JSON; `facts` (path → extract object) adds the key `facts` to each document it has facts of."""
    facts = facts or {}
    parts = [
        '  "version": 1',
        f'  "tool": {encode({"name": "provlint", "version": VERSION})}',
        f'  "summary": {encode(summary_object(report))}',
        _rows("documents", (document_object(document, facts.get(document.path)) for document in report.documents)),
        _rows("links", map(link_object, report.links)),
        _rows("findings", map(finding_object, report.findings)),
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def encode(value: object) -> str:
    """The value as one line of JSON that any parser takes: lone surrogates become U+FFFD, which keeps every offset.

    "##[", which GitHub's runner obeys wherever in a log's line it stands, is written with an escape: the same value.
    """
    return encodable(_ENCODER.encode(value).replace("##[", "#\\u0023["))


def _rows(key: str, values: Iterable[Object]) -> str:
    rows = ",\n".join(f"    {encode(value)}" for value in values)
    return f'  "{key}": [\n{rows}\n  ]' if rows else f'  "{key}": []'


def summary_object(report: Report) -> Object:
    """The report in numbers."""
    counts = Counter(finding.severity for finding in report.findings)
    return {
        "documents": len(report.documents),
        "errors": counts["error"],
        "warnings": counts["warning"],
        "infos": counts["info"],
        "suppressed": report.suppressed,
        "baselined": report.baselined,
        "skipped_rules": [{"id": rule.id, "why": rule.why} for rule in report.skipped_rules],
        "links": {
            "found": sum(document.links for document in report.documents),
            "unique": len(report.links),
            "checked": sum(link.verdict not in NOT_ASKED for link in report.links),
        },
    }


def document_object(document: DocumentCount, facts: Object | None) -> Object:
    """One document with its counts, and with its facts if they are given."""
    counts: Object = document._asdict()
    del counts["unread"]
    return counts | ({} if facts is None else {"facts": facts})


def link_object(link: LinkAnswer) -> Object:
    """One address and what is known of it."""
    return {
        "url": link.url,
        "verdict": link.verdict,
        "reason": link.reason,
        "status": link.status,
        "final_url": link.final_url,
        "chain": link.chain,
        "checked_at": link.checked_at,
        "places": [place._asdict() for place in link.places],
    }


def finding_object(finding: Finding) -> Object:
    """One finding."""
    found: Object = finding._asdict()
    del found["context"], found["context_column"], found["utf8_columns"]
    found["related"] = [related._asdict() for related in finding.related]
    if finding.fix is not None:
        found["fix"] = {"safe": finding.fix.safe, "edits": [edit._asdict() for edit in finding.fix.edits]}
    return found
