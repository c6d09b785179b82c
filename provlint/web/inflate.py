"""Undoing gzip and deflate, never further than there is room for."""

import zlib
from typing import Protocol

_GZIP = 16 + zlib.MAX_WBITS
_MOST_MEMBERS = 1_000


class Decoder(Protocol):
    """Bytes as they come → bytes as they were; at most `room` of them, the rest when it is asked again with b""."""

    @property
    def is_done(self) -> bool:
        """Whether what came so far is whole."""

    def feed(self, data: bytes, room: int) -> bytes:
        """The next bytes. zlib.error when they are not what they were said to be."""


class Plain:
    """No encoding at all."""

    is_done = True

    def feed(self, data: bytes, room: int) -> bytes:
        """The bytes themselves."""
        return data[:room]


class Inflater:
    """gzip, its members one after another, or deflate with and without the header of zlib."""

    def __init__(self, encoding: str) -> None:
        self._bits = _GZIP if encoding == "gzip" else zlib.MAX_WBITS
        self._inflate = zlib.decompressobj(self._bits)
        self._started = False
        self._members = 1

    @property
    def is_done(self) -> bool:
        """Whether the last member has ended."""
        return self._inflate.eof

    def feed(self, data: bytes, room: int) -> bytes:
        """The next bytes. zlib.error when they are not what they were said to be."""
        parts: list[bytes] = []
        while data and room > 0:
            if self._inflate.eof:
                data = self._next_member(data)
                continue
            made = self._first(data, room) if not self._started else self._inflate.decompress(data, room)
            self._started = True
            parts.append(made)
            room -= len(made)
            data = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
        return b"".join(parts)

    def _first(self, data: bytes, room: int) -> bytes:
        try:
            return self._inflate.decompress(data, room)
        except zlib.error:
            if self._bits != zlib.MAX_WBITS:
                raise
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)  # deflate as some servers understand it
            return self._inflate.decompress(data, room)

    def _next_member(self, data: bytes) -> bytes:
        self._members += 1
        if self._bits != _GZIP or not data.startswith(b"\x1f\x8b") or self._members > _MOST_MEMBERS:
            return b""  # what follows the end is left unread, as gzip leaves it
        self._inflate = zlib.decompressobj(_GZIP)
        return data


def decoder(encoding: str) -> Decoder | str:
    """A decoder for the value of `Content-Encoding`, or why there is none."""
    if not encoding:
        return Plain()
    names = [name.strip().lower() for name in encoding.split(",", 200)]
    names = [name for name in names if name not in ("", "identity")]
    if not names:
        return Plain()
    if len(names) > 1:
        return f"encoded {len(names)} times over"
    if names[0] in ("gzip", "x-gzip", "deflate"):
        return Inflater(names[0].removeprefix("x-"))
    return f"encoded as {names[0][:20]}, which was not asked for"
