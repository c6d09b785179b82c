"""Which settings file governs a run, and its bytes; never one from above the repository."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from provlint.errors import UserError
from provlint.text.paths import is_inside, relative

NAME = "provlint.toml"
SHARED_NAME = "pyproject.toml"
NAMES = (NAME, SHARED_NAME)
_LARGEST = 1_048_576  # bytes


class SettingsFile(NamedTuple):
    """A settings file: its bytes, its path for people, the folder its globs start from, the top of the repository."""

    data: bytes
    shown: str
    root: str  # relative to the working folder
    top: str  # absolute; rule folders lie inside

    @property
    def is_shared(self) -> bool:
        """Whether the settings are its table `tool.provlint` and not the whole file."""
        return os.path.basename(self.shown) == SHARED_NAME


#: The bytes of a file, given by its path from the working folder, where not the working tree is to say them.
Content = Callable[[str], bytes | None]


def candidates(paths: Iterable[str], cwd: str, content: Content | None = None) -> Iterator[SettingsFile]:
    """The files that may govern a run over `paths`, nearest first, from what the paths have in common upwards.

    In one folder provlint.toml goes before pyproject.toml; the latter counts only with a table `tool.provlint`, and one
    that does not even hold the word is not given. The search ends at the folder that holds `.git`; outside a repository
    it never leaves the working folder upwards. `content` gives the files in place of the disk.
    """
    folders = [*_upwards(_common_folder(paths, cwd), cwd)]
    for folder in folders:
        for name in NAMES:
            path = os.path.join(folder, name)
            shown = relative(path, cwd)
            if content:
                data = content(shown)
                if data is not None and (name == NAME or b"provlint" in data):
                    yield SettingsFile(data, shown, relative(folder, cwd) or ".", folders[-1])
                continue
            if not os.path.lexists(path):
                continue
            if os.path.islink(path) and leads_out(path, folders[-1]):
                raise UserError(shown, "", "is a link that leads out of the repository; give the file with --config")
            data = _read(path, shown)
            # Parsing every pyproject.toml would cost each run 20 ms.
            if name == NAME or b"provlint" in data:
                yield SettingsFile(data, shown, relative(folder, cwd) or ".", folders[-1])


def places(paths: Iterable[str], cwd: str) -> list[str]:
    """Where settings that govern a run over `paths` stand, or would: full paths, there or not."""
    return [os.path.join(folder, name) for folder in _upwards(_common_folder(paths, cwd), cwd) for name in NAMES]


def given(path: str, cwd: str) -> SettingsFile:
    """The file that was named on the command line. Its globs start from the working folder, as with ruff."""
    full = os.path.join(cwd, path)
    folders = [*_upwards(cwd, cwd)]
    return SettingsFile(_read(full, path), relative(full, cwd), ".", folders[-1])


def _common_folder(paths: Iterable[str], cwd: str) -> str:
    full = [os.path.abspath(os.path.join(cwd, path)) for path in paths if path != "-"]
    folders = {path if os.path.isdir(path) else os.path.dirname(path) for path in full}
    try:
        return os.path.commonpath(folders) if folders else os.path.abspath(cwd)
    except ValueError:  # paths on several Windows drives
        return os.path.abspath(cwd)


def _upwards(start: str, cwd: str) -> Iterator[str]:
    """The folders that may hold the settings, nearest first; the last is the top of what is trusted."""
    folders = [start]
    while not os.path.lexists(os.path.join(folders[-1], ".git")):
        parent = os.path.dirname(folders[-1])
        if parent == folders[-1]:
            own = os.path.abspath(cwd)
            yield start
            yield from (folder for folder in folders[1:] if is_inside(folder, own))
            return
        folders.append(parent)
    yield from folders


def leads_out(path: str, top: str) -> bool:
    """Whether `path`, followed through its links, lies outside the folder `top`."""
    return not is_inside(os.path.realpath(path), os.path.realpath(top))


def _read(path: str, shown: str) -> bytes:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise UserError(shown, "", "is not a regular file")
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise UserError(shown, "", f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    if len(data) > _LARGEST:
        raise UserError(shown, "", f"is larger than {_LARGEST:,} bytes")
    return data
