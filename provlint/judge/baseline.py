"""Findings and what was accepted before → which of them are known, and what of the accepted is gone.

Each entry answers for as many findings as it counts, best fit first: the same words in the same surroundings in the same
document; the same in another document, where a passage was moved or a file renamed; the same words with one neighbour
changed. Long words and addresses are told apart by themselves, short ones (a phrase, a mark) need a neighbour.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from provlint.judge.fingerprints import KEY
from provlint.model.baseline import Entry
from provlint.model.findings import Finding

_WORDS, _BEFORE, _AFTER = slice(0, 12), slice(12, 18), slice(18, KEY)
_NOTHING = "000000"
_LONG = 30  # characters that nobody writes twice by chance


class Matched(NamedTuple):
    """For each finding whether it is accepted; the entries, or what is left of them, that matched nothing."""

    accepted: list[bool]
    left: list[Entry]


def match(
    findings: Sequence[Finding],
    entries: Sequence[Entry],
    *,
    run: frozenset[str],
    gone: frozenset[str],
    named: Callable[[str], str] = str,
) -> Matched:
    """Tell the findings that are accepted from those that are new.

    `run` are the paths that were read, `gone` those of entries whose file is not there any longer: only what is left of
    their entries can answer for another document. `named` gives the path that the baseline has for a finding's.
    """
    matcher = _Matcher(findings, entries, run | gone, gone, [named(finding.path) for finding in findings])
    for candidates in (matcher.exact_here, matcher.exact_elsewhere, matcher.near):
        matcher.settle(candidates)
    left = [entry._replace(count=count) for entry, count in zip(entries, matcher.left, strict=True) if count]
    return Matched(matcher.accepted, left)


class _Matcher:
    def __init__(
        self,
        findings: Sequence[Finding],
        entries: Sequence[Entry],
        open_paths: frozenset[str],
        gone: frozenset[str],
        paths: Sequence[str],
    ) -> None:
        self.findings, self.entries = findings, entries
        self.paths = paths
        self.open_paths, self.gone = open_paths, gone
        self.accepted = [False] * len(findings)
        self.left = [entry.count for entry in entries]
        self.renamed: set[tuple[str, str]] = set()  # (the path an entry has, that of a finding it answered for in full)
        self.by_key: dict[str, list[int]] = defaultdict(list)
        self.by_words: dict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(entries):
            self.by_key[entry.fingerprint[:KEY]].append(at)
            self.by_words[entry.fingerprint[_WORDS]].append(at)

    def settle(self, candidates: Callable[[int], Iterable[int]]) -> None:
        """Give each finding that is still new the first entry among its candidates that has something left."""
        for number, known in enumerate(self.accepted):
            if not known:
                at = next((at for at in candidates(number) if self.left[at]), None)
                if at is not None:
                    self.accepted[number] = True
                    self.left[at] -= 1

    def exact_here(self, number: int) -> Iterator[int]:
        path = self.paths[number]
        return (at for at in self._exact(number) if self.entries[at].path == path)

    def exact_elsewhere(self, number: int) -> Iterator[int]:
        for at in self._exact(number):
            path = self.entries[at].path
            if self.left[at] and path in self.open_paths:
                if path in self.gone:
                    self.renamed.add((path, self.paths[number]))
                yield at

    def near(self, number: int) -> list[int]:
        """Entries of the same document with the same words and a neighbour in common, the most alike first."""
        finding, path = self.findings[number], self.paths[number]
        mark = finding.fingerprint
        found: list[tuple[int, int]] = []
        for at in self.by_words.get(mark[_WORDS], ()):
            entry = self.entries[at]
            if self.left[at] and (entry.path == path or (entry.path, path) in self.renamed):
                same = sum(_same(entry.fingerprint[side], mark[side]) for side in (_BEFORE, _AFTER))
                if same or _is_telling(finding):
                    found.append((-same, at))
        return [at for _, at in sorted(found)]

    def _exact(self, number: int) -> Sequence[int]:
        return self.by_key.get(self.findings[number].fingerprint[:KEY], ())


def _same(one: str, other: str) -> bool:
    return one == other != _NOTHING


def _is_telling(finding: Finding) -> bool:
    """Whether the words alone tell the finding from any other of its rule."""
    return finding.end - finding.start >= _LONG or "://" in finding.snippet


def entries_of(findings: Iterable[Finding], named: Callable[[str], str] = str) -> list[Entry]:
    """The entries that answer for these findings, sorted by path, rule and fingerprint."""
    # The ordinal is left out: equals are counted, so that it does not matter which of them goes.
    counts = Counter((named(one.path), one.id, one.fingerprint[:KEY]) for one in findings)
    return [Entry(path, rule, key, count) for (path, rule, key), count in sorted(counts.items())]
