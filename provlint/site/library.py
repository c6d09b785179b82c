"""Document → the bibliography it may cite: the files its front matter names, else those that stand beside it."""

import posixpath
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from provlint.model.bibliography import NO_BIBLIOGRAPHY, Bibliography
from provlint.model.document import Document
from provlint.site.bibliography import keys
from provlint.site.tree import Tree, folders_of
from provlint.text.paths import is_inside

_BESIDE = ("references.json", "refs.json", "bibliography.json", "csl.json")
_MOST_BESIDE = 20  # files; a folder with more is a collection, and none of them is this document's
#: Settings of book builders, which may name further bibliographies.
_BUILDERS = frozenset({"_quarto.yml", "_quarto.yaml", "_metadata.yml", "_bookdown.yml", "_config.yml", "myst.yml"})


class _File(NamedTuple):
    """One bibliography file: its keys, or why they are not known, as words for a sentence."""

    entries: Counter[str] | None
    problem: str = ""


class Library:
    """The bibliographies of a run, each read once; `read` gives the text of a file, or "" and why there is none."""

    def __init__(self, tree: Tree, read: Callable[[str], tuple[str, str]]) -> None:
        self._tree = tree
        self._read = read
        self._files: dict[str, _File] = {}

    def of(self, document: Document) -> Bibliography:
        """What the document may cite by key; nothing is looked for when it has no key."""
        if document.format != "markdown" or "@" not in document.source or document.path == "-":
            return NO_BIBLIOGRAPHY
        folder = folders_of(document.path)[0]
        root = self._tree.root_of(folder)
        named = document.metadata.bibliography
        found = self._named(named, document.path, folder, root) if named else self._beside(folder, root)
        return found._replace(is_whole=found.is_whole and not self._is_built(folder, root))

    def _named(self, names: tuple[str, ...], path: str, folder: str, root: str) -> Bibliography:
        entries: Counter[str] = Counter()
        notes = []
        for name in names:
            file = self._find(name, folder, root)
            entries += file.entries or Counter()
            if file.problem:
                notes.append(_unread(f"{name} of {path}", file.problem))
        return Bibliography(entries, not notes, True, tuple(notes))

    def _beside(self, folder: str, root: str) -> Bibliography:
        names = [name for name in self._tree.names(folder) if name.endswith((".bib", ".csl.json")) or name in _BESIDE]
        if not names or len(names) > _MOST_BESIDE:
            return NO_BIBLIOGRAPHY
        entries: Counter[str] = Counter()
        notes = []
        for name in names:
            file = self._at(f"{folder}/{name}", root)
            entries += file.entries or Counter()
            if file.problem and name.endswith(".bib"):
                notes.append(_unread(name, file.problem))
        return Bibliography(entries, not notes and bool(entries), False, tuple(notes))

    def _find(self, name: str, folder: str, root: str) -> _File:
        """A file by the name a document gives it: relative to the document, or to a folder above it."""
        if "://" in name or "\0" in name or name.startswith(("/", "~")):
            return _File(None, "it is not a file of the repository")
        outside = _File(None, "no such file stands in the repository")
        for above in _folders(folder, root):
            file = self._at(posixpath.normpath(f"{above}/{name}"), root)
            if file is not outside and file.problem != outside.problem:
                return file
        return outside

    def _at(self, path: str, root: str) -> _File:
        entry = self._tree.entry(root, path)
        if entry.kind == "outside":
            return _File(None, "it leads out of the repository")
        if entry.kind != "file":
            return _File(None, "no such file stands in the repository")
        self._tree.will_read(entry.path)
        if entry.path not in self._files:
            self._files[entry.path] = self._open(entry.path)
        return self._files[entry.path]

    def _open(self, path: str) -> _File:
        text, problem = self._read(path)
        if problem:
            return _File(None, problem)
        entries = keys(text, path)
        return _File(entries) if entries is not None else _File(None, "it is no BibTeX, CSL-JSON or CSL-YAML")

    def _is_built(self, folder: str, root: str) -> bool:
        """Whether a book builder's settings may name more than the document does."""
        return any(not _BUILDERS.isdisjoint(self._tree.names(above)) for above in _folders(folder, root))


def _unread(name: str, problem: str) -> str:
    return f"The bibliography {name} was not read: {problem}; keys are not checked against it."


def _folders(folder: str, root: str) -> Iterator[str]:
    """`folder` and those above it, up to `root`."""
    while is_inside(folder, root):
        yield folder
        parent = posixpath.dirname(folder)
        if parent == folder:
            break
        folder = parent
