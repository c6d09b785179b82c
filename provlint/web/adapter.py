"""The one adapter: every request of this room goes through it, on urllib3, to an address that the guard has checked.

It is an adapter of requests, for a Session to be mounted on. The fetcher asks urllib3 below it (`open`), which takes
half the time: a Session prepares, merges and copies what one GET without a body does not need.
"""

import ssl
import threading
import time
from collections.abc import Mapping
from http.client import RemoteDisconnected
from typing import Any

from requests import PreparedRequest
from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse, HTTPConnectionPool, Retry

from provlint.model.web_options import WebOptions
from provlint.web import proxy, tls
from provlint.web.clock import Clock
from provlint.web.connect import GuardedPool, pool
from provlint.web.crew import Crew, Steps
from provlint.web.guard import Guard
from provlint.web.lines import Lines
from provlint.web.resolve import LIFETIME, Names
from provlint.web.route import Route
from provlint.web.target import Target, parse

_NEVER = Retry(False)
_MOST_POOLS = 8  # of one task: a host, and where its redirects lead


class Door:
    """What all adapters of a run share: the guard, the names, the TLS context, the open connections."""

    def __init__(self, options: WebOptions, ended: threading.Event) -> None:
        """`ended` ends all connections."""
        self.options = options
        self.names = Names(options.resolve)
        self.guard = Guard(options, self.names)
        self.lines = Lines(ended)
        self.crew = Crew(ended)
        self._tls: ssl.SSLContext | None = None
        self._lock = threading.Lock()

    def tls(self) -> ssl.SSLContext:
        """The TLS context, made when it is first wanted. UserError when the file of certificates holds none."""
        with self._lock:
            if self._tls is None:
                self._tls = tls.context(self.options.ca_file)
            return self._tls


class GuardedAdapter(HTTPAdapter):
    """One task's connections. The clock is the task's; who asks sets it."""

    def __init__(self, door: Door, clock: Clock) -> None:
        self._door = door
        self.clock = clock
        #: By scheme, host and port, each bound to its addresses; with the time at which the name is looked up again.
        self._pools: dict[tuple[str, str, int], tuple[float, Route | None, HTTPConnectionPool]] = {}
        super().__init__(max_retries=0)

    def init_poolmanager(self, *_: Any, **__: Any) -> None:
        """Nothing: pools are made by `pool`, behind the guard."""

    def open(self, target: Target, headers: Mapping[str, str]) -> Steps[BaseHTTPResponse]:
        """The response to a GET, its body unread. Unanswered, or what urllib3 and the socket raise, if none comes."""
        through = self._kept(target)
        if through is None and target.is_literal:
            through = self.pool(target)
        elif through is None:
            with self._door.crew.holding():
                through = self.pool(target)
        if not isinstance(through, GuardedPool):
            with self._door.crew.holding():
                return self._through_proxy(through, target, headers)
        is_used = through.num_requests > 0
        try:
            return (yield from through.get(target, headers))
        except (ConnectionError, RemoteDisconnected):
            # A server may leave a connection that was kept open just when it is used again: RFC 9112, 9.3.1.
            if not is_used or self.clock.is_over:
                raise
            return (yield from through.get(target, headers))

    def _through_proxy(
        self, through: HTTPConnectionPool, target: Target, headers: Mapping[str, str]
    ) -> BaseHTTPResponse:
        path = target.url if target.scheme == "http" else target.path
        return through.urlopen(
            "GET",
            path,
            headers=headers,
            retries=_NEVER,
            timeout=self.clock.left(),
            assert_same_host=False,
            preload_content=False,
            decode_content=False,
            enforce_content_length=False,
        )

    def _kept(self, target: Target) -> HTTPConnectionPool | None:
        known = self._pools.get(target[:3])
        return known[2] if known is not None and known[0] > time.monotonic() else None

    def pool(self, target: Target) -> HTTPConnectionPool:
        """The pool for a target, its addresses checked not longer than a minute ago. Unanswered when refused."""
        kept = self._kept(target)
        if kept is not None:
            return kept
        key = target[:3]
        known = self._pools.get(key)
        route = None
        if self._door.options.proxy:
            self._door.guard.check(target)
            made: HTTPConnectionPool = self._behind_proxy(target)
        else:
            addresses = self._door.guard.addresses(target, self.clock)
            if known is not None and known[1] is not None and known[1].peer in addresses:
                known[1].addresses = addresses
                self._pools[key] = (time.monotonic() + LIFETIME, known[1], known[2])
                return known[2]
            route = Route(addresses, self.clock, self._door.lines)
            made = pool(*key, route, self._door.tls() if target.scheme == "https" else None)
        self._drop(key)
        while len(self._pools) >= _MOST_POOLS:
            self._drop(next(iter(self._pools)))
        self._pools[key] = (time.monotonic() + LIFETIME, route, made)
        return made

    def peer_of(self, target: Target) -> str:
        """The address that the last request for this host went to; "" when none did or a proxy stood between."""
        known = self._pools.get(target[:3])
        return known[1].peer if known and known[1] else ""

    def get_connection_with_tls_context(self, request: PreparedRequest, *_: Any, **__: Any) -> HTTPConnectionPool:
        """What requests asks for a pool: the guarded one, whatever a Session was told about proxies."""
        return self.pool(parse(request.url or ""))

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Nothing: the shared context says what is trusted, and nobody else does."""

    def close(self) -> None:
        """Close the connections of the task."""
        for key in list(self._pools):
            self._drop(key)

    def _drop(self, key: tuple[str, str, int]) -> None:
        known = self._pools.pop(key, None)
        if known is not None:
            known[2].close()

    def _behind_proxy(self, target: Target) -> HTTPConnectionPool:
        door = self._door
        manager = proxy.manager(door.options.proxy, door.tls(), self.clock, door.lines)
        return manager.connection_from_host(target.host, target.port, target.scheme)
