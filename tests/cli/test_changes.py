"""Only what is new, and mending, as people run it."""

import json
from pathlib import Path

import pytest

from tests.commands import BAD, one_sentence, provlint
from tests.read.repositories import git

TRACKED = "See [the survey](https://harbour.co.uk/a?utm_source=mail).\n"
CLEAN = "See [the survey](https://harbour.co.uk/a).\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(TRACKED)
    return tmp_path


def test_since(folder: Path) -> None:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "old")
    assert provlint("check", "--since", "main", folder=folder).returncode == 0
    (folder / "b.md").write_text(BAD)
    done = provlint("check", folder=folder, PROVLINT_SINCE="main")
    assert done.returncode == 1
    assert "b.md:1:" in done.stdout
    assert "a.md" not in done.stdout
    assert "Since main: 1 of 2 documents changed." in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--since", ""), ("--since", "main", "-"), ("--since", "main"), ("--baseline", "none.json"),
        ("--write-baseline",), ("--write-baseline", "--baseline", "a.md"),
        ("--write-baseline", "--baseline", "b.json", "--since", "x"), ("--write-baseline", "--baseline", "b.json", "--fix"),
        ("--unsafe-fixes",), ("--fix", "--add-ignore", "x"), ("--add-ignore", "a --> b"), ("--add-ignore", " "),
        ("--fix", "-"), ("--add-ignore", "reason", "-"),
    ],
)  # fmt: skip
def test_what_goes_not_together_is_refused(folder: Path, arguments: tuple[str, ...]) -> None:
    one_sentence(provlint("check", *arguments, folder=folder))
    assert [path.name for path in folder.iterdir()] == ["a.md"]
    assert (folder / "a.md").read_text() == TRACKED


def test_a_baseline_is_written_and_heeded(folder: Path) -> None:
    (folder / "b.md").write_text(BAD)
    done = provlint("check", "--baseline", "accepted.json", "--write-baseline", folder=folder)
    assert done.returncode == 0, done.stderr
    assert "wrote accepted.json: 2 findings accepted" in done.stderr
    done = provlint("check", "--baseline", "accepted.json", "--output-format", "json", folder=folder)
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert (report["summary"]["baselined"], report["findings"]) == (2, [])
    (folder / "b.md").write_text(BAD + "\nAnd [the pier]().\n")
    assert provlint("check", "--baseline", "accepted.json", folder=folder).returncode == 1


def test_fix_mends_and_says_so(folder: Path) -> None:
    done = provlint("check", "--fix", folder=folder)
    assert done.returncode == 0
    assert "Mended: 1 finding in 1 document." in done.stdout
    assert (folder / "a.md").read_text() == CLEAN
    assert "Mended" not in provlint("check", "--fix", folder=folder).stdout


def test_the_json_of_a_run_with_fixes_has_the_keys_it_always_has(folder: Path) -> None:
    plain = json.loads(provlint("check", "--output-format", "json", folder=folder).stdout)
    mended = json.loads(provlint("check", "--fix", "--output-format", "json", folder=folder).stdout)
    assert [*plain["summary"]] == [*mended["summary"]]
    assert (len(plain["findings"]), mended["findings"]) == (1, [])


def test_what_cannot_be_mended_still_fails(folder: Path) -> None:
    (folder / "b.md").write_text(BAD)
    assert provlint("check", "--fix", folder=folder).returncode == 1
    assert (folder / "b.md").read_text() == BAD


def test_diff_changes_nothing(folder: Path) -> None:
    done = provlint("check", "--diff", folder=folder)
    assert done.returncode == 1
    assert done.stdout == f"--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-{TRACKED}+{CLEAN}"
    assert (folder / "a.md").read_text() == TRACKED
    (folder / "a.md").write_text(CLEAN + "And [the pier]().\n")
    done = provlint("check", "--diff", folder=folder)
    assert (done.returncode, done.stdout) == (0, "")


def test_diff_of_standard_input(folder: Path) -> None:
    done = provlint("check", "--diff", "-", "--stdin-filename", "b.md", folder=folder, stdin=TRACKED.encode())
    assert done.returncode == 1
    assert "+++ b/b.md" in done.stdout


def test_a_log_that_is_read_for_commands_gets_none_from_a_difference(folder: Path) -> None:
    (folder / "a.md").write_bytes(f"one\r::error::forged\n##[error]x \x1b[2J\n{TRACKED}".encode())
    done = provlint("check", "--diff", folder=folder, GITHUB_ACTIONS="true")
    assert done.returncode == 1
    for bad in ("\r", "\x1b", "##["):
        assert bad not in done.stdout
    assert not any(line.startswith("::") for line in done.stdout.split("\n"))


def test_fixes_keep_to_what_is_reported(folder: Path) -> None:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "old")
    (folder / "a.md").write_text(TRACKED + "\n" + TRACKED)
    provlint("check", "--since", "main", "--fix", folder=folder)
    assert (folder / "a.md").read_text() == TRACKED + "\n" + CLEAN


def test_ignores_are_added_with_their_reason(folder: Path) -> None:
    (folder / "a.md").write_text(BAD)
    done = provlint("check", "--add-ignore", "the page comes later", folder=folder)
    assert done.returncode == 0
    assert "Given an ignore: 1 finding in 1 document." in done.stdout
    assert (folder / "a.md").read_text() == f"{BAD[:-1]} <!-- provlint: ignore[PL125] the page comes later -->\n"


def test_a_read_only_document_is_told(folder: Path) -> None:
    (folder / "a.md").chmod(0o444)
    done = provlint("check", "--fix", folder=folder)
    assert "a.md was left as it is: it is read-only" in done.stderr
    assert (folder / "a.md").read_text() == TRACKED


def test_settings_of_another_revision(folder: Path) -> None:
    git(folder, "init", "-q", "-b", "main")
    (folder / "provlint.toml").write_text('fail-on = "info"\n')
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "old")
    (folder / "provlint.toml").write_text('ignore = ["ALL"]\nexclude = ["**"]\n')
    assert provlint("check", folder=folder).returncode == 0
    done = provlint("check", "--config-from", "main", folder=folder)
    assert (done.returncode, done.stdout.count("PL126")) == (1, 1)
    one_sentence(provlint("check", "--config-from", "--output=x", folder=folder))
