"""The patch that `git diff -U0 --full-index` prints → the lines each file gained, and the seams where it lost some."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_HUNK = re.compile(rb"@@ -\d++(?:,(\d++))? \+(\d++)(?:,(\d++))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPED = {
    b"a": b"\a",
    b"b": b"\b",
    b"t": b"\t",
    b"n": b"\n",
    b"v": b"\v",
    b"f": b"\f",
    b"r": b"\r",
}
_INDEX = b"index "
_NAME = b"+++ "
_PREFIX = b"b/"


class Touched(NamedTuple):
    """Lines of a file (from 1, both ends counted) that a change gave it.

    A seam is where lines were taken out and none put in: `(n, n + 1)` in `seams` lies between those two lines.
    """

    lines: tuple[tuple[int, int], ...] = ()
    seams: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    def touches(self, first: int, last: int) -> bool:
        """Whether what stands on the lines from `first` to `last` was added, changed, or lost a line in between."""
        return (
            self.whole
            or any(start <= last and first <= end for start, end in self.lines)
            or any(first <= before and after <= last for before, after in self.seams)
        )


WHOLE = Touched(whole=True)


class Patch(NamedTuple):
    """What a patch says of files, by their new paths."""

    touched: dict[bytes, Touched]
    before: dict[bytes, bytes]  # the object that a file was, where lines were taken out of it


def parsed(patch: bytes) -> Patch:
    """What the patch says of each file in it."""
    found: dict[bytes, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    before: dict[bytes, bytes] = {}
    for name, was, count, start, length in _hunks(patch):
        lines, seams = found.setdefault(name, ([], []))
        if length:
            lines.append((start, start + length - 1))
        elif count:
            seams.append((start, start + 1))
        if count:
            before[name] = was
    return Patch({name: Touched(tuple(lines), tuple(seams)) for name, (lines, seams) in found.items()}, before)


def _hunks(patch: bytes) -> Iterator[tuple[bytes, bytes, int, int, int]]:
    """Path, object before, lines taken out, first line and number of lines put in, of each hunk.

    The lines of a hunk are counted off, so that no line of a document can pass for a header.
    """
    name = was = b""
    skip = 0
    for line in patch.split(b"\n"):
        if skip and not line.startswith(b"\\"):  # "\ No newline at end of file" counts for nothing
            skip -= 1
        elif line.startswith(_INDEX):
            was = line[len(_INDEX) :].partition(b"..")[0]
        elif line.startswith(_NAME):
            name = _unquoted(line[len(_NAME) :]).removeprefix(_PREFIX)
        elif found := _HUNK.match(line):
            count, length = (int(number) if number is not None else 1 for number in (found[1], found[3]))
            skip = count + length
            yield name, was, count, int(found[2]), length


def _unquoted(name: bytes) -> bytes:
    """A path as Git writes it: as it is, or in quotes and with escapes; with a tab behind it if it has spaces."""
    name = name.removesuffix(b"\t")
    if not (name.startswith(b'"') and name.endswith(b'"')):
        return name

    def meant(found: re.Match[bytes]) -> bytes:
        word = found[1]
        return bytes([int(word, 8) & 0xFF]) if len(word) == 3 else _ESCAPED.get(word, word)

    return _ESCAPE.sub(meant, name[1:-1])
