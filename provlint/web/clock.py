"""How long the address that is being asked may still take: one clock a task, which the watch over its sockets reads."""

import math
import time


class Clock:
    """A deadline on the monotonic clock, set anew for each address and, within it, for reading a body."""

    __slots__ = ("until",)

    def __init__(self) -> None:
        self.until = math.inf

    def start(self, seconds: float) -> None:
        """Let it run for so many seconds from now."""
        self.until = time.monotonic() + seconds

    def rest(self) -> None:
        """Stop it: nothing is being asked."""
        self.until = math.inf

    @property
    def is_over(self) -> bool:
        """Whether the deadline has passed."""
        return time.monotonic() >= self.until

    def left(self) -> float:
        """Seconds, more than none; TimeoutError when none are left."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError("deadline")
        return left
