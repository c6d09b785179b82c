"""All that is wanted of one host, asked in sequence; what is to be asked again is asked when its time has come."""

import heapq
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from provlint.model.web import Failure, Wanted, WebAnswer
from provlint.web import fetch
from provlint.web.client import Client, Shared
from provlint.web.crew import Steps, Wait
from provlint.web.robots import Robots
from provlint.web.siblings import Siblings
from provlint.web.target import parse

_PATIENCE = 5  # addresses in a row that a host leaves unanswered, before the rest of them is not asked
_WEARY = 2  # the same, before its addresses are not asked again
_PROVEN = 4  # times as patient with a host that has answered before
_HOPELESS: frozenset[Failure] = frozenset(("timed-out", "no-route", "connection-refused"))


class Job(NamedTuple):
    """One address; `spent` are the seconds of its time that earlier tries took."""

    wanted: Wanted
    tries: int = 0
    spent: float = 0.0
    named: bool = False  # its name was looked up a second time


class HostTask:
    """The addresses of one host. `give` takes the answers, `learn` what is known so far of those to be asked again."""

    def __init__(self, jobs: list[Job], due: float = 0.0) -> None:
        """Not before `due`, on the monotonic clock."""
        self.due = due
        self._fresh = deque(jobs)
        self._later: list[tuple[float, int, Job]] = []
        self._again: list[Job] = []
        self._unanswered = 0  # addresses in a row
        self._told_off = 0  # the same, that were told to come back later
        self._proven = False
        self._robots = Robots()

    def run(
        self,
        run: Shared,
        siblings: Siblings,
        ended: threading.Event,
        give: Callable[[WebAnswer], None],
        learn: Callable[[WebAnswer], None],
    ) -> Steps[list[Job]]:
        """Ask for all of them; those are given back whose name is to be looked up once more, later in the run."""
        client = Client(run)
        try:
            while job := (yield from self._next()):
                if ended.is_set():
                    break
                answer = yield from self._ask(client, job)
                wait = self._wait(answer, job, run)
                if wait is None:
                    give((yield from siblings.added(client, answer)))
                else:
                    learn(answer)
                    spent = run.options.timeout - (client.clock.until - time.monotonic())
                    self._put_off(job._replace(tries=answer.tries, spent=spent), wait, answer)
                client.clock.rest()
        finally:
            client.close()
        return self._again

    def _next(self) -> Steps[Job | None]:
        if self._later and (not self._fresh or self._later[0][0] <= time.monotonic()):
            yield Wait(None, self._later[0][0])
            return heapq.heappop(self._later)[2]
        return self._fresh.popleft() if self._fresh else None

    def _ask(self, client: Client, job: Job) -> Steps[WebAnswer]:
        options = client.run.options
        if self._is_out_of(_PATIENCE):
            return WebAnswer(
                job.wanted.url,
                failure="limit-reached",
                detail=f"{self._unanswered or self._told_off} addresses of this host failed in a row",
            )
        client.clock.start(options.timeout - job.spent)
        if options.robots == "obey" and not job.tries:
            forbidden = yield from self._robots.forbids(client, parse(job.wanted.url))
            if forbidden:
                return WebAnswer(job.wanted.url, failure="skipped", detail="robots.txt")
        answer = yield from fetch.look(client, job.wanted)
        return answer._replace(tries=job.tries + 1) if job.tries else answer

    def _wait(self, answer: WebAnswer, job: Job, run: Shared) -> float | None:
        """Seconds before the job is taken up again; None when the answer stands."""
        if answer.failure == "limit-reached":
            return None
        if answer.failure == "no-such-name" and not job.named:
            return run.options.retry_wait
        wait = None if self._is_out_of(_WEARY) else fetch.wait_before_retry(answer, run.options)
        if wait is None:
            hopeless = answer.failure in _HOPELESS and len(answer.hops) == 1
            self._unanswered = self._unanswered + 1 if hopeless else 0
            self._told_off = self._told_off + 1 if answer.status == 429 else 0
            self._proven |= not answer.failure and answer.status != 429
        return wait

    def _is_out_of(self, patience: int) -> bool:
        return self._told_off >= patience or self._unanswered >= patience * (_PROVEN if self._proven else 1)

    def _put_off(self, job: Job, wait: float, answer: WebAnswer) -> None:
        if answer.failure == "no-such-name":
            self._again.append(job._replace(named=True))
        else:
            heapq.heappush(self._later, (time.monotonic() + wait, id(job), job))
