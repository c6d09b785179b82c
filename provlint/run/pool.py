"""Many documents on all processors: the same outcomes in the same order as one process would give."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from provlint.run.outcome import Outcome
from provlint.run.served import at_work, serve, without_interrupts

if TYPE_CHECKING:
    from provlint.run.work import Workbench

_Result = TypeVar("_Result")
#: A fork shares what is already imported and opens no socket; where it is not safe or not there, spawn.
_FORKS = sys.platform == "linux"
_WORTH = 1_500_000  # bytes of documents below which a second process costs more time than it saves
_FIRST = 4  # files judged before the fork: what they make a process import and compile, the others have already
_MANY = 50  # things, for each process, below which `spread` calls one by one
_SHARES = 8  # of the things, for each process
_FEW = 50  # files, for each of those: of a few large ones none may wait
_SHARE = 4  # of what is left, the part of a process's share that the next piece of work is
_LEAST = 128  # pieces that a process's share would be cut into, were all as small as the last


def outcomes(make: "Callable[[], Workbench]", paths: Sequence[str], jobs: int) -> Iterator[Outcome]:
    """The outcome of each file in order. `make` builds the workbench, once in each process."""
    processes = min(jobs or _processors(), len(paths))
    sizes = [_size(path) for path in paths] if processes > 1 else []
    bench = make()
    if processes < 2 or sum(sizes) < _WORTH or not _can_share():
        yield from map(bench.file, paths)
        return
    found: list[Outcome | None] = [None] * len(paths)
    largest = sorted(range(len(paths)), key=lambda at: -sizes[at])
    first = slice(len(largest) // 4, len(largest) // 4 + min(_FIRST, len(largest) // _FEW))
    for at in largest[first]:
        found[at] = bench.file(paths[at])
    del largest[first]
    parts = _parts(largest, sizes, processes)
    ready = bench if _FORKS else None
    pieces = [[paths[at] for at in part] for part in parts]
    for part, judged in zip(parts, _served(processes, _start, (make, ready), _files, pieces), strict=True):
        for at, outcome in zip(part, judged, strict=True):
            found[at] = outcome
    yield from (outcome for outcome in found if outcome)


def spread(function: Callable[[Any], _Result], things: Sequence[Any], jobs: int) -> list[_Result]:
    """What `function` gives for each of the things, in order; what it holds is shared by a fork, and not sent."""
    processes = min(jobs or _processors(), len(things) // _MANY)
    if processes < 2 or not _FORKS or not _can_share():
        return [*map(function, things)]
    share = -(-len(things) // (processes * _SHARES))
    pieces = [things[at : at + share] for at in range(0, len(things), share)]
    return [one for found in _served(processes, _hold, (function,), _calls, pieces) for one in found]


def _served(
    processes: int,
    start: Callable[..., None],
    given: tuple[Any, ...],
    work: Callable[[Any], _Result],
    pieces: Sequence[Any],
) -> Iterator[_Result]:
    """What `work` gives for each piece, in order; each process begins with `start(*given)`."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    method = "fork" if _FORKS else "spawn"
    with ProcessPoolExecutor(processes, get_context(method), start, given) as pool:
        try:
            with without_interrupts():  # until the new processes have their own way with them
                found = pool.map(work, pieces)
            yield from found
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


@cache
def _can_share() -> bool:
    """Whether the system gives processes a lock for what they share: where nothing may be written, some do not."""
    try:
        from multiprocessing import Lock

        Lock()
    except (ImportError, OSError):
        return False
    return True


_held: Callable[[Any], Any] | None = None


def _hold(function: Callable[[Any], Any]) -> None:
    global _held
    serve()
    _held = function


def _calls(things: Sequence[Any]) -> list[Any]:
    assert _held
    with at_work():
        return [*map(_held, things)]


def _parts(places: Sequence[int], sizes: Sequence[int], processes: int) -> list[list[int]]:
    """The places of files in pieces of work, each smaller than the one before, so that all processes end together.

    (Guided self-scheduling: Polychronopoulos and Kuck, 1987.)
    """
    left = sum(sizes[at] for at in places)
    least = left / (processes * _LEAST)
    parts: list[list[int]] = []
    room = 0.0
    for at in places:
        if room <= 0:
            parts.append([])
            room = max(least, left / (processes * _SHARE))
        parts[-1].append(at)
        room -= sizes[at]
        left -= sizes[at]
    return parts


_bench: "Workbench | None" = None


def _start(make: "Callable[[], Workbench]", ready: "Workbench | None") -> None:
    global _bench
    serve()
    _bench = ready or make()


def _files(paths: Sequence[str]) -> list[Outcome]:
    assert _bench
    with at_work():
        return [_bench.file(path) for path in paths]


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
