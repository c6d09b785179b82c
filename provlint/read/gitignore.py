"""Git's ignore lists: which there are for a folder, and the patterns in each (gitignore(5))."""

import os
import stat
from collections.abc import Iterator

from provlint.errors import UserError
from provlint.read.decode import load
from provlint.text.globs import Patterns

_LARGEST_FILE = 1_000_000  # bytes


def patterns_of(path: str, shown: str) -> Patterns | None:
    """The patterns of a .gitignore file, None when there is none; `shown` names it in the UserError for a bad one."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):  # Git follows no link here either
            return None
    except OSError:
        return None
    loaded = load(path, _LARGEST_FILE)
    if loaded.problem:
        raise UserError(shown, "", loaded.detail)
    return Patterns(_lines(loaded.data.decode("utf-8", "surrogateescape")), shown)  # as the names of files are decoded


def repository_of(folder: str) -> str:
    """The nearest folder from the absolute path `folder` upwards that holds `.git`, "" for none."""
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent
    return folder


def exclude_file(top: str) -> str:
    """Where a repository's `info/exclude` stands; in a submodule or a worktree `.git` is a file that leads there."""
    link = _word(os.path.join(top, ".git")).removeprefix("gitdir:").strip()
    own = os.path.join(top, link or ".git")
    return os.path.join(own, _word(os.path.join(own, "commondir")), "info", "exclude")


def _word(path: str) -> str:
    return load(path, _LARGEST_FILE).data.decode("utf-8", "surrogateescape").strip()


def _lines(text: str) -> Iterator[str]:
    """The patterns of a .gitignore file: no comments, no blank lines, no trailing spaces but escaped ones."""
    for line in text.removeprefix("\ufeff").split("\n"):
        line = line.removesuffix("\r")
        if line.startswith("#"):
            continue
        body = line.rstrip(" ")
        if len(body) < len(line) and (len(body) - len(body.rstrip("\\"))) % 2:
            body += " "
        if body:
            yield body
