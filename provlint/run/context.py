"""All that findings depend on beside the documents → one digest: rules, settings, tables, the code itself."""

import marshal
import os
import sys
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib.util import find_spec

import provlint
from provlint.model.online import Online
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.model.version import VERSION
from provlint.run.benches import said_in
from provlint.run.plain import plain
from provlint.tables.folders import shipped_table, user_tables

#: Libraries whose answers findings rest on.
_LIBRARIES = ("pyromark", "rapidfuzz", "charset_normalizer")
#: Settings that no finding depends on.
_APART = frozenset({"jobs", "cache", "cache_dir", "said_by", "fail_on", "select", "extend_select", "ignore"})


def context(
    settings: Settings,
    rules: Sequence[Rule],
    known: frozenset[str],
    paths: Sequence[str],
    today: str,
    counts: bool,
    online: Online | None = None,
) -> str:
    """The digest, as 32 hexadecimal digits, of a run from the working folder over `paths` that judges by `rules`.

    `known` are the words that ignores may name; the day matters only where an ignore has one, or the web is asked;
    `counts` as in `check`.
    """
    folders = {os.path.realpath(path) for path in (settings.root, *paths) if os.path.isdir(path)}
    has_days = any(ignore.until for ignore in settings.ignores)
    rests_on = (
        VERSION,
        sys.version,
        os.getcwd(),
        tuple(sorted(folders)),
        tuple((key, plain(value)) for key, value in settings._asdict().items() if key not in _APART),
        plain(tuple(rules)),
        tuple(sorted(known)),
        today if online or (has_days and not settings.no_ignores) else "",
        repr(online),
        counts,
        said_in(settings) if settings.policies else "",
        tuple(_states()),
        tuple(_tables(settings)),
    )
    return blake2b(marshal.dumps(rests_on, 2), digest_size=16).hexdigest()


def _tables(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Path and digest of each table of the user: what is written while a run goes on may keep its size and time."""
    for table in user_tables(settings.rule_folders, settings.root):
        with open(table.path, "rb") as file:
            yield table.path, blake2b(file.read(), digest_size=16).digest()


def _states() -> Iterator[tuple[str, int, int]]:
    """Path, size and time of each file of code and shipped tables: in a checkout they change, the version does not."""
    waiting = [os.path.dirname(os.path.abspath(provlint.__file__)), os.path.dirname(shipped_table("cues").path)]
    while waiting:
        for entry in os.scandir(waiting.pop()):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    waiting.append(entry.path)
            elif entry.name.endswith((".py", ".tsv")):
                yield _state(entry.path)
    for library in _LIBRARIES:
        found = find_spec(library)
        if found and found.origin:
            yield _state(found.origin)


def _state(path: str) -> tuple[str, int, int]:
    status = os.stat(path)
    return path, status.st_size, status.st_mtime_ns
