"""Folders with settings files for tests."""

from pathlib import Path

from provlint.errors import UserError
from provlint.model.settings import Settings
from provlint.settings.load import load


def repository(folder: Path, toml: str | bytes = b"", name: str = "provlint.toml") -> Path:
    """A folder that Git takes for a repository, with a settings file."""
    (folder / ".git").mkdir(exist_ok=True)
    (folder / name).write_bytes(toml.encode() if isinstance(toml, str) else toml)
    return folder


def loaded(folder: Path, toml: str | bytes) -> Settings:
    """The settings that a provlint.toml gives."""
    return load(cwd=str(repository(folder, toml)))


def refusal(folder: Path, toml: str | bytes) -> str:
    """Why a provlint.toml is refused."""
    try:
        loaded(folder, toml)
    except UserError as error:
        return str(error)
    raise AssertionError("it was not refused")
