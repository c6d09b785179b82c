"""The findings of a document → the strongest of each graded rule, and how many others there are."""

from collections import Counter
from collections.abc import Mapping, Sequence

from provlint.model.findings import Finding


def strongest(
    findings: Sequence[Finding], strengths: Mapping[tuple[str, int, int], float], most: int
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
