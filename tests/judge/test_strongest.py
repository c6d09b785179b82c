"""At most so many findings of a graded rule in a document: the strongest are kept, the others counted."""

from pathlib import Path

import pytest

from provlint.model.findings import Report
from provlint.model.online import Online
from provlint.run.check import check
from provlint.settings.load import load
from tests.web_answers import recorded

WEAK = "The Norland council employed {0}2 percent of the people in 2019.\n\n"
STRONG = "The Norland council paid $14 million to the 12,400 people that were employed in 2019.\n\n"
LINKS = "[a]() [b]() [c]() [d]()\n"


def report(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, most: int) -> Report:
    monkeypatch.chdir(folder)
    (folder / "a.md").write_text(text)
    settings = load(("a.md",), overrides={"select": ("PL501", "PL125"), "max-findings-per-rule": most})
    return check(("a.md",), settings, today="2026-01-01").report


def left_out(found: Report) -> list[str]:
    return [note for note in found.notes if "max-findings-per-rule" in note]


def test_the_strongest_are_kept_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = WEAK.format(3) + STRONG + WEAK.format(4)
    every = report(tmp_path, monkeypatch, text, 0)
    assert [finding.line for finding in every.findings] == [1, 3, 5]
    assert left_out(every) == []
    one = report(tmp_path, monkeypatch, text, 1)
    assert [finding.line for finding in one.findings] == [3]
    assert left_out(one) == ["2 weaker findings of unsourced-statistic left out (max-findings-per-rule)."]
    two = report(tmp_path, monkeypatch, text, 2)
    assert [finding.line for finding in two.findings] == [1, 3]
    assert left_out(two) == ["1 weaker finding of unsourced-statistic left out (max-findings-per-rule)."]


def test_rules_about_other_facts_are_not_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(report(tmp_path, monkeypatch, LINKS, 1).findings) == 4


def test_an_ignored_finding_takes_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ignored = "<!-- provlint: ignore-next-line[PL501] known -->\n"
    kept = report(tmp_path, monkeypatch, ignored + STRONG + WEAK.format(3), 1)
    assert [finding.line for finding in kept.findings] == [4]
    assert kept.suppressed == 1


@pytest.mark.parametrize(("earlier", "rule"), [(1, "transient"), (2, "transient-for-days")])
def test_of_two_rules_about_a_failing_server_the_stronger_speaks(
    earlier: int, rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    url = "https://harbour.co.uk/pier"
    looks = [{"day": f"2025-05-{31 - before}", "failed": True, "status": 503} for before in range(earlier)]
    (tmp_path / "a.md").write_text(f"The [pier]({url}) was closed.\n")
    (tmp_path / "web.jsonl").write_text(recorded([(url, {"status": 503, "looks": looks})]))
    told = check(("a.md",), load(("a.md",)), today="2025-06-01", online=Online(replay="web.jsonl")).report
    assert [finding.rule for finding in told.findings] == [rule]
