"""Connections of urllib3 that go to the address the guard has checked, and to no other."""

import errno
import ipaddress
import socket
import ssl
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from provlint.web.clock import Clock
from provlint.web.lines import Lines, shut
from provlint.web.unanswered import Unanswered

_NO_ROUTE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.ENETDOWN}
_PATIENCE = 6.0  # seconds for one address of a host that has others


class Route:
    """How a connection is made: to which checked addresses, until when, and on whose list it stands."""

    def __init__(self, addresses: list[str], clock: Clock, lines: Lines) -> None:
        self.addresses = addresses
        self.clock = clock
        self.lines = lines
        self.peer = ""

    def open(self, port: int) -> socket.socket:
        """A socket connected to the first address that answers. Unanswered when none does."""
        last = len(self.addresses) - 1
        for at, address in enumerate(self.addresses):
            try:
                return self._connected(address, port, patience=None if at == last else _PATIENCE)
            except OSError as error:
                if at == last:
                    raise _told(error, address) from None
        raise Unanswered("no-route", "no address")

    def _connected(self, address: str, port: int, patience: float | None) -> socket.socket:
        made = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
        try:
            left = self.clock.left()
            made.settimeout(left if patience is None else min(left, patience))
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            made.connect((address, port))
            self.peer = made.getpeername()[0]
            if self.peer != address and ipaddress.ip_address(self.peer) != ipaddress.ip_address(address):
                raise Unanswered("address-refused", f"connected to {self.peer}, not to {address}")
            made.settimeout(self.clock.left())  # for the handshake of TLS, which ends with it as a whole
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
        self.clock = route.clock

    def _new_conn(self) -> socket.socket:
        self._route.lines.add(self)
        return self._route.open(self.port)

    def connect(self) -> None:
        """Connect; from then on the watch keeps the time, not the socket."""
        super().connect()
        self.sock.settimeout(None)

    @property
    def is_connected(self) -> bool:
        """Whether it was connected. If the server has left since, the request finds out, and is sent once more."""
        return self.sock is not None

    def hang_up(self) -> None:
        """End it, so that whoever waits on it is told at once."""
        shut(self.sock)

    def close(self) -> None:
        """Close, and leave the list of open connections."""
        super().close()
        self._route.lines.remove(self)


class GuardedTLSConnection(GuardedConnection, HTTPSConnection):
    """The same under TLS."""


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
