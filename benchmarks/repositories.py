"""Copies of folders of documents as Git repositories, for benchmarks that change them."""

import os
import shutil
import subprocess
from pathlib import Path


def copied(source: Path, folder: Path) -> Path:
    """A copy of a folder at `folder`, all of it committed."""
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".git"))
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "as it is")
    return folder


def git(folder: Path, *arguments: str) -> str:
    """What Git says in a repository."""
    identity = ("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "core.autocrlf=false")
    return run(folder, "git", *identity, *arguments).stdout


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command in a folder, its output as text, without the settings of whoever runs the benchmark."""
    hidden = ("PYTHONDONTWRITEBYTECODE", "PROVLINT_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8")
