"""Many documents on all processors: the same outcomes in the same order as one process would give."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from provlint.run.outcome import Outcome

if TYPE_CHECKING:
    from provlint.run.work import Workbench

_WORTH = 1_500_000  # bytes of documents below which a second process costs more time than it saves
_FIRST = 4  # files judged before the fork: what they make a process import and compile, the others have already
_PARTS = 32  # pieces of work a process gets, so that none waits long for the slowest


def outcomes(make: "Callable[[], Workbench]", paths: Sequence[str], jobs: int) -> Iterator[Outcome]:
    """The outcome of each file in order. `make` builds the workbench, once in each process."""
    processes = min(jobs or _processors(), len(paths))
    sizes = [_size(path) for path in paths] if processes > 1 else []
    bench = make()
    if processes < 2 or sum(sizes) < _WORTH:
        yield from map(bench.file, paths)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A fork shares what is already imported and opens no socket; where it is not safe or not there, spawn.
    method = "fork" if sys.platform == "linux" else "spawn"
    found: list[Outcome | None] = [None] * len(paths)
    parts = _parts(sizes, processes * _PARTS)
    middle = parts[len(parts) // 2]
    first, middle[:] = middle[:_FIRST], middle[_FIRST:]
    for at in first:
        found[at] = bench.file(paths[at])
    ready = bench if method == "fork" else None
    with ProcessPoolExecutor(processes, get_context(method), _start, (make, ready)) as pool:
        for part, judged in zip(parts, pool.map(_files, [[paths[at] for at in part] for part in parts]), strict=True):
            for at, outcome in zip(part, judged, strict=True):
                found[at] = outcome
    yield from (outcome for outcome in found if outcome)


def _parts(sizes: Sequence[int], count: int) -> list[list[int]]:
    """The places of the files, the largest first, in some `count` parts that are about equally large."""
    enough = sum(sizes) / count
    parts: list[list[int]] = []
    room = 0.0
    for at in sorted(range(len(sizes)), key=lambda at: -sizes[at]):
        if room <= 0:
            parts.append([])
            room = enough
        parts[-1].append(at)
        room -= sizes[at]
    return parts


_bench: "Workbench | None" = None


def _start(make: "Callable[[], Workbench]", ready: "Workbench | None") -> None:
    import gc
    import signal

    global _bench
    gc.disable()  # as in the parent: documents and facts hold no cycles
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C is the parent's to answer; this process just ends
    _bench = ready or make()


def _files(paths: Sequence[str]) -> list[Outcome]:
    assert _bench
    return [_bench.file(path) for path in paths]


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
