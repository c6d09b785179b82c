"""The head of an answer, read without the parser for mail that http.client uses: it takes a third of a request's time.

What it does not take is an answer that breaks the rules of HTTP: "http.client.HTTPException".
"""

import http.client
import io
from http.client import HTTPException, HTTPMessage
from typing import Any, NamedTuple

_MOST_HEADERS = 100
_LONGEST_LINE = 65_536  # bytes, as http.client has it
_MOST_BYTES = 262_144  # of all headers
_BODILESS = frozenset((204, 304))


class _Opened(NamedTuple):
    """What http.client takes for a socket: it only asks it for its file."""

    file: io.BufferedReader

    def makefile(self, _: str) -> io.BufferedReader:
        """The file."""
        return self.file


class PlainResponse(http.client.HTTPResponse):
    """An answer to a GET; interim answers (1xx) are passed over."""

    def __init__(
        self, sock: Any, debuglevel: int = 0, method: str | None = None, ahead: io.BufferedReader | None = None
    ) -> None:
        """`ahead` is a file of the socket from which something was read already."""
        super().__init__(_Opened(ahead) if ahead else sock, debuglevel, method)  # type: ignore[arg-type]

    def begin(self) -> None:
        """Read the status line and the headers, and find out how the body is delimited (RFC 9112, 6.3)."""
        if self.headers is not None:
            return
        for _ in range(10):
            version, status, reason = self._read_status()
            self.headers = self.msg = self._message()
            if status >= 200 or status == 101:
                break
        self.code = self.status = status
        self.reason = reason.strip()
        self.version = 10 if version in ("HTTP/1.0", "HTTP/0.9") else 11
        self.chunked = self.headers.get("transfer-encoding", "").lower() == "chunked"
        self.chunk_left = None
        self.will_close = self._check_close()
        self.length = None if self.chunked else self._announced()
        if status in _BODILESS or self._method == "HEAD":
            self.length = 0
        if self.length is None and not self.chunked:
            self.will_close = True

    def _announced(self) -> int | None:
        lengths = {value.strip() for value in self.headers.get_all("content-length", ())}
        if not lengths:
            return None
        length = lengths.pop()
        if lengths or not (length.isascii() and length.isdigit() and len(length) <= 15):
            raise HTTPException(f"Content-Length: {length}")
        return int(length)

    def _message(self) -> HTTPMessage:
        message = HTTPMessage()
        name, size = "", 0
        for _ in range(_MOST_HEADERS + 1):
            line = self.fp.readline(_LONGEST_LINE + 1)
            size += len(line)
            if len(line) > _LONGEST_LINE or size > _MOST_BYTES:
                raise http.client.LineTooLong("header line")
            if line in (b"\r\n", b"\n"):
                return message
            if not line.endswith(b"\n"):
                raise HTTPException("the headers break off")
            text = line.decode("latin-1").rstrip("\r\n")
            if text[0] in " \t":  # a folded line goes on with the one before
                continue
            name, colon, value = text.partition(":")
            if colon and name.strip():
                message.set_raw(name.strip(), value.strip())
        raise HTTPException(f"got more than {_MOST_HEADERS} headers")
