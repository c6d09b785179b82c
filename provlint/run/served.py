"""Ctrl-C in processes that serve another: the work in hand ends, an answer that is being sent goes out whole.

A terminal sends it to all processes of a run. If one died with half an answer in the pipe, the run would wait for the
other half for ever, as the pipe stays open in the run itself.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_CAN_BLOCK = hasattr(signal, "pthread_sigmask")  # not on Windows


class _Serving:
    """What a serving process is at."""

    is_at_work = False
    is_over = False


def serve() -> None:
    """Make this process one that serves another."""
    import gc

    gc.disable()  # as in the parent: documents and facts hold no cycles
    signal.signal(signal.SIGINT, _stop)
    if _CAN_BLOCK:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextmanager
def at_work() -> Iterator[None]:
    """Inside, Ctrl-C is a KeyboardInterrupt; if there has been one, this is."""
    _Serving.is_at_work = True
    try:
        if _Serving.is_over:
            raise KeyboardInterrupt
        yield
    finally:
        _Serving.is_at_work = False


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Inside, Ctrl-C waits, and processes that are started let it wait until they `serve`."""
    if not _CAN_BLOCK:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stop(*_: object) -> None:
    _Serving.is_over = True
    if _Serving.is_at_work:
        raise KeyboardInterrupt
