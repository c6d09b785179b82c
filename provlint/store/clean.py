"""`provlint clean`: removes what the store has written, and nothing else."""

import os

from provlint.store.database import files


def clean(folder: str) -> tuple[int, int]:
    """How many files of the store in `folder` were removed, and their bytes; `OSError` if one cannot be."""
    count = size = 0
    for path in files(folder):
        size += os.path.getsize(path)
        os.unlink(path)
        count += 1
    try:
        os.rmdir(folder)
    except OSError:
        pass  # it holds something of others, or is not there
    return count, size
