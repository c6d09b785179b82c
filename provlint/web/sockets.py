"""Sockets whose every wait ends with the clock of the address being asked: a server that drips cannot stretch it."""

import socket
import ssl
from typing import TYPE_CHECKING

from provlint.web.clock import Clock

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer


class TimedSocket(socket.socket):
    """A plain socket; `clock` is set once it is made."""

    clock: Clock

    def recv_into(self, buffer: "WriteableBuffer", nbytes: int = 0, flags: int = 0) -> int:
        """As the socket's own, for as long as the clock has left."""
        self.settimeout(self.clock.left())
        return super().recv_into(buffer, nbytes, flags)

    def recv(self, bufsize: int, flags: int = 0) -> bytes:
        """As the socket's own, for as long as the clock has left."""
        self.settimeout(self.clock.left())
        return super().recv(bufsize, flags)

    def sendall(self, data: "ReadableBuffer", flags: int = 0) -> None:
        """As the socket's own, for as long as the clock has left."""
        self.settimeout(self.clock.left())
        super().sendall(data, flags)


class TimedTLSSocket(ssl.SSLSocket):
    """The same under TLS. The handshake ends with the timeout that the plain socket had last."""

    clock: Clock

    def recv_into(self, buffer: "WriteableBuffer", nbytes: int | None = None, flags: int = 0) -> int:
        """As the socket's own, for as long as the clock has left."""
        self.settimeout(self.clock.left())
        return super().recv_into(buffer, nbytes, flags)  # type: ignore[arg-type]

    def send(self, data: "ReadableBuffer", flags: int = 0) -> int:
        """As the socket's own, for as long as the clock has left."""
        self.settimeout(self.clock.left())
        return super().send(data, flags)
