"""The run: each address asked once, one task a host, many hosts at once."""

import contextlib
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from provlint.errors import UserError
from provlint.model.web import Failure, Wanted, WebAnswer
from provlint.model.web_options import OnAnswer, OnProgress, Progress, ReadPage, WebOptions
from provlint.web import client, host_patterns
from provlint.web.crew import Steps, Wait
from provlint.web.host_task import HostTask, Job
from provlint.web.pace import host_of
from provlint.web.siblings import Siblings
from provlint.web.target import parse
from provlint.web.unanswered import Unanswered

_TICK = 0.05  # seconds between two looks at the answers and the stop flag
_IDLE = 1.0  # seconds between two looks for a host to be asked again
_OTHERS = 60  # descriptors that a run has open besides its connections
_FEWEST = 8  # hosts at once, however few descriptors there are


def ask(
    wanted: Sequence[Wanted],
    options: WebOptions,
    read_page: ReadPage,
    *,
    on_answer: OnAnswer,
    stop: threading.Event,
    progress: OnProgress | None = None,
    on_pause: Callable[[], None] | None = None,
) -> None:
    """Ask the web for every address of `wanted` and hand one answer for each to `on_answer`, in no certain order.

    `on_pause` is called after each handful of answers. All are called in the thread that called. When `stop` is set,
    the run's budget is spent, or an exception (Ctrl-C) comes, what is left is answered with what was learnt of it so
    far, or with "stopped", within two seconds.
    """
    _Run(options, read_page, on_answer, progress, on_pause).ask(wanted, stop)


class _Run:
    """One run's tasks, threads and answers."""

    def __init__(
        self,
        options: WebOptions,
        read_page: ReadPage,
        on_answer: OnAnswer,
        progress: OnProgress | None,
        on_pause: Callable[[], None] | None,
    ) -> None:
        self._options = options
        self._on_answer = on_answer
        self._progress = progress
        self._on_pause = on_pause
        self._ended = threading.Event()
        self._shared = client.shared(options, read_page, self._ended)
        self._siblings = Siblings()
        self._answers: deque[WebAnswer] = deque()
        self._all_done = threading.Event()
        self._learnt: dict[str, WebAnswer] = {}
        self._tasks: deque[HostTask] = deque()
        self._open = 0  # tasks that are not done
        self._change = threading.Lock()

    def ask(self, wanted: Sequence[Wanted], stop: threading.Event) -> None:
        left: dict[str, Wanted] = {}
        with self._trusting(wanted):
            tasks = self._planned(wanted, left)
        self._tasks.extend(tasks)
        self._open = len(tasks)
        if not tasks:
            return
        for _ in range(min(self._options.hosts_at_once, len(tasks), _room())):
            self._shared.door.crew.add(self._work())
        self._shared.door.crew.start()
        try:
            self._collect(left, len(wanted), len(tasks), stop)
        finally:
            self._ended.set()
            for url in left:
                self._on_answer(
                    self._learnt.get(url) or WebAnswer(url, failure="stopped", detail="the run ended first")
                )

    @contextlib.contextmanager
    def _trusting(self, wanted: Sequence[Wanted]) -> Iterator[None]:
        """A stretch of time beside which certificates are loaded. UserError when the user's file holds none."""
        door = self._shared.door
        if not (self._options.ca_file or any(each.url.startswith("https") for each in wanted)):
            yield
            return
        begun = threading.Thread(target=_quietly, args=(door.tls,), daemon=True)
        begun.start()
        yield
        door.tls()

    def _planned(self, wanted: Sequence[Wanted], left: dict[str, Wanted]) -> list[HostTask]:
        """The tasks, those with most to ask first; what is not to be asked is answered at once."""
        hosts: dict[str, list[Job]] = {}
        is_skipped = host_patterns.skipper(self._options.skip)
        for each in wanted:
            try:
                target = parse(each.url)
            except Unanswered as error:
                self._refuse(each, error.failure, error.detail)
                continue
            if each.url in left:
                continue
            jobs = hosts.setdefault(host_of(target), [])
            if is_skipped(target):
                self._refuse(each, "skipped", "the settings leave it out")
            elif len(jobs) >= self._options.max_per_host:
                self._refuse(each, "limit-reached", f"more than {self._options.max_per_host} addresses of one host")
            elif len(left) >= self._options.max_addresses:
                self._refuse(each, "limit-reached", f"more than {self._options.max_addresses} addresses in one run")
            else:
                left[each.url] = each
                jobs.append(Job(each))
        return [HostTask(jobs) for jobs in sorted(hosts.values(), key=len, reverse=True) if jobs]

    def _refuse(self, each: Wanted, failure: Failure, detail: str) -> None:
        self._on_answer(WebAnswer(each.url, failure=failure, detail=detail))

    def _collect(self, left: dict[str, Wanted], total: int, hosts: int, stop: threading.Event) -> None:
        # Looked at now and then instead of waited for: waking this thread for each answer would cost what asking does.
        begun = time.monotonic()
        while left and not stop.is_set() and time.monotonic() - begun < self._options.budget:
            all_done = self._all_done.wait(_TICK)
            while self._answers:
                answer = self._answers.popleft()
                if left.pop(answer.url, None):
                    self._on_answer(answer)
            if self._on_pause:
                self._on_pause()
            if self._progress:
                done = total - len(left)
                rate = done / max(time.monotonic() - begun, 0.001)
                to_come = len(left) / rate if rate else -1.0
                self._progress(Progress(done, total, hosts - self._open, hosts, rate, to_come))
            if all_done:
                return

    def _work(self) -> Steps[None]:
        """One of as many tasks as hosts are asked at once: takes host after host."""
        while True:
            task, due = self._taken()
            if task is not None:
                again: list[Job] = []
                try:
                    again = yield from task.run(
                        self._shared, self._siblings, self._ended, self._answers.append, self._learn
                    )
                finally:
                    self._done(again)
            elif self._open and not self._ended.is_set():
                yield Wait(None, due)
            else:
                return

    def _taken(self) -> tuple[HostTask | None, float]:
        """The next task that is due, or the time to look again."""
        with self._change:
            now = time.monotonic()
            for _ in range(len(self._tasks)):
                task = self._tasks.popleft()
                if task.due <= now:
                    return task, now
                self._tasks.append(task)
            return None, min(min((task.due for task in self._tasks), default=now + _IDLE), now + _IDLE)

    def _done(self, again: list[Job]) -> None:
        with self._change:
            if again:
                for job in again:
                    self._shared.door.names.forget(parse(job.wanted.url).host)
                self._tasks.append(HostTask(again, time.monotonic() + self._options.retry_wait))
            else:
                self._open -= 1
                if not self._open:
                    self._all_done.set()

    def _learn(self, answer: WebAnswer) -> None:
        self._learnt[answer.url] = answer


def _room() -> int:
    """How many hosts the system's limit of descriptors lets a run ask at once: two each, one for where it leads."""
    try:
        from resource import RLIM_INFINITY, RLIMIT_NOFILE, getrlimit
    except ImportError:  # Windows, where nothing limits them
        return sys.maxsize
    most = getrlimit(RLIMIT_NOFILE)[0]
    return sys.maxsize if most == RLIM_INFINITY else max(_FEWEST, (most - _OTHERS) // 2)


def _quietly(work: Callable[[], object]) -> None:
    """Do in a thread what is done once more where its error is heard."""
    with contextlib.suppress(UserError):
        work()
