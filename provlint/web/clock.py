"""How long the address that is being asked may still take: one clock a task, seen by its sockets."""

import time


class Clock:
    """A deadline on the monotonic clock, set anew for each address and, within it, for reading a body."""

    __slots__ = ("until",)

    def __init__(self, seconds: float = 0.0) -> None:
        self.until = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds, more than none; TimeoutError when none are left."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError("deadline")
        return left
