"""What a change adds, in real repositories, some of which mean harm."""

import os
import subprocess
from pathlib import Path

import pytest

from provlint.errors import UserError
from provlint.history.changes import changes, reader_at
from provlint.history.patch import Touched
from tests.read.repositories import git, write

OLD = "one\n\ntwo\n\nthree\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, "a.md", "sub/b.md", text=OLD)
    commit(folder)
    return folder


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "words")
    return git(folder, "rev-parse", "HEAD").strip()


def lines(folder: Path, revision: str = "main") -> dict[str, Touched]:
    return dict(changes(revision, str(folder)).files)


def test_nothing_changed(repository: Path) -> None:
    assert lines(repository) == {}


def test_committed_staged_unstaged_and_untracked(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "work")
    write(repository, "a.md", text=OLD + "\ncommitted\n")
    commit(repository)
    write(repository, "a.md", text="staged\n\n" + OLD + "\ncommitted\n")
    git(repository, "add", "a.md")
    write(repository, "a.md", text="staged\n\nunstaged\n\n" + OLD + "\ncommitted\n")
    write(repository, "sub/new.md", "ignored.md", text="new\n")
    write(repository, ".gitignore", text="ignored.md\n")
    assert lines(repository) == {
        "a.md": Touched(((1, 4), (10, 11))),
        "sub/new.md": Touched(whole=True),
        ".gitignore": Touched(whole=True),
    }


def test_what_the_other_side_did_since_is_no_change_of_ours(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "work")
    write(repository, "a.md", text=OLD + "\nours\n")
    commit(repository)
    git(repository, "checkout", "-q", "main")
    write(repository, "sub/b.md", text="theirs\n" + OLD)
    commit(repository)
    git(repository, "checkout", "-q", "work")
    assert lines(repository) == {"a.md": Touched(((6, 7),))}


def test_a_renamed_file_has_only_the_lines_it_gained(repository: Path) -> None:
    long = "".join(f"line {number}\n" for number in range(40))
    write(repository, "a.md", text=long)
    base = commit(repository)
    git(repository, "mv", "a.md", "sub/moved.md")
    assert lines(repository, base) == {"sub/moved.md": Touched()}
    write(repository, "sub/moved.md", text=long + "more\n")
    assert lines(repository, base) == {"sub/moved.md": Touched(((41, 41),))}


def test_a_changed_mode_adds_no_line_and_a_binary_file_is_new_as_a_whole(repository: Path) -> None:
    (repository / "a.md").chmod(0o755)
    (repository / "sub/b.md").write_bytes("one\n".encode("utf-16"))
    assert lines(repository) == {"a.md": Touched(), "sub/b.md": Touched(whole=True)}


def test_paths_are_those_from_the_folder_it_runs_in(repository: Path) -> None:
    write(repository, "a.md", 'sub/ü "q".md', text="x\n")
    found = lines(repository / "sub", "HEAD")
    assert found == {"../a.md": Touched(((1, 1),), ()), 'ü "q".md': Touched(whole=True)}


@pytest.mark.parametrize(
    "revision", ["--output=x.txt", "--upload-pack=touch x.txt", "-h", "no-such", "main..work", "", "HEAD:a.md", "\0"]
)
def test_what_is_no_revision_is_refused(repository: Path, revision: str) -> None:
    with pytest.raises(UserError, match="--since"):
        changes(revision, str(repository))
    assert not (repository / "x.txt").exists()


def test_what_names_the_other_side_is_refused(repository: Path) -> None:
    with pytest.raises(UserError, match="give a revision"):
        changes("^main", str(repository))


@pytest.mark.parametrize(("key", "value"), [("diff.orderFile", "/nowhere"), ("diff.algorithm", "nonsense")])
def test_settings_that_git_refuses_are_told(repository: Path, key: str, value: str) -> None:
    git(repository, "config", key, value)
    write(repository, "a.md", text="new\n")
    with pytest.raises(UserError, match="Git answers"):
        changes("main", str(repository))


