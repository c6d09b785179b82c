"""`--sources FOLDER`: pages that somebody saved → the page of an address, or of a file of the same repository.

A page is found by the index of the folder (`sources.json`: address → file), by its place (`host/path.html`), by what
the file says of itself (a canonical link, the comment of a browser that saved it), or in a web archive (WARC).
"""

import os
import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from provlint.errors import UserError
from provlint.model.document import Document
from provlint.model.facts import Link
from provlint.model.matches import Fetched
from provlint.model.words import Format
from provlint.run.pdf_text import pdf_text
from provlint.run.web_archives import ENDINGS, LARGEST, WebArchives
from provlint.text.html_entities import in_attribute
from provlint.text.normal import key, percent_decoded
from provlint.text.paths import is_inside, relative

_INDEX = "sources.json"
_FORMATS: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text", ".text": "text", ".md": "markdown",
    ".markdown": "markdown", ".rst": "rst",
}  # fmt: skip
_ASSETS = (
    ".js", ".css", ".json", ".xml", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico", ".woff", ".woff2", ".ttf",
    ".mp4", ".mp3", ".zip", ".gz", ".warc",
)  # fmt: skip
_IS_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SNIFFED = 1_000  # bytes
_HEAD = 20_000  # bytes of a saved page in which it says where it is from
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(\S{1,2000}) -->")
_CANONICAL = re.compile(r"<link\b[^>]{0,500}?\brel=[\"']?canonical\b[^>]{0,500}>", re.IGNORECASE)
_OG_URL = re.compile(r"<meta\b[^>]{0,500}?\bproperty=[\"']og:url[\"'][^>]{0,2000}>", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:href|content)=[\"']?(https?://[^\"'\s>]{1,2000})", re.IGNORECASE)


class Provider(Protocol):
    """Whoever has pages: saved ones, or what the web answered."""

    def page(self, document: Document, url: str, link: Link | None = None, /) -> Fetched | None:
        """The page that a document cites as `url`, by a link where there is one; None if nothing is known of it."""


class SavedPages:
    """The pages in some folders, looked through once."""

    def __init__(self, folders: Sequence[str], *, others: bool = False, by_address: bool = True) -> None:
        """`others` says that somebody else may have what is not saved; without `by_address`, that all addresses are.

        Raises `UserError` for a folder that is not there and for an index that cannot be read.
        """
        self._others = others
        self._roots = [os.path.realpath(folder) for folder in folders]
        self._files: dict[str, str] = {}
        self._archived = WebArchives()
        for folder, root in zip(folders, self._roots, strict=True):
            if not folder or not os.path.isdir(root):
                why = "it is not a folder" if folder and os.path.exists(root) else "there is no such folder"
                raise UserError("--sources", folder, why)
            if not by_address:
                continue
            for url, path in (*_indexed(root, folder), *_pages(root), *_mirrored(root)):
                self._files.setdefault(_name(url), path)
            self._archived.add(_files(root, ENDINGS), _name)

    def page(self, document: Document, url: str, _: Link | None = None) -> Fetched | None:
        """The saved page of an address, or the file that a relative link leads to."""
        if not re.match(r"https?:|//|www\.", url, re.IGNORECASE):
            return self._local(document, url)
        name = _name(url)
        if name in self._files:
            return _read(self._files[name])
        archived = self._archived.page(name)
        if archived is not None:
            return archived
        return None if self._others else Fetched(None, why="no page is saved for it")

    def _local(self, document: Document, url: str) -> Fetched | None:
        path = percent_decoded(url.partition("#")[0].partition("?")[0])
        if not path or "\0" in path or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", path):
            return None
        for folder in (os.path.dirname(os.path.abspath(document.path)), *self._roots):
            real = os.path.realpath(os.path.join(folder, path.lstrip("/")))
            if os.path.isfile(real) and any(is_inside(real, root) for root in self._roots):
                return _read(real)
        return None


def _name(url: str) -> str:
    """What is equal for two spellings of one address: no scheme, no `www.`, no fragment, no slash at the end."""
    return re.sub(r"^https?://(?:www\.)?", "", key(url).partition("#")[0]).rstrip("/")


def _pages(root: str) -> Iterator[tuple[str, str]]:
    for path in _files(root, (*_FORMATS, ".pdf")):
        name = os.path.basename(path)
        stem, ending = os.path.splitext(name)
        host, _, rest = relative(path, root).partition("/")
        if rest and "." in host:
            yield f"https://{host}/{rest}", path
            yield f"https://{host}/{rest[: -len(ending)]}", path
            if stem == "index":
                yield f"https://{host}/{rest[: -len(name)]}", path
        if _FORMATS.get(ending.lower()) == "html":
            yield from ((url, path) for url in _says(path))


def _mirrored(root: str) -> Iterator[tuple[str, str]]:
    """Pages below the folder of a host that a mirror named as their address ends: `host/ferry`, `host/a?id=5`."""
    known = (*_FORMATS, ".pdf", *_ASSETS)
    for path in _files(root, ("",)):
        host, _, rest = relative(path, root).partition("/")
        if not rest or "." not in host or path.lower().endswith(known):
            continue
        try:
            with open(path, "rb") as file:
                is_page = _IS_HTML.search(file.read(_SNIFFED)) is not None
        except OSError:
            continue
        if is_page:
            yield f"https://{host}/{rest}", path


def _files(root: str, endings: tuple[str, ...]) -> Iterator[str]:
    """The files below a folder whose names end so, in order; hidden ones and those elsewhere are none of them."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name[0] != "." and name.lower().endswith(endings) and _is_file_of(path, root):
                yield path


def _is_file_of(path: str, root: str) -> bool:
    """Whether a path is that of a regular file of a folder: no link leads out of it, nothing waits to be written to."""
    return os.path.isfile(path) and is_inside(os.path.realpath(path), root)


def _indexed(root: str, folder: str) -> Iterator[tuple[str, str]]:
    import json

    path = os.path.join(folder, _INDEX)
    if not os.path.isfile(path):
        return
    try:
        if os.path.getsize(path) > LARGEST or not _is_file_of(path, root):
            raise UserError(path, "", f"must be a file of at most {LARGEST:,} bytes in this folder")
        with open(path, encoding="utf-8-sig") as file:
            index = json.load(file)
    except (OSError, ValueError, RecursionError) as error:
        raise UserError(path, "", f"cannot be read: {error}") from None
    if not isinstance(index, dict):
        raise UserError(path, "", "must be an object of addresses and files")
    for url, name in index.items():
        real = os.path.realpath(os.path.join(root, name)) if isinstance(name, str) else ""
        if not real or not is_inside(real, root) or not os.path.isfile(real):
            raise UserError(path, url, "must name a file in this folder")
        yield url, real


def _says(path: str) -> Iterator[str]:
    """The addresses that a saved page gives as its own."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return
    if found := _SAVED_FROM.search(head):
        yield found[1]
    for pattern in (_CANONICAL, _OG_URL):
        tag = pattern.search(head)
        address = _ADDRESS.search(tag[0]) if tag else None
        if address:
            yield in_attribute(address[1])


def _read(path: str) -> Fetched:
    try:
        if os.path.getsize(path) > LARGEST:
            return Fetched(None, why=f"the saved page has more than {LARGEST:,} bytes")
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        return Fetched(None, why=f"the saved page cannot be read: {(error.strerror or str(error)).lower()}")
    if path.lower().endswith(".pdf"):
        return pdf_text(content)
    other: Format = "html" if _IS_HTML.search(content, 0, _SNIFFED) else "text"
    return Fetched(content, _FORMATS.get(os.path.splitext(path)[1].lower(), other))
