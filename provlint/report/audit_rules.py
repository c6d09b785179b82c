"""Report → its findings by rule: how many, why they matter, what to do, and some of them as examples."""

from collections.abc import Iterable, Iterator, Sequence

from provlint.model.findings import Finding, Report
from provlint.model.rules import Rule
from provlint.model.words import SEVERITIES
from provlint.report.markdown_entries import sentence
from provlint.report.markdown_escape import code, prose
from provlint.report.summary import quantity
from provlint.text.visible import cut

_EXAMPLES = 3
_SURE = {
    "high": "seldom wrong",
    "medium": "right more often than not, but read each one",
    "low": "often wrong: take it as a hint",
}


def rules_part(report: Report, rules: Sequence[Rule]) -> Iterator[str]:
    """The section: the heaviest severity first, then the most findings."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_rule.setdefault(finding.id, []).append(finding)
    if not by_rule:
        return
    known = {rule.id: rule for rule in rules}
    yield from ("## Findings by rule", "")
    for findings in sorted(by_rule.values(), key=_rank):
        yield from _rule(findings, known.get(findings[0].id))


def _rank(findings: list[Finding]) -> tuple[int, int, str]:
    return SEVERITIES.index(findings[0].severity), -len(findings), findings[0].id


def _rule(findings: list[Finding], rule: Rule | None) -> Iterator[str]:
    first = findings[0]
    documents = len({finding.path for finding in findings})
    yield f"### {prose(f'{first.rule} ({first.id})')}"
    yield ""
    told = f"{quantity(len(findings), first.severity)}** in {quantity(documents, 'document')}"
    yield f"**{told}; this rule is {_SURE[first.confidence]}."
    if rule is not None:
        yield from ("", f"Why it matters: {prose(rule.why)}", "", f"What to do: {prose(rule.remedy)}")
    yield ""
    for finding in examples(findings):
        yield f"- {code(cut(finding.path))}, line {finding.line}: {sentence(finding.message)}"
        yield from covered(finding)
    if len(findings) > _EXAMPLES:
        yield f"- and {len(findings) - _EXAMPLES:,} more"
    yield ""


def covered(finding: Finding) -> Iterator[str]:
    """The words a finding covers, below its item; none if its sentence has said them."""
    words = finding.snippet
    if words and not words.isspace() and words not in finding.message:
        yield f"  > {code(words)}"


def examples(findings: Iterable[Finding]) -> list[Finding]:
    """A few of them, each from another document and with other words while there are such."""
    chosen: list[Finding] = []
    others: list[Finding] = []
    seen: set[str] = set()
    for finding in findings:
        if finding.path in seen or finding.snippet in seen:
            others.append(finding)
        elif len(chosen) < _EXAMPLES:
            chosen.append(finding)
            seen |= {finding.path, finding.snippet}
    return (chosen + others)[:_EXAMPLES]
