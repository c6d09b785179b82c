"""Local links → answers: does the file stand in the repository, does the anchor stand in the file?

Which paths a builder serves is known only where settings say it (`site`); a link that only the builder can resolve is
unchecked, never dead.
"""

import posixpath
import re
from collections.abc import Callable, Container, Sequence
from typing import TYPE_CHECKING, NamedTuple

from provlint.model.answers import Answer
from provlint.model.document import Document
from provlint.site.tree import Entry, Tree, folders_of
from provlint.text.normal import percent_decoded
from provlint.text.paths import is_inside
from provlint.text.patterns import lazy

if TYPE_CHECKING:
    from provlint.site.anchors import Anchors

_SOURCES = (".md", ".markdown", ".mdx", ".rst", ".ipynb", ".adoc", ".txt", ".qmd", ".Rmd")
_PAGES = (".html", ".htm", ".xhtml")
# What a path that ends so can only be: a file. Other endings may be part of a name, as in a label `harbour.wall`.
_ASSETS = (
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico", ".pdf", ".csv", ".tsv", ".json", ".yml", ".yaml", ".toml",
    ".xml", ".css", ".zip", ".gz", ".mp4", ".webm", ".mp3", ".docx", ".xlsx", ".pptx", ".odt", ".py", ".ts", ".sh",
)  # fmt: skip
_INDEXES = ("index", "_index", "README", "readme", "Readme")
# Relative addresses of GitHub and GitLab that lead from a file's page to other pages of the repository's site.
_CODE_HOST = lazy(
    r"(?:\.\./)+(?:-/)?(?:issues|pulls?|merge_requests|wikis?|releases|actions|discussions|security|compare|commits?|tree|blob|raw"
    r"|network|graphs|projects|labels|milestones?|tags|branches|settings|fork|edit)(?:/|$)"
)
_DISK = lazy(r"file:|[a-zA-Z]:[\\/]|\\\\", re.IGNORECASE)
_OUTSIDE = Answer("refused", "it leads out of the repository")
_Place = tuple[str, str]  # the folder not to leave, and an absolute, normal path
_LONGEST = 4096  # code points of a path worth looking up


class Routes(NamedTuple):
    """How the site is served: which folder `/` stands for, and folders for some beginnings of paths."""

    root: str = ""  # absolute; "" when settings do not say
    base_url: str = ""  # addresses that begin with it are the site's own
    routes: tuple[tuple[str, str], ...] = ()  # (beginning of a path such as "/news/", absolute folder)


