"""A connection that is opened along a route and kept for the next request; where it would wait, other tasks go on.

No read and no write of it blocks, so that a deadline is looked at after each of them: a server can stretch it by
nothing that it sends.
"""

import re
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from typing import TypeVar

from provlint.web import head
from provlint.web.crew import Steps, Wait
from provlint.web.route import Route
from provlint.web.target import Target
from provlint.web.unanswered import Unanswered

_Result = TypeVar("_Result")
_AT_ONCE = 16_384  # bytes of one read while the head is not whole; what TLS gives at most
_MOST_INTERIM = 10  # answers of 1xx before the one that counts
_LAST_CALL = 1.5  # seconds before time is over
_PLAIN = b"HTTP/"
_UNSAFE = re.compile(r"[^!-~]")


class Connection:
    """One connection to one host; closed, it opens itself for the next request."""

    def __init__(self, target: Target, route: Route, tls: ssl.SSLContext | None) -> None:
        """`tls` is the context for https, None for http."""
        self.route = route
        self._host = target.host
        self._port = target.port
        self._authority = target.authority
        self._tls = tls
        self._sock: socket.socket | None = None
        self._ahead = bytearray()  # what came together with what was read last
        self._free = False
        self._headers: Mapping[str, str] | None = None
        self._fields = b""

    @property
    def is_open(self) -> bool:
        """Whether it can be used once more: if the server has left since, the request finds out."""
        return self._sock is not None and self._free

    def get(self, path: str, headers: Mapping[str, str]) -> Steps[head.Head]:
        """Send a GET and wait for the head of the answer; its body is to be read next.

        Raises Unanswered, TimeoutError, and what ssl and the socket raise. ValueError for a header with a line end.
        """
        if headers is not self._headers:  # mostly they are those of the request before
            self._headers, self._fields = headers, _fields(self._authority, headers)
        request = _request_line(path) + self._fields
        try:
            if not self.is_open:
                self.close()
                yield from self._open()
            self._free = False
            yield from self._send(request)
            return (yield from self._head())
        except BaseException:
            self.close()
            raise

    def _open(self) -> Steps[None]:
        sock = yield from self.route.opened(self._port)
        self._sock = sock
        if self._tls is not None:
            self._sock = made = self._tls.wrap_socket(sock, server_hostname=self._host, do_handshake_on_connect=False)
            yield from self._shaken(made)

    def _shaken(self, made: ssl.SSLSocket) -> Steps[None]:
        """The handshake; who stays silent is asked, before time is over, whether it speaks plain HTTP."""
        clock = self.route.clock
        until = clock.until
        clock.until = max(until - _LAST_CALL, (until + time.monotonic()) / 2)
        try:
            return (yield from self._tried(made.do_handshake))
        except TimeoutError:
            clock.until = until
            if made.version() is None and (yield from self._is_plain(made)):
                raise Unanswered("tls", "a plain answer to TLS", "protocol") from None
            raise
        finally:
            clock.until = until

    def _is_plain(self, made: ssl.SSLSocket) -> Steps[bool]:
        """Whether a server that waits for the end of a line answers as soon as there is one."""
        raw = socket.fromfd(made.fileno(), made.family, made.type)
        try:
            raw.setblocking(False)
            raw.send(b"\r\n\r\n")
            return (yield from self._tried(lambda: raw.recv(len(_PLAIN)))) in (_PLAIN, b"<!DOC", b"<html")
        finally:
            raw.close()

    def _send(self, data: bytes) -> Steps[None]:
        sock = self._opened()
        while data:
            sent = yield from self._tried(lambda: sock.send(data), for_writing=True)  # noqa: B023 called at once
            data = data[sent:]

    def _head(self) -> Steps[head.Head]:
        sock = self._opened()
        if not (isinstance(sock, ssl.SSLSocket) and sock.pending()):
            yield Wait(sock, self.route.clock.until)
        for _ in range(_MOST_INTERIM):
            found = head.parsed((yield from self._block()))
            if found.status >= 200 or found.status == 101:
                return found
        raise Unanswered("not-http", "nothing but interim answers")

    def _block(self) -> Steps[bytes]:
        seen = 0
        ahead = self._ahead
        while not ahead or not (size := head.size(ahead, seen)):
            seen = len(ahead)
            yield from self._more("the headers break off" if seen else "")
        block = bytes(ahead[:size])
        del ahead[:size]
        return block

    def line(self, longest: int) -> Steps[bytes]:
        """The next line with its end. ConnectionAbortedError when it is longer, or there is none."""
        ahead, seen = self._ahead, 0
        while not (end := ahead.find(b"\n", seen) + 1):
            seen = len(ahead)
            if seen > longest:
                raise ConnectionAbortedError("a line without end")
            yield from self._more("")
        line = bytes(ahead[:end])
        del ahead[:end]
        return line

    def _more(self, missing: str) -> Steps[None]:
        """Read on; what ends here is an answer of which something is missing, or none at all."""
        data = yield from self._tried(lambda: self._opened().recv(_AT_ONCE))
        if not data:
            if missing:
                raise Unanswered("not-http", missing)
            raise ConnectionResetError("the server ended the connection")
        self._ahead += data

    def receive(self, most: int) -> Steps[bytes]:
        """The next bytes, `most` of them at most; b"" when the server has ended the connection."""
        if self._ahead:
            data = bytes(self._ahead[:most])
            del self._ahead[:most]
            return data
        return (yield from self._tried(lambda: self._opened().recv(most)))

    def _tried(self, work: Callable[[], _Result], *, for_writing: bool = False) -> Steps[_Result]:
        """What `work` gives as soon as the socket lets it. TimeoutError when time is over."""
        clock = self.route.clock
        while not clock.is_over:
            try:
                return work()
            except ssl.SSLWantReadError:
                wants_to_write = False
            except ssl.SSLWantWriteError:
                wants_to_write = True
            except BlockingIOError:
                wants_to_write = for_writing
            yield Wait(self._sock, clock.until, wants_to_write)
        raise TimeoutError("no whole answer in time")

    def _opened(self) -> socket.socket:
        if self._sock is None:
            raise ConnectionAbortedError("closed")
        return self._sock

    def free(self) -> None:
        """Note that an answer was read to its end. What is left over belongs to none: no more is read after it."""
        if self._ahead:
            self.close()
        self._free = True

    def close(self) -> None:
        """Close; the next request opens it again."""
        sock, self._sock = self._sock, None
        self._ahead.clear()
        if sock is not None:
            sock.close()


def _request_line(path: str) -> bytes:
    """ValueError for what would end it, or begin another request."""
    if _UNSAFE.search(path):
        raise ValueError("an address that is not ASCII")
    return f"GET {path} HTTP/1.1\r\n".encode("ascii")


def _fields(authority: str, headers: Mapping[str, str]) -> bytes:
    """All of a GET that follows its first line. ValueError for a header with a line end."""
    fields = "".join([f"{name}: {value}\r\n" for name, value in headers.items()])
    if fields.count("\n") != len(headers) or fields.count("\r") != len(headers) or _UNSAFE.search(authority):
        raise ValueError("a line end in a header")
    return f"Host: {authority}\r\n{fields}\r\n".encode("latin-1", "replace")
