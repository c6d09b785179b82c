"""The head of an answer, read without the parser for mail that http.client uses: it takes a third of a request's time.

What it does not take is an answer that breaks the rules of HTTP: "http.client.HTTPException".
"""

import http.client
import io
import re
from http.client import BadStatusLine, HTTPException, HTTPMessage, LineTooLong, RemoteDisconnected
from typing import Any, NamedTuple

from urllib3 import HTTPConnectionPool, HTTPHeaderDict, HTTPResponse
from urllib3.connection import HTTPConnection

_MOST_HEADERS = 100
_LONGEST_LINE = 65_536  # bytes, as http.client has it
_MOST_BYTES = 262_144  # of all headers
_MOST_INTERIM = 10
_BODILESS = frozenset((204, 304))
_BEGINNING = b"HTTP/"
_END = re.compile(rb"\n\r?\n")
_STATUS_LINE = re.compile(r"HTTP/(\S*)\s++([1-9][0-9]{2})(?!\S)\s*+(.*)", re.DOTALL)
_OLD = ("1.0", "0.9")


class _Opened(NamedTuple):
    """What http.client takes for a socket: it only asks it for its file."""

    file: io.BufferedReader

    def makefile(self, _: str) -> io.BufferedReader:
        """The file."""
        return self.file


class Headers(HTTPHeaderDict):
    """urllib3's, made from the lines of a head and then left as they are. A dozen things are asked of each answer."""

    def __init__(self, lines: list[str]) -> None:
        """HTTPException when there are too many."""
        super().__init__()
        if len(lines) > _MOST_HEADERS:
            raise HTTPException(f"got more than {_MOST_HEADERS} headers")
        self.joined: dict[str, str] = {}  # by name in lower case; those of one name as one (RFC 9110, 5.3)
        for line in lines:
            name, colon, value = line.partition(":")
            if not colon or line[0] in " \t" or not (name := name.strip()):  # a folded line goes on with the one before
                continue
            value, key = value.strip(), name.lower()
            self.add(name, value)
            self.joined[key] = f"{self.joined[key]}, {value}" if key in self.joined else value

    def get(self, key: str, default: Any = None) -> Any:
        """The value, "a, b" where there are several."""
        return self.joined.get(key.lower(), default)


class PlainResponse(http.client.HTTPResponse):
    """An answer to a GET; interim answers (1xx) are passed over. Its headers are those of urllib3."""

    headers: Headers  # type: ignore[assignment]

    def __init__(
        self, sock: Any, debuglevel: int = 0, method: str | None = None, ahead: io.BufferedReader | None = None
    ) -> None:
        """`ahead` is a file of the socket from which something was read already."""
        super().__init__(_Opened(ahead) if ahead else sock, debuglevel, method)  # type: ignore[arg-type]

    @property
    def msg(self) -> HTTPMessage:
        """The headers as http.client has them, for who asks for that: urllib3's `urlopen` and a Session's cookies."""
        message = HTTPMessage()
        for name, value in self.headers.items():
            message.set_raw(name, value)
        return message

    @msg.setter
    def msg(self, _: HTTPMessage) -> None:
        """Nothing: http.client says before the answer that there are none."""

    def begin(self) -> None:
        """Read the status line and the headers, and find out how the body is delimited (RFC 9112, 6.3)."""
        if self.headers is not None:
            return
        for _ in range(_MOST_INTERIM):
            first, *lines = self._block().split("\n")[:-2]
            if not (line := _STATUS_LINE.fullmatch(first)):
                raise BadStatusLine(first)
            if (status := int(line[2])) >= 200 or status == 101:
                break
        headers = self.headers = Headers(lines)
        self.code = self.status = status
        self.reason = line[3].strip()
        self.version = 10 if line[1] in _OLD else 11
        self.chunked = headers.get("transfer-encoding", "").lower() == "chunked"
        self.chunk_left = None
        self.will_close = self._check_close()
        self.length = None if self.chunked else _announced(headers)
        if status in _BODILESS or self._method == "HEAD":
            self.length = 0
        if self.length is None and not self.chunked:
            self.will_close = True

    def _block(self) -> str:
        """The head up to its end: at once where it has come as a whole, else line by line."""
        file = self.fp
        if end := _END.search(file.peek(1)):
            return file.read(end.end()).decode("latin-1")
        lines: list[bytes] = []
        size = 0
        while line := file.readline(_LONGEST_LINE + 1):
            size += len(line)
            if not lines and not line.startswith(_BEGINNING):
                raise BadStatusLine(line.decode("latin-1"))
            if len(line) > _LONGEST_LINE or size > _MOST_BYTES:
                raise LineTooLong("header line")
            lines.append(line)
            if line in (b"\r\n", b"\n"):
                return b"".join(lines).decode("latin-1")
        if not lines:
            raise RemoteDisconnected("no answer")
        raise HTTPException("the headers break off")


class Answer(HTTPResponse):
    """urllib3's response to a GET, its body to be read as it comes over the wire."""

    def __init__(self, body: PlainResponse, connection: HTTPConnection, pool: HTTPConnectionPool) -> None:
        """`connection` goes back to `pool` once the body is read to its end."""
        super().__init__(
            body=body,
            headers=body.headers,
            status=body.status,
            version=body.version,
            reason=body.reason,
            preload_content=False,
            decode_content=False,
            original_response=body,
            enforce_content_length=False,
            request_method="GET",
            connection=connection,
            pool=pool,
        )
        self._plain = body

    def read1(self, amt: int | None = None, decode_content: bool | None = None) -> bytes:  # noqa: ARG002
        """Some bytes as they came, b"" at the end. Raises what http.client and the socket raise: close it then."""
        body = self._plain
        data = body.read1(-1 if amt is None else amt)
        left = self.length_remaining
        if left is not None:
            left = self.length_remaining = left - len(data)
        if left == 0 or not data:
            body.close()
            if not left:  # a connection on which something is missing is of no use
                self.release_conn()
        return data


def _announced(headers: Headers) -> int | None:
    said = headers.get("content-length")
    if said is None:
        return None
    lengths = {length.strip() for length in said.split(",")} if "," in said else {said}
    length = lengths.pop()
    if lengths or not (length.isascii() and length.isdigit() and len(length) <= 15):
        raise HTTPException(f"Content-Length: {length}")
    return int(length)
