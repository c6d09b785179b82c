"""Findings → entries as people read them: one for an address in fifty places, one line for a rule that goes on."""

from collections.abc import Container, Iterable
from itertools import groupby
from typing import NamedTuple

from provlint.model.findings import Finding, Report


class Entry(NamedTuple):
    """A finding to show, and the later ones that say the same of the same address."""

    finding: Finding
    others: list[Finding]


class Rest(NamedTuple):
    """Findings of one rule in one document that are summed up in one line; never empty."""

    findings: list[Finding]


class Section(NamedTuple):
    """The entries of one document in source order, then what is summed up."""

    path: str
    entries: list[Entry]
    rests: list[Rest]


def arrange(report: Report, keep: int | None = 5) -> list[Section]:
    """The report's findings by document; at most `keep` entries of a rule in each, or every finding with None."""
    by_path = groupby(report.findings, key=lambda finding: finding.path)
    if keep is None:
        return [Section(path, [Entry(finding, []) for finding in found], []) for path, found in by_path]
    addresses = {link.url for link in report.links}
    shown: dict[tuple[str, str, str], Entry] = {}
    sections = [_section(path, found, keep, addresses, shown) for path, found in by_path]
    return [section for section in sections if section.entries or section.rests]


def _section(
    path: str,
    findings: Iterable[Finding],
    keep: int,
    addresses: Container[str],
    shown: dict[tuple[str, str, str], Entry],
) -> Section:
    entries: list[Entry] = []
    rests: dict[str, Rest] = {}
    counts: dict[str, int] = {}
    for finding in findings:
        key = (finding.id, finding.message, finding.snippet)
        entry = shown.get(key)
        if entry is not None:
            entry.others.append(finding)
        elif counts.get(finding.id, 0) >= keep:
            rests.setdefault(finding.id, Rest([])).findings.append(finding)
        else:
            counts[finding.id] = counts.get(finding.id, 0) + 1
            entries.append(Entry(finding, []))
            if _is_address(finding.snippet, addresses):
                shown[key] = entries[-1]
    return Section(path, entries, list(rests.values()))


def _is_address(snippet: str, addresses: Container[str]) -> bool:
    """Whether a finding covers one whole address; of a snippet that was cut nobody can tell."""
    if snippet.endswith("…"):
        return False
    return "://" in snippet or snippet in addresses or snippet.replace("&amp;", "&") in addresses
