"""The real pre-commit, with the hook installed from this checkout, on a real git repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
GOOD = "# Pier nine\n\nThe [minutes](https://www.gov.uk/minutes/12) name the builder.\n"
BAD = "# Pier nine\n\nThe minutes name the builder :contentReference[oaicite:1]{index=1}.\n"
#: Without an address: a hook that asks the web must pass where there is none to ask.
PLAIN = "# Pier nine\n\nThe minutes name the builder.\n"
CONFIG = "repos:\n- repo: {checkout}\n  rev: {revision}\n  hooks:\n  - id: provlint\n  - id: provlint-online\n"
NEEDS_GIT = pytest.mark.skipif(not (CHECKOUT / ".git").exists(), reason="the hook is installed from a git checkout")


def run(arguments: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def git(*arguments: str, folder: Path) -> str:
    done = run(["git", "-c", "user.name=Test", "-c", "user.email=test@test.org", *arguments], folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of documents whose hooks come from this checkout; what pre-commit installs lies beside it."""
    folder = tmp_path_factory.mktemp("hooks")
    # A clone: pre-commit takes a commit, and what the working tree adds must not be needed.
    source, documents = folder / "provlint", folder / "documents"
    git("clone", "--quiet", str(CHECKOUT), str(source), folder=folder)
    documents.mkdir()
    git("init", "--quiet", folder=documents)
    revision = git("rev-parse", "HEAD", folder=source)
    (documents / ".pre-commit-config.yaml").write_text(CONFIG.format(checkout=source, revision=revision))
    return documents


def hook(repository: Path, text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a hook over a repository whose one document holds `text`."""
    (repository / "pier.md").write_text(text)
    git("add", ".", folder=repository)
    home = str(repository.parent / "home")
    return run([sys.executable, "-m", "pre_commit", "run", *arguments], repository, PRE_COMMIT_HOME=home)


@NEEDS_GIT
def test_the_hook_fails_on_a_bad_document_and_passes_on_a_good_one(repository: Path) -> None:
    passed = hook(repository, GOOD, "provlint")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    failed = hook(repository, BAD, "provlint")
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "pier.md:3:30: PL610 chat-leftover" in failed.stdout


@NEEDS_GIT
@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("name", ["--exclude=*.md", "-opier.md", "-dash.md", "sp ace.md"])
def test_no_name_of_a_file_is_an_option(repository: Path, name: str) -> None:
    (repository / name).write_text(BAD)
    try:
        failed = hook(repository, BAD, "provlint", "--all-files")
    finally:
        git("rm", "--cached", "--quiet", "--", name, folder=repository)
        (repository / name).unlink()
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert f"{name}:3:30: PL610" in failed.stdout
    assert (repository / "pier.md").read_text() == BAD


@NEEDS_GIT
@pytest.mark.parametrize("stage", ["manual", "pre-push"])
def test_the_hook_that_asks_the_web_runs_by_hand_and_on_push(repository: Path, stage: str) -> None:
    arguments = ("provlint-online", "--hook-stage", stage, "--all-files")
    passed = hook(repository, PLAIN, *arguments)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout
    failed = hook(repository, BAD, *arguments)
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "pier.md:3:30: PL610 chat-leftover" in failed.stdout


@NEEDS_GIT
def test_a_commit_runs_the_hook_that_needs_no_web_alone(repository: Path) -> None:
    shown = hook(repository, GOOD).stdout
    assert "provlint (online)" not in shown
    assert "Passed" in shown


def test_both_hooks_are_what_pre_commit_expects() -> None:
    done = run([sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"], CHECKOUT)
    assert done.returncode == 0, done.stdout + done.stderr
