"""Host names to addresses: asked once for all that is on a host, kept for a minute, never beyond the deadline."""

import contextlib
import queue
import socket
import threading
import time
from collections.abc import Sequence
from typing import NamedTuple

from provlint.model.web_options import Resolve
from provlint.web.clock import Clock
from provlint.web.unanswered import Unanswered

#: Seconds after which a name is asked for again, and with it the guard: see "rebinding".
LIFETIME = 60.0

#: Codes of getaddrinfo by which a name server says that there is no such name, or no address for it.
_NO_NAME = {
    getattr(socket, name, None) for name in ("EAI_NONAME", "EAI_NODATA")
} | {11001, 11004}  # WSAHOST_NOT_FOUND, WSANO_DATA  # fmt: skip

_Found = tuple[str, ...]
_IDLE = 2.0  # seconds after which a thread that waits for a name to look up ends


def system_resolve(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's name service gives, in its order. socket.gaierror when it gives none."""
    # Without AI_ADDRCONFIG: a name with an IPv6 address only is one that cannot be reached, not one that is not there.
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class _Question(NamedTuple):
    """A name to be looked up, and where its asker waits."""

    host: str
    port: int
    answer: "queue.SimpleQueue[_Found | Unanswered]"


class Names:
    """What the names of a run resolved to; shared by all its tasks."""

    def __init__(self, resolve: Resolve | None = None) -> None:
        """`resolve` stands in for the system's name service."""
        self._resolve = resolve or system_resolve
        self._by_port = resolve is not None  # the system knows no ports
        self._known: dict[tuple[str, int], tuple[float, _Found | Unanswered]] = {}
        self._questions: queue.SimpleQueue[_Question] = queue.SimpleQueue()
        self._idle = 0  # threads that wait for a question
        self._lock = threading.Lock()

    def addresses(self, host: str, port: int, clock: Clock) -> _Found:
        """The addresses of `host`; Unanswered when it has none, or no name server said so in time."""
        name = (host, port if self._by_port else 0)
        known = self._known.get(name)
        if known is None or known[0] < time.monotonic():
            found = self._ask(host, port, clock)
            known = self._known[name] = (time.monotonic() + LIFETIME, found)
        if isinstance(known[1], Unanswered):
            raise Unanswered(known[1].failure, known[1].detail)
        return known[1]

    def forget(self, host: str) -> None:
        """The next question for `host` goes to the name service again."""
        for name in [name for name in list(self._known) if name[0] == host]:
            self._known.pop(name, None)

    def _ask(self, host: str, port: int, clock: Clock) -> _Found | Unanswered:
        # getaddrinfo knows no deadline: it is left to itself in a thread when it takes too long.
        question = _Question(host, port, queue.SimpleQueue())
        with self._lock:
            is_taken = self._idle > 0
            self._idle -= is_taken
        self._questions.put(question)
        if not is_taken:
            threading.Thread(target=self._answer, daemon=True).start()
        with contextlib.suppress(queue.Empty):
            return question.answer.get(timeout=clock.left())
        return Unanswered("name-not-resolved", "no name server answered in time")

    def _answer(self) -> None:
        """The work of one thread: question after question, until none comes for a while."""
        while True:
            try:
                question = self._questions.get(timeout=_IDLE)
            except queue.Empty:
                with self._lock:
                    if self._idle:  # else a question is on its way to this thread
                        self._idle -= 1
                        return
                continue
            question.answer.put(self._look_up(question.host, question.port))
            with self._lock:
                self._idle += 1

    def _look_up(self, host: str, port: int) -> _Found | Unanswered:
        try:
            return tuple(self._resolve(host, port)) or Unanswered("no-such-name", "the name has no address")
        except socket.gaierror as error:
            no_name = error.errno in _NO_NAME
            return Unanswered("no-such-name" if no_name else "name-not-resolved", error.strerror or str(error))
        except (OSError, ValueError) as error:  # a name that cannot be written so, in one way or another
            return Unanswered("name-not-resolved", str(error))
