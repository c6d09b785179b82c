"""The open connections of a run, and the watch that ends those whose time is over.

A timeout of a socket starts anew with each byte, so a server that drips could stretch it for ever; one that is kept
anew before each read costs two system calls more and, with a hundred threads, as many fights for the interpreter. So
sockets wait without one, and one thread looks at all the clocks ten times a second.
"""

import contextlib
import socket
import threading
import time
from typing import Protocol

from provlint.web.clock import Clock
from provlint.web.unanswered import Unanswered

_TICK = 0.1  # seconds


class Line(Protocol):
    """A connection with its clock. Its socket is None before it is open and while TLS is set up."""

    clock: Clock

    def hang_up(self) -> None:
        """End it, so that whoever waits on it is told at once."""


class Lines:
    """Shared by all tasks of a run."""

    def __init__(self, ended: threading.Event) -> None:
        """`ended` ends the watch."""
        self._ended = ended
        self._open: set[Line] = set()
        self._lock = threading.Lock()
        self._watched = False

    def add(self, line: Line) -> None:
        """One that is being opened. Unanswered when the run has ended."""
        with self._lock:
            if self._ended.is_set():
                raise Unanswered("stopped")
            self._open.add(line)
            if not self._watched:
                self._watched = True
                threading.Thread(target=self._watch, name="provlint-deadlines", daemon=True).start()

    def remove(self, line: Line) -> None:
        """One that has been closed."""
        with self._lock:
            self._open.discard(line)

    def _watch(self) -> None:
        while not self._ended.wait(_TICK):
            self._end(time.monotonic())
        self._end(float("inf"))

    def _end(self, now: float) -> None:
        with self._lock:
            for line in self._open:
                if line.clock.until <= now:
                    line.hang_up()


def shut(sock: socket.socket | None) -> None:
    """Shut a socket that another thread may be waiting on."""
    if sock is not None:
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)
