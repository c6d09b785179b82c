"""Runs narrowed to what a change adds, in real repositories."""

import os
from pathlib import Path

import pytest

from provlint.model.findings import Report
from provlint.report.summary import headline
from provlint.run import baseline
from provlint.run.check import Checked, check
from provlint.run.sieve import Asked, Sieve
from provlint.settings.load import load
from tests.read.repositories import git, write

OLD = "See [the old wall]().\n\nIt has stood for years.\n\nAnd [the old pier]().\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, "a.md", "b.md", "sub/c.md", text=OLD)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "old")
    return tmp_path


def run(*paths: str, since: str = "main", accepted: str = "", write: bool = False, **settings: object) -> Checked:
    loaded = load(paths or (".",), overrides=settings)
    sieve = Sieve(Asked(since, accepted, write), loaded.max_file_size)
    return check(paths or (".",), loaded, today="2025-06-01", sieve=sieve)


def places(report: Report) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.id) for one in report.findings]


def test_only_the_paragraph_that_was_added(repository: Path) -> None:
    write(repository, "a.md", text=OLD.replace("It has", "See [the new wall]().\n\nIt has"))
    report = run().report
    assert places(report) == [("a.md", 3, "PL125")]
    assert [document.path for document in report.documents] == ["a.md"]
    assert report.notes[0] == "Since main: 1 of 3 documents changed."


@pytest.mark.usefixtures("repository")
def test_nothing_when_nothing_changed() -> None:
    report = run().report
    assert (report.findings, report.documents, report.notes) == ((), (), ())
    assert headline(report) == "Nothing to check: none of 3 documents changed since main."
    assert headline(run("a.md").report) == "Nothing to check: the only document has not changed since main."


