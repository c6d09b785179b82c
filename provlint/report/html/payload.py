"""Report, facts and texts → what the page's script works on, as one JSON value.

    rules      id → name, why, remedy
    findings   id, severity, confidence, message, document (its number), start, end, line, column, snippet, sources
    documents  path, format, title, date, unread; links, quotations and outlets with their places in the text
               of a quotation or excerpt that was compared, `page`: a match object (see `report.match_object`)
    links      url, verdict, reason, status, final, places (document, line)
    resting    see `resting`

Offsets are code points, as everywhere; the script counts in UTF-16 and converts once for each text it shows.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from provlint.model.findings import Finding, Report
from provlint.model.rules import Rule
from provlint.report.html.resting import resting

Object = dict[str, Any]
Facts = Mapping[str, Mapping[str, Any]]  # path → extract object
Matches = Mapping[str, Sequence[Mapping[str, Any]]]  # path → match objects


def payload(report: Report, rules: Sequence[Rule], facts: Facts, matches: Matches) -> Object:
    """All that the page shows but the texts of documents, which it asks for when one is opened."""
    numbers = {document.path: number for number, document in enumerate(report.documents)}
    found = {finding.id for finding in report.findings}
    return {
        "rules": {
            rule.id: {"name": rule.name, "why": rule.why, "remedy": rule.remedy} for rule in rules if rule.id in found
        },
        "findings": _findings(report.findings, numbers, facts),
        "documents": [
            {
                "path": document.path,
                "format": document.format,
                "unread": document.unread,
                **_facts(facts.get(document.path, {}), matches.get(document.path, ())),
            }
            for document in report.documents
        ],
        "links": [
            {
                "url": link.url,
                "verdict": link.verdict,
                "reason": link.reason,
                "status": link.status,
                "final": link.final_url,
                "places": [[numbers.get(place.path, -1), place.line] for place in link.places],
            }
            for link in report.links
        ],
        "resting": resting(report, facts),
    }


def _findings(findings: Sequence[Finding], numbers: Mapping[str, int], facts: Facts) -> list[Object]:
    sources = {path: _Sources(facts.get(path, {})) for path in {finding.path for finding in findings}}
    return [
        {
            "id": finding.id,
            "rule": finding.rule,
            "severity": finding.severity,
            "confidence": finding.confidence,
            "message": finding.message,
            "document": numbers.get(finding.path, -1),
            "path": finding.path,
            "start": finding.start,
            "end": finding.end,
            "line": finding.line,
            "column": finding.column,
            "snippet": finding.snippet,
            "sources": sources[finding.path].within(finding.start, finding.end),
            "related": [[place.path, place.line, place.message] for place in finding.related],
        }
        for finding in findings
    ]


class _Sources:
    """The domains and outlets of a document by place."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        rows = [(link["start"], link["domain"]) for link in facts.get("links", ()) if link["domain"]]
        rows += [(outlet["start"], outlet["name"]) for outlet in facts.get("outlets", ())]
        for quotation in facts.get("quotations", ()):
            rows += [(quotation["start"], name) for name in quoted_from(quotation)]
        self._rows = sorted(rows)

    def within(self, start: int, end: int) -> list[str]:
        """Those that stand in `source[start:end]`, each once."""
        first = bisect_left(self._rows, (start, ""))
        last = bisect_left(self._rows, (max(end, start + 1), ""))
        return list(dict.fromkeys(name for _, name in self._rows[first:last]))


def quoted_from(quotation: Mapping[str, Any]) -> list[str]:
    """The outlet and the hosts that stand behind a quotation."""
    names = [quotation["outlet"]] if quotation["outlet"] else []
    return names + [host for source in quotation["sources"] if (host := host_of(source["text"]))]


def host_of(address: str) -> str:
    """The host of an address as written, without "www."; "" for what is no address."""
    scheme, mark, rest = address.partition("://")
    if not mark or scheme not in ("http", "https"):
        return ""
    host = rest.partition("/")[0].rpartition("@")[2].partition(":")[0].partition("?")[0].lower()
    return host.removeprefix("www.")


def _facts(facts: Mapping[str, Any], matches: Sequence[Mapping[str, Any]]) -> Object:
    if not facts:
        return {"title": None, "date": None, "links": [], "quotations": [], "outlets": []}
    return {
        "title": facts["document"]["title"],
        "date": facts["document"]["date"],
        "links": [
            [link["start"], link["end"], link["url"], link["domain"] or "", ", ".join(link["categories"])]
            for link in facts["links"]
        ],
        "quotations": _quotations(facts["quotations"], matches),
        "outlets": [[outlet["start"], outlet["end"], outlet["name"]] for outlet in facts["outlets"]],
    }


def _quotations(quotations: Sequence[Mapping[str, Any]], matches: Sequence[Mapping[str, Any]]) -> list[Object]:
    """The quotations, and the excerpts that were compared with their pages, in source order."""
    said = {(match["start"], match["end"]): match for match in matches}
    rows = [
        {**_quotation(quotation), "page": said.pop((quotation["start"], quotation["end"]), None)}
        for quotation in quotations
        if quotation["kind"] != "term"
    ]
    rows += [
        {
            **{key: match[key] for key in ("start", "end", "line", "plain")},
            "kind": match["what"],
            "speaker": None,
            "outlet": None,
            "sources": [["link", match["source"], "header"]],
            "page": match,
        }
        for match in said.values()
    ]
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def _quotation(quotation: Mapping[str, Any]) -> Object:
    speaker = quotation["speaker"]
    return {
        "start": quotation["start"],
        "end": quotation["end"],
        "line": quotation["line"],
        "kind": quotation["kind"],
        "plain": quotation["plain"],
        "speaker": (speaker["name"] or speaker["text"]) if speaker else None,
        "outlet": quotation["outlet"],
        "sources": [[source["kind"], source["text"], source["scope"]] for source in quotation["sources"]],
    }
