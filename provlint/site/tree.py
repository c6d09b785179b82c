"""The files below the roots of a run, looked up by the exact letters of their names; nothing is opened here."""

import os
import unicodedata
from typing import NamedTuple

from provlint.text.paths import is_inside, posix

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
        self._roots = tuple(dict.fromkeys(posix(os.path.realpath(root)) for root in roots))
        self._listings: dict[str, dict[str, os.DirEntry[str]]] = {}
        self._tops: dict[str, str] = {}
        self._builders: dict[str, str] = {}
        self._digests: dict[str, bytes] = {}
        #: What was asked since somebody last emptied these: folders, folders whose root was asked, files to be read.
        self.listed: set[str] = set()
        self.rooted: set[str] = set()
        self.opened: set[str] = set()

    def root_of(self, folder: str) -> str:
        """The folder that links of the documents in `folder` (absolute, real) may not leave."""
        self.rooted.add(folder)
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
            if found.is_symlink() and not is_inside(os.path.realpath(at), root):
                return Entry("outside")
        if found is None:
            return Entry("folder", at)
        return Entry(_kind(found), at)

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder, sorted."""
        return tuple(sorted(self._listing(folder)))

    def builder(self, root: str, folder: str) -> str:
        """How a site builder whose settings stand in `folder` or above reads links: files, labels, routes; or ""."""
        while True:
            here = self._builder(folder)
            parent = os.path.dirname(folder)
            if here or folder == root or parent == folder or not is_inside(parent, root):
                return here
            folder = parent

    def shape(self, folder: str) -> bytes:
        """The names in a folder, of what kind each is, and where its links lead; equal as long as these are."""
        listing = self._listing(folder)
        rows = (f"{name}\n{_shape(listing[name])}" for name in sorted(listing))
        return "\0".join(rows).encode("utf-8", "backslashreplace")

    def digest(self, path: str) -> bytes:
        """The digest of a file's bytes as they were when it was first asked for."""
        if path not in self._digests:
            self._digests[path] = digest_of(path)
        return self._digests[path]

    def will_read(self, path: str) -> None:
        """Note that answers rest on what stands in a file; said before it is read, lest a change goes unseen."""
        self.opened.add(path)
        self.digest(path)

    def _builder(self, folder: str) -> str:
        self.listed.add(folder)
        if folder not in self._builders:
            listing = self._listing(folder)
            self._builders[folder] = next((kind for name, kind in _BUILDERS.items() if name in listing), "")
        return self._builders[folder]

    def _listing(self, folder: str) -> dict[str, os.DirEntry[str]]:
        self.listed.add(folder)
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


def _shape(entry: os.DirEntry[str]) -> str:
    """The kind of an entry and, of a link, what it leads to; the real name, which may be spelt otherwise."""
    leads_to = os.path.realpath(entry.path) if entry.is_symlink() else ""
    return f"{entry.name}\n{_kind(entry)}\n{leads_to}"


def digest_of(path: str) -> bytes:
    """The digest of a file's bytes; b"" when they cannot be read."""
    from hashlib import blake2b, file_digest  # which loads OpenSSL, and only a run that keeps something asks

    try:
        with open(path, "rb") as stream:
            return file_digest(stream, lambda: blake2b(digest_size=16)).digest()
    except OSError:
        return b""


def folders_of(path: str) -> tuple[str, ...]:
    """The folders a file stands in, absolute, with `/`, no symbolic link in them: its own, and that of a link to it."""
    own, shown = os.path.dirname(os.path.realpath(path)), os.path.realpath(os.path.dirname(path))
    return tuple(dict.fromkeys((posix(own), posix(shown))))


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
