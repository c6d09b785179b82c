"""What was found in documents, kept between runs: one file for each way of looking at one working folder.

The file is a mark, a checksum and marshalled plain data, replaced as a whole: processes at once cannot mix their
writings, and the last one stays. What is damaged, of another make or somebody else's is as good as no file.
"""

import marshal
import os
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple
from zlib import crc32

from provlint.model.seen import Seen
from provlint.store.cache_folder import make

_MARK = b"provlint findings 1\n"
_MARSHAL_VERSION = 4
_NAME = re.compile(r"findings-[0-9a-f]{32}\.marshal|findings-\d+_\d+\.part")
_MOST_BYTES = 256_000_000  # of a file; a larger one is begun anew
_MOST_FILES = 40
_ABANDONED = 3_600  # seconds after which an unfinished file is nobody's


class Kept(NamedTuple):
    """What is kept of one document: `outcome` and `sketch` as bytes that only who wrote them reads.

    `related` is the outcome once the relations to other documents counted too, and a digest of these relations.
    """

    seen: Seen
    ground: bytes  # a digest of `seen` without the file's times
    outcome: bytes
    sketch: bytes = b""
    related: tuple[bytes, bytes] | None = None


class Store(NamedTuple):
    """The documents by path, and for the whole of the last run: a digest of all it rested on, who had relations."""

    documents: dict[str, Kept]
    whole: tuple[bytes, tuple[str, ...]] = (b"", ())


def read(folder: str, name: str) -> Store:
    """The store of that name (32 hexadecimal digits); an empty one if there is none that can be read."""
    try:
        with open(_path(folder, name), "rb") as stream:
            if _is_foreign(stream.fileno()):
                return Store({})
            mark, checksum, data = stream.read(len(_MARK)), stream.read(4), stream.read(_MOST_BYTES)
    except OSError:
        return Store({})
    if mark != _MARK or crc32(data).to_bytes(4, "big") != checksum:
        return Store({})
    try:
        rows, whole = marshal.loads(data)  # noqa: S302 our own file, and its checksum is right
        return Store({path: Kept(Seen._make(seen), *rest) for path, (seen, *rest) in rows.items()}, whole)
    except (ValueError, EOFError, TypeError, AttributeError):
        return Store({})


def write(folder: str, name: str, store: Store) -> None:
    """Keep a store under that name; one that is too large, and a folder that cannot be written, are left alone."""
    rows = {path: (tuple(kept.seen), *kept[1:]) for path, kept in store.documents.items()}
    data = marshal.dumps((rows, store.whole), _MARSHAL_VERSION)
    if len(data) > _MOST_BYTES:
        return
    with suppress(OSError):
        make(folder)
        _tidy(folder)
        part = os.path.join(folder, f"findings-{os.getpid()}_{time.time_ns()}.part")
        number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(number, "wb") as stream:
                stream.write(_MARK + crc32(data).to_bytes(4, "big") + data)
            os.replace(part, _path(folder, name))
        except OSError:
            os.unlink(part)


def files(folder: str) -> list[str]:
    """All that this room's stores of findings have written in `folder`."""
    try:
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if _NAME.fullmatch(name)]
    except OSError:
        return []


def _path(folder: str, name: str) -> str:
    return os.path.join(folder, f"findings-{name}.marshal")


def _is_foreign(number: int) -> bool:
    """Whether an open file belongs to somebody else, who may have put anything into it."""
    user = getattr(os, "geteuid", None)
    return user is not None and os.fstat(number).st_uid != user()


def _tidy(folder: str) -> None:
    """Remove the stores that were not written for longest, and what a killed process left unfinished."""
    ages = sorted(_ages(files(folder)))
    finished = [path for _, path in ages if path.endswith(".marshal")]
    old = [path for age, path in ages if path.endswith(".part") and age < time.time() - _ABANDONED]
    for path in (*finished[: 1 - _MOST_FILES], *old):
        with suppress(OSError):
            os.unlink(path)


def _ages(paths: Iterable[str]) -> Iterable[tuple[float, str]]:
    for path in paths:
        with suppress(OSError):
            yield os.stat(path).st_mtime, path
