"""The files below the roots of a run, looked up by the exact letters of their names; nothing is opened here."""

import os
import unicodedata
from typing import NamedTuple

_FILES = ("mkdocs.yml", "mkdocs.yaml", "book.toml", "_quarto.yml", "zensical.toml")
_LABELS = ("conf.py", "_toc.yml", "myst.yml")
_ROUTES = (
    "hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "_config.yml", "_config.toml", "docusaurus.config.js",
    "docusaurus.config.ts", "astro.config.mjs", "astro.config.ts", "gatsby-config.js", "eleventy.config.js",
    ".eleventy.js", "next.config.js", "pelicanconf.py", "antora.yml",
)  # fmt: skip
#: Settings files of site builders, and how the builder reads a relative link: from the file, as a label of any document
#: too, or from the served page.
_BUILDERS = {**dict.fromkeys(_FILES, "files"), **dict.fromkeys(_LABELS, "labels"), **dict.fromkeys(_ROUTES, "routes")}


class Entry(NamedTuple):
    """What stands at a path; `other_case` is the real name of what differs only in the case of its letters."""

    kind: str  # "", "file", "folder", "outside", "unfetched"
    path: str = ""
    other_case: str = ""


class Tree:
    """Listings of folders, each read once."""

    def __init__(self, roots: tuple[str, ...]) -> None:
        self._roots = tuple(dict.fromkeys(_posix(os.path.realpath(root)) for root in roots))
        self._listings: dict[str, dict[str, os.DirEntry[str]]] = {}
        self._tops: dict[str, str] = {}
        self._builders: dict[str, str] = {}

    def root_of(self, folder: str) -> str:
        """The folder that links of the documents in `folder` (absolute, real) may not leave."""
        if folder not in self._tops:
            repository = _repository(folder)
            inside = [root for root in self._roots if is_inside(folder, root)]
            self._tops[folder] = repository or min(inside, key=len, default=folder)
        return self._tops[folder]

    def entry(self, root: str, path: str) -> Entry:
        """What stands at an absolute, normal path; outside `root`, by a symbolic link too, nothing is looked at."""
        if not is_inside(path, root):
            return Entry("outside")
        at = root
        found: os.DirEntry[str] | None = None
        for name in path[len(root) :].strip("/").split("/"):
            if not name:
                continue
            listing = self._listing(at)
            parent, found = found, listing.get(unicodedata.normalize("NFC", name))
            if found is None:
                # Git keeps no empty folders: one that is there is a submodule whose files are elsewhere.
                is_unfetched = not listing and parent is not None and _kind(parent) == "folder"
                return Entry("unfetched" if is_unfetched else "", other_case=_other_case(name, listing))
            at = f"{at.rstrip('/')}/{found.name}"
            if found.is_symlink() and not is_inside(_posix(os.path.realpath(at)), root):
                return Entry("outside")
        if found is None:
            return Entry("folder", at)
        return Entry(_kind(found), at)

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder, sorted."""
        return tuple(sorted(self._listing(folder)))

    def builder(self, root: str, folder: str) -> str:
        """How a site builder whose settings stand in `folder` or above reads links: files, labels, routes; or ""."""
        if folder not in self._builders:
            listing = self._listing(folder)
            here = next((kind for name, kind in _BUILDERS.items() if name in listing), "")
            parent = os.path.dirname(folder)
            above = folder != root and is_inside(parent, root)
            self._builders[folder] = here or (self.builder(root, parent) if above else "")
        return self._builders[folder]

    def _listing(self, folder: str) -> dict[str, os.DirEntry[str]]:
        if folder not in self._listings:
            try:
                with os.scandir(folder) as entries:
                    self._listings[folder] = {unicodedata.normalize("NFC", entry.name): entry for entry in entries}
            except (OSError, ValueError):
                self._listings[folder] = {}
        return self._listings[folder]


def _kind(entry: os.DirEntry[str]) -> str:
    try:
        return "folder" if entry.is_dir() else "file" if entry.is_file() else ""
    except OSError:  # a link to itself
        return ""


def folders_of(path: str) -> tuple[str, ...]:
    """The folders a file stands in, absolute, with `/`, no symbolic link in them: its own, and that of a link to it."""
    own, shown = os.path.dirname(os.path.realpath(path)), os.path.realpath(os.path.dirname(path))
    return tuple(dict.fromkeys((_posix(own), _posix(shown))))


def is_inside(path: str, folder: str) -> bool:
    """Whether a normal path is `folder` or lies below it."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")


def _repository(folder: str) -> str:
    """The nearest folder from `folder` up that Git calls a work tree; "" for none."""
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent


def _other_case(name: str, listing: dict[str, os.DirEntry[str]]) -> str:
    folded = name.casefold()
    return next((real for real in listing if real.casefold() == folded), "")
