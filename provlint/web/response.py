"""An answer whose body is still to be read: piece by piece, as it stands on the wire."""

import re
from typing import Protocol

from provlint.web.connect import Connection
from provlint.web.crew import Steps
from provlint.web.head import Head, announced, is_chunked, is_last

_SIZE = re.compile(rb"[ \t]*+([0-9a-fA-F]{1,15})[ \t]*+(?:;[^\n]*+)?\r?\n")
_LONGEST_SIZE = 4_096  # bytes of a chunk's size and what is said with it
_MOST_TRAILERS = 100


class Response(Protocol):
    """What an adapter gives."""

    head: Head

    @property
    def left(self) -> int | None:
        """Bytes of the body that are still to come; None when nobody said."""

    def read(self, most: int) -> Steps[bytes]:
        """The next bytes, b"" at the end. OSError when it breaks off, TimeoutError when time is over."""

    def close(self) -> None:
        """Shut the connection, unless the body was read to its end."""


class Received:
    """An answer that came over a connection of ours."""

    def __init__(self, connection: Connection, head: Head) -> None:
        """`head` has just been read from `connection`. Unanswered when it contradicts itself."""
        self.head = head
        self.left = announced(head)
        self._connection = connection
        self._is_chunked = self.left is None and is_chunked(head)
        self._is_last = is_last(head) or (self.left is None and not self._is_chunked)
        self._chunk = 0  # bytes that are left of the chunk that is being read
        self._ended = False
        if self.left == 0:
            self._end()

    def read(self, most: int) -> Steps[bytes]:
        """The next bytes, b"" at the end. OSError when it breaks off, TimeoutError when time is over."""
        if self._ended:
            return b""
        if self._is_chunked:
            return (yield from self._of_chunk(most))
        data = yield from self._connection.receive(most if self.left is None else min(most, self.left))
        if self.left is not None:
            self.left -= len(data)
        if not self.left and (self.left is not None or not data):
            self._end()
        elif not data:
            self.close()  # and the announced rest never comes
        return data

    def _of_chunk(self, most: int) -> Steps[bytes]:
        """The next bytes of a body in chunks (RFC 9112, 7.1)."""
        if not self._chunk:
            found = _SIZE.fullmatch((yield from self._connection.line(_LONGEST_SIZE)))
            if not found:
                raise ConnectionAbortedError("no size of a chunk")
            self._chunk = int(found[1], 16)
            if not self._chunk:
                yield from self._trailers()
                self._end()
                return b""
        data = yield from self._connection.receive(min(most, self._chunk))
        if not data:
            raise ConnectionAbortedError("a chunk breaks off")
        self._chunk -= len(data)
        if not self._chunk and (yield from self._connection.line(_LONGEST_SIZE)) not in (b"\r\n", b"\n"):
            raise ConnectionAbortedError("a chunk is longer than its size")
        return data

    def _trailers(self) -> Steps[None]:
        for _ in range(_MOST_TRAILERS):
            if (yield from self._connection.line(_LONGEST_SIZE)) in (b"\r\n", b"\n"):
                return
        raise ConnectionAbortedError("more trailers than headers may be")

    def _end(self) -> None:
        self._ended = True
        self.left = 0
        if self._is_last:
            self._connection.close()
        else:
            self._connection.free()

    def close(self) -> None:
        """Shut the connection, unless the body was read to its end."""
        if not self._ended:
            self._ended = True
            self._connection.close()
