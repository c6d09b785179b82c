"""The way through a proxy, where the user asks for one: on urllib3, whose connections stand under a watch of their own.

What is connected to is the proxy's choice: no address can be checked behind it.
"""

import http.client
import socket
import ssl
from collections.abc import Mapping
from http.client import HTTPException, HTTPMessage
from typing import Any

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, ProxyManager, Retry
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ProxyError
from urllib3.exceptions import TimeoutError as LateError

from provlint.web import head
from provlint.web.clock import Clock
from provlint.web.crew import Crew, Steps
from provlint.web.lines import Lines, shut
from provlint.web.target import Target
from provlint.web.unanswered import Unanswered

_NEVER = Retry(False)
_MOST_INTERIM = 10


class Proxied:
    """One task's connections to the proxy."""

    def __init__(self, proxy: str, tls: ssl.SSLContext, clock: Clock, lines: Lines, crew: Crew) -> None:
        self._manager = _manager(proxy, tls, clock, lines)
        self._clock = clock
        self._crew = crew

    def get(self, target: Target, headers: Mapping[str, str]) -> "ProxiedResponse":
        """The response to a GET, its body unread. Unanswered, or what the socket raises, if none comes."""
        pool = self._manager.connection_from_host(target.host, target.port, target.scheme)
        path = target.url if target.scheme == "http" else target.path
        with self._crew.holding():
            try:
                response = pool.urlopen(
                    "GET",
                    path,
                    headers=headers,
                    retries=_NEVER,
                    timeout=self._clock.left(),
                    assert_same_host=False,
                    preload_content=False,
                    decode_content=False,
                    enforce_content_length=False,
                )
            except ProxyError as error:
                raise Unanswered("no-route", f"the proxy gave no way: {error.original_error}") from None
            except LateError:
                raise TimeoutError("no whole answer in time") from None
        return ProxiedResponse(response, self._crew)

    def close(self) -> None:
        """Close them."""
        self._manager.clear()


class ProxiedResponse:
    """An answer that came through the proxy: see "response.Response"."""

    def __init__(self, response: BaseHTTPResponse, crew: Crew) -> None:
        fields = {name.lower(): value for name, value in response.headers.items()}
        self.head = head.Head(
            response.status, response.reason or "", fields, response.headers.getlist("set-cookie"), is_old=False
        )
        self._response = response
        self._crew = crew

    @property
    def left(self) -> int | None:
        """Bytes of the body that are still to come; None when nobody said."""
        return self._response.length_remaining

    def read(self, most: int) -> Steps[bytes]:
        """The next bytes, b"" at the end. OSError when it breaks off; the watch sees to the time."""
        yield from ()
        with self._crew.holding():
            try:
                return self._response.read1(most, decode_content=False)
            except (HTTPError, HTTPException) as error:
                raise ConnectionAbortedError(str(error)) from None

    def close(self) -> None:
        """Shut the connection."""
        self._response.close()


class _PlainResponse(http.client.HTTPResponse):
    """An answer to a GET, its head read as that of any other."""

    def begin(self) -> None:
        """Read the head, and find out how the body is delimited."""
        if self.headers is not None:
            return
        for _ in range(_MOST_INTERIM):
            found = head.parsed(self._block())
            if found.status >= 200 or found.status == 101:
                break
        self.headers = self.msg = HTTPMessage()
        for name, value in (*found.fields.items(), *(("set-cookie", cookie) for cookie in found.cookies)):
            self.headers.set_raw(name, value)
        self.code = self.status = found.status
        self.reason = found.reason
        self.version = 10 if found.is_old else 11
        self.chunked = head.is_chunked(found)
        self.chunk_left = None
        self.length = head.announced(found)
        self.will_close = head.is_last(found) or (self.length is None and not self.chunked)

    def _block(self) -> bytes:
        block = bytearray()
        while not block or not head.size(block, len(block) - 2):
            line = self.fp.readline(head.LONGEST_LINE + 1)
            if not line and block:
                raise HTTPException("the headers break off")
            if not line:
                raise http.client.RemoteDisconnected("no answer")
            block += line
        return bytes(block)


def _manager(proxy: str, tls: ssl.SSLContext, clock: Clock, lines: Lines) -> ProxyManager:
    class Watched(HTTPConnection):
        response_class = _PlainResponse

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self.clock = clock

        def _new_conn(self) -> socket.socket:
            lines.add(self)
            return super()._new_conn()

        def hang_up(self) -> None:
            shut(self.sock)

        def close(self) -> None:
            super().close()
            lines.remove(self)

    class WatchedTLS(Watched, HTTPSConnection):
        pass

    class Pool(HTTPConnectionPool):
        ConnectionCls = Watched

    class TLSPool(HTTPSConnectionPool):
        ConnectionCls = WatchedTLS

    made = ProxyManager(proxy, ssl_context=tls, maxsize=1)
    made.pool_classes_by_scheme = {"http": Pool, "https": TLSPool}
    return made
