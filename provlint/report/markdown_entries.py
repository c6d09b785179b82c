"""Findings → items of a Markdown list: each with its rule, place, sentence and words, and what says the same."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from provlint.model.findings import Finding
from provlint.model.words import SEVERITIES
from provlint.report.arrange import Entry, Rest
from provlint.report.markdown_escape import code, prose
from provlint.report.summary import line_numbers
from provlint.text.visible import cut

_PLACES = 20
_SENTENCE = 1_000  # characters; no sentence of ours is near it


class Item(NamedTuple):
    """A piece of the page that is shown whole or not at all, and how many findings it tells of."""

    text: str
    findings: int = 0


def weight(findings: Iterable[Finding]) -> tuple[int, ...]:
    """Sorts the documents with the most errors first, then those with the most warnings, then infos."""
    counts = Counter(finding.severity for finding in findings)
    return tuple(-counts[severity] for severity in SEVERITIES)


def sentence(message: str) -> str:
    """A message in one line, none of it alive."""
    return prose(cut(message, _SENTENCE))


def entry_item(entry: Entry, *, terse: bool = False) -> Item:
    """An entry with all that is known of it; a terse one does not repeat words that its sentence has said."""
    finding = entry.finding
    lines = [f"- {_rule(finding)}, line {finding.line}, column {finding.column}: {sentence(finding.message)}"]
    said = terse and finding.snippet in finding.message
    if finding.snippet and not finding.snippet.isspace() and not said:
        lines.append(f"  > {code(finding.snippet)}")
    lines += [
        f"  - see {code(cut(related.path))}, line {related.line}, column {related.column}: {sentence(related.message)}"
        for related in finding.related
    ]
    if entry.others:
        lines.append(f"  - also at {_places(entry)}")
    return Item("\n".join(lines) + "\n", 1 + len(entry.others))


def rest_item(rest: Rest) -> Item:
    """The line that sums up a rule's further findings."""
    lines = line_numbers(rest.findings)
    return Item(f"- … and {len(rest.findings):,} more {_rule(rest.findings[0])} ({lines})\n", len(rest.findings))


def _rule(finding: Finding) -> str:
    return f"**{finding.severity}** {prose(f'{finding.id} {finding.rule}')}"


def _places(entry: Entry) -> str:
    """The other places of an entry, each document named once: "line 40, line 52, `b.md` line 3"."""
    path, words = entry.finding.path, []
    for other in entry.others[:_PLACES]:
        words.append(f"line {other.line}" if other.path == path else f"{code(cut(other.path))} line {other.line}")
        path = other.path
    if len(entry.others) > _PLACES:
        words.append(f"and {len(entry.others) - _PLACES:,} more")
    return ", ".join(words)
