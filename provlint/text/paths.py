"""Paths by their names alone: as POSIX paths, which settings and reports have, and which lies in which folder."""

import os
from contextlib import suppress


def posix(path: str) -> str:
    """The path with `/` between its parts."""
    return path.replace(os.sep, "/") if os.sep != "/" else path


def slashed(path: str) -> str:
    """The folder's path with `/` between and behind its parts; "" stays ""."""
    return posix(path) if path in ("", "/") else posix(path).rstrip("/") + "/"


def relative(path: str, start: str) -> str:
    """The POSIX path from `start`, "" for `start` itself; on another Windows drive the path as it is."""
    with suppress(ValueError):
        path = os.path.relpath(path, start)
    return "" if path == "." else posix(path)


def is_inside(path: str, folder: str) -> bool:
    """Whether a path is `folder` or lies below it.

    Both are absolute and normal, with either kind of slash. No link is followed: where one may lead out, hand over what
    `os.path.realpath` says of both.
    """
    path, folder = posix(path), posix(folder)
    return path == folder or path.startswith(folder.rstrip("/") + "/")
