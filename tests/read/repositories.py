"""Real git repositories for tests."""

import os
import subprocess
from pathlib import Path

#: No settings of the machine or its user take part.
_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "XDG_CONFIG_HOME": os.devnull,
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@b.example",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@b.example",
}


def git(folder: Path, *arguments: str) -> str:
    """What a git command says, run in a folder."""
    command = ["git", "-c", "protocol.file.allow=always", *arguments]
    return subprocess.run(command, cwd=folder, env=_ENVIRONMENT, check=True, capture_output=True, text=True).stdout


def write(folder: Path, *paths: str, text: str = "words\n") -> None:
    """Make files, and the folders they lie in."""
    for path in paths:
        full = folder / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text)
