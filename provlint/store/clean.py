"""`provlint clean`: removes what the store has written, and nothing else."""

import os
from contextlib import suppress

from provlint.store import findings
from provlint.store.database import files


def clean(folder: str) -> tuple[int, int]:
    """How many files of the store in `folder` were removed, and their bytes; `OSError` if one cannot be."""
    count = size = 0
    for path in (*files(folder), *findings.files(folder)):
        size += os.path.getsize(path)
        os.unlink(path)
        count += 1
    with suppress(OSError):  # it holds something of others, or is not there
        os.rmdir(folder)
    return count, size
