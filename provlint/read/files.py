"""Paths as a user gives them → the documents to read, found as users of Git expect, in an order that never changes."""

import os
import stat
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, cast

from provlint.errors import UserError
from provlint.model.settings import Settings
from provlint.model.words import Format, Problem
from provlint.read.gitignore import exclude_file, patterns_of, repository_of
from provlint.read.outputs import identity, outputs
from provlint.text.globs import Patterns
from provlint.text.paths import posix, relative, slashed

_FORMATS: dict[str, Format] = {
    "md": "markdown", "markdown": "markdown", "mdx": "markdown", "qmd": "markdown", "rmd": "markdown",
    "html": "html", "htm": "html", "xhtml": "html", "rst": "rst", "txt": "text",
}  # fmt: skip


_MOST_WILDCARDS = 300_000  # characters of patterns with wildcards in all ignore lists; 5 s to compile


class Refused(NamedTuple):
    """A path that was named and is there, but must not or cannot be read: the problem and one phrase about it."""

    path: str
    problem: Problem
    detail: str


class Found(NamedTuple):
    """The documents to read, and what was passed over.

    `files` are POSIX paths relative to the working folder, sorted by code point, each file once whatever names lead to
    it. `left_out` counts by reason what a walk passed over; a folder counts as one, whatever lies in it: excluded,
    gitignored, link, not-regular, output (where this process writes), repository (a submodule or another clone),
    unreadable. `refused` were given by name.
    """

    files: tuple[str, ...]
    left_out: tuple[tuple[str, int], ...] = ()
    refused: tuple[Refused, ...] = ()


class _Folder(NamedTuple):
    """A folder on the way; its paths end with a slash, or are empty for the folder that they start from."""

    full: str  # real and absolute
    shown: str  # from the working folder
    rooted: str  # from the settings' root, where the globs of the settings start
    included: bool  # what becomes of the files that `include` says nothing about
    repository: str  # the `full` of the repository it belongs to, "" for none
    ignores: tuple[tuple[Patterns, int], ...]  # gitignore lists, nearest first, and the length of their folder's `full`


def format_of(path: str, settings: Settings) -> Format | None:
    """The format a document is read in: what `formats` says of its path, else what its ending says, else None."""
    if settings.formats:
        rooted = path if settings.root == "." else relative(path, settings.root)
        for patterns, named in _formats(settings.formats):
            if patterns.covers(rooted.lower()):
                return named
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    return _FORMATS.get(ending.lower()) if stem else None


@lru_cache(maxsize=8)
def _formats(globs: tuple[tuple[str, str], ...]) -> tuple[tuple[Patterns, Format], ...]:
    return tuple((Patterns([glob.lower()], "formats"), cast("Format", named)) for glob, named in reversed(globs))


def find(paths: Iterable[str], settings: Settings, cwd: str) -> Found:
    """The documents under `paths` (files or folders, relative to `cwd`); a path that does not exist is a UserError.

    A file that is named is taken whatever its ending, and though Git ignores it or `exclude` matches it; with
    `force_exclude` the exclusion holds (`.gitignore` does not: what Git tracks, it does not ignore). The globs are
    gitignore patterns. `include` and `formats` take no account of letter case, exclusion does: in doubt, a document is
    read. A link in a repository is followed only to a document of that repository.
    """
    search = _Search(settings, cwd)
    for path in paths:
        search.add(path)
    return search.found()


