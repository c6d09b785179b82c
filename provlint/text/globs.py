"""Globs over POSIX paths, read as gitignore(5) reads its patterns, and over addresses; linear whatever they say."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from provlint.errors import UserError
from provlint.text.glob_translation import translated
from provlint.text.patterns import lazy

# Caps on one list. Plain names, plain paths and endings are looked up as they are; wildcards have to be compiled.
_LONGEST_PATTERN = 1_000  # characters
MOST_WILDCARDS = 30_000  # characters of patterns with wildcards; they take half a second to compile
_MOST_TURNS = 1_000  # times that `!` begins or ends

_WILD = lazy(r"[*?\[\\]")


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
        #: Characters of patterns with wildcards: what the list costs.
        self.weight = 0
        for pattern in patterns:
            negated = pattern.startswith("!")
            body = pattern[negated:]
            self.weight += _weight(body)
            if len(body) > _LONGEST_PATTERN or self.weight > MOST_WILDCARDS or len(runs) > _MOST_TURNS:
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


def weight(globs: Iterable[str]) -> int:
    """How many characters of the globs stand in ones with wildcards; lists beyond `MOST_WILDCARDS` are refused."""
    return sum(_weight(glob.removeprefix("!")) for glob in globs)


def _weight(body: str) -> int:
    return len(body) if _WILD.search(body.removeprefix("*")) else 0


def _matcher(bodies: list[str]) -> _Matcher:
    names, endings, paths, name_patterns, path_patterns = set(), set(), set(), [], []
    for body in bodies:
        if "/" not in body:
            if not _WILD.search(body):
                names.add(body)
            elif body[0] == "*" and not _WILD.search(body, 1):
                endings.add(body[1:])
            else:
                name_patterns.append(translated(body, False))
        elif _WILD.search(body):
            path_patterns.append(translated(body.removeprefix("/"), True))
        else:
            paths.add(body.removeprefix("/"))
    return _Matcher(frozenset(names), tuple(endings), frozenset(paths), _any(name_patterns), _any(path_patterns))


def _any(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns), re.DOTALL) if patterns else None


def path_matches(path: str, globs: Iterable[str]) -> bool:
    """Whether a relative POSIX path, or a folder it lies in, is matched by the globs, read as one .gitignore."""
    return _patterns(tuple(globs)).covers(path)


@lru_cache(maxsize=256)
def _patterns(globs: tuple[str, ...]) -> Patterns:
    return Patterns(glob.removeprefix(".") if glob.startswith("./") else glob for glob in globs)


@lru_cache(maxsize=64)
def url_matcher(globs: tuple[str, ...]) -> Callable[[str], bool]:
    """A test whether an address matches one of the globs as a whole, in any letter case; `*` stands for anything.

    Nothing else has a meaning of its own: `?` and `[` are common in addresses.
    """
    split = [glob.lower().split("*") for glob in globs]
    whole = frozenset(first for first, *rest in split if not rest)
    parted = [pieces for pieces in split if len(pieces) > 1]

    def matches(url: str) -> bool:
        lowered = url.lower()
        return lowered in whole or any(_holds(lowered, pieces) for pieces in parted)

    return matches


def _holds(text: str, pieces: list[str]) -> bool:
    """Whether the pieces, two or more, stand in `text` in their order, the first and the last at its ends."""
    first, *middle, last = pieces
    if not text.startswith(first):
        return False
    at = len(first)
    for piece in middle:
        found = text.find(piece, at)  # a later place can never do better than the first
        if found < 0:
            return False
        at = found + len(piece)
    return len(text) - len(last) >= at and text.endswith(last)
