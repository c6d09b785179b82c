"""Ignores in documents and settings: what they hold back, and what is said of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.judge.suppressions import hold_back, names
from provlint.model.facts import Suppression
from provlint.model.findings import Finding, Report
from provlint.run.check import check
from provlint.settings.load import load


def report(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, settings: str = "", **overrides: object) -> Report:
    monkeypatch.chdir(folder)
    (folder / "a.md").write_text(text)
    if settings:
        (folder / "provlint.toml").write_text(settings)
    return check((".",), load((".",), overrides=overrides), today="2025-06-01").report


def rules(found: Report) -> list[tuple[str, int]]:
    return [(finding.rule, finding.line) for finding in found.findings]


@pytest.mark.parametrize(
    ("text", "expected", "suppressed"),
    [
        ("[a]() <!-- provlint: ignore[PL125] why -->\n\n[b]()\n", [("empty-link", 3)], 1),
        ("[a]() <!-- provlint: ignore[empty-link] why -->\n", [], 1),
        ("[a]() <!-- provlint: ignore[PL1] why -->\n", [], 1),
        ("<!-- provlint: ignore-next-line[PL125] why -->\n[a]()\n\n[b]()\n", [("empty-link", 4)], 1),
        (
            "<!-- provlint: ignore-start[PL125] why -->\n\n[a]()\n\n<!-- provlint: ignore-end[PL125] -->\n\n[b]()\n",
            [("empty-link", 7)],
            1,
        ),
        ("[a]()\n\n<!-- provlint: ignore-file[PL125] why -->\n", [], 1),
        ("[a]() <!-- provlint: ignore[PL120] why -->\n", [("empty-link", 1), ("unused-suppression", 1)], 0),
        ("[a]() <!-- provlint: ignore[PL125] -->\n", [("suppression-without-reason", 1)], 1),
        ("[a]() <!-- provlint: ignore[PL124] off by default -->\n", [("empty-link", 1)], 0),
        ("`<!-- provlint: ignore[PL125] shown -->` [a]()\n", [("empty-link", 1)], 0),
    ],
)  # fmt: skip
def test_in_documents(
    text: str, expected: list[tuple[str, int]], suppressed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = report(tmp_path, monkeypatch, text)
    assert (rules(found), found.suppressed) == (expected, suppressed)


def test_ignores_can_be_left_unheeded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = report(tmp_path, monkeypatch, "[a]() <!-- provlint: ignore[PL125] why -->\n", no_ignores=True)
    assert (rules(found), found.suppressed) == ([("empty-link", 1)], 0)


def test_in_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = """
[[ignore]]
rules = ["PL125"]
paths = ["*.md"]
reason = "being written"

[[ignore]]
rules = ["PL120"]
urls = ["http:///*"]
reason = "an example of a bad address"
until = "2024-01-01"

[[ignore]]
rules = ["PL121"]
"""
    found = report(tmp_path, monkeypatch, "[a]() [b](http:///c)\n", settings)
    assert found.suppressed == 1
    assert [(finding.path, finding.rule, finding.line) for finding in found.findings] == [
        ("a.md", "malformed-url", 1),
        ("provlint.toml", "expired-suppression", 7),
        ("provlint.toml", "suppression-without-reason", 13),
        ("provlint.toml", "unused-suppression", 13),
    ]


def test_a_part_of_the_files_calls_no_ignore_of_the_settings_unused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("x\n")
    (tmp_path / "provlint.toml").write_text('[[ignore]]\nrules = ["PL121"]\nreason = "why"\n')
    assert check(("a.md",), load(("a.md",)), today="2025-06-01").report.findings == ()


_LINES = st.integers(1, 6)
_RULES = st.sampled_from([(), ("PL1",), ("PL125",), ("empty-link",), ("dead-link", "PL125")])
_KINDS = st.sampled_from([("PL125", "empty-link"), ("PL101", "dead-link")])


def _finding(kind: tuple[str, str], line: int) -> Finding:
    return Finding(*kind, "warning", "high", "", "a.md", 0, 0, line, 1, line, 1, "", "", "", 1)


@given(
    st.lists(st.tuples(_KINDS, _LINES), max_size=8), st.lists(st.tuples(_RULES, _LINES, st.integers(0, 5)), max_size=8)
)
def test_the_first_ignore_that_means_a_finding_holds_it_back_and_all_that_do_are_used(
    found: list[tuple[tuple[str, str], int]], told: list[tuple[tuple[str, ...], int, int]]
) -> None:
    findings = [_finding(*one) for one in found]
    ignores = tuple(
        Suppression("ignore", 0, 0, rules, str(number), first, first + more)
        for number, (rules, first, more) in enumerate(told)
    )
    held = hold_back(findings, ignores, (), {}, "2025-06-01", "a.md")
    meant = [
        [
            number
            for number, one in enumerate(ignores)
            if one.first <= finding.line <= one.last and (not one.rules or names(one.rules, finding.id, finding.rule))
        ]
        for finding in findings
    ]
    assert held.used == {number for numbers in meant for number in numbers}
    assert [one.reason for one in held.held_back] == [str(numbers[0]) for numbers in meant if numbers]
    assert held.findings == [finding for finding, numbers in zip(findings, meant, strict=True) if not numbers]
