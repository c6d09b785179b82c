"""Leave to hold a large body: only so many are held at a time, which keeps the memory of a run low."""

import threading
import time

from provlint.web.clock import Clock
from provlint.web.crew import Steps, Wait

#: Bytes of a body that are read without leave: one that only drips keeps nobody else waiting.
FREE = 262_144
_TURN = 0.05  # seconds between two tries


class Permit:
    """One body's; asked for when it has grown beyond `FREE`, given back when its page has been read."""

    def __init__(self, many: threading.BoundedSemaphore) -> None:
        """`many` are those of the run."""
        self._many = many
        self._held = False
        self.waited = 0.0  # seconds

    def asked(self, clock: Clock) -> Steps[bool]:
        """Whether it came in time. What it took to wait is no time of the address."""
        begun = time.monotonic()
        until, clock.until = clock.until, float("inf")
        try:
            while not (self._held or self._many.acquire(blocking=False)):
                if time.monotonic() >= until:
                    return False
                yield Wait(None, time.monotonic() + _TURN)
            self._held = True
            return True
        finally:
            waited = time.monotonic() - begun
            self.waited += waited
            clock.until = until + waited

    def give_back(self) -> None:
        """Let others have it."""
        if self._held:
            self._held = False
            self._many.release()
