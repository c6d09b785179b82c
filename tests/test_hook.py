"""The real pre-commit, with the hook installed from this checkout, on a real git repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
GOOD = "# Pier nine\n\nThe [minutes](https://www.gov.uk/minutes/12) name the builder.\n"
BAD = "# Pier nine\n\nThe minutes name the builder :contentReference[oaicite:1]{index=1}.\n"
CONFIG = "repos:\n- repo: {checkout}\n  rev: {revision}\n  hooks:\n  - id: provlint\n"


def run(arguments: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def git(*arguments: str, folder: Path) -> str:
    done = run(["git", "-c", "user.name=Test", "-c", "user.email=test@test.org", *arguments], folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(not (CHECKOUT / ".git").exists(), reason="the hook is installed from a git checkout")
def test_the_hook_fails_on_a_bad_document_and_passes_on_a_good_one(tmp_path: Path) -> None:
    # A clone: pre-commit takes a commit, and what the working tree adds must not be needed.
    source = tmp_path / "provlint"
    git("clone", "--quiet", str(CHECKOUT), str(source), folder=tmp_path)
    repository = tmp_path / "documents"
    repository.mkdir()
    git("init", "--quiet", folder=repository)
    revision = git("rev-parse", "HEAD", folder=source)
    (repository / ".pre-commit-config.yaml").write_text(CONFIG.format(checkout=source, revision=revision))
    (repository / "pier.md").write_text(GOOD)
    git("add", ".", folder=repository)
    hook = [sys.executable, "-m", "pre_commit", "run", "provlint"]
    passed = run(hook, repository, PRE_COMMIT_HOME=str(tmp_path / "home"))
    assert passed.returncode == 0, passed.stdout + passed.stderr
    (repository / "pier.md").write_text(BAD)
    git("add", ".", folder=repository)
    failed = run(hook, repository, PRE_COMMIT_HOME=str(tmp_path / "home"))
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "pier.md:3:30: PL610 chat-leftover" in failed.stdout


def test_both_hooks_are_what_pre_commit_expects() -> None:
    done = run([sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"], CHECKOUT)
    assert done.returncode == 0, done.stdout + done.stderr
