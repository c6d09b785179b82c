"""The file of what is accepted: read with its form checked, written whole, a line for each entry in a lasting order."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from provlint.errors import UserError
from provlint.model.baseline import Entry
from provlint.read.decode import load

_OPTION = "--baseline"
_LARGEST = 100_000_000  # bytes
#: The keys of an entry, in the order of its fields.
_KINDS: dict[str, type] = {"path": str, "rule": str, "fingerprint": str, "count": int}
_OPENING = '{\n  "version": 1,\n  "tool": "provlint baseline",\n  "findings": ['


def read(path: str) -> list[Entry]:
    """The entries of a baseline file; `UserError` for one that is not there, or is none."""
    loaded = load(path, _LARGEST)
    if loaded.problem == "missing":
        raise UserError(_OPTION, path, "does not exist; --write-baseline makes it")
    if loaded.problem:
        raise UserError(_OPTION, path, loaded.detail)
    try:
        held = json.loads(loaded.data)
    except (ValueError, RecursionError):
        raise UserError(_OPTION, path, "is not JSON") from None
    rows = held.get("findings") if isinstance(held, dict) else None
    if not isinstance(rows, list) or held.get("version") != 1:
        raise UserError(_OPTION, path, "is no baseline of this version")
    return [_entry(row, path, number) for number, row in enumerate(rows, 1)]


def _entry(row: Any, path: str, number: int) -> Entry:
    if not isinstance(row, dict) or any(type(row.get(key)) is not kind for key, kind in _KINDS.items()):
        raise UserError(_OPTION, path, f"finding {number} lacks its path, rule, fingerprint or count")
    if row["count"] < 1:
        raise UserError(_OPTION, path, f"finding {number} has no count above zero")
    return Entry(*(row[key] for key in _KINDS))


def text_of(entries: Iterable[Entry]) -> str:
    """The text of a baseline file: the same entries, the same bytes."""
    rows = ",\n".join(f"    {json.dumps(dict(zip(_KINDS, entry, strict=True)))}" for entry in sorted(entries))
    return f"{_OPENING}\n{rows}\n  ]\n}}\n" if rows else f"{_OPENING}]\n}}\n"


def is_baseline(path: str) -> bool:
    """Whether a file may be replaced by a baseline: it is one, or is not there."""
    data = load(path, _LARGEST)
    return data.problem == "missing" or (not data.problem and data.data.startswith(_OPENING.encode()))


def left_to_say(left: Sequence[Entry], rules: frozenset[str], paths: frozenset[str]) -> Iterator[str]:
    """A sentence on entries that match nothing any longer, of rules that were judged in documents that were read."""
    gone = [entry for entry in left if entry.rule in rules and entry.path in paths]
    count = sum(entry.times for entry in gone)
    if count:
        documents = len({entry.path for entry in gone})
        yield (
            f"Fixed since the baseline was written: {count:,} {'finding' if count == 1 else 'findings'} in"
            f" {documents:,} {'document' if documents == 1 else 'documents'}; --write-baseline takes"
            f" {'it' if count == 1 else 'them'} out."
        )


def rooted(path: str, baseline: str) -> str:
    """A document's path from the folder the baseline stands in, so that it is the same wherever a run starts."""
    folder = os.path.dirname(os.path.abspath(baseline))
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
