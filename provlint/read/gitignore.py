"""Gitignore patterns (gitignore(5)) → a test of paths, in time linear in the path whatever the patterns say.

Written here because pathspec turns a pattern into a regular expression that backtracks: `*a*a*a*a*b` from a hostile
pull request keeps it busy for hours over one file name (and importing it costs 20 to 40 ms).
"""

# pathlib costs 5 to 20 ms of start-up.
# ruff: noqa: PTH118, PTH120

import os
import re
import stat
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from provlint.errors import UserError
from provlint.read.decode import load

# Caps on one list. Plain names, plain paths and endings are looked up as they are; wildcards have to be compiled.
_LONGEST_PATTERN = 1_000  # characters
_MOST_WILDCARDS = 100_000  # characters of patterns with wildcards
_MOST_TURNS = 1_000  # times that `!` begins or ends
_LARGEST_FILE = 1_000_000  # bytes

_WILD = re.compile(r"[*?\[\\]")
_POSIX_CLASS = re.compile(r"\[:([^\]]*):\]")
_POSIX_CLASSES = {
    "alnum": "a-zA-Z0-9", "alpha": "a-zA-Z", "blank": " \\t", "cntrl": "\\x00-\\x1f\\x7f", "digit": "0-9",
    "graph": "!-~", "lower": "a-z", "print": " -~", "punct": "!-/:-@\\[-`{-~", "space": "\\t-\\r ", "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}  # fmt: skip
_NEVER = "(?!)"


class _Matcher(NamedTuple):
    """Patterns that say the same of what they match, sorted by how they are looked up."""

    names: frozenset[str]
    endings: tuple[str, ...]
    paths: frozenset[str]
    name_pattern: re.Pattern[str] | None
    path_pattern: re.Pattern[str] | None

    def matches(self, path: str, name: str) -> bool:
        return (
            name in self.names
            or name.endswith(self.endings)
            or path in self.paths
            or (self.name_pattern is not None and self.name_pattern.fullmatch(name) is not None)
            or (self.path_pattern is not None and self.path_pattern.fullmatch(path) is not None)
        )


class Patterns:
    """A list of gitignore patterns, of which the last that matches decides."""

    def __init__(self, patterns: Iterable[str], where: str = "") -> None:
        """Later patterns overrule earlier ones; `where` names the list in the UserError for one that is too large."""
        runs: list[tuple[bool, list[str], list[str]]] = []  # (negated, for files, for folders): neighbours that agree
        wild = 0
        for pattern in patterns:
            negated = pattern.startswith("!")
            body = pattern[negated:]
            wild += len(body) if _WILD.search(body.removeprefix("*")) else 0
            if len(body) > _LONGEST_PATTERN or wild > _MOST_WILDCARDS or len(runs) > _MOST_TURNS:
                raise UserError(where, pattern[:20], "is too long, or one of too many patterns with wildcards or `!`")
            if not runs or runs[-1][0] != negated:
                runs.append((negated, [], []))
            runs[-1][2].append(body.removesuffix("/"))
            if not body.endswith("/"):
                runs[-1][1].append(body)
        self._runs = [(not negated, _matcher(files), _matcher(folders)) for negated, files, folders in reversed(runs)]

    def verdict(self, path: str, name: str, is_folder: bool) -> bool | None:
        """True when `path`, whose last part is `name`, is matched, False when a `!` takes it back, None for neither."""
        for says, files, folders in self._runs:
            if (folders if is_folder else files).matches(path, name):
                return says
        return None

    def on_the_way(self, path: str) -> Iterator[bool]:
        """The verdicts, outermost first, on the folders that lead to `path` (a file, or a folder with a final `/`)."""
        at = path.find("/")
        while at >= 0:
            folder = path[:at]
            verdict = self.verdict(folder, folder.rpartition("/")[2], True)
            if verdict is not None:
                yield verdict
            at = path.find("/", at + 1)

    def covers(self, path: str) -> bool:
        """Whether a file, or else the nearest folder on its way that any pattern speaks of, is matched."""
        own = self.verdict(path, path.rpartition("/")[2], False)
        return any([*self.on_the_way(path)][-1:]) if own is None else own


def patterns_of(path: str, shown: str) -> Patterns | None:
    """The patterns of a .gitignore file, None when there is none; `shown` names it in the UserError for a bad one."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):  # Git follows no link here either
            return None
    except OSError:
        return None
    loaded = load(path, _LARGEST_FILE)
    if loaded.problem:
        raise UserError(shown, "", loaded.detail)
    return Patterns(_lines(loaded.data.decode("utf-8", "surrogateescape")), shown)  # as the names of files are decoded


def repository_of(folder: str) -> str:
    """The nearest folder from the absolute path `folder` upwards that holds `.git`, "" for none."""
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent
    return folder


def exclude_file(top: str) -> str:
    """Where a repository's `info/exclude` stands; in a submodule or a worktree `.git` is a file that leads there."""
    link = _word(os.path.join(top, ".git")).removeprefix("gitdir:").strip()
    own = os.path.join(top, link or ".git")
    return os.path.join(own, _word(os.path.join(own, "commondir")), "info", "exclude")


def _word(path: str) -> str:
    return load(path, _LARGEST_FILE).data.decode("utf-8", "surrogateescape").strip()


def _lines(text: str) -> Iterator[str]:
    """The patterns of a .gitignore file: no comments, no blank lines, no trailing spaces but escaped ones."""
    for line in text.removeprefix("\ufeff").split("\n"):
        line = line.removesuffix("\r")
        if line.startswith("#"):
            continue
        body = line.rstrip(" ")
        if len(body) < len(line) and (len(body) - len(body.rstrip("\\"))) % 2:
            body += " "
        if body:
            yield body


def _matcher(bodies: list[str]) -> _Matcher:
    names, endings, paths, name_patterns, path_patterns = set(), set(), set(), [], []
    for body in bodies:
        if "/" not in body:
            if not _WILD.search(body):
                names.add(body)
            elif body[0] == "*" and not _WILD.search(body, 1):
                endings.add(body[1:])
            else:
                name_patterns.append(_translate(body, False))
        elif _WILD.search(body):
            path_patterns.append(_translate(body.removeprefix("/"), True))
        else:
            paths.add(body.removeprefix("/"))
    return _Matcher(frozenset(names), tuple(endings), frozenset(paths), _any(name_patterns), _any(path_patterns))


def _any(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns), re.DOTALL) if patterns else None


