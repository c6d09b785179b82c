"""What is known of the addresses of the web that a document cites: from the store, a recording, or this run."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from provlint.history.blame import day_of
from provlint.judge.verdicts.addresses import unasked
from provlint.judge.verdicts.options import VerdictOptions
from provlint.judge.verdicts.verdict import verdict
from provlint.model.answers import Answer
from provlint.model.document import Document
from provlint.model.facts import Address, Facts, Link
from provlint.model.online import Online, Resolved
from provlint.model.settings import Settings
from provlint.model.web import Wanted
from provlint.model.words import Verdict
from provlint.run.web_options import named
from provlint.run.wishes import Missing, is_web
from provlint.store.answer_json import Kept
from provlint.store.identity import identity
from provlint.text.archives import availability, original_of, snapshot
from provlint.text.globs import url_matcher
from provlint.text.normal import key, split

_RESOLVED = ("local-name", "loopback", "private", "reserved")


class Source(Protocol):
    """What keeps answers: a store, or the answers of a run or a recording by key."""

    def get(self, key: str, wanted: Wanted, /) -> Kept | None:
        """What is kept under a key, if it is good for all that is wanted."""

    def fetch(self, keys: Iterable[str], /) -> None:
        """Make ready what is kept under these keys."""


class WebView:
    """The verdicts on the addresses of documents, from what `sources` know: the first that knows an address counts."""

    def __init__(
        self,
        sources: Sequence[Source],
        settings: Settings,
        online: Online,
        *,
        today: str,
        service: str,
        recorded: "Answers | None",
        unknown: Answer,
        asks: bool,
    ) -> None:
        """`service` tells of archived copies, "" for none; `recorded` are the answers of another
        run, which asked what may not be asked in this one; `unknown` is said of what no source knows.

        `asks` says that what no source knows will be asked for.
        """
        self._sources = sources
        self._web = settings.web
        self._resolved = online.resolved
        self._private = bool(online.allow_private or settings.web.allow_private)
        self._today = today
        self._service = service
        self._recorded = recorded
        self._unknown = unknown
        self._asks = asks
        self._skipped_globs = url_matcher(tuple(glob for glob in settings.web.skip if "/" in glob))
        self._skipped_hosts = tuple(Resolved(glob, 0, ()) for glob in settings.web.skip if "/" not in glob)
        self._options = VerdictOptions(today, dict(settings.web.words))
        self._is_by_host = any(host.words for host in settings.web.hosts)
        self._marks: dict[str, int] = {}  # of the answers that were looked at for a document
        self._is_lasting = True

    def answers(
        self, document: Document, facts: Facts, known: Mapping[str, Answer]
    ) -> tuple[dict[str, Answer], list[Missing]]:
        """The verdicts by address as written, those in `known` left out; and what is to be asked for the others."""
        self._marks, self._is_lasting = {}, True
        answers: dict[str, Answer] = {}
        asked: dict[str, Link] = {}
        for link in facts.links:
            if link.url in answers or link.url in asked or link.url in known or not is_web(link):
                continue
            answer = self._not_asked(link.address)
            if answer is None:
                asked[link.url] = link
            else:
                answers[link.url] = answer
        for source in self._sources:
            source.fetch({identity(asked_as(url)[0]) for url in asked})
        missing: list[Missing] = []
        date = (document.metadata.date or "")[:10]
        for url, link in asked.items():
            place = ("", 0) if date else (document.path, document.line_column(link.start)[0])
            answers[url] = self._judged(link, date, place, missing)
        return answers, missing if self._asks else []

    def page(self, link: Link) -> tuple[Kept | None, Answer | None, list[Missing]]:
        """What is known of a cited page with its words, the verdict on it, and what is to be asked for it."""
        answer = self._not_asked(link.address)
        if answer is not None:
            return None, answer, []
        url, fragment = asked_as(link.url)
        kept = self._known(Wanted(url, frozenset((fragment,)) if fragment else frozenset(), text=True))
        if kept is None:
            return None, self._unknown, [Missing(url, fragment, text=True)] if self._asks else []
        return kept, self._of(url, fragment, link.address.masked), []

    def take_marks(self) -> tuple[tuple[str, int], ...] | None:
        """The answers that the last document's verdicts rest on, each with its mark in the store.

        None if a later run could not tell by these whether the verdicts still hold.
        """
        return tuple(sorted(self._marks.items())) if self._is_lasting and all(self._marks.values()) else None

    def _not_asked(self, address: Address) -> Answer | None:
        allowed = self._allowed(address)
        answer = unasked(address, allowed=allowed)
        if answer is None and (named(self._skipped_hosts, address.host, 0) or self._skipped_globs(address.url)):
            return Answer("skipped", "left out by the settings", "settings")
        return answer

    def _allowed(self, address: Address) -> bool:
        if self._recorded is not None:
            return identity(asked_as(address.url)[0]) in self._recorded.kept
        row = named(self._resolved, address.host, address.port)
        if row and row.host != "*":
            return True
        return self._private and address.reach in _RESOLVED and address.placeholder == ""

    def _judged(self, link: Link, date: str, place: tuple[str, int], missing: list[Missing]) -> Answer:
        """The verdict on a link, cited on a day or, if that is "", at a place; what it lacks is added to `missing`."""
        url, fragment = asked_as(link.url)
        answer = self._of(url, fragment, link.address.masked)
        wants_copy = bool(self._service) and link.address.reach == "public" and link.address.masked == link.url
        if answer is None:
            missing.append(Missing(url, fragment, date, wants_copy, False, *place))
        elif answer.verdict == "dead" and wants_copy:
            self._is_lasting = self._is_lasting and bool(date)  # what Git says changes with other commits
            copy = self._copy(url, date or day_of(*place))
            if copy is None:
                missing.append(Missing(url, fragment, date, wants_copy, False, *place))
            elif found := snapshot(copy.answer.text):
                reason = f"{answer.reason}; an archive has a copy of {found.day}"
                answer = answer._replace(reason=reason, archived_url=found.url, archived_at=found.day)
        original = original_of(url)
        if original:
            answer = self._with_original(answer, asked_as(original)[0], missing)
        return answer or self._unknown

    def _copy(self, url: str, day: str) -> Kept | None:
        """What the service said of copies near a day; a recording may be of a time when Git knew no day."""
        copy = self._known(Wanted(availability(self._service, url, day), text=True))
        if copy is None and day and self._recorded is not None:
            return self._known(Wanted(availability(self._service, url, ""), text=True))
        return copy

    def _with_original(self, answer: Answer | None, url: str, missing: list[Missing]) -> Answer | None:
        """The verdict on an archived copy, with what is known of the page it was made of."""
        found = self._of(url, "", url)
        if found is None:
            missing.append(Missing(url))
            return answer
        note = f"of the original, {url}, the verdict is {found.verdict}"
        return answer and answer._replace(note=f"{answer.note}; {note}" if answer.note else note)

    def _of(self, url: str, fragment: str, cited: str) -> Answer | None:
        kept = self._known(Wanted(url, frozenset((fragment,)) if fragment else frozenset()))
        if kept is None:
            return None
        options = self._options._replace(words=self._words(split(url).host)) if self._is_by_host else self._options
        return verdict(kept.answer, cited, kept.looks, options)

    def _known(self, wanted: Wanted) -> Kept | None:
        name = identity(wanted.url)
        for source in self._sources:
            kept = source.get(name, wanted)
            if kept is not None:
                self._note(name, kept.mark)
                return kept
        self._note(name, 0)
        return None

    def _note(self, name: str, mark: int) -> None:
        """What is not known in one respect, or was answered twice, no mark can tell of."""
        self._marks[name] = mark if self._marks.get(name, mark) == mark else 0

    def _words(self, host: str) -> dict[int, Verdict]:
        words: dict[int, Verdict] = dict(self._web.words)
        for settings in reversed(self._web.hosts):
            if settings.words and named((Resolved(settings.pattern, 0, ()),), host, 0):
                words.update(settings.words)
        return words


class Answers:
    """The answers of a run or a recording, by key. All that was wanted of an address was asked for at once."""

    def __init__(self, kept: dict[str, Kept] | None = None) -> None:
        self.kept = {} if kept is None else kept

    def get(self, key: str, _: object = None) -> Kept | None:
        """What is kept under `key`."""
        return self.kept.get(key)

    def fetch(self, _: Iterable[str]) -> None:
        """Nothing: all is at hand."""


@lru_cache(maxsize=32_768)  # both looks at a document ask for it
def asked_as(url: str) -> tuple[str, str]:
    """The address that is asked for `url`, without user info and fragment; and the fragment."""
    parts = split(url)
    asked = key(url).partition("#")[0]
    if parts.userinfo:
        scheme, _, rest = asked.partition("://")
        asked = f"{scheme}://{rest.partition('@')[2]}"
    return asked, parts.fragment
