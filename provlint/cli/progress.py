"""How far asking is, on standard error: a line that moves on a terminal, one line a second in a log, else nothing."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provlint.model.web_options import OnProgress, Progress

_ON_TERMINAL = 0.1  # seconds between two states of the line
_IN_LOG = 1.0
_BAR, _SHORTEST = 24, 6  # cells of the bar


def progress(*, wanted: bool, environment: Mapping[str, str] = os.environ) -> "OnProgress | None":
    """Who is told how far a run is; None where nobody looks."""
    if not wanted:
        return None
    if sys.stderr.isatty() and environment.get("TERM") != "dumb":
        return _Shown(_redraw, _ON_TERMINAL)
    if environment.get("CI") not in (None, "", "false", "0"):
        return _Shown(_log, _IN_LOG)
    return None


class _Shown:
    def __init__(self, draw: "Callable[[Progress], None]", pause: float) -> None:
        self._draw, self._pause, self._next = draw, pause, 0.0

    def __call__(self, state: "Progress") -> None:
        now = time.monotonic()
        is_over = state.done >= state.total
        if is_over or now >= self._next:
            self._next = now + self._pause
            self._draw(state)


def words(state: "Progress") -> str:
    """One line: addresses and hosts done, the rate, the time left."""
    left = f", {_duration(state.left)} left" if state.left >= 0 and state.done < state.total else ""
    hosts = f"{state.hosts_done:,} of {state.hosts:,} hosts"
    return f"asked {state.done:,} of {state.total:,} addresses, {hosts}, {state.rate:.0f} a second{left}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.5), 60)
    return f"{minutes}:{rest:02d} min" if minutes else f"{rest} s"


def _redraw(state: "Progress") -> None:
    if state.done >= state.total:
        sys.stderr.write("\r\x1b[K")
    else:
        sys.stderr.write(f"\r{line(state, _columns() - 1)}\x1b[K")
    sys.stderr.flush()


def line(state: "Progress", columns: int) -> str:
    """A bar and the words, in so many columns: where there is no room for both, the words tell more."""
    told = words(state)
    cells = min(_BAR, columns - len(told) - 1)
    if cells < _SHORTEST:
        return told[:columns]
    full = cells * state.done // max(1, state.total)
    return f"{'━' * full}{'╌' * (cells - full)} {told}"


def _columns() -> int:
    try:
        return max(20, os.get_terminal_size(sys.stderr.fileno()).columns)
    except (OSError, ValueError):
        return 80


def _log(state: "Progress") -> None:
    sys.stderr.write(f"provlint: {words(state)}\n")
    sys.stderr.flush()
