"""Relations in a run: findings in the document where they stand, ignores, one process and several."""

from pathlib import Path

import pytest

from provlint.model.findings import Report
from provlint.run.check import check
from provlint.run.outcome import Input
from provlint.settings.load import load

FIRST = "“The new lock will cost the town nine million crowns,” said Mara Lindqvist.\n"
OTHER = "“The new lock will cost the town six million crowns,” said Mara Lindqvist.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.md").write_text(OTHER, encoding="utf-8")
    return tmp_path


def run(*paths: str, **overrides: object) -> Report:
    return check(paths, load(paths, overrides={"select": ("PL32", "PL0"), **overrides}), today="2025-06-01").report


def ids(report: Report) -> list[tuple[str, str]]:
    return [(finding.path, finding.id) for finding in report.findings if finding.id != "PL002"]


@pytest.mark.usefixtures("folder")
def test_the_finding_points_to_the_other_document() -> None:
    report = run(".")
    (finding,) = [one for one in report.findings if one.id == "PL320"]
    assert (finding.path, finding.line, finding.column) == ("b.md", 1, 2)
    (related,) = finding.related
    assert (related.path, related.line, related.column) == ("a.md", 1, 2)
    assert FIRST[related.start : related.end] == "The new lock will cost the town nine million crowns,"
    assert "has “six” for “nine”" in finding.message


@pytest.mark.usefixtures("folder")
def test_one_document_alone_has_no_relation() -> None:
    assert ids(run("b.md")) == []


def test_an_ignore_holds_a_relation_back_and_counts_as_used(folder: Path) -> None:
    ignore = "<!-- provlint: ignore-next-line[PL320] the council corrected the sum -->\n"
    (folder / "b.md").write_text(ignore + OTHER, encoding="utf-8")
    report = run(".")
    assert (ids(report), report.suppressed) == ([], 1)


def test_an_ignore_is_not_called_unused_when_the_other_document_is_not_among_the_paths(folder: Path) -> None:
    ignore = "<!-- provlint: ignore-next-line[{}] the council corrected the sum -->\n"
    (folder / "b.md").write_text(ignore.format("PL320") + OTHER, encoding="utf-8")
    assert ids(run("b.md")) == []
    (folder / "b.md").write_text(ignore.format("PL001") + OTHER, encoding="utf-8")
    assert ids(run("b.md")) != []


def test_ignores_of_the_settings_hold(folder: Path) -> None:
    (folder / "provlint.toml").write_text('[per-file-ignores]\n"b.md" = ["PL320"]\n', encoding="utf-8")
    assert ids(run(".")) == []


@pytest.mark.usefixtures("folder")
def test_a_rule_that_is_not_selected_asks_for_nothing() -> None:
    assert ids(run(".", select=("PL1",))) == []


@pytest.mark.usefixtures("folder")
def test_standard_input_is_related_to_files() -> None:
    settings = load(("a.md",), overrides={"select": ("PL320",)})
    stdin = Input(OTHER.encode(), "draft.md", "markdown")
    report = check(("a.md",), settings, stdin=stdin, today="2025-06-01").report
    assert ids(report) == [("draft.md", "PL320")]


def test_several_processes_give_the_same_report(folder: Path) -> None:
    for number in range(12):
        (folder / f"long{number}.md").write_text("The keeper remembers the summer.\n\n" * 5000, encoding="utf-8")
    assert run(".", jobs=2) == run(".", jobs=1)
    assert ("b.md", "PL320") in ids(run(".", jobs=2))
