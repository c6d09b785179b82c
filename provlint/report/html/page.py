"""Report → one self-contained page: no remote asset, and a policy under which nothing but its own script can run.

What comes from documents reaches the page as data only: compressed and in base64, read by the script and set as text.
The texts of documents are most of it; they stand behind the script, which is at work while they still come.
The overview, and the first findings for a reader without scripts, are written here, escaped.
"""

import base64
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import resources
from string import Template
from typing import Any

from provlint.model.findings import Finding, Report
from provlint.model.rules import Rule
from provlint.model.version import VERSION
from provlint.report.html.charts import chart, figure
from provlint.report.html.escape import shown
from provlint.report.html.payload import Matches, payload
from provlint.report.summary import gaps, headline, quantity, remarks
from provlint.text.visible import encodable

_SCRIPTS = ("base.js", "findings.js", "document.js", "tables.js", "map.js", "main.js")
_WITHOUT_SCRIPT = 200  # findings that stand in the page itself


def render(
    report: Report,
    rules: Sequence[Rule] = (),
    facts: Mapping[str, Mapping[str, Any]] | None = None,
    texts: Mapping[str, str] | None = None,
    matches: Matches | None = None,
) -> str:
    """The page as HTML; the same report gives the same bytes. Without facts and texts it shows findings only.

    `matches` says by path what the sources of the quotations say (see `report.match_object`).
    """
    facts = facts or {}
    style = _asset("style.css")
    script = '"use strict";\n' + "\n".join(map(_asset, _SCRIPTS))
    page = Template(_asset("page.html")).substitute(
        policy=_policy(style, script),
        style=style,
        tally=_tally(report),
        overview=_overview(report, facts),
        without_script=_without_script(report.findings),
        version=VERSION,
        data=_packed(payload(report, rules, facts, matches or {})),
        script=script,
        texts=_packed([(texts or {}).get(document.path, "") for document in report.documents]),
    )
    return encodable(page)


def _asset(name: str) -> str:
    return resources.files("provlint.report.html").joinpath("assets", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    def source(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {source(style)}; script-src {source(script)}; base-uri 'none';"
        " form-action 'none'"
    )


def _packed(value: object) -> str:
    """A JSON value compressed, in base64: neither markup nor anything else can be read in it by mistake."""
    text = encodable(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))
    return base64.b64encode(gzip.compress(text.encode("utf-8"), 6, mtime=0)).decode("ascii")


def _tally(report: Report) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    parts = [
        f'<span class="{severity}">{quantity(counts[severity], severity)}</span>'
        for severity in ("error", "warning", "info")
    ]
    return f"{quantity(len(report.documents), 'document')}, {', '.join(parts)}"


def _overview(report: Report, facts: Mapping[str, Mapping[str, Any]]) -> str:
    categories = Counter(
        category
        for found in facts.values()
        for link in found["links"]
        if link["kind"] not in ("image", "metadata", "definition") and link["domain"]
        for category in (link["categories"] or ["unknown"])
    )
    charts = (
        chart("Findings by rule", Counter(finding.rule for finding in report.findings).items(), "rule"),
        chart("Sources by category", categories.items()),
        chart("Addresses by verdict", Counter(link.verdict for link in report.links).items()),
        chart("Documents with most findings", Counter(finding.path for finding in report.findings).items(), "document"),
    )
    why = [headline(report)] if not (report.documents or report.findings) else []
    notes = "".join(f"<li>{shown(note)}</li>" for note in (*why, *remarks(report), *gaps(report)))
    return "".join(figure(one, number) for number, one in enumerate(charts, 1)) + (
        f'<h3>What to know</h3><ul class="notes">{notes}</ul>' if notes else ""
    )


def _without_script(findings: Sequence[Finding]) -> str:
    rows = "".join(
        f"<li><b>{shown(finding.path)}:{finding.line}</b> {shown(finding.rule)} ({finding.severity}): "
        f"{shown(finding.message)}</li>"
        for finding in findings[:_WITHOUT_SCRIPT]
    )
    more = len(findings) - _WITHOUT_SCRIPT
    rest = f"<p>{more:,} more are shown with scripts allowed.</p>" if more > 0 else ""
    return f"<section><h2>Findings</h2><ul>{rows}</ul>{rest}</section>"
