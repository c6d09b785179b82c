"""The findings of a document → the strongest of each graded rule, and how many others there are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from provlint.judge.findings import Hit
from provlint.model.findings import Finding, Strengths


def strongest(
    findings: Sequence[Finding], strengths: Strengths, most: int
) -> tuple[list[Finding], tuple[tuple[str, int], ...]]:
    """At most `most` findings of each rule that `strengths` (rule id, start, end) grades, in their order.

    Of equally strong ones the first are kept. The second value names each rule that had more, and how many more.
    """
    graded = sorted(
        (-strengths[key], at, finding.rule)
        for at, finding in enumerate(findings)
        if (key := (finding.id, finding.start, finding.end)) in strengths
    )
    taken: Counter[str] = Counter()
    dropped: set[int] = set()
    for _, at, rule in graded:
        taken[rule] += 1
        if taken[rule] > most:
            dropped.add(at)
    kept = [finding for at, finding in enumerate(findings) if at not in dropped]
    return kept, tuple(sorted((rule, count - most) for rule, count in taken.items() if count > most))


def strongest_of_each(findings: Iterable[Finding], strengths: Mapping[str, Strengths], most: int) -> list[Finding]:
    """The findings of many documents with at most `most` of each graded rule in one; `strengths` by path, 0 for all."""
    if not most:
        return list(findings)
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    return [one for path, found in by_path.items() for one in strongest(found, strengths.get(path, {}), most)[0]]


def without_weaker(hits: list[Hit]) -> list[Hit]:
    """The hits but those of rules that yield to another one which speaks of the same place."""
    if not any(hit.rule.yields_to for hit in hits):
        return hits
    told = {(hit.rule.name, hit.subject.start, hit.subject.end) for hit in hits}
    return [
        hit
        for hit in hits
        if not any((name, hit.subject.start, hit.subject.end) in told for name in hit.rule.yields_to)
    ]