def test_a_working_tree_that_lies_elsewhere_is_no_pass(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    git(repository, "config", "core.worktree", str(tmp_path_factory.mktemp("elsewhere")))
    with pytest.raises(UserError, match="no part of what Git takes"):
        changes("main", str(repository))


@pytest.mark.skipif(os.name == "nt", reason="names of files are stricter there")
def test_any_name_of_a_file_or_folder(repository: Path) -> None:
    names = [
        "sp ace.md",
        "new\nline.md",
        "ünï—日本.md",
        "tab\tx.md",
        '"q".md',
        "fol\nder/x.md",
        "ends .md",
        "-x.md",
        "bl an ü.md",
        'bl "q".md',
    ]
    (repository / "fol\nder").mkdir()
    for name in names:
        write(repository, name, text="old\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "names")
    for name in names:
        write(repository, name, text="old\nnew\n")
    assert lines(repository, "HEAD") == dict.fromkeys(names, Touched(((2, 2),)))
    found = changes("HEAD", str(repository / "fol\nder")).files
    assert found["x.md"] == found["../sp ace.md"] == Touched(((2, 2),))


def test_outside_a_repository(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not a git repository"):
        changes("main", str(tmp_path))


def test_a_shallow_clone_says_what_it_lacks(repository: Path, tmp_path: Path) -> None:
    first = git(repository, "rev-parse", "HEAD").strip()
    write(repository, "a.md", text="x\n")
    commit(repository)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    with pytest.raises(UserError, match="this clone is shallow"):
        changes(first, str(tmp_path / "shallow"))


def test_branches_without_a_common_commit(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "other")
    write(repository, "a.md", text="other words\n")
    commit(repository)
    with pytest.raises(UserError, match="no commit in common"):
        changes("main", str(repository))


def test_a_repository_without_commits(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    with pytest.raises(UserError, match="is no revision"):
        changes("HEAD", str(tmp_path))


def test_nothing_of_the_repository_is_run(repository: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    script = tmp_path / "script"
    script.write_text(f'#!/bin/sh\ntouch "{ran}"\ncat\n')
    script.chmod(0o755)
    for key in (
        "core.fsmonitor", "core.pager", "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.clean",
        "filter.evil.smudge", "filter.evil.process", "core.sshCommand", "filter.a=b.clean", "alias.diff",
    ):  # fmt: skip
        git(repository, "config", key, f"!{script}" if key.startswith("alias") else str(script))
    git(repository, "config", "filter.evil.required", "true")
    write(repository, ".gitattributes", text="*.md diff=evil filter=evil\n*.txt filter=a=b\n")
    hooks = repository / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-index-change", "fsmonitor-watchman"):
        (hooks / hook).write_text(script.read_text())
        (hooks / hook).chmod(0o755)
    with (repository / "a.md").open("a") as file:
        file.write("more\n")
    write(repository, "c.txt")
    os.utime(repository / "sub/b.md", (1, 1))
    found = lines(repository)
    assert found["a.md"] == Touched(((6, 6),))
    assert "sub/b.md" not in found or found["sub/b.md"] == Touched()
    assert not ran.exists()


def test_the_index_is_left_as_it_is(repository: Path) -> None:
    os.utime(repository / "a.md", (1, 1))
    before = (repository / ".git/index").read_bytes()
    lines(repository)
    assert (repository / ".git/index").read_bytes() == before


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(UserError, match="is not installed"):
        changes("main", str(repository))


def test_settings_given_to_git_through_the_environment_still_hold(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "diff.renames")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "nonsense")
    with pytest.raises(subprocess.CalledProcessError):
        subprocess.run(["git", "diff"], cwd=repository, check=True, capture_output=True)
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "false")
    assert lines(repository) == {}


def test_a_file_as_it_was(repository: Path) -> None:
    write(repository, "sub/b.md", text="new\n")
    read = reader_at("HEAD", str(repository / "sub"))
    assert read("b.md") == read("../a.md") == OLD.encode()
    assert read("c.md") is read("../../out.md") is None
    with pytest.raises(UserError, match="--config-from"):
        reader_at("--output=x", str(repository))
