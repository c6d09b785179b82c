"""Ignores in documents and settings: what they hold back, and what is said of them."""

from pathlib import Path

import pytest

from provlint.model.findings import Report
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
