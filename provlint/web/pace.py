"""The pace on each host: from the start of one request to the start of the next, whichever task makes it."""

import threading
import time

from provlint.model.web_options import WebOptions
from provlint.web import host_patterns
from provlint.web.crew import Steps, Wait
from provlint.web.target import Target
from provlint.web.unanswered import Unanswered

_USUAL_PORTS = (80, 443)


def host_of(target: Target) -> str:
    """What counts as one host: a name, and the port where it is an unusual one."""
    return target.host if target.port in _USUAL_PORTS else f"{target.host}:{target.port}"


class Pace:
    """Shared by all tasks of a run."""

    def __init__(self, options: WebOptions, ended: threading.Event) -> None:
        """`ended` ends every wait."""
        self._options = options
        self._ended = ended
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, target: Target) -> Steps[float]:
        """Wait for the host's turn; the seconds waited. Unanswered when the run ends first."""
        host = host_of(target)
        options = self._options
        pace = host_patterns.first(options.pace_for, target.host, options.pace) if options.pace_for else options.pace
        with self._lock:
            now = time.monotonic()
            start = max(now, self._next.get(host, 0.0))
            self._next[host] = start + pace
        delay = start - now
        if delay > 0:
            yield Wait(None, start)
        if self._ended.is_set():
            raise Unanswered("stopped")
        return max(0.0, delay)