class _Search:
    def __init__(self, settings: Settings, cwd: str) -> None:
        self.settings = settings
        self.cwd = os.path.abspath(cwd)
        self.root = os.path.join(self.cwd, settings.root)
        self.include = Patterns([glob.lower() for glob in settings.include], "include")
        self.exclude = Patterns((*settings.exclude, *settings.extend_exclude), "exclude")
        self.files: dict[str, str] = {}  # real path → shown path
        self.left_out: dict[str, str] = {}  # real path → reason
        self.refused: set[Refused] = set()
        self.real_path = lru_cache(maxsize=None)(os.path.realpath)
        self.repository = lru_cache(maxsize=None)(repository_of)
        self.lists: dict[str, Patterns | None] = {}  # path of an ignore list → its patterns
        self.weight = 0  # of all these lists
        self.outputs = outputs()

    def found(self) -> Found:
        counts: dict[str, int] = {}
        for path, reason in self.left_out.items():
            if path not in self.files:  # it may also have been named
                counts[reason] = counts.get(reason, 0) + 1
        return Found(tuple(sorted(self.files.values())), tuple(sorted(counts.items())), tuple(sorted(self.refused)))

    def add(self, path: str) -> None:
        """Take one path as the user gave it."""
        if not path:  # what an empty variable in a script becomes, and never the whole folder
            raise UserError("''", "", "is an empty path")
        full = os.path.abspath(os.path.join(self.cwd, path))
        try:
            is_link = stat.S_ISLNK(os.lstat(full).st_mode)
        except (FileNotFoundError, NotADirectoryError, ValueError):
            raise UserError(path, "", "does not exist") from None
        except OSError as error:
            raise UserError(path, "", f"cannot be reached: {_reason(error)}") from None
        parent, name = os.path.split(full)
        real = os.path.realpath(full) if is_link else os.path.join(self.real_path(parent), name)
        shown = relative(full, self.cwd)
        try:
            mode = os.stat(real).st_mode
        except FileNotFoundError:
            self.refused.add(Refused(shown, "missing", "it is a link to nothing"))
            return
        except OSError as error:
            self.refused.add(Refused(shown, "unreadable", _reason(error)))
            return
        self._take(full, real, shown, mode)

    def _take(self, full: str, real: str, shown: str, mode: int) -> None:
        rooted, is_folder = relative(full, self.root), stat.S_ISDIR(mode)
        if self.settings.force_exclude and (
            self.exclude.verdict(rooted, os.path.basename(full), is_folder) or any(self.exclude.on_the_way(rooted))
        ):
            self.left_out[real] = "excluded"
        elif astray := self._astray_by_name(full, real, is_folder):
            self.refused.add(Refused(shown, "not-regular", astray))
        elif is_folder:
            self._walk(self._start(slashed(real), slashed(shown), slashed(rooted)))
        elif stat.S_ISREG(mode):
            self._keep(real, shown)
        else:
            self.refused.add(Refused(shown, "not-regular", "it is not a regular file"))

    def _keep(self, real: str, shown: str) -> None:
        """Note a file; of several names that lead to it, its own one stays, else the first by code point."""
        other = self.files.setdefault(real, shown)
        if other != shown:
            own = relative(real, os.path.realpath(self.cwd))
            self.files[real] = own if own in (shown, other) else min(shown, other)

    def _astray_by_name(self, full: str, real: str, is_folder: bool) -> str:
        """Why a path that was named is not to be followed to where its links lead, "" when it may be."""
        top = self.repository(os.path.dirname(full))
        if not top or real == os.path.join(self.real_path(top), os.path.relpath(full, top)):
            return ""
        return self._astray(real, slashed(self.real_path(top)), is_folder)

    def _astray(self, real: str, top: str, is_folder: bool = False) -> str:
        """Why a link must not be followed to `real`, "" when it may be; `top` is the real folder it must not leave.

        What a repository's author links to is not theirs to show: other users' files, the token in .git/config, .env.
        """
        if not slashed(real).startswith(top):
            return "it is a link that leads out of the repository"
        if ".git" in posix(real[len(top) :]).lower().split("/"):
            return "it is a link into .git"
        if not is_folder and format_of(relative(real, self.cwd), self.settings) is None:
            return "it is a link to a file that is no document"
        return ""

    def _start(self, full: str, shown: str, rooted: str) -> _Folder:
        included = [*self.include.on_the_way(rooted.lower())][-1:]
        top = slashed(self.repository(full.rstrip("/") or "/"))
        return _Folder(full, shown, rooted, included == [True], top, self._ignores_above(full, top) if top else ())

    def _ignores_above(self, full: str, top: str) -> tuple[tuple[Patterns, int], ...]:
        ignores, folder = self._list(exclude_file(top), top), top
        for part in full[len(top) :].split("/")[:-1]:
            ignores = (*self._list(folder + ".gitignore", folder), *ignores)
            folder += part + "/"
        return ignores

    def _walk(self, start: _Folder) -> None:
        pending = [start]
        while pending:
            folder = pending.pop()
            try:
                with os.scandir(folder.full) as listing:
                    entries = {entry.name: entry for entry in listing}
            except OSError as error:
                if folder is start:
                    self.refused.add(Refused(folder.shown.rstrip("/") or ".", "unreadable", _reason(error)))
                else:
                    self.left_out[folder.full] = "unreadable"
                continue
            if ".git" in entries and folder.repository and folder is not start:
                self.left_out[folder.full] = "repository"
                continue
            pending.extend(self._visit(self._with_ignores(folder, entries), start, entries))

    def _with_ignores(self, folder: _Folder, names: Container[str]) -> _Folder:
        """The folder with what its own `.git` and `.gitignore` add."""
        ignores = folder.ignores
        if ".git" in names and not folder.repository:
            folder = folder._replace(repository=folder.full)
            ignores = self._list(exclude_file(folder.full), folder.full)
        if ".gitignore" in names:
            ignores = (*self._list(folder.full + ".gitignore", folder.full), *ignores)
        return folder._replace(ignores=ignores)

    def _visit(self, folder: _Folder, start: _Folder, entries: Mapping[str, os.DirEntry[str]]) -> Iterator[_Folder]:
        """Take a folder's files; give its folders."""
        for name, entry in entries.items():
            is_folder = entry.is_dir(follow_symlinks=False)
            if name == ".git" or not (is_folder or self._matters(folder, entry)):
                continue
            if self._is_left_out(folder, name, is_folder):
                continue
            if is_folder:
                yield self._inner(folder, name)
            else:
                self._take_entry(folder, start, entry)

    def _inner(self, folder: _Folder, name: str) -> _Folder:
        shown, rooted = _below(folder.shown, name, self.cwd), _below(folder.rooted, name, self.root)
        included = self.include.verdict(rooted.lower(), name.lower(), True)
        return folder._replace(
            full=folder.full + name + "/",
            shown=slashed(shown),
            rooted=slashed(rooted),
            included=folder.included if included is None else included,
        )

    def _matters(self, folder: _Folder, entry: os.DirEntry[str]) -> bool:
        """Whether an entry is a document by its name, or a link to a folder, in which there may be documents."""
        name = entry.name
        included = self.include.verdict((folder.rooted + name).lower(), name.lower(), False)
        if (folder.included if included is None else included) and format_of(folder.shown + name, self.settings):
            return True
        return entry.is_symlink() and os.path.isdir(folder.full + name)

    def _is_left_out(self, folder: _Folder, name: str, is_folder: bool) -> bool:
        full = folder.full + name
        if self.exclude.verdict(folder.rooted + name, name, is_folder):
            self.left_out[full] = "excluded"
            return True
        for patterns, base in folder.ignores:
            verdict = patterns.verdict(full[base:], name, is_folder)
            if verdict is not None:
                if verdict:
                    self.left_out[full] = "gitignored"
                return verdict
        return False

    def _take_entry(self, folder: _Folder, start: _Folder, entry: os.DirEntry[str]) -> None:
        full, shown = folder.full + entry.name, folder.shown + entry.name
        if entry.is_file(follow_symlinks=False):
            if self.outputs and identity(os.stat(full)) in self.outputs:
                self.left_out[full] = "output"
            else:
                self._keep(full, shown)
        elif not entry.is_symlink():
            self.left_out[full] = "not-regular"
        else:
            real = os.path.realpath(full)
            if os.path.isfile(real) and not self._astray(real, folder.repository or start.full):
                self._keep(real, shown)
            else:
                self.left_out[full] = "link"

    def _list(self, path: str, base: str) -> tuple[tuple[Patterns, int], ...]:
        """The list in a file and the length of the folder path it holds for; empty when there is no such file."""
        if not self.settings.respect_gitignore:
            return ()
        if path not in self.lists:
            shown = relative(path, self.cwd)
            self.lists[path] = found = patterns_of(path, shown)
            self.weight += found.weight if found else 0
            if self.weight > _MOST_WILDCARDS:
                raise UserError(shown, "", "is one of too many ignore lists with wildcards")
        patterns = self.lists[path]
        return () if patterns is None else ((patterns, len(base)),)


def _below(folder: str, name: str, start: str) -> str:
    """The path of an entry from `start`, which itself may lie in the folder (`..` and then `in` is here)."""
    path = folder + name
    return relative(os.path.join(start, path), start) if path.startswith("../") else path


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
