"""Where the store lies: the platform's cache folder, or the one the command line names; never among the documents."""

import os
from collections.abc import Iterable

from provlint.text.paths import is_inside

_MODE = 0o700


def cache_folder(named: str = "") -> str:
    """The absolute path of the cache folder, which need not exist; `named` is what the command line says."""
    if named:
        return os.path.abspath(named)
    from platformdirs import user_cache_dir

    return user_cache_dir("provlint", appauthor=False)


def lies_below(folder: str, roots: Iterable[str]) -> str:
    """The first of the folders `roots` that `folder` lies in, links followed; "" for none."""
    real = os.path.realpath(folder)
    return next((root for root in roots if is_inside(real, os.path.realpath(root))), "")


def make(folder: str) -> None:
    """The folder, readable for its owner only; `OSError` if it cannot be."""
    os.makedirs(folder, _MODE, exist_ok=True)
