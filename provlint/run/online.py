"""A run that may ask the web: where its store is, what each process needs of it, and what is learnt in between."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from provlint.errors import UserError
from provlint.model.answers import Answer
from provlint.model.online import Online
from provlint.model.settings import Settings
from provlint.model.web_options import OnProgress
from provlint.run.ask import Asker, Learnt
from provlint.run.web_options import archive_service, realm, web_options
from provlint.run.web_view import Answers, Source, WebView
from provlint.run.wishes import Missing
from provlint.store.answers import Store
from provlint.store.cache_folder import cache_folder, lies_below
from provlint.store.recording import read_recording, write_recording

_UNRECORDED = Answer("unchecked", "not in the recording")
_LATER = Answer("unchecked", "not asked yet")


class Session(NamedTuple):
    """What the processes of a run share. `folder` is "" for a run without a store."""

    settings: Settings
    online: Online
    today: str
    moment: int  # seconds since 1970: what was kept until then is still good
    folder: str
    service: str  # tells of archived copies; "" for none
    recorded: Answers | None  # the answers of an earlier run, which stand for the web

    @property
    def keeps(self) -> bool:
        """Whether what the run learns is found in the store by the next one."""
        return bool(self.folder) and not self.online.record

    def holds(self) -> Callable[[Sequence[tuple[str, int]]], bool] | None:
        """What tells whether answers, by key and mark, are still in the store; None where there is none."""
        store = self._store()
        return store.holds if store else None

    def view(self, answers: Answers | None = None) -> WebView:
        """The verdicts as one process sees them; `answers` is what this run has learnt, once it has."""
        sources: list[Source] = [known for known in (self.recorded, answers) if known is not None]
        store = self._store() if self.recorded is None and not (self.online.record and answers is None) else None
        return WebView(
            [*sources, store] if store else sources,
            self.settings,
            self.online,
            today=self.today,
            service=self.service,
            recorded=self.recorded,
            unknown=_LATER if self.recorded is None else _UNRECORDED,
            asks=self.recorded is None and answers is None,
        )

    def learn(self, missing: Iterable[Missing], progress: OnProgress | None) -> tuple[Learnt, str]:
        """Ask for what is missing; and, in words, what was wrong with the store, "" for nothing."""
        store = self._store()
        asker = Asker(
            partial(web_options, self.settings, self.online),
            store,
            self.today,
            self.service,
            progress,
        )
        try:
            learnt = asker.learn(missing)
        finally:
            if store:
                store.close()
        return learnt, store.problem if store else ""

    def _store(self) -> Store | None:
        return Store(self.folder, realm(self.settings, self.online), self.moment) if self.folder else None


def begin(settings: Settings, online: Online, paths: Sequence[str], today: str) -> tuple[Session, tuple[str, ...]]:
    """The session of a run over `paths`, and notes for its report; `UserError` for an option that cannot stand."""
    web_options(settings, online)  # what is wrong with it is told before any document is read
    told = read_recording(online.replay, "--replay") if online.replay else None
    recorded = Answers(told.kept) if told else None
    service = told.archive if told else archive_service(settings, online)
    folder, notes = "", [*_words_note(settings)]
    if online.cached and recorded is None:
        folder = cache_folder(online.cache_dir)
        root = lies_below(folder, _roots(settings, paths))
        if root:
            notes.append(f"No store is used: the cache folder lies in {root}, among what is checked")
            folder = ""
    return Session(settings, online, today, int(time.time()), folder, service, recorded), tuple(notes)


def clean(online: Online) -> tuple[str, int, int]:
    """Remove what the store has written: the folder, how many files, their bytes."""
    from provlint.store.clean import clean as clean_folder

    folder = cache_folder(online.cache_dir)
    try:
        return folder, *clean_folder(folder)
    except OSError as error:
        raise UserError("clean", error.filename or folder, (error.strerror or str(error)).lower()) from None


def recording(learnt: Learnt, session: Session) -> str:
    """The text of the file that `--record` names."""
    return write_recording(learnt.answers.kept, session.service)


def _words_note(settings: Settings) -> list[str]:
    changed = len(settings.web.words) + sum(len(host.words) for host in settings.web.hosts)
    return [f"The settings give {changed} status codes a word of their own."] if changed else []


def _roots(settings: Settings, paths: Sequence[str]) -> list[str]:
    """The folders that belong to who wrote the documents: those given, that of the settings, their repositories."""
    folders = [path for path in paths if os.path.isdir(path)] + [settings.root] * bool(settings.origin)
    inside = [*folders, *(os.path.dirname(path) or "." for path in paths if not os.path.isdir(path))]
    return [*folders, *filter(None, map(_repository, inside))]


def _repository(folder: str) -> str:
    """The folder at or above `folder` that holds `.git`; "" if there is none."""
    at = os.path.abspath(folder)
    while not os.path.lexists(os.path.join(at, ".git")):
        above = os.path.dirname(at)
        if above == at:
            return ""
        at = above
    return at
