"""Paths of the machine → POSIX paths, as settings and reports have them."""

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