class Site:
    """Answers for the local links of a run's documents; `read` gives the document at a path, or None."""

    def __init__(self, roots: Sequence[str], routes: Routes, read: Callable[[str], Document | None]) -> None:
        self._tree = Tree(tuple(roots))
        self._routes = routes
        self._read = read
        self._anchors: dict[str, Anchors | None] = {}
        self._own_anchors: tuple[Document, Anchors] | None = None  # those of the document asked about last
        self._own_folders: tuple[Document, tuple[str, ...]] | None = None

    @property
    def tree(self) -> Tree:
        """The files of the repository."""
        return self._tree

    def answer(self, document: Document, url: str) -> Answer | None:
        """What is known about a link of the document; None when it is not the repository's to answer."""
        if _DISK.match(url):
            return Answer("refused", "it leads to a disk, not to a page")
        address, _, fragment = url.strip().partition("#")
        path = self._path(address)
        if path is None:
            return None
        fragment = percent_decoded(fragment)
        if not path:
            return self._own(document, fragment)
        if len(path) > _LONGEST or "\0" in path:
            return Answer("dead", "no file can have such a name")
        if _is_saved(document) and not path.startswith("/"):
            return Answer("unchecked", "the page was saved from the web")
        return self._elsewhere(document, path, fragment)

    def would_reach(self, document: Document, url: str, paths: Container[str]) -> str:
        """Which of these paths (absolute, `/`, real) a link of the document would lead to, if they stood; "": none."""
        path = None if _DISK.match(url) else self._path(url.strip().partition("#")[0])
        if not path or len(path) > _LONGEST or (_is_saved(document) and not path.startswith("/")):
            return ""
        is_folder = path.endswith("/")
        candidates = (
            candidate
            for _, place in self._places(document, path)[1]
            for candidate in _candidates(document, place, is_folder)
        )
        return next((candidate for candidate in candidates if candidate in paths), "")

    def _path(self, address: str) -> str | None:
        """The path in an address without its fragment, "" for none; None when it is not the repository's to answer."""
        base = self._routes.base_url.rstrip("/")
        if base and (address == base or address.startswith(base + "/")):
            address = address[len(base) :] or "/"
        elif re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", address):
            return None
        return percent_decoded(address.partition("?")[0]).replace("\\", "/")

    def _places(self, document: Document, path: str) -> tuple[str, list[_Place]]:
        return self._served(path) if path.startswith("/") else self._beside(document, path)

    def _own(self, document: Document, fragment: str) -> Answer:
        """A link within the document itself."""
        if not fragment:
            return Answer("ok")
        if self._own_anchors is None or self._own_anchors[0] is not document:
            self._own_anchors = document, _anchors(document)
        answer = _in(self._own_anchors[1], fragment)
        if answer.verdict == "fragment-missing" and document.format == "markdown":
            folder = self._folders(document)[0]
            if self._tree.builder(self._tree.root_of(folder), folder) == "labels":
                return Answer("fragment-unverifiable", "it may be a label of another document")
        return answer

    def _elsewhere(self, document: Document, path: str, fragment: str) -> Answer:
        builder, places = self._places(document, path)
        if not places:
            return Answer("unchecked", "no site root is set")
        kinds = {self._tree.entry(*place).kind for place in places}
        if kinds == {"outside"}:
            is_host = _CODE_HOST.match(path) is not None
            return Answer("unchecked", "a page of the code host") if is_host else _OUTSIDE
        other_case = ""
        for root, place in places:
            for candidate in _candidates(document, place, path.endswith("/")):
                entry = self._tree.entry(root, candidate)
                if entry.kind in ("file", "folder"):
                    return self._anchored(entry, fragment)
                other_case = other_case or entry.other_case
        if "unfetched" in kinds:
            return Answer("unchecked", "its folder is empty here: a part of the repository that was not fetched")
        return _missing(document, path, builder, other_case)

    def _beside(self, document: Document, path: str) -> tuple[str, list[_Place]]:
        """The builder that serves the document, and where a path relative to it may lead."""
        folder, *linked = self._folders(document)
        root = self._tree.root_of(folder)
        builder = self._tree.builder(root, folder)
        bases = [folder, *(other for other in linked if is_inside(other, root))]
        stem = posixpath.basename(document.path).partition(".")[0]
        if builder and stem not in _INDEXES:
            bases += [f"{base}/{stem}" for base in bases]  # the page is served in a folder of its own
        return builder, [(root, posixpath.normpath(f"{base}/{path}")) for base in bases]

    def _served(self, path: str) -> tuple[str, list[_Place]]:
        """The builder of the site, and where a path from its root may lead; nowhere that settings do not say."""
        top = self._routes.root
        places = [
            (folder, posixpath.normpath(f"{folder}/{path[len(start) :]}"))
            for start, folder in self._routes.routes
            if path.startswith(start)
        ]
        if top:
            places.append((top, posixpath.normpath(f"{top}/{path.lstrip('/')}")))
        has_builder = any(self._tree.builder(root, root) for root, _ in places)
        return "routes" if has_builder else "", places

    def _folders(self, document: Document) -> tuple[str, ...]:
        if self._own_folders is None or self._own_folders[0] is not document:
            self._own_folders = document, folders_of(document.path)
        return self._own_folders[1]

    def _anchored(self, entry: Entry, fragment: str) -> Answer:
        if not fragment:
            return Answer("ok")
        anchors = self._anchors_at(entry)
        if anchors is None:
            return Answer("fragment-unverifiable", "the target is no document with headings")
        return _in(anchors, fragment)

    def _anchors_at(self, entry: Entry) -> "Anchors | None":
        path = entry.path
        if entry.kind == "folder":
            names = set(self._tree.names(path))
            index = next(
                (f"{stem}{end}" for stem in _INDEXES for end in (*_SOURCES, *_PAGES) if f"{stem}{end}" in names), ""
            )
            if not index:
                return None
            path = f"{path}/{index}"
        self._tree.will_read(path)
        if path not in self._anchors:
            document = self._read(path) if path.endswith((*_SOURCES, *_PAGES)) else None
            is_page = document and not document.problem and document.format != "text"
            self._anchors[path] = _anchors(document) if document and is_page else None
        return self._anchors[path]


def _anchors(document: Document) -> "Anchors":
    from provlint.site.anchors import Anchors  # only links with a fragment ask for them

    return Anchors(document)


def _in(anchors: "Anchors", fragment: str) -> Answer:
    if anchors.has(fragment):
        return Answer("ok")
    if anchors.is_open:
        return Answer("fragment-unverifiable", "the page is finished only when it is built")
    return Answer("fragment-missing", f"no heading or id makes the anchor #{fragment}")


def _is_saved(document: Document) -> bool:
    """Whether an HTML document says itself which page of the web it is: then its links are relative to that."""
    return document.format == "html" and any(
        target.kind == "metadata" and target.url.startswith(("http://", "https://")) for target in document.targets
    )


def _candidates(document: Document, place: str, is_folder: bool) -> list[str]:
    """The paths to try for a place: itself, the source of a page, the page of a route."""
    stem, ending = posixpath.splitext(place)
    if ending in _PAGES:  # of a page that was written by hand too: the others are built beside it
        return [place, *(stem + end for end in _SOURCES)]
    if document.format == "html":
        return [place]
    if is_folder or ending not in _SOURCES:
        return [place, *(place + end for end in (*_SOURCES, *_PAGES))]
    return [place]


def _missing(document: Document, path: str, builder: str, other_case: str) -> Answer:
    if other_case:
        return Answer("dead", f"the name is written {other_case} there, and most servers tell the letters apart")
    ending = posixpath.splitext(path.rstrip("/"))[1]
    by_files = builder in ("files", "labels") and ending.lower() in _ASSETS and not path.endswith("/")
    if not builder or document.format == "html" or ending in _SOURCES or by_files:
        return Answer("dead", "no such file stands in the repository")
    return Answer("unchecked", "only the site's builder knows this route")