def _translate(body: str, deep: bool) -> str:
    """One pattern as a regular expression for `fullmatch`; `deep` gives `**` between slashes its meaning.

    What stands between two wildcards is sought once, at the first place it fits, inside an atomic group: all pieces of
    a pattern have a fixed length, so a later place can never do better, and no text takes more than linear time.
    """
    groups: list[list[str]] = [[]]  # folders' and names' patterns, parted at each `**`
    for segment in _segments(body):
        if deep and segment is None:
            groups.append([])
        else:
            groups[-1].append(segment or "[^/]*")
    first, *rest = ["/".join(group) for group in groups]
    if not rest:
        return first
    *middle, last = rest
    found = "".join(f"(?>(?:[^/]++/)*?{group}/)" for group in middle if group)
    return (first and first + "/") + found + (f"(?:[^/]++/)*{last}" if last else ".+")


def _segments(body: str) -> Iterator[str | None]:
    """The parts of a pattern between its slashes as regular expressions, None for `**`."""
    at, pieces = 0, [""]
    while at < len(body):
        character = body[at]
        at += 1
        if character == "*":
            stars = at
            while body.startswith("*", at):
                at += 1
            if at > stars and pieces == [""] and body[at : at + 1] in ("", "/"):
                yield None
                at += 1
                if at > len(body):
                    return
            else:
                pieces.append("")
        elif character == "/":
            yield _segment(pieces)
            pieces = [""]
        elif character == "?":
            pieces[-1] += "[^/]"
        elif character == "[":
            members, at = _class(body, at)
            pieces[-1] += members
        elif character == "\\":
            pieces[-1] += re.escape(body[at]) if at < len(body) else _NEVER
            at += 1
        else:
            pieces[-1] += re.escape(character)
    yield _segment(pieces)


def _segment(pieces: list[str]) -> str:
    first, *rest = pieces
    if not rest:
        return first or _NEVER  # no name is empty
    *middle, last = rest
    return first + "".join(f"(?>[^/]*?{piece})" for piece in middle) + "[^/]*" + last


def _class(body: str, at: int) -> tuple[str, int]:
    """The bracket expression whose inside begins at `at`, and the offset behind it; an open one matches nothing."""
    negated = body.startswith(("!", "^"), at)
    at += negated
    start, members, previous = at, "", ""
    while at < len(body) and (body[at] != "]" or at == start):
        word = _POSIX_CLASS.match(body, at)
        if word:
            if word[1] not in _POSIX_CLASSES:
                break
            members, previous, at = members + _POSIX_CLASSES[word[1]], "", word.end()
            continue
        is_range = bool(previous) and body[at] == "-" and body[at + 1 : at + 2] not in ("", "]")
        at += is_range
        at += body[at] == "\\"
        character = body[at : at + 1]
        if not is_range:
            members += re.escape(character)
        elif previous <= character:
            members += "-" + re.escape(character)
        previous = "" if is_range else character
        at += 1
    if not body.startswith("]", at):
        return _NEVER, len(body)
    if not members:
        return ("[^/]" if negated else _NEVER), at + 1
    return f"(?!/)[{'^' * negated}{members}]", at + 1
