"""Web archives (WARC, ISO 28500) among saved pages → the page of an address, redirects followed.

They may come from anybody: what they unpack to is counted, and only pages are kept, packed.
"""

import io
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr
from typing import IO, Any, NamedTuple
from urllib.parse import urljoin

from provlint.errors import UserError
from provlint.model.matches import Fetched
from provlint.run.pdf_text import is_pdf, pdf_text
from provlint.text.page_encoding import decoded

ENDINGS = (".warc", ".warc.gz")
LARGEST = 20_000_000  # bytes of a page
_LEAST, _RATIO = 32_000_000, 40  # bytes an archive may unpack to: so many, and so many times its size
_MOST_KEPT = 500_000_000  # bytes of packed pages
_MOST_RECORDS = 1_000_000
_HOPS = 20
_STRETCH = 65_536  # bytes that are read at once
_LONGEST_LINE = 4_000_000  # bytes: its reader takes quadratic time to find the end of a line
_BLANK = 16  # times as long it takes where all lines are empty
_GZIP = b"\x1f\x8b"
_REDIRECTS = frozenset(("301", "302", "303", "307", "308"))
_CODINGS = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))


class _Page(NamedTuple):
    """A page as it is kept: its bytes packed, their type and encoding; or why they cannot be read."""

    packed: bytes
    kind: str = ""
    charset: str = ""
    why: str = ""


class WebArchives:
    """The pages in some web archives."""

    def __init__(self) -> None:
        self._pages: dict[str, _Page] = {}
        self._leads: dict[str, str] = {}
        self._size = 0

    def add(self, paths: Iterable[str], name: Callable[[str], str]) -> None:
        """Take in the archives at these paths; `name` makes one of the spellings of an address.

        Raises `UserError` for a file that is no archive, and where the library that reads them is not installed.
        """
        for path in paths:
            count = 0
            try:
                for url, page, lead in _records(path):
                    count += 1
                    self._keep(name(url), page, name(lead) if lead else "")
            except ImportError:
                raise UserError("--sources", path, "reading web archives needs warcio (provlint[sources])") from None
            except Exception as error:  # whatever a broken archive makes of its reader; what came before is kept
                if not count:
                    raise UserError("--sources", path, f"is no web archive ({type(error).__name__})") from None

    def _keep(self, name: str, page: _Page | None, lead: str) -> None:
        if lead and lead != name:
            self._leads.setdefault(name, lead)
        elif page and (name not in self._pages or (self._pages[name].why and not page.why)):
            self._size += len(page.packed)
            too_much = self._size > _MOST_KEPT
            self._pages[name] = _Page(b"", why="the archives hold too much to be kept") if too_much else page

    def page(self, name: str) -> Fetched | None:
        """The page of an address by its name, None if no archive has it."""
        for _ in range(_HOPS):
            if name in self._pages:
                return _fetched(self._pages[name])
            if name not in self._leads:
                return None
            name = self._leads[name]
        return Fetched(None, why="its redirects in the archive lead nowhere")


def _fetched(page: _Page) -> Fetched:
    if page.why:
        return Fetched(None, why=page.why)
    content = zlib.decompress(page.packed)
    if is_pdf(content):
        return pdf_text(content)
    return Fetched(decoded(content, page.charset), "html" if "html" in page.kind else "text")


def _records(path: str) -> Iterator[tuple[str, _Page | None, str]]:
    """Address, page and where it leads, of each record that has an answer."""
    from warcio.archiveiterator import ArchiveIterator

    with open(path, "rb") as file:
        most = max(_LEAST, _RATIO * os.path.getsize(path))
        records = iter(ArchiveIterator(_Unpacked(file, most)))
        for _ in range(_MOST_RECORDS):
            with redirect_stderr(io.StringIO()):  # where its reader writes bytes of the file
                record = next(records, None)
                told = _told(record) if record is not None else None
            if record is None:
                return
            if told:
                yield told


def _told(record: Any) -> tuple[str, _Page | None, str] | None:
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if not url or record.rec_type not in ("response", "resource", "revisit"):
        return None
    if record.rec_type == "revisit":
        lead = record.rec_headers.get_header("WARC-Refers-To-Target-URI") or ""
        return (url, None, lead) if lead and lead != url else None
    headers = record.http_headers
    status = headers.get_statuscode() if headers else "200"
    if status in _REDIRECTS:
        return url, None, _joined(url, headers.get_header("Location") or "")
    if status != "200":
        return url, _Page(b"", why=f"the archive holds the answer {status[:3]}"), ""
    said = (headers.get_header("Content-Type") if headers else record.content_type) or ""
    kind, _, parameters = said.lower().partition(";")
    return url, _content(record, headers, kind.strip(), parameters.partition("charset=")[2].strip("\"' ")), ""


def _content(record: Any, headers: Any, kind: str, charset: str) -> _Page | None:
    if not ("html" in kind or kind in ("text/plain", "application/pdf", "")):
        return None
    coding = ((headers.get_header("Content-Encoding") if headers else "") or "").strip().lower()
    if coding not in _CODINGS:
        return _Page(b"", why=f"the archive holds it packed with {coding[:20]}, which is not read")
    content = record.content_stream().read(LARGEST + 1)
    if len(content) > LARGEST:
        return _Page(b"", why=f"the saved page has more than {LARGEST:,} bytes")
    if content.startswith(_GZIP):
        return _Page(b"", why="the archive holds it packed, and it cannot be unpacked")
    return _Page(zlib.compress(content, 1), kind or "text/html", charset)


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        return ""


class _Unpacked(io.RawIOBase):
    """The bytes of an archive, unpacked where it is packed, as one file or record by record.

    It ends where the packing is broken, and in an error where it gives more than `most` bytes or a line without end.
    """

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file = file
        self._most = most
        self._at = self._line = 0
        self._packed = file.read(2) == _GZIP
        file.seek(0)
        self._unpacker = zlib.decompressobj(wbits=31)
        self._left = b""  # packed bytes that were read and not unpacked yet

    def readable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """How many bytes were given."""
        return self._at

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, and never many at once."""
        size = min(size, _STRETCH) if size > 0 else _STRETCH
        content = self._unpack(size) if self._packed else self._file.read(size)
        self._at += len(content)
        bare = content.strip()
        self._line = 0 if b"\n" in bare else self._line + len(content) * (1 if bare else _BLANK)
        if self._at > self._most or self._line > _LONGEST_LINE:
            raise ValueError("it unpacks to too much")
        return content

    def _unpack(self, size: int) -> bytes:
        content = b""
        while not content:
            if self._unpacker.eof:
                self._left, self._unpacker = self._unpacker.unused_data, zlib.decompressobj(wbits=31)
            self._left = self._left or self._file.read(_STRETCH)
            if not self._left:
                return b""
            try:
                content = self._unpacker.decompress(self._left, size)
            except zlib.error:
                return b""
            self._left = self._unpacker.unconsumed_tail
        return content
