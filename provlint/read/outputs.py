"""The files that a shell made of our output, `provlint check . > report.txt`: no documents of that folder."""

import os
import stat
from contextlib import suppress


def outputs() -> frozenset[tuple[int, int]]:
    """What standard output and standard error are written to, as far as it is files (`identity`)."""
    found = set()
    for stream in (1, 2):
        with suppress(OSError):  # it may be closed
            status = os.fstat(stream)
            if stat.S_ISREG(status.st_mode):
                found.add(identity(status))
    return frozenset(found)


def identity(status: os.stat_result) -> tuple[int, int]:
    """What tells a file from all others, whatever name leads to it."""
    return status.st_dev, status.st_ino
