"""The store: what addresses answered, until it is too old, and how they did day by day. It never fails a run."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from os import getpid
from threading import Lock
from typing import Any, NamedTuple, TypeVar
from zlib import compress, crc32, decompress

from provlint.model.web import Look, Wanted
from provlint.store.answer_json import Kept, decode_own, encode
from provlint.store.database import connect, is_broken, is_busy

_AT_ONCE = 400  # keys asked for in one query
_DAYS = 60  # looks that a history has at most
_TEXT_FRAGMENT = ":~:"
_LARGEST_TEXT = 8_000_000  # characters
_ERROR = 400  # status from which on the text of a page is not kept
_KEPT_FOR = 400 * 86_400  # seconds after which even the history of an address is dropped
Value = TypeVar("Value")
#: Connections of the process that this one was forked from: they may be neither used nor closed (sqlite.org/faq).
_inherited: list[sqlite3.Connection | None] = []


class New(NamedTuple):
    """An answer to be kept for `lifetime` seconds under `key`, and the look of the day."""

    key: str
    kept: Kept
    look: Look | None
    lifetime: int


class _Row(NamedTuple):
    """The same as it is written."""

    key: str
    expires: int
    mark: int
    line: str
    names: str
    look: Look | None
    packed: bytes


class Store:
    """The answers in `folder`; `problem` says in words why some could not be read or kept, "" while all is well.

    `realm` tells apart runs that would be answered otherwise: with private addresses allowed, through a proxy. `now` is
    the moment of the run in seconds, by which all of its answers are too old or not.
    """

    def __init__(self, folder: str, realm: str, now: int) -> None:
        self._connection: sqlite3.Connection | None = None
        self._process = 0  # that opened it
        self.problem = ""
        self._folder, self._realm, self._now = folder, f"{realm} " if realm else "", now
        self._is_new = self._is_off = False
        self._lock = Lock()
        self._read: dict[str, tuple[int, str, str] | None] = {}

    def __del__(self) -> None:
        """Let go of the file: from 3.13 on Python complains of connections that nobody closed."""
        if self._connection and self._process != getpid():
            _inherited.append(self._connection)
        elif self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()

    def get(self, key: str, wanted: Wanted) -> Kept | None:
        """What is kept under `key`, if it is good for all that is wanted and not too old."""
        key = self._realm + key
        if key not in self._read:
            self._fetch([key])
        row = self._read[key]
        if row is None or _checksum(row[1], row[2]) != row[0]:
            return None
        try:
            kept = decode_own(row[1])
        except ValueError:
            return None
        if not _suffices(kept, wanted):
            return None
        kept = kept._replace(mark=row[0])
        if row[2] and wanted.fragments:
            kept = _with_names(kept, row[2])
        return self._with_text(key, kept) if wanted.text else kept

    def fetch(self, keys: Iterable[str]) -> None:
        """Read what is kept under all these keys at once: the next calls of `get` for them are cheap."""
        self._read.clear()  # a document's answers are seldom another's, and a run may have any number of them
        self._fetch([self._realm + key for key in keys])

    def _fetch(self, keys: Sequence[str]) -> None:
        self._read.update(dict.fromkeys(keys))
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, checksum, line, names FROM answers WHERE key IN ({marks}) AND expires > ?"  # noqa: S608 marks only
            for key, checksum, line, names in self._do(partial(_rows, query, (*some, self._now))) or ():
                self._read[key] = checksum, line, names

    def holds(self, marks: Sequence[tuple[str, int]]) -> bool:
        """Whether under each of the keys there still is the answer with this mark, and it is not too old."""
        for start in range(0, len(marks), _AT_ONCE):
            some = {self._realm + key: mark for key, mark in marks[start : start + _AT_ONCE]}
            signs = ",".join("?" * len(some))
            query = f"SELECT key, checksum FROM answers WHERE key IN ({signs}) AND expires > ?"  # noqa: S608 marks only
            if dict(self._do(partial(_rows, query, (*some, self._now))) or ()) != some:
                return False
        return True

    def looks(self, keys: Sequence[str]) -> dict[str, tuple[Look, ...]]:
        """How addresses did on earlier days, by key, oldest first; those that nobody has looked at yet are left out."""
        found: dict[str, list[Look]] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = {self._realm + key: key for key in keys[start : start + _AT_ONCE]}
            marks = ",".join("?" * len(some))
            query = f"SELECT key, day, failed, status, title, language FROM looks WHERE key IN ({marks}) ORDER BY day"  # noqa: S608 marks only
            for key, day, failed, *rest in self._do(partial(_rows, query, tuple(some))) or ():
                found.setdefault(some[key], []).append(Look(str(day), bool(failed), *rest))
        return {key: tuple(looks[-_DAYS:]) for key, looks in found.items()}

    def put(self, key: str, kept: Kept, look: Look | None, lifetime: int) -> None:
        """Keep an answer for `lifetime` seconds, its text too if it has one, and the day's look."""
        self.put_all([New(key, kept, look, lifetime)])

    def put_all(self, answers: Sequence[New]) -> dict[str, int]:
        """Keep several: all of them or none, whatever befalls this process meanwhile. The mark of each by its key."""
        rows = [_row(self._realm + new.key, new, self._now) for new in answers]
        for row in rows:
            self._read.pop(row.key, None)
        if not rows or not self._do(partial(_write, rows)):
            return {}
        return {new.key: row.mark for new, row in zip(answers, rows, strict=True)}

    def close(self) -> None:
        """Drop what is too old to tell anything, and let go of the file."""
        with self._lock:
            connection, self._connection, self._is_off = self._connection, None, True
        if connection:
            try:
                _prune(connection, self._now)
                connection.close()
            except sqlite3.Error:
                return

    def _with_text(self, key: str, kept: Kept) -> Kept | None:
        if kept.answer.status >= _ERROR:
            return kept  # whoever asks once more gets no text either
        row = self._do(
            lambda database: database.execute("SELECT checksum, text FROM texts WHERE key = ?", (key,)).fetchone()
        )
        if not row or not isinstance(row[1], bytes) or crc32(row[1]) != row[0]:
            return kept if not kept.answer.page else None
        text = decompress(row[1]).decode("utf-8", "replace")
        return kept._replace(answer=kept.answer._replace(text=text))

    def _do(self, work: Callable[[sqlite3.Connection], Value]) -> Value | None:
        """What `work` gives; None when the file does not let it, and then no file is tried again for long."""
        with self._lock:
            while not self._is_off:
                try:
                    if self._connection is None or self._process != getpid():
                        _inherited.append(self._connection)
                        self._connection, self._process = connect(self._folder, anew=self._is_new), getpid()
                    return work(self._connection)
                except sqlite3.Error as error:
                    if is_busy(error):
                        self.problem = "another process holds the store for too long"
                        return None
                    self._recover(error)
                except UnicodeError:  # half a character, which no file can hold
                    return None
                except OSError as error:
                    self._give_up((error.strerror or str(error)).lower())
            return None

    def _recover(self, error: sqlite3.Error) -> None:
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
        if is_broken(error) and not self._is_new:
            self._is_new = True  # once; a second broken one is no accident
            self.problem = "the store was damaged, and begun anew"
            return
        self._give_up(str(error).lower())

    def _give_up(self, why: str) -> None:
        self._is_off = True
        self.problem = f"no store is used: {why}"


