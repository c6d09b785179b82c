"""The store: what addresses answered, until it is too old, and how they did day by day. It never fails a run."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import TypeVar
from zlib import compress, crc32, decompress

from provlint.model.web import Look, Wanted
from provlint.store.answer_json import Kept, decode, encode
from provlint.store.database import connect, is_broken, is_busy

_DAYS = 60  # looks that a history has at most
_TEXT_FRAGMENT = ":~:"
_LARGEST_TEXT = 8_000_000  # characters
_KEPT_FOR = 400 * 86_400  # seconds after which even the history of an address is dropped
Value = TypeVar("Value")


class Store:
    """The answers in `folder`; `problem` says in words why some could not be read or kept, "" while all is well.

    `realm` tells apart runs that would be answered otherwise: with private addresses allowed, through a proxy. `now` is
    the moment of the run in seconds, by which all of its answers are too old or not.
    """

    def __init__(self, folder: str, realm: str, now: int) -> None:
        self.problem = ""
        self._folder, self._realm, self._now = folder, f"{realm} " if realm else "", now
        self._connection: sqlite3.Connection | None = None
        self._is_new = self._is_off = False
        self._lock = Lock()

    def get(self, key: str, wanted: Wanted) -> Kept | None:
        """What is kept under `key`, if it is good for all that is wanted and not too old."""
        key = self._realm + key
        row = self._do(
            lambda database: database.execute(
                "SELECT checksum, line FROM answers WHERE key = ? AND expires > ?", (key, self._now)
            ).fetchone()
        )
        if not row or not isinstance(row[1], str) or crc32(row[1].encode()) != row[0]:
            return None
        try:
            kept = decode(row[1])
        except ValueError:
            return None
        if not _suffices(kept, wanted):
            return None
        return self._with_text(key, kept) if wanted.text else kept

    def looks(self, key: str) -> tuple[Look, ...]:
        """How the address did on earlier days, oldest first."""
        rows = self._do(
            lambda database: database.execute(
                "SELECT day, failed, status, title, language FROM looks WHERE key = ? ORDER BY day DESC LIMIT ?",
                (self._realm + key, _DAYS),
            ).fetchall()
        )
        return tuple(Look(str(day), bool(failed), *rest) for day, failed, *rest in reversed(rows or ()))

    def put(self, key: str, kept: Kept, look: Look | None, lifetime: int) -> None:
        """Keep an answer for `lifetime` seconds, its text too if it has one, and the day's look."""
        key = self._realm + key
        text = kept.answer.text[:_LARGEST_TEXT]
        line = encode(kept._replace(answer=kept.answer._replace(text="")))
        packed = compress(text.encode("utf-8", "replace"), 3) if text else b""

        def write(database: sqlite3.Connection) -> None:
            database.execute("BEGIN IMMEDIATE")
            try:
                database.execute(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)",
                    (key, self._now + lifetime, crc32(line.encode()), line),
                )
                if look:
                    database.execute("INSERT OR REPLACE INTO looks VALUES (?, ?, ?, ?, ?, ?)", (key, *look))
                if packed:
                    database.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (key, crc32(packed), packed))
                database.execute("COMMIT")
            except BaseException:
                if database.in_transaction:
                    database.execute("ROLLBACK")
                raise

        self._do(write)

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
                    if self._connection is None:
                        self._connection = connect(self._folder, anew=self._is_new)
                    return work(self._connection)
                except sqlite3.Error as error:
                    if is_busy(error):
                        self.problem = "another process holds the store for too long"
                        return None
                    self._recover(error)
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
