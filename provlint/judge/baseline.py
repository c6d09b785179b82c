"""Findings and what was accepted before → which of them are known, and what of the accepted is gone.

Each entry answers for as many findings as it counts, best fit first: the same words in the same surroundings in the
same document; the same in another document, where a passage was moved or a file renamed; the same words with one
neighbour changed. Long words and addresses are told apart by themselves, short ones (a phrase, a mark) need one.
Of several places that say the same in other words, which two are told hangs on the order of the documents; so such a
finding is known, too, if the words of both its places were in accepted ones, once for each place that had them.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from provlint.judge.fingerprints import ALL, KEY
from provlint.model.baseline import Entry
from provlint.model.findings import Finding
from provlint.model.rules import Rule

_WORDS, _BEFORE, _AFTER = slice(0, 12), slice(12, 18), slice(18, KEY)
_NOTHING = "000000"
_GONE = "\0"  # in place of a path: any file that is there no longer
_LONG = 30  # characters that nobody writes twice by chance

_Key = tuple[str, ...]


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
    paired: frozenset[str] = frozenset(),
) -> Matched:
    """Tell the findings that are accepted from those that are new.

    `run` are the paths that were read, `gone` those of entries whose file is not there any longer: only what is left of
    their entries can answer for another document. `named` gives the path that the baseline has for a finding's.
    `paired` are the ids of rules whose findings are about two places.
    """
    matcher = _Matcher(entries, run | gone, gone, paired)
    keys = [(named(finding.path), finding) for finding in findings]
    accepted = [False] * len(keys)
    for ways in (_here, _elsewhere, _near):
        for number, (path, finding) in enumerate(keys):
            if not accepted[number]:
                accepted[number] = matcher.take(path, ways(finding, path, matcher.renamed[path]))
    for number in _known_pairs(findings, accepted, [entry for entry in entries if entry.rule in paired]):
        accepted[number] = True
        path, finding = keys[number]
        matcher.take(path, _sides(finding.id, finding.fingerprint))  # it has not been fixed
    return Matched(accepted, matcher.rest())


class _Matcher:
    """The entries by all that a finding may ask for; one that is used up is dropped where it is next met."""

    def __init__(
        self, entries: Sequence[Entry], open_paths: frozenset[str], gone: frozenset[str], paired: frozenset[str]
    ) -> None:
        self._entries = entries
        self._gone = gone
        self._left = [entry.times for entry in entries]
        self._index: dict[_Key, deque[int]] = defaultdict(deque)
        #: For the path of a finding those of files that are gone and whose entries answered for it in full.
        self.renamed: dict[str, list[str]] = defaultdict(list)
        for at, (path, rule, mark, _) in enumerate(entries):
            for key in _keys(mark, path):
                self._index[key].append(at)
            if path in gone:
                for key in _beside(mark, _GONE):
                    self._index[key].append(at)
            if path in open_paths:
                self._index["", mark[:KEY]].append(at)
            if rule in paired and path in open_paths:
                for key in _sides(rule, mark):
                    self._index[key].append(at)

    def take(self, path: str, keys: Iterable[_Key]) -> bool:
        """Whether an entry has something left under one of the keys; it has one less then."""
        for key in keys:
            waiting = self._index.get(key)
            while waiting and not self._left[waiting[0]]:
                waiting.popleft()
            if waiting:
                self._left[waiting[0]] -= 1
                old = self._entries[waiting[0]].path
                if old != path and old in self._gone and old not in self.renamed[path]:
                    self.renamed[path].append(old)
                return True
        return False

    def rest(self) -> list[Entry]:
        return [entry._replace(times=left) for entry, left in zip(self._entries, self._left, strict=True) if left]


def _known_pairs(findings: Sequence[Finding], accepted: Sequence[bool], entries: Sequence[Entry]) -> Iterator[int]:
    """Findings about two places that both were in accepted ones, at most one for each place that had its words."""
    places: Counter[_Key] = Counter()
    for entry in entries:
        places[_sides(entry.rule, entry.fingerprint)[0]] += entry.times
    for entry in entries:
        places.setdefault(_sides(entry.rule, entry.fingerprint)[1], 1)  # no finding stood on this one
    told: Counter[_Key] = Counter()
    for one, known in zip(findings, accepted, strict=True):
        told[_sides(one.id, one.fingerprint)[0]] += known
    for number, one in enumerate(findings):
        here, there = _sides(one.id, one.fingerprint)
        if not accepted[number] and there in places and told[here] < places[here]:
            told[here] += 1
            yield number


def _sides(rule: str, mark: str) -> tuple[_Key, _Key]:
    """The words a finding about two places stands on, and those of the other place."""
    return ("", rule, mark[_BEFORE]), ("", rule, mark[_AFTER])


def _here(finding: Finding, path: str, _: Sequence[str]) -> list[_Key]:
    return [(path, finding.fingerprint[:KEY])]


def _elsewhere(finding: Finding, _: str, __: Sequence[str]) -> list[_Key]:
    return [("", finding.fingerprint[:KEY])]


def _near(finding: Finding, path: str, renamed: Sequence[str]) -> list[_Key]:
    """The same document, or the one that it was before it was renamed; words and a neighbour, or telling words.

    If nothing else tells that a file was renamed, words and a neighbour in one that is gone do.
    """
    keys = [key for name in (path, *renamed) for key in _keys(finding.fingerprint, name)[1:]]
    keys = keys if _is_telling(finding) else [key for key in keys if len(key) > 2]
    return [*keys, *_beside(finding.fingerprint, _GONE)]


def _keys(mark: str, path: str) -> list[_Key]:
    """What an entry can be asked for in its own document, the most telling first."""
    return [(path, mark[:KEY]), *_beside(mark, path), (path, mark[_WORDS])]


def _beside(mark: str, path: str) -> list[_Key]:
    """The words with what stands on one side."""
    sides = (("<", mark[_BEFORE]), (">", mark[_AFTER]))
    return [
        (path, mark[_WORDS], side, part)
        for side, part in sides
        if part != _NOTHING and not (path == _GONE and part == ALL)
    ]


def _is_telling(finding: Finding) -> bool:
    """Whether the words alone tell the finding from any other of its rule."""
    return finding.end - finding.start >= _LONG or "://" in finding.snippet


def about_two_places(rules: Iterable[Rule]) -> Iterator[str]:
    """The ids of the rules whose findings are about two places."""
    return (rule.id for rule in rules if rule.on == "relation")


def entries_of(findings: Iterable[Finding], named: Callable[[str], str] = str) -> list[Entry]:
    """The entries that answer for these findings, sorted by path, rule and fingerprint."""
    # The ordinal is left out: equals are counted, so that it does not matter which of them goes.
    counts = Counter((named(one.path), one.id, one.fingerprint[:KEY]) for one in findings)
    return [Entry(path, rule, key, count) for (path, rule, key), count in sorted(counts.items())]
