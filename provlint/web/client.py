"""What one task asks with: its connections and clock, and what it shares with the other tasks of the run."""

import threading
from typing import NamedTuple

from provlint.model.web_options import ReadPage, WebOptions
from provlint.web.adapter import Door, GuardedAdapter
from provlint.web.clock import Clock
from provlint.web.headers import RequestHeaders
from provlint.web.pace import Pace

_LARGE_AT_ONCE = 3  # bodies of up to `max_body` that are held at a time: what keeps the memory of a run low
LARGE = 262_144


class Shared(NamedTuple):
    """What all tasks of a run have in common."""

    options: WebOptions
    read_page: ReadPage
    door: Door
    pace: Pace
    headers: RequestHeaders
    large: threading.BoundedSemaphore
    large_page: threading.Lock  # held while one is read: its tree may take ten times its size


def shared(options: WebOptions, read_page: ReadPage, ended: threading.Event) -> Shared:
    """The common things of a run; `ended` ends all waiting."""
    return Shared(
        options,
        read_page,
        Door(options, ended),
        Pace(options, ended),
        RequestHeaders(options),
        threading.BoundedSemaphore(_LARGE_AT_ONCE),
        threading.Lock(),
    )


class Client:
    """One task's own."""

    def __init__(self, run: Shared) -> None:
        self.run = run
        self.clock = Clock()
        self.adapter = GuardedAdapter(run.door, self.clock)

    def close(self) -> None:
        """Close its connections."""
        self.adapter.close()
