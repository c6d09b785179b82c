"""Connections of urllib3 that go to the address the guard has checked, and to no other."""

import contextlib
import errno
import ipaddress
import socket
import ssl
import threading
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from provlint.web.clock import Clock
from provlint.web.sockets import TimedSocket
from provlint.web.unanswered import Unanswered

_NO_ROUTE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.ENETDOWN}
_PATIENCE = 6.0  # seconds for one address of a host that has others


class Lines:
    """The open connections of a run, so that all of them can be ended at once."""

    def __init__(self) -> None:
        self._open: set[HTTPConnection] = set()
        self._lock = threading.Lock()
        self._ended = False

    def add(self, connection: HTTPConnection) -> None:
        """Unanswered when the run has ended."""
        with self._lock:
            if self._ended:
                raise Unanswered("stopped")
            self._open.add(connection)

    def remove(self, connection: HTTPConnection) -> None:
        """One that has been closed."""
        with self._lock:
            self._open.discard(connection)

    def hang_up(self) -> None:
        """End them all: who waits on one of them is told that it was closed."""
        with self._lock:
            self._ended = True
            for connection in self._open:
                with contextlib.suppress(OSError, AttributeError):
                    connection.sock.shutdown(socket.SHUT_RDWR)


class Route:
    """How a connection is made: to which checked addresses, until when, and on whose list it stands."""

    def __init__(self, addresses: list[str], clock: Clock, lines: Lines) -> None:
        self.addresses = addresses
        self.clock = clock
        self.lines = lines
        self.peer = ""

    def socket(self, port: int) -> TimedSocket:
        """A socket connected to the first address that answers. Unanswered when none does."""
        last = len(self.addresses) - 1
        for at, address in enumerate(self.addresses):
            try:
                return self._connected(address, port, patience=None if at == last else _PATIENCE)
            except OSError as error:
                if at == last:
                    raise _told(error, address) from None
        raise Unanswered("no-route", "no address")

    def _connected(self, address: str, port: int, patience: float | None) -> TimedSocket:
        made = TimedSocket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
        try:
            made.clock = self.clock
            left = self.clock.left()
            made.settimeout(left if patience is None else min(left, patience))
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            made.connect((address, port))
            self.peer = made.getpeername()[0]
            if self.peer != address and ipaddress.ip_address(self.peer) != ipaddress.ip_address(address):
                raise Unanswered("address-refused", f"connected to {self.peer}, not to {address}")
            made.settimeout(self.clock.left())  # for the handshake of TLS, which ends with it
        except BaseException:
            made.close()
            raise
        return made


def _told(error: OSError, address: str) -> Unanswered:
    if isinstance(error, TimeoutError):
        return Unanswered("timed-out", f"{address} did not answer in time")
    if isinstance(error, ConnectionRefusedError):
        return Unanswered("connection-refused", f"{address} refused the connection")
    if error.errno in _NO_ROUTE:
        return Unanswered("no-route", f"{address}: {error.strerror}")
    if isinstance(error, ConnectionError):
        return Unanswered("connection-reset", f"{address}: {error.strerror}")
    return Unanswered("no-route", f"{address}: {error}")


class GuardedConnection(HTTPConnection):
    """A plain connection along its route."""

    def __init__(self, *arguments: Any, route: Route, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._route = route

    def _new_conn(self) -> socket.socket:
        self._route.lines.add(self)
        return self._route.socket(self.port)

    def close(self) -> None:
        """Close, and leave the list of open connections."""
        super().close()
        self._route.lines.remove(self)


class GuardedTLSConnection(HTTPSConnection):
    """The same under TLS."""

    def __init__(self, *arguments: Any, route: Route, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._route = route

    def _new_conn(self) -> socket.socket:
        self._route.lines.add(self)
        return self._route.socket(self.port)

    def connect(self) -> None:
        """Connect, shake hands, and go on under the same clock."""
        super().connect()
        self.sock.clock = self._route.clock  # type: ignore[union-attr]

    def close(self) -> None:
        """Close, and leave the list of open connections."""
        super().close()
        self._route.lines.remove(self)


class GuardedPool(HTTPConnectionPool):
    """Plain connections to one address."""

    ConnectionCls = GuardedConnection  # type: ignore[assignment]


class GuardedTLSPool(HTTPSConnectionPool):
    """The same under TLS."""

    ConnectionCls = GuardedTLSConnection  # type: ignore[assignment]


Pool = GuardedPool | GuardedTLSPool


def pool(scheme: str, host: str, port: int, route: Route, tls: ssl.SSLContext | None) -> Pool:
    """A pool of one connection, which is all that a host is asked through at a time."""
    if scheme == "https":
        return GuardedTLSPool(host, port, maxsize=1, ssl_context=tls, route=route)
    return GuardedPool(host, port, maxsize=1, route=route)
