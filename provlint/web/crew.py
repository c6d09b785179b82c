"""Many tasks, few threads: a task waits as an entry of a selector, not as a thread.

A thread for each of two hundred hosts asks as fast, but takes twice the processor's time: all of them fight for the
interpreter whenever one lets go of it. So tasks are generators which yield what they wait for, and one thread runs them
in turn. Only what cannot be waited for in a selector (a name server, the set-up of a connection, a long body) holds a
thread, and another goes on meanwhile; a watch finds threads that are held without having said so.
"""

import contextlib
import heapq
import math
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Generator, Iterator
from typing import NamedTuple, TypeVar, cast

_TICK = 0.02  # seconds between two looks for a thread that is held
_LONGEST_POLL = 0.05  # seconds: what other threads put off in the meantime is seen that late
_MOST_PARKED = 8


class Wait(NamedTuple):
    """What a task waits for: a socket to read from or to write to, and a time on the monotonic clock at the latest."""

    sock: socket.socket | None
    until: float = math.inf
    for_writing: bool = False


_Result = TypeVar("_Result")
#: A function that may have to wait: it yields what for, and returns its result.
Steps = Generator[Wait, None, _Result]


def finished(steps: Steps[_Result]) -> _Result:
    """The result of `steps`, waited for in this thread."""
    while True:
        try:
            wait = next(steps)
        except StopIteration as end:
            return cast("_Result", end.value)
        left = max(0.0, min(wait.until - time.monotonic(), 3600.0))
        if wait.sock is None:
            time.sleep(left)
            continue
        with selectors.DefaultSelector() as selector:
            selector.register(wait.sock, selectors.EVENT_WRITE if wait.for_writing else selectors.EVENT_READ)
            selector.select(left)


class _Seat:
    """A thread at work; `held` while it waits for something inside a step."""

    def __init__(self) -> None:
        self.held = False
        self.step = 0


class Crew:
    """Runs tasks until there are none, or `ended` is set."""

    def __init__(self, ended: threading.Event) -> None:
        """`ended` stops the crew; who is held in a step then leaves after it."""
        self._ended = ended
        self._lock = threading.RLock()
        self._ready: deque[Steps[None]] = deque()
        self._timers: list[tuple[float, int, Steps[None]]] = []
        self._selector = selectors.DefaultSelector()
        self._swept = 0.0  # when the sockets were last looked through for those whose time is over
        self._active: set[_Seat] = set()  # seats that are not held
        self._seat = threading.local()
        self._parked = 0
        self._unpark = threading.Semaphore(0)

    def add(self, task: Steps[None]) -> None:
        """A task to be run; from any thread."""
        with self._lock:
            self._ready.append(task)

    def start(self) -> None:
        """Begin to work, in threads of its own."""
        self._call_up()
        threading.Thread(target=self._watch, name="provlint-web-watch", daemon=True).start()

    @contextlib.contextmanager
    def holding(self) -> Iterator[None]:
        """A stretch of a step that may wait outside the selector: another thread goes on with the other tasks."""
        seat = getattr(self._seat, "own", None)
        if seat is None:
            yield
            return
        self._hold(seat)
        try:
            yield
        finally:
            self._release(seat)

    def _hold(self, seat: _Seat) -> None:
        with self._lock:
            if not seat.held:
                seat.held = True
                self._active.discard(seat)
                if not self._active:
                    self._call_up()

    def _release(self, seat: _Seat) -> None:
        with self._lock:
            if seat.held:
                seat.held = False
                self._active.add(seat)

    def _call_up(self) -> None:
        if self._parked:
            self._parked -= 1
            self._unpark.release()
        else:
            seat = _Seat()
            self._active.add(seat)
            threading.Thread(target=self._work, args=(seat,), name="provlint-web", daemon=True).start()

    def _work(self, seat: _Seat) -> None:
        self._seat.own = seat
        while True:
            with self._lock:
                self._active.add(seat)
                surplus = len(self._active) > 1
                if surplus or self._ended.is_set():
                    self._active.discard(seat)
                    if self._ended.is_set() or self._parked >= _MOST_PARKED:
                        return
                    self._parked += 1
            if surplus:
                self._unpark.acquire()
                continue
            self._run_ready(seat)

    def _run_ready(self, seat: _Seat) -> None:
        """One step of each task that is ready, as long as this is the only thread at work."""
        if not self._ready:
            self._poll()
        while self._ready and len(self._active) == 1 and not self._ended.is_set():
            try:
                task = self._ready.popleft()
            except IndexError:  # another thread has just taken it
                return
            seat.step += 1
            try:
                wait = next(task)
            except StopIteration:
                pass
            else:
                self._put_off(task, wait)
            seat.step += 1
            if seat.held:
                self._release(seat)

    def _put_off(self, task: Steps[None], wait: Wait) -> None:
        with self._lock:
            if self._ended.is_set():
                task.close()
                return
            if wait.sock is None:
                heapq.heappush(self._timers, (wait.until, id(task), task))
                return
            try:
                events = selectors.EVENT_WRITE if wait.for_writing else selectors.EVENT_READ
                self._selector.register(wait.sock.fileno(), events, (task, wait.until))
            except (ValueError, KeyError, OSError):  # closed in the meantime: the task will see
                self._ready.append(task)

    def _poll(self) -> None:
        with self._lock:
            left = self._timers[0][0] - time.monotonic() if self._timers else _LONGEST_POLL
        if self._selector.get_map():
            found = self._selector.select(max(0.0, min(left, _LONGEST_POLL)))
        else:
            found = []
            self._ended.wait(max(0.0, min(left, _LONGEST_POLL)))
        with self._lock:
            now = time.monotonic()
            keys = [key for key, _ in found]
            if now > self._swept + _LONGEST_POLL:
                self._swept = now
                keys += [key for key in self._selector.get_map().values() if key.data[1] <= now and key not in keys]
            for key in keys:
                with contextlib.suppress(KeyError, ValueError, OSError):
                    self._selector.unregister(key.fileobj)
                    self._ready.append(key.data[0])
            while self._timers and self._timers[0][0] <= now:
                self._ready.append(heapq.heappop(self._timers)[2])

    def _watch(self) -> None:
        seen: dict[_Seat, int] = {}
        while not self._ended.wait(_TICK):
            with self._lock:
                stuck = [seat for seat in self._active if seat.step % 2 and seen.get(seat) == seat.step]
                seen = {seat: seat.step for seat in self._active}
                for seat in stuck:
                    self._hold(seat)
        for _ in range(_MOST_PARKED):
            self._unpark.release()
        with self._lock:
            for key in list(self._selector.get_map().values()):
                key.data[0].close()
            for _, _, task in self._timers:
                task.close()
            while self._ready:
                self._ready.popleft().close()
