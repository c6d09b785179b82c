"""A document → the day on which each of its lines came to stand there, as Git tells it."""

import os
import re
import time
from functools import lru_cache

from provlint.errors import UserError
from provlint.history.git import Git, GitError

_ENTRY = re.compile(rb"([0-9a-f]{40,64}) [0-9]+ ([0-9]+) ([0-9]+)\Z")
_TIME = b"author-time "
_UNCOMMITTED = b"0" * 40
_LONGEST = 1_000_000  # lines


def day_of(path: str, line: int) -> str:
    """The ISO day (UTC) on which a line (from 1) of the file at `path` was written; "" where Git does not know.

    It does not know lines that are not committed yet, files outside a repository, and clones that are shallow.
    """
    return _days(path).get(line, "") if os.path.isfile(path) else ""


@lru_cache(maxsize=64)
def _days(path: str) -> dict[int, str]:
    folder, name = os.path.split(os.path.abspath(path))
    try:
        git = Git(folder)
        if git.line("rev-parse", "--is-shallow-repository") != "false":
            return {}
        return _told(git.ask("blame", "--incremental", "--root", "--no-textconv", "--", name))
    except (GitError, UserError):  # no repository, a file that it does not keep, or no Git
        return {}


def _told(listing: bytes) -> dict[int, str]:
    """Lines with their days. The header of a commit stands only where it is named first."""
    days: dict[bytes, str] = {}
    spans: list[tuple[bytes, int, int]] = []
    for line in listing.split(b"\n"):
        if entry := _ENTRY.match(line):
            spans.append((entry[1], int(entry[2]), int(entry[3])))
        elif line.startswith(_TIME) and spans:
            days[spans[-1][0]] = _day(line.removeprefix(_TIME))
    found: dict[int, str] = {}
    for commit, first, count in spans:
        day = "" if commit.startswith(_UNCOMMITTED) else days.get(commit, "")
        if day and len(found) < _LONGEST:
            found |= dict.fromkeys(range(first, first + min(count, _LONGEST)), day)
    return found


def _day(seconds: bytes) -> str:
    try:
        return time.strftime("%Y-%m-%d", time.gmtime(int(seconds)))
    except (ValueError, OverflowError, OSError):
        return ""
