"""The way to a host: a socket to one of the addresses that the guard has checked, and to no other."""

import errno
import ipaddress
import os
import socket
import time

from provlint.web.clock import Clock
from provlint.web.crew import Steps, Wait
from provlint.web.lines import Lines
from provlint.web.unanswered import Unanswered

_NO_ROUTE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.ENETDOWN}
_UNDER_WAY = {0, errno.EINPROGRESS, errno.EWOULDBLOCK, 10035}  # the last: WSAEWOULDBLOCK
_PATIENCE = 6.0  # seconds for one address of a host that has others


class Route:
    """How a connection is made: to which checked addresses, until when, and on whose list it stands."""

    def __init__(self, addresses: list[str], clock: Clock, lines: Lines) -> None:
        self.addresses = addresses
        self.clock = clock
        self.lines = lines
        self.peer = ""

    def opened(self, port: int) -> Steps[socket.socket]:
        """A socket, not blocking, connected to the first address that answers. Unanswered when none does."""
        last = len(self.addresses) - 1
        for at, address in enumerate(self.addresses):
            until = self.clock.until if at == last else min(self.clock.until, time.monotonic() + _PATIENCE)
            try:
                return (yield from self._connected(address, port, until))
            except OSError as error:
                if at == last or self.clock.is_over:
                    raise _told(error, address) from None
        raise Unanswered("no-route", "no address")

    def _connected(self, address: str, port: int, until: float) -> Steps[socket.socket]:
        made = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
        try:
            made.setblocking(False)
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            fault = made.connect_ex((address, port))
            if fault in _UNDER_WAY:
                yield Wait(made, until, for_writing=True)
                fault = made.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if fault:
                raise OSError(fault, os.strerror(fault))
            self.peer = _peer(made)
            if self.peer != address and ipaddress.ip_address(self.peer) != ipaddress.ip_address(address):
                raise Unanswered("address-refused", f"connected to {self.peer}, not to {address}")
        except BaseException:
            made.close()
            raise
        return made


def _peer(sock: socket.socket) -> str:
    try:
        return str(sock.getpeername()[0])
    except OSError:
        raise TimeoutError("not connected in time") from None


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
