"""The one adapter: every request of this room goes through it, to an address that the guard has checked."""

import ssl
import threading
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from provlint.model.web_options import WebOptions
from provlint.web import tls
from provlint.web.clock import Clock
from provlint.web.connect import Connection
from provlint.web.crew import Crew, Steps
from provlint.web.guard import Guard
from provlint.web.lines import Lines
from provlint.web.resolve import LIFETIME, Names
from provlint.web.response import Received, Response
from provlint.web.route import Route
from provlint.web.target import Target

if TYPE_CHECKING:
    from provlint.web.proxy import Proxied

_MOST_OPEN = 8  # connections of one task: to a host, and to where its redirects lead


class Door:
    """What all adapters of a run share: the guard, the names, the TLS context, the crew."""

    def __init__(self, options: WebOptions, ended: threading.Event) -> None:
        """`ended` ends the run."""
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


class Adapter:
    """One task's connections. The clock is the task's; who asks sets it."""

    def __init__(self, door: Door, clock: Clock) -> None:
        self._door = door
        self.clock = clock
        #: By scheme, host and port, each bound to its addresses; with the time at which the name is looked up again.
        self._connections: dict[tuple[str, str, int], tuple[float, Connection]] = {}
        self._proxied = _proxied(door, clock) if door.options.proxy else None

    def open(self, target: Target, headers: Mapping[str, str]) -> Steps[Response]:
        """The response to a GET, its body unread. Unanswered, or what ssl and the socket raise, if none comes."""
        if self._proxied:
            self._door.guard.check(target)
            return self._proxied.get(target, headers)
        connection = self._connection(target)
        is_used = connection.is_open
        try:
            head = yield from connection.get(target.path, headers)
        except ConnectionError:
            # A server may leave a connection that was kept open just when it is used again: RFC 9112, 9.3.1.
            if not is_used or self.clock.is_over:
                raise
            head = yield from connection.get(target.path, headers)
        return Received(connection, head)

    def _connection(self, target: Target) -> Connection:
        """The one to a target, whose addresses were checked not longer than a minute ago. Unanswered when refused."""
        key = target[:3]
        known = self._connections.get(key)
        now = time.monotonic()
        if known is not None and known[0] > now:
            return known[1]
        addresses = self._addresses(target)
        until = time.monotonic() + LIFETIME
        if known is not None and known[1].route.peer in addresses:
            known[1].route.addresses = addresses
            self._connections[key] = (until, known[1])
            return known[1]
        self._drop(key)
        while len(self._connections) >= _MOST_OPEN:
            self._drop(next(iter(self._connections)))
        made = Connection(target, Route(addresses, self.clock), self._door.tls() if target.scheme == "https" else None)
        self._connections[key] = (until, made)
        return made

    def _addresses(self, target: Target) -> list[str]:
        if target.is_literal:
            return self._door.guard.addresses(target, self.clock)
        with self._door.crew.holding():  # a name server may take its time
            return self._door.guard.addresses(target, self.clock)

    def peer_of(self, target: Target) -> str:
        """The address that the last request for this host went to; "" when none did or a proxy stood between."""
        known = self._connections.get(target[:3])
        return known[1].route.peer if known else ""

    def close(self) -> None:
        """Close the connections of the task."""
        for key in list(self._connections):
            self._drop(key)
        if self._proxied:
            self._proxied.close()

    def _drop(self, key: tuple[str, str, int]) -> None:
        known = self._connections.pop(key, None)
        if known is not None:
            known[1].close()


def _proxied(door: Door, clock: Clock) -> "Proxied":
    from provlint.web.proxy import Proxied  # few ask through one, and urllib3 takes its time to import

    return Proxied(door.options.proxy, door.tls(), clock, door.lines, door.crew)
