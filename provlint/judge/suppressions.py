"""Which findings are held back: by an ignore in the document or one in the settings; and what became of each ignore."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, partial
from heapq import heappop, heappush
from typing import NamedTuple

from provlint.judge.subject import Subject
from provlint.model.document import Document
from provlint.model.facts import Suppression
from provlint.model.findings import Finding, HeldBack
from provlint.model.record_texts import SuppressionRecord
from provlint.model.settings import Ignore
from provlint.text.globs import path_matches, url_matcher


class Held(NamedTuple):
    """Findings that stay, those held back, and which ignores did it (by index)."""

    findings: list[Finding]
    held_back: list[HeldBack]
    used: set[int]
    used_settings: set[int]


def names(selectors: Iterable[str], finding_id: str, rule: str) -> bool:
    """Whether one of the selectors (ids, beginnings of ids, names) means this rule."""
    return any(word == rule or (word.isupper() and finding_id.startswith(word)) for word in selectors)


def hold_back(
    findings: list[Finding],
    suppressions: tuple[Suppression, ...],
    ignores: tuple[Ignore, ...],
    urls: dict[int, str],
    today: str,
    path: str,
) -> Held:
    """Apply the document's own ignores, then those of the settings that are still in force on `today` (ISO date).

    `urls` gives the address a finding is about, by the offset it starts at; `path` is the document's, as the globs of
    the settings have it.
    """
    within, used = _by_document(findings, suppressions)
    held = Held([], [], used, set())
    ignores_here = _of_document(ignores, path, today)
    for finding in findings:
        inside = within.get((finding.id, finding.line))
        outside = _by_settings(finding, ignores_here, urls.get(finding.start, ""))
        held.used_settings.update(outside)
        if inside is not None:
            held.held_back.append(HeldBack(finding, "document", suppressions[inside].reason))
        elif outside:
            held.held_back.append(HeldBack(finding, "settings", ignores[outside[0]].reason))
        else:
            held.findings.append(finding)
    return held


def _by_document(
    findings: list[Finding], suppressions: tuple[Suppression, ...]
) -> tuple[dict[tuple[str, int], int], set[int]]:
    """The first ignore that holds back what a rule (by id) found on a line, and all ignores that hold back something.

    Documents have thousands of both: they are led past one another in the order of their lines.
    """
    first: dict[tuple[str, int], int] = {}
    used: set[int] = set()
    found: dict[tuple[str, str], list[int]] = {}
    for finding in sorted(findings, key=lambda finding: finding.line) if suppressions else ():
        found.setdefault((finding.id, finding.rule), []).append(finding.line)
    for (finding_id, rule), lines in found.items():
        means = cache(partial(names, finding_id=finding_id, rule=rule))
        own = [one for one in enumerate(suppressions) if not one[1].rules or means(one[1].rules)]
        used.update(index for index, one in own if bisect_left(lines, one.first) < bisect_right(lines, one.last))
        first.update(((finding_id, line), index) for line, index in _covered(lines, own))
    return first, used


def _covered(lines: list[int], ignores: list[tuple[int, Suppression]]) -> Iterator[tuple[int, int]]:
    """Each of the sorted lines that ignores cover, with the least index of one that does."""
    waiting = sorted(ignores, key=lambda one: -one[1].first)
    begun: list[tuple[int, int]] = []  # a heap of indexes and last lines
    for line in lines:
        while waiting and waiting[-1][1].first <= line:
            index, ignore = waiting.pop()
            heappush(begun, (index, ignore.last))
        while begun and begun[0][1] < line:
            heappop(begun)
        if begun:
            yield line, begun[0][0]


def _of_document(ignores: tuple[Ignore, ...], path: str, today: str) -> list[tuple[int, Ignore]]:
    """The ignores of the settings that hold today and are about this document, with their indexes."""
    return [
        (index, ignore)
        for index, ignore in enumerate(ignores)
        if not (ignore.until and ignore.until < today) and (not ignore.paths or path_matches(path, ignore.paths))
    ]


def _by_settings(finding: Finding, ignores: list[tuple[int, Ignore]], url: str) -> list[int]:
    return [
        index
        for index, ignore in ignores
        if (not ignore.rules or names(ignore.rules, finding.id, finding.rule))
        and (not ignore.urls or url_matcher(ignore.urls)(url))
    ]


def subjects(
    document: Document,
    suppressions: tuple[Suppression, ...],
    used: set[int],
    known: frozenset[str],
    run: frozenset[str],
) -> Iterator[Subject]:
    """The document's ignores as records. `known` are the ids and names of all rules, `run` of those judged."""
    for index, ignore in enumerate(suppressions):
        unknown = [word for word in ignore.rules if not _is_known(word, known)]
        not_run = any(not _is_known(word, run) for word in ignore.rules if word not in unknown)
        record = SuppressionRecord(
            path=document.path,
            format=document.format,
            kind=ignore.kind,
            rules=", ".join(ignore.rules),
            unknown=", ".join(unknown),
            reason=ignore.reason,
            until="",
            expired=False,
            used=index in used or not_run,
        )
        yield Subject(record, ignore.start, ignore.end)


def _is_known(word: str, rules: frozenset[str]) -> bool:
    return word in rules or (word.isupper() and any(rule.startswith(word) for rule in rules))


def settings_subjects(
    document: Document,
    ignores: tuple[Ignore, ...],
    used: frozenset[int],
    known: frozenset[str],
    run: frozenset[str],
    today: str,
    *,
    whole: bool,
) -> Iterator[Subject]:
    """The ignores of a settings file as records, each at its line; after a part of the files none is called unused."""
    for index, ignore in enumerate(ignores):
        unknown = [word for word in ignore.rules if not _is_known(word, known)]
        not_run = any(not _is_known(word, run) for word in ignore.rules if word not in unknown)
        record = SuppressionRecord(
            path=document.path,
            format=document.format,
            kind="settings",
            rules=", ".join(ignore.rules),
            unknown=", ".join(unknown),
            reason=ignore.reason,
            until=ignore.until,
            expired=bool(ignore.until) and ignore.until < today,
            used=index in used or not_run or not whole,
        )
        start = document.line_starts[min(max(ignore.line, 1), len(document.line_starts)) - 1]
        line_end = document.source.find("\n", start)
        yield Subject(record, start, line_end if line_end >= 0 else len(document.source))
