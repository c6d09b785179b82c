"""Many documents on all processors: the same outcomes in the same order as one process would give."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from provlint.run.outcome import Outcome

if TYPE_CHECKING:
    from provlint.run.work import Workbench

_WORTH = 1_500_000  # bytes of documents below which a second process costs more time than it saves
_PARTS = 24  # pieces of work a process gets, so that none waits long for the slowest


def outcomes(make: Callable[[], "Workbench"], paths: Sequence[str], jobs: int) -> Iterator[Outcome]:
    """The outcome of each file in order. `make` builds the workbench, once in each process."""
    processes = min(jobs or _processors(), len(paths))
    if processes < 2 or _total_size(paths) < _WORTH:
        bench = make()
        yield from map(bench.file, paths)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A fork shares what is already imported and opens no socket; where it is not safe or not there, spawn.
    method = "fork" if sys.platform == "linux" else "spawn"
    with ProcessPoolExecutor(processes, get_context(method), _start, (make,)) as pool:
        chunk = max(1, len(paths) // (processes * _PARTS))
        yield from pool.map(_file, paths, chunksize=chunk)


_bench: "Workbench | None" = None


def _start(make: Callable[[], "Workbench"]) -> None:
    import gc
    import signal

    global _bench
    gc.disable()  # as in the parent: documents and facts hold no cycles
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C is the parent's to answer; this process just ends
    _bench = make()


def _file(path: str) -> Outcome:
    assert _bench
    return _bench.file(path)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _total_size(paths: Sequence[str]) -> int:
    total = 0
    for path in paths:
        try:
            total += os.stat(path).st_size
        except OSError:
            continue
        if total >= _WORTH:
            break
    return total
