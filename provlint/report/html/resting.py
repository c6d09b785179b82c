"""Who rests on whom in a run: speakers, documents, outlets and domains, and how often one leads to the other.

A document rests on the domains it links and the outlets it names, and on the speakers it quotes; a speaker's words rest
on the domain that stands behind them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from provlint.model.findings import Report

_MOST = 14  # of each column: what one can read at a glance
_NO_SOURCE = frozenset({"image", "metadata", "definition"})

Edge = tuple[str, str, str, str]  # column and name, column and name


def resting(report: Report, facts: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Columns of names with their weights, heaviest first, and the edges between those that are shown."""
    edges: Counter[Edge] = Counter()
    weights: dict[str, Counter[str]] = {
        "speaker": Counter(),
        "document": Counter(),
        "outlet": Counter(),
        "domain": Counter(),
    }
    for document in report.documents:
        for edge in _edges(document.path, facts.get(document.path, {})):
            edges[edge] += 1
            weights[edge[0]][edge[1]] += 1
            weights[edge[2]][edge[3]] += 1
    columns = {
        name: sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:_MOST] for name, counts in weights.items()
    }
    shown = {(column, name) for column, rows in columns.items() for name, _ in rows}
    return {
        "columns": {column: [list(row) for row in rows] for column, rows in columns.items()},
        "total": {column: len(counts) for column, counts in weights.items()},
        "edges": [[*edge, count] for edge, count in sorted(edges.items()) if edge[:2] in shown and edge[2:] in shown],
    }


def _edges(path: str, facts: Mapping[str, Any]) -> Iterable[Edge]:
    for link in facts.get("links", ()):
        if link["domain"] and link["kind"] not in _NO_SOURCE:
            yield "document", path, "domain", link["domain"]
    for outlet in facts.get("outlets", ()):
        yield "document", path, "outlet", outlet["name"]
    groups: set[int] = set()
    for quotation in facts.get("quotations", ()):
        speaker = quotation["speaker"]
        if quotation["kind"] == "term" or not speaker or not speaker["name"] or quotation["group"] in groups:
            continue
        groups.add(quotation["group"])
        yield "speaker", speaker["name"], "document", path
