"""Connections of urllib3 that are opened along a route, and asked in two parts, so that others go on in between."""

import io
import re
import socket
import ssl
import time
from collections.abc import Mapping
from queue import SimpleQueue
from typing import Any, cast

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from provlint.web.crew import Steps, Wait, finished
from provlint.web.lines import shut
from provlint.web.response import Answer, PlainResponse
from provlint.web.route import Route
from provlint.web.target import Target
from provlint.web.unanswered import Unanswered

_UNSAFE = re.compile(r"[^!-~]")
_LAST_CALL = 1.5  # seconds before the end of an address's time
_PLAIN = (b"HTTP/", b"<!DOC", b"<html")  # how servers begin that were asked in a language they do not know


class GuardedConnection(HTTPConnection):
    """A plain connection along its route."""

    def __init__(self, *arguments: Any, route: Route, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._route = route
        self._ahead: io.BufferedReader | None = None
        self._headers: Mapping[str, str] | None = None
        self._fields = b""
        self._last: Any = None  # the socket of an answer after which the server closes, while its body is read
        self.clock = route.clock

    def opening(self) -> Steps[None]:
        """Open it. From then on the watch over the lines keeps the time, not the socket."""
        self._route.lines.add(self)
        try:
            self.sock = yield from self._route.opened(self.port)
            yield from self._secured()
            self.sock.setblocking(True)
        except BaseException:
            self.close()
            raise

    def _secured(self) -> Steps[None]:
        yield from ()

    def connect(self) -> None:
        """Open it and wait until it is."""
        finished(self.opening())

    def send_get(self, target: Target, headers: Mapping[str, str]) -> None:
        """`request`, less what only a body or another method needs. ValueError for a header with a line end."""
        if headers is not self._headers:  # mostly they are those of the request before
            self._headers, self._fields = headers, _fields(target.authority, headers)
        self.send(_request_line(target.path) + self._fields)

    def arrival(self) -> Steps[None]:
        """Wait until the answer has begun to come; under TLS other things may come before it."""
        self._ahead = None
        yield Wait(self.sock)

    def response_class(  # type: ignore[override]
        self, sock: Any, debuglevel: int = 0, method: str | None = None
    ) -> PlainResponse:
        """The response of http.client, which goes on reading where `arrival` left off."""
        ahead, self._ahead = self._ahead, None
        return PlainResponse(sock, debuglevel, method, ahead)

    def answer(self, pool: HTTPConnectionPool) -> Answer:
        """The answer, its body unread; read to its end it gives the connection back to `pool`."""
        held, self._last = self.sock, None
        response = self.response_class(held, method="GET")
        try:
            response.begin()
        except BaseException:
            response.close()
            raise
        if response.will_close:
            self.close()
            self._last = held  # the connection has let go of it, but its body has a deadline too
            self._route.lines.add(self)
        return Answer(response, self, pool)

    @property
    def is_connected(self) -> bool:
        """Whether it was connected. If the server has left since, the request finds out, and is sent once more."""
        return self.sock is not None

    def hang_up(self) -> None:
        """End it, so that whoever waits on it is told at once."""
        shut(self.sock or self._last)

    def close(self) -> None:
        """Close, and leave the list of open connections."""
        super().close()
        self._route.lines.remove(self)


class GuardedTLSConnection(GuardedConnection, HTTPSConnection):
    """The same under TLS."""

    def _secured(self) -> Steps[None]:
        assert self.ssl_context is not None
        self.sock = self.ssl_context.wrap_socket(
            self.sock, server_hostname=self.host, do_handshake_on_connect=False
        )  # fmt: skip
        last_call = self.clock.until - min(_LAST_CALL, (self.clock.until - time.monotonic()) / 2)
        while not self.clock.is_over:
            try:
                self.sock.do_handshake()
            except ssl.SSLWantReadError:
                yield Wait(self.sock, last_call)
                if time.monotonic() >= last_call:
                    yield from self._told_plainly()
            except ssl.SSLWantWriteError:
                yield Wait(self.sock, self.clock.until, for_writing=True)
            else:
                self.is_verified = True
                return
        raise TimeoutError("TLS was not set up in time")

    def _told_plainly(self) -> Steps[None]:
        """The last word of a handshake that does not end: a server that waits for a line speaks plain HTTP.

        Unanswered where it answers to the end of one, TimeoutError where it does not.
        """
        raw = socket.fromfd(self.sock.fileno(), self.sock.family, self.sock.type)
        try:
            raw.setblocking(False)
            raw.send(b"\r\n\r\n")
            yield Wait(raw, self.clock.until)
            if raw.recv(5) in _PLAIN:
                raise Unanswered("tls", "a plain answer to TLS", "protocol")
        except BlockingIOError:
            pass
        finally:
            raw.close()
        raise TimeoutError("TLS was not set up in time")

    def arrival(self) -> Steps[None]:
        """Wait until the answer has begun to come: what comes first may be a ticket for another session."""
        self._ahead = self.sock.makefile("rb")
        self.sock.setblocking(False)
        try:
            while not self.clock.is_over:
                yield Wait(self.sock)
                try:
                    self._ahead.peek(1)
                except ssl.SSLWantReadError:
                    continue
                return
        finally:
            if self.sock is not None:
                self.sock.setblocking(True)


class _Places(SimpleQueue[Any]):
    """The pool's connections. One task asks at a time: no lock of Python's is wanted, and no size but that."""

    def __init__(self, _: int) -> None:
        super().__init__()


class GuardedPool(HTTPConnectionPool):
    """Plain connections to the addresses of one route."""

    ConnectionCls = GuardedConnection
    QueueCls = _Places  # type: ignore[assignment]

    def get(self, target: Target, headers: Mapping[str, str]) -> Steps[BaseHTTPResponse]:
        """The response to a GET, its body unread: `urlopen`, but where it would wait others go on.

        Raises what http.client, ssl and the socket raise.
        """
        connection = cast("GuardedConnection", self._get_conn())
        self.num_requests += 1
        try:
            if not connection.is_connected:
                yield from connection.opening()
            connection.send_get(target, headers)
            yield from connection.arrival()
            return connection.answer(self)
        except BaseException:
            connection.close()
            raise


class GuardedTLSPool(GuardedPool, HTTPSConnectionPool):
    """The same under TLS."""

    ConnectionCls = GuardedTLSConnection


def pool(scheme: str, host: str, port: int, route: Route, tls: ssl.SSLContext | None) -> GuardedPool:
    """A pool of one connection, which is all that a host is asked through at a time."""
    if scheme == "https":
        return GuardedTLSPool(host, port, maxsize=1, ssl_context=tls, route=route)
    return GuardedPool(host, port, maxsize=1, route=route)


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