@pytest.mark.usefixtures("repository")
def test_no_documents_at_all_is_said_as_without_a_revision(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert headline(run("empty").report) == "No documents found."


def test_new_and_renamed_files(repository: Path) -> None:
    git(repository, "mv", "b.md", "moved.md")
    write(repository, "new.md", text="See [the wall]().\n")
    assert places(run().report) == [("new.md", 1, "PL125")]


def test_only_documents_under_the_paths_that_are_given(repository: Path) -> None:
    write(repository, "a.md", "sub/c.md", text=OLD + "\n[new]()\n")
    assert places(run("sub").report) == [("sub/c.md", 7, "PL125")]
    assert places(run("b.md").report) == []


def test_excluded_documents_stay_out(repository: Path) -> None:
    write(repository, "a.md", "sub/c.md", text=OLD + "\n[new]()\n")
    assert places(run(extend_exclude=("sub/",)).report) == [("a.md", 7, "PL125")]


def test_from_a_folder_inside(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository, "a.md", "sub/c.md", text=OLD + "\n[new]()\n")
    monkeypatch.chdir(repository / "sub")
    assert places(run().report) == [("c.md", 7, "PL125")]
    assert places(run("../a.md").report) == [("../a.md", 7, "PL125")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_document_known_by_a_link(repository: Path) -> None:
    (repository / "link.md").symlink_to("a.md")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "link")
    write(repository, "a.md", text=OLD + "\n[new]()\n")
    assert places(run("link.md", since="HEAD").report) == [("link.md", 7, "PL125")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_new_link_makes_no_old_document_new(repository: Path) -> None:
    (repository / "link.md").symlink_to("a.md")
    assert places(run().report) == places(run("link.md").report) == []


def test_lines_that_git_counts_differently(repository: Path) -> None:
    (repository / "a.md").write_bytes(OLD.replace("\n", "\r").encode() + b"\r[new]()\r")
    assert ("a.md", 7, "PL125") in places(run().report)


def test_a_document_that_became_unreadable_is_told(repository: Path) -> None:
    (repository / "a.md").write_bytes(b"%PDF-1.7")
    assert [one.id for one in run().report.findings] == ["PL001"]


def test_relations_to_words_that_were_added(repository: Path) -> None:
    first = "“The new lock will cost the town nine million crowns,” said Mara Lindqvist.\n"
    write(repository, "a.md", text=first)
    git(repository, "commit", "-qam", "first")
    write(repository, "b.md", text=first.replace("nine", "six"))
    assert places(run("a.md", "b.md", since="HEAD", select=("PL320",)).report) == []
    write(repository, "a.md", text=first + "\nAnd more.\n")
    assert places(run(since="HEAD", select=("PL320",)).report) == [("b.md", 1, "PL320")]


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("pier.md", "pier.md"),
        ("pier.md", "pier.md#tides"),
        ("pier.md", "pier"),
        ("sub/pier.md", "sub/pier.md"),
        ("sub/deep/index.md", "sub/deep/"),
        ("low tide.md", "low%20tide.md"),
        ("прилив.md", "%D0%BF%D1%80%D0%B8%D0%BB%D0%B8%D0%B2.md"),
        ("прилив.md", "прилив.md"),
        ("x.png", "x.png"),
    ],
)
def test_a_link_of_old_text_to_what_the_change_took_away(repository: Path, name: str, link: str) -> None:
    write(repository, "b.md", text=f"# Tides\n\n[Old]() and [the pier]({link}), and [no one](nowhere/pier.md).\n")
    write(repository, name, text="# Tides\n\nThe pier stands.\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "pier")
    assert places(run(since="HEAD").report) == []
    git(repository, "mv", name, "moved.txt")
    for folder in (repository / "sub/deep", repository / "sub"):
        if folder.exists() and not any(folder.iterdir()):
            folder.rmdir()
    report = run(since="HEAD").report
    assert [(one.path, one.id, one.snippet) for one in report.findings] == [("b.md", "PL110", link)]
    assert report.notes[0] == "Since HEAD: 0 of 4 documents changed; 1 more links to what is gone."
    git(repository, "reset", "-q", "--hard")
    assert places(run(since="HEAD").report) == []


def test_what_is_gone_is_looked_for_from_a_folder_inside(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository, "sub/d.md", text="[The wall](../a.md) stands.\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "link")
    (repository / "a.md").unlink()
    monkeypatch.chdir(repository / "sub")
    assert places(run(since="HEAD").report) == [("d.md", 1, "PL110")]


def test_a_document_that_moved_away_from_what_it_links_to(repository: Path) -> None:
    write(repository, "a.md", text="# Here\n\n[The pier](b.md), [none](none.md), [here](#here) and [there](#there).\n")
    git(repository, "commit", "-qam", "links")
    git(repository, "mv", "a.md", "sub/a.md")
    assert [one.snippet for one in run(since="HEAD").report.findings] == ["b.md"]


def test_what_is_held_back_is_counted_where_the_change_is(repository: Path) -> None:
    ignored = "See [the wall](). <!-- provlint: ignore[PL125] it fell -->\n"
    write(repository, "a.md", text=ignored)
    git(repository, "commit", "-qam", "ignored")
    write(repository, "a.md", text=ignored + "\nMore.\n")
    assert run(since="HEAD").report.suppressed == 0
    write(repository, "a.md", text=ignored + "\n" + ignored)
    report = run(since="HEAD").report
    assert (report.suppressed, [one.finding.line for one in report.held_back]) == (1, [3])
    assert [(one.by, one.reason) for one in report.held_back] == [("document", "it fell")]


def test_together_with_a_baseline(repository: Path) -> None:
    write(repository, "a.md", text=OLD + "\n[accepted]()\n")
    checked = run(since="", accepted="accepted.json", write=True)
    (repository / "accepted.json").write_text(baseline.text_of(checked.entries))
    write(repository, "a.md", text=OLD + "\n[accepted]()\n\n[new]()\n")
    report = run(accepted="accepted.json").report
    assert (places(report), report.baselined) == ([("a.md", 9, "PL125")], 1)
    assert not any("Fixed" in note for note in report.notes)


def test_the_strongest_are_chosen_among_what_is_new(repository: Path) -> None:
    claims = [f"Some {number} percent of all {number} boats sank in 2019.\n" for number in range(11, 19)]
    write(repository, "a.md", text="\n".join(claims))
    git(repository, "commit", "-qam", "claims")
    write(repository, "a.md", text="\n".join([*claims, "Some 99 percent of all 99 boats sank in 2020.\n"]))
    report = run(since="HEAD", select=("PL501",), max_findings_per_rule=1).report
    assert places(report) == [("a.md", 17, "PL501")]


@pytest.mark.parametrize(
    ("name", "link", "now"),
    [
        ("pier.md", "pier.md#low-tide", "# Pier\n\n## High tide\n"),
        ("pier.md", "pier.md#low-tide", "# Pier\n"),
        ("pier.md", "pier#low%2Dtide", "# Pier\n\nLow tide\n"),
        ("sub/index.md", "sub/#low-tide", "# Pier\n"),
        ("b.md", "#low-tide", ""),
    ],
)
def test_a_link_of_old_text_to_a_heading_that_the_change_took_away(
    repository: Path, name: str, link: str, now: str
) -> None:
    old = f"# Pier\n\nSee [the tide]({link}) and [none](b.md#nowhere).\n\n"
    write(repository, "b.md", text=old)
    write(repository, name, text=(old if name == "b.md" else "# Pier\n\n") + "## Low tide\n\nIt is out.\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "pier")
    assert places(run(since="HEAD").report) == []
    write(repository, name, text=old if name == "b.md" else now)
    report = run(since="HEAD").report
    assert [(one.path, one.id, one.snippet) for one in report.findings] == [("b.md", "PL111", link)]


def test_a_heading_that_moved_within_its_document_is_not_gone(repository: Path) -> None:
    write(repository, "b.md", text="See [the tide](a.md#low-tide).\n")
    write(repository, "a.md", text="# Pier\n\n## Low tide\n\nIt is out.\n\n## High tide\n\nIt is in.\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "pier")
    write(repository, "a.md", text="# Pier\n\n## High tide\n\nIt is in.\n\n## Low tide\n\nIt is far out.\n")
    report = run(since="HEAD").report
    assert report.findings == ()
    assert report.notes[0] == "Since HEAD: 1 of 3 documents changed."
