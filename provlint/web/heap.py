"""Large blocks of memory go back to the system when they are freed, whichever thread had them.

The C library of most Linux systems learns from the first large block that is freed to keep such blocks, for each
thread apart: a hundred threads, each of which reads one large page, then hold what they do not need.
"""

import contextlib
import sys

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of <malloc.h>; once it is set, it is not changed by what is freed
_LARGE = 524_288  # bytes


def give_back() -> None:
    """From now on in this process; nothing where the C library knows no such setting."""
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
