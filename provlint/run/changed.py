"""Two reports of one run → what the later one has that the earlier had not, and the other way round."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from provlint.judge.baseline import about_two_places, entries_of, match
from provlint.judge.fingerprints import KEY
from provlint.model.findings import Finding, Report
from provlint.model.rules import Rule


class Changed(NamedTuple):
    """Findings that are new, and findings that are gone, each in the order of its report."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def changed(before: Report, after: Report, judged: Iterable[Rule]) -> Changed:
    """The difference by the rules that were judged; a finding is known again as one that a baseline accepts is."""
    here = frozenset(document.path for document in after.documents)
    gone_paths = frozenset(one.path for one in before.findings) - here
    paired = frozenset(about_two_places(judged))
    matched = match(after.findings, entries_of(before.findings), run=here, gone=gone_paths, paired=paired)
    new = tuple(one for one, known in zip(after.findings, matched.accepted, strict=True) if not known)
    waiting: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for one in reversed(before.findings):
        waiting[one.path, one.id, one.fingerprint[:KEY]].append(one)
    gone = [
        waiting[entry.path, entry.rule, entry.fingerprint].pop() for entry in matched.left for _ in range(entry.times)
    ]
    return Changed(new, tuple(sorted(gone, key=lambda one: (one.path, one.start, one.id))))
