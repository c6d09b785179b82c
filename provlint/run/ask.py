"""What documents cite and nobody knows yet → asked of the store, then of the web, each address once."""

import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from provlint.history.blame import day_of
from provlint.judge.verdicts.history import look_of
from provlint.judge.verdicts.options import VerdictOptions
from provlint.judge.verdicts.verdict import verdict
from provlint.model.web import Look, Wanted, WebAnswer
from provlint.model.web_options import OnProgress, WebOptions
from provlint.run.masked import masked
from provlint.run.web_view import Answers
from provlint.run.wishes import Missing
from provlint.store.answer_json import Kept
from provlint.store.answers import New, Store
from provlint.store.identity import identity
from provlint.store.lifetime import lifetime
from provlint.text.archives import availability
from provlint.text.normal import split

#: Without a network some systems say of every name that there is none.
_UNREACHABLE = frozenset(("no-such-name", "name-not-resolved", "no-route"))
_HOSTS = 3  # that all cannot be reached, until it is the network that is missing
_MOST_COPIES = 200  # dead addresses of a run whose archived copies are asked for


class Learnt(NamedTuple):
    """The answers by key; whether the network seems to be missing; whether somebody stopped the run."""

    answers: Answers
    no_network: bool = False
    interrupted: bool = False


class Asker:
    """Asks for what is missing, and keeps each answer as it comes."""

    def __init__(
        self,
        options: Callable[[Iterable[str]], WebOptions],
        store: Store | None,
        today: str,
        service: str,
        progress: OnProgress | None,
    ) -> None:
        """`options` gives the options for the hosts that will be asked; `service` tells of archived copies."""
        self._options = options
        self._store = store
        self._today = today
        self._service = service
        self._progress = progress
        self._stop = threading.Event()
        self._answers = Answers()
        self._looks: dict[str, tuple[Look, ...]] = {}  # of earlier days, by key
        self._new: list[New] = []  # answers that are not in the store yet
        self._late: list[tuple[str, Kept]] = []  # failures that are the network's, if it turns out to be missing
        self._reached = False

    def learn(self, missing: Iterable[Missing]) -> Learnt:
        """All that can be learnt of what is missing. A Ctrl-C ends it with what is known by then."""
        rows = list(missing)
        with _stopping(self._stop):
            self._ask(_wanted(rows))
            if self._service:  # which, if it answers, shows that there is a network
                self._ask(self._copies(rows))
        no_network = self._is_cut_off()
        for name, kept in self._late:
            if no_network:  # nothing was learnt of the address
                self._answers.kept[name] = kept._replace(answer=kept.answer._replace(failure="no-route"))
            else:
                self._keep(name, kept)
        self._write()
        return Learnt(self._answers, no_network, self._stop.is_set())

    def _ask(self, wanted: Sequence[Wanted]) -> None:
        names = {one.url: (identity(one.url), one) for one in wanted}
        if self._store:
            self._store.fetch(name for name, _ in names.values())
        left = [one for url, one in sorted((one.url, one) for one in wanted) if not self._from_store(*names[url])]
        if not left or self._stop.is_set():
            return
        if self._store:
            self._looks |= self._store.looks([names[one.url][0] for one in left])
        from provlint.page.read import read_page
        from provlint.web.schedule import ask

        try:
            ask(
                left,
                self._options({_place(one.url) for one in left}),
                read_page,
                on_answer=lambda answer: self._take(answer, *names[answer.url]),
                stop=self._stop,
                progress=self._progress,
                on_pause=self._write,
            )
        finally:
            self._write()

    def _from_store(self, name: str, wanted: Wanted) -> bool:
        kept = self._store.get(name, wanted) if self._store else None
        if kept:
            self._answers.kept[name] = kept
        return kept is not None

    def _take(self, answer: WebAnswer, name: str, wanted: Wanted) -> None:
        kept = self._answers.kept[name] = Kept(masked(answer), wanted.fragments, self._looks.get(name, ()))
        if answer.failure in _UNREACHABLE:
            self._late.append((name, kept))
        else:
            self._reached = self._reached or bool(answer.status or answer.peer)
            self._keep(name, kept)

    def _keep(self, name: str, kept: Kept) -> None:
        if self._store is None:
            return
        judged = verdict(kept.answer, kept.answer.url, kept.looks, VerdictOptions(self._today))
        seconds = lifetime(kept.answer, judged)
        if seconds:
            day = kept.answer.checked_at[:10]
            self._new.append(New(name, kept, look_of(kept.answer, day), seconds))

    def _write(self) -> None:
        """Keep what came since the last time: one transaction costs as much as the answers of one."""
        new, self._new = self._new, []
        for name, mark in (self._store.put_all(new) if self._store and new else {}).items():
            self._answers.kept[name] = self._answers.kept[name]._replace(mark=mark)

    def _is_cut_off(self) -> bool:
        hosts = {split(kept.answer.url).host for _, kept in self._late} - {split(self._service).host}
        return not self._reached and len(hosts) >= _HOSTS

    def _copies(self, rows: Iterable[Missing]) -> list[Wanted]:
        """What the service is asked: for each dead address the copy nearest to the earliest day it was cited on."""
        found: dict[str, Wanted] = {}
        for row in rows:
            kept = self._answers.get(identity(row.url)) if row.archive else None
            if kept and verdict(kept.answer, row.url, kept.looks, VerdictOptions(self._today)).verdict == "dead":
                address = availability(self._service, row.url, row.date or day_of(row.path, row.line))
                found.setdefault(address, Wanted(address, text=True))
        return [found[address] for address in sorted(found)[:_MOST_COPIES]]


def _wanted(rows: Iterable[Missing]) -> list[Wanted]:
    wanted: dict[str, Wanted] = {}
    for row in rows:
        before = wanted.get(row.url, Wanted(row.url))
        fragments = before.fragments | {row.fragment} if row.fragment else before.fragments
        wanted[row.url] = Wanted(row.url, fragments, before.text or row.text)
    return list(wanted.values())


@contextmanager
def _stopping(stop: threading.Event) -> Iterator[None]:
    """Inside, the first Ctrl-C sets `stop`; a second one is a KeyboardInterrupt."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def heard(*_: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _place(url: str) -> str:
    """The host of an address, with its port where it is not the usual one."""
    parts = split(url)
    return parts.host if parts.port in ("", "443") else f"{parts.host}:{parts.port}"
