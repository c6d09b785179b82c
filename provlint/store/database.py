"""The file that answers are kept in: opened, made, and replaced by a new one when it is broken.

SQLite in WAL mode survives a killed process and serves several at once (sqlite.org/wal.html). A broken file is not
mended but left behind: the next one bears a higher number, so that who still holds the old one harms nothing.
"""

import os
import re
import sqlite3
import time

from provlint.store.cache_folder import make

_LAYOUT = 2  # rises when the tables change: files of other layouts are not touched
_NAME = re.compile(rf"answers-{_LAYOUT}\.(\d{{1,6}})\.sqlite3")
_PATIENCE = 5.0  # seconds to wait for another process
_TRIES = 40
_TABLES = """
CREATE TABLE IF NOT EXISTS answers
    (key TEXT PRIMARY KEY, expires INTEGER, checksum INTEGER, line TEXT, names TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (key TEXT PRIMARY KEY, checksum INTEGER, text BLOB);
CREATE TABLE IF NOT EXISTS looks
    (key TEXT, day TEXT, failed INTEGER, status INTEGER, title TEXT, language TEXT, PRIMARY KEY (key, day))
    WITHOUT ROWID;
"""


def connect(folder: str, *, anew: bool = False) -> sqlite3.Connection:
    """The open store in `folder`, made if there is none; `anew` leaves a broken one behind.

    `OSError` or `sqlite3.Error` where that is not possible.
    """
    make(folder)
    number = _latest(folder) + anew
    path = os.path.join(folder, f"answers-{_LAYOUT}.{number}.sqlite3")
    connection = _open(path)
    if anew:
        _drop_before(folder, number)
    return connection


def files(folder: str) -> list[str]:
    """All that a store of whatever layout has written in `folder`."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [
        os.path.join(folder, name) for name in names if re.fullmatch(r"answers-\d+\.\d+\.sqlite3(?:-wal|-shm)?", name)
    ]


def _open(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        for left in reversed(range(_TRIES)):
            try:
                connection.execute("PRAGMA journal_mode=WAL")
                # What was written outlives this process at once, and the machine's fall from the next checkpoint on.
                connection.execute("PRAGMA synchronous=NORMAL")
                connection.executescript(_TABLES)
                break
            except sqlite3.OperationalError as error:  # another process makes it: WAL is not waited for
                if not left or not is_busy(error):
                    raise
                time.sleep(_PATIENCE / _TRIES)
    except BaseException:
        connection.close()
        raise
    return connection


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another process holds the file just now."""
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) if _coded(error) else False


def is_broken(error: sqlite3.Error) -> bool:
    """Whether the file is no sound database: then a new one helps."""
    if not _coded(error):
        return False
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def _coded(error: sqlite3.Error) -> bool:
    return isinstance(getattr(error, "sqlite_errorcode", None), int)


def _latest(folder: str) -> int:
    numbers = [int(found[1]) for name in os.listdir(folder) if (found := _NAME.fullmatch(name))]
    return max(numbers, default=1)


def _drop_before(folder: str, number: int) -> None:
    for path in files(folder):
        found = re.search(rf"answers-{_LAYOUT}\.(\d+)\.", path)
        if found and int(found[1]) < number:
            try:
                os.unlink(path)
            except OSError:
                continue
