"""The one write: a document is replaced whole or not at all, and keeps its permissions and links."""

import os
import stat
import tempfile
from contextlib import suppress

from provlint.text.paths import is_inside


class UnwrittenError(Exception):
    """Why a document was left as it is, in words for people."""


def replace(path: str, was: bytes, data: bytes, root: str) -> None:
    """Put `data` in the place of the file at `path`, which holds `was`; `UnwrittenError` where it stays as it is.

    A link is followed to the file it leads to, if that lies in the folder `root`.
    """
    real = os.path.realpath(path)
    if real != os.path.abspath(path) and not is_inside(real, os.path.realpath(root)):
        raise UnwrittenError("it is reached through a link that leads out of the folder")
    try:
        state = os.stat(real)
        _check(state)
        with open(real, "rb") as file:
            if file.read(len(was) + 1) != was:
                raise UnwrittenError("it was changed meanwhile")
        _put(real, data, state)
    except OSError as error:
        raise UnwrittenError((error.strerror or str(error)).lower()) from None


def _check(state: os.stat_result) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise UnwrittenError("it is not a regular file")
    if not state.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise UnwrittenError("it is read-only")
    if state.st_nlink > 1:
        raise UnwrittenError("it has several names (hard links), which a new file would part")


def _put(path: str, data: bytes, state: os.stat_result) -> None:
    """Write beside the file and then take its place: whoever reads sees the old bytes or the new."""
    if not os.access(path, os.W_OK):
        raise UnwrittenError("it is read-only")
    folder, name = os.path.split(path)
    handle, part = tempfile.mkstemp(prefix=f".{name[:100]}.", suffix=".part", dir=folder)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            if hasattr(os, "fchown"):
                with suppress(OSError):  # only the owner's groups can be given away
                    os.fchown(file.fileno(), state.st_uid, state.st_gid)
            os.chmod(part, stat.S_IMODE(state.st_mode))
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        os.unlink(part)
        raise
