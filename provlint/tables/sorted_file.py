"""A large sorted table, looked up without being read: bisection over the bytes of the file."""

import mmap
from bisect import bisect_left

_MANY = 200  # probes after which all first lines are read at once, so that bisection runs in C
_BLOCK = 4096  # bytes between two probes; the lines of a block are searched through by `find`


class SortedFile:
    """The lines of a file below its header, which begins with `header`, sorted by their bytes."""

    def __init__(self, path: str, header: bytes) -> None:
        with open(path, "rb") as stream:
            self._bytes = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        at = 0 if self._bytes[: len(header)] == header else self._bytes.find(b"\n" + header) + 1
        self._start = self._bytes.find(b"\n", at) + 1 or len(self._bytes)
        self._firsts: dict[int, bytes] = {}
        self._all_firsts: list[bytes] = []
        self._blocks = range((len(self._bytes) - self._start + _BLOCK - 1) // _BLOCK)

    def beginning(self, prefix: bytes) -> list[str]:
        """The lines that begin with `prefix`, in order."""
        block = self._block(prefix)
        at = self._line_from(max(0, block - 1))
        data, length = self._bytes, len(self._bytes)
        if data[at : at + len(prefix)] != prefix:
            # Lines are sorted: what begins with the prefix begins before the second block from here, or nowhere.
            found = data.find(b"\n" + prefix, at, self._start + (block + 1) * _BLOCK + len(prefix) + 1)
            if found < 0:
                return []
            at = found + 1
        lines: list[str] = []
        while at < length and data[at : at + len(prefix)] == prefix:
            end = data.find(b"\n", at)
            end = length if end < 0 else end
            lines.append(data[at:end].decode())
            at = end + 1
        return lines

    def text(self) -> str:
        """All lines, for what needs them all."""
        return self._bytes[self._start :].decode()

    def _block(self, prefix: bytes) -> int:
        """The first block whose first line is not before `prefix`."""
        if self._all_firsts:
            return bisect_left(self._all_firsts, prefix)
        if len(self._firsts) > min(_MANY, len(self._blocks) // 2):
            self._all_firsts = [self._first(block) for block in self._blocks]
        return bisect_left(self._blocks, prefix, key=self._first)

    def _first(self, block: int) -> bytes:
        first = self._firsts.get(block)
        if first is None:
            at = self._line_from(block)
            end = self._bytes.find(b"\n", at)
            first = self._firsts[block] = self._bytes[at : end if end >= 0 else len(self._bytes)]
        return first

    def _line_from(self, block: int) -> int:
        """Where the first line begins that begins in the block or after."""
        at = self._start + block * _BLOCK
        if not block:
            return at
        end = self._bytes.find(b"\n", at - 1)
        return end + 1 if end >= 0 else len(self._bytes)
