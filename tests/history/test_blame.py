"""Since when a line stands in a document, in real repositories."""

import subprocess
from pathlib import Path

import pytest

from provlint.history.blame import day_of
from tests.read.repositories import git, write


def commit(folder: Path, day: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "words", "--date", f"{day}T12:00:00Z")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, "a.md", text="one\ntwo\n")
    commit(folder, "2019-03-01")
    write(folder, "a.md", text="one\nnew\ntwo\n")
    commit(folder, "2021-05-07")
    return folder


def test_each_line_has_its_day(repository: Path) -> None:
    path = str(repository / "a.md")
    assert [day_of(path, line) for line in (1, 2, 3, 4)] == ["2019-03-01", "2021-05-07", "2019-03-01", ""]


def test_what_git_does_not_know_has_no_day(repository: Path, tmp_path: Path) -> None:
    write(repository, "a.md", text="one\nnew\ntwo\nlater\n")
    write(repository, "new.md", text="one\n")
    (tmp_path / "outside.md").write_text("one\n")
    assert day_of(str(repository / "a.md"), 4) == ""
    assert day_of(str(repository / "new.md"), 1) == ""
    assert day_of(str(tmp_path / "outside.md"), 1) == ""
    assert day_of(str(repository / "none.md"), 1) == ""


def test_a_shallow_clone_tells_no_day(repository: Path, tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "-q", "--depth=1", repository.as_uri(), str(tmp_path / "clone")], check=True)
    assert day_of(str(tmp_path / "clone" / "a.md"), 1) == ""


def test_no_program_of_the_repository_is_run(repository: Path) -> None:
    ran = repository / "ran"
    git(repository, "config", "diff.loud.textconv", f"touch {ran}; cat")
    git(repository, "config", "filter.loud.clean", f"touch {ran}; cat")
    write(repository, ".gitattributes", text="*.md diff=loud filter=loud\n")
    assert day_of(str(repository / "a.md"), 1) == "2019-03-01"
    assert not ran.exists()