def _row(key: str, new: New, now: int) -> _Row:
    answer = new.kept.answer
    page = answer.page
    names = "\n".join(sorted(page.ids)) if page else ""
    if page and len(page.ids) != names.count("\n") + 1:
        names = ""  # names with line ends in them
    bare = page._replace(ids=frozenset()) if page and names else page
    if bare and answer.sibling is None:
        bare = bare._replace(sample=())  # there is no other page to compare it with
    line = encode(new.kept._replace(answer=answer._replace(text="", page=bare)))
    text = answer.text[:_LARGEST_TEXT]
    packed = compress(text.encode("utf-8", "replace"), 3) if text else b""
    return _Row(key, now + new.lifetime, _checksum(line, names), line, names, new.look, packed)


def _write(rows: Sequence[_Row], database: sqlite3.Connection) -> bool:
    """One transaction: what was committed outlives this process at once. True, once it was."""
    database.execute("BEGIN IMMEDIATE")
    try:
        database.executemany(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)",
            [(row.key, row.expires, row.mark, row.line, row.names) for row in rows],
        )
        database.executemany(
            "INSERT OR REPLACE INTO looks VALUES (?, ?, ?, ?, ?, ?)", [(row.key, *row.look) for row in rows if row.look]
        )
        database.executemany("DELETE FROM texts WHERE key = ?", [(row.key,) for row in rows if not row.packed])
        database.executemany(
            "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)",
            [(row.key, crc32(row.packed), row.packed) for row in rows if row.packed],
        )
        database.execute("COMMIT")
        return True
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def _rows(query: str, values: tuple[str | int, ...], database: sqlite3.Connection) -> list[Any]:
    return database.execute(query, values).fetchall()


def _checksum(line: object, names: object) -> int:
    if not isinstance(line, str) or not isinstance(names, str):
        return -1
    return crc32(names.encode("utf-8", "surrogatepass"), crc32(line.encode()))


def _with_names(kept: Kept, names: str) -> Kept:
    """The answer with the names of its page, which most addresses do without."""
    page = kept.answer.page
    if page is None:
        return kept
    return kept._replace(answer=kept.answer._replace(page=page._replace(ids=frozenset(names.split("\n")))))


def _suffices(kept: Kept, wanted: Wanted) -> bool:
    """Whether the answer was asked for the fragments, or its page was read to the end and they are names in it."""
    new = wanted.fragments - kept.fragments
    if not new:
        return True
    return kept.answer.body == "whole" and not any(_TEXT_FRAGMENT in fragment for fragment in new)


def _prune(database: sqlite3.Connection, now: int) -> None:
    """Once a week: answers and looks that are older than a year and some."""
    week = now // (7 * 86_400)
    if database.execute("PRAGMA user_version").fetchone()[0] == week:
        return
    from time import gmtime, strftime

    day = strftime("%Y-%m-%d", gmtime(now - _KEPT_FOR))
    database.execute("DELETE FROM looks WHERE day < ?", (day,))
    database.execute("DELETE FROM texts WHERE key IN (SELECT key FROM answers WHERE expires < ?)", (now,))
    database.execute("DELETE FROM answers WHERE expires < ?", (now - _KEPT_FOR,))
    database.execute(f"PRAGMA user_version = {week}")
