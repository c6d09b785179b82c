"""Which findings are held back: by an ignore in the document or one in the settings; and what became of each ignore."""

from collections.abc import Iterable, Iterator
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
    held = Held([], [], set(), set())
    ignores_here = _of_document(ignores, path, today)
    for finding in findings:
        inside = _by_document(finding, suppressions)
        outside = _by_settings(finding, ignores_here, urls.get(finding.start, ""))
        held.used.update(inside)
        held.used_settings.update(outside)
        if inside:
            held.held_back.append(HeldBack(finding, "document", suppressions[inside[0]].reason))
        elif outside:
            held.held_back.append(HeldBack(finding, "settings", ignores[outside[0]].reason))
        else:
            held.findings.append(finding)
    return held


def _by_document(finding: Finding, suppressions: tuple[Suppression, ...]) -> list[int]:
    return [
        index
        for index, ignore in enumerate(suppressions)
        if ignore.first <= finding.line <= ignore.last
        and (not ignore.rules or names(ignore.rules, finding.id, finding.rule))
    ]


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
