"""The words that end a report: how much was found, what was held back, and what nobody looked at."""

from collections import Counter
from collections.abc import Iterable

from provlint.model.findings import Finding, LinkAnswer, Report, SkippedRule
from provlint.model.words import NOT_ASKED, SEVERITIES, UNVERIFIED

_LINES = 12
_NAMED = 3  # rules that were not run


def quantity(number: int, noun: str) -> str:
    """A number and its noun: "1 error", "2 addresses"."""
    plural = noun + ("es" if noun.endswith("s") else "s")
    return f"{number:,} {noun if number == 1 else plural}"


def listing(words: list[str]) -> str:
    """Words as a sentence lists them: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def line_numbers(findings: Iterable[Finding]) -> str:
    """The lines that findings begin on, the first dozen of them: "lines 40, 52, 61, …"."""
    lines = sorted({finding.line for finding in findings})
    words = [str(line) for line in lines[:_LINES]] + ["…"] * (len(lines) > _LINES)
    return f"{'line' if len(lines) == 1 else 'lines'} {', '.join(words)}"


def headline(report: Report) -> str:
    """One sentence: the findings by severity and how many documents were read."""
    documents = quantity(len(report.documents), "document")
    if not report.findings:
        return f"No findings in {documents}." if report.documents else report.nothing or "No documents found."
    return f"Found {severities(report.findings)} in {documents}."


def severities(findings: Iterable[Finding]) -> str:
    """The findings counted by severity, heaviest first: "1 error and 2 warnings"."""
    counts = Counter(finding.severity for finding in findings)
    return listing([quantity(counts[severity], severity) for severity in SEVERITIES if counts[severity]])


def remarks(report: Report) -> list[str]:
    """Sentences on what was held back, what can be mended, and the notes of the run."""
    lines = [
        f"{word}: {quantity(findings, 'finding')} in {quantity(documents, 'document')}."
        for word, (findings, documents) in (("Mended", report.fixed), ("Given an ignore", report.ignored))
        if findings
    ]
    if report.suppressed:
        lines.append(f"Suppressed: {quantity(report.suppressed, 'finding')}.")
    if report.baselined:
        lines.append(f"In the baseline: {quantity(report.baselined, 'finding')}.")
    safe = sum(finding.fix is not None and finding.fix.safe for finding in report.findings)
    unsafe = sum(finding.fix is not None and not finding.fix.safe for finding in report.findings)
    if safe or unsafe:
        ways = [f"{safe:,} with --fix"] * bool(safe) + [f"{unsafe:,} more with --unsafe-fixes"] * bool(unsafe)
        lines.append(f"Can be mended: {listing(ways)}.")
    return lines + [f"Note: {note.removesuffix('.')}." for note in report.notes]


def gaps(report: Report) -> list[str]:
    """Sentences on what was not checked, or could not be, and why; empty when all was."""
    if not report.documents:
        return []
    return [*_link_gaps(report.links), *_rule_gaps(report.skipped_rules)]


def _link_gaps(links: tuple[LinkAnswer, ...]) -> list[str]:
    lines = []
    reasons = Counter(link.reason or link.verdict for link in links if link.verdict in NOT_ASKED)
    if reasons:
        why = _counted(reasons)
        lines.append(f"Not checked: {reasons.total():,} of {quantity(len(links), 'address')} ({why}).")
    verdicts = Counter[str](link.verdict for link in links if link.verdict in UNVERIFIED)
    if verdicts:
        lines.append(f"Could not be verified: {quantity(verdicts.total(), 'address')} ({_counted(verdicts)}).")
    return lines


def _counted(words: Counter[str]) -> str:
    """One reason as it is, several with their counts."""
    ranked = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if len(ranked) == 1 else ", ".join(f"{number:,} {word}" for word, number in ranked)


def _rule_gaps(rules: tuple[SkippedRule, ...]) -> list[str]:
    by_reason: dict[str, list[str]] = {}
    for rule in rules:
        by_reason.setdefault(rule.why, []).append(f"{rule.id} {rule.name}".rstrip())
    return [
        f"Not run: {quantity(len(names), 'rule')} ({why}): {_shortened(names)}." for why, names in by_reason.items()
    ]


def _shortened(names: list[str]) -> str:
    """The first names; the JSON report has them all."""
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
