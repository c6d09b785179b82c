"""Globs over POSIX paths and addresses, as users of .gitignore and of linters know them."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

_PART = re.compile(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]/]*\]|.", re.S)


def _translate(glob: str, star: str) -> str:
    """The glob as a regular expression; `star` is what `*` stands for."""
    parts = []
    for found in _PART.finditer(glob):
        part = found[0]
        if part == "**/":
            parts.append("(?:.*/)?")
        elif part == "**":
            parts.append(".*")
        elif part == "*":
            parts.append(star)
        elif part == "?":
            parts.append("[^/]")
        elif part[0] == "[" and len(part) > 2:
            inner = part[1:-1].replace("\\", "\\\\").replace("[", "\\[")
            parts.append("[^/" + inner[1:] + "]" if inner[0] == "!" else "[" + inner + "]")
        else:
            parts.append(re.escape(part))
    return "".join(parts)


@lru_cache(maxsize=64)
def _paths(globs: tuple[str, ...]) -> re.Pattern[str] | None:
    patterns = []
    for glob in globs:
        anchored = glob.strip("/") if "/" in glob.rstrip("/") else "**/" + glob.rstrip("/")
        patterns.append(_translate(anchored.removeprefix("./"), "[^/]*+"))
    return re.compile("(?:" + "|".join(patterns) + r")(?:/.*)?\Z", re.S) if patterns else None


def path_matches(path: str, globs: Iterable[str]) -> bool:
    """Whether a relative POSIX path, or a folder it lies in, matches one of the globs.

    A glob without a slash matches a name at any depth; `*` stays inside a folder, `**` does not.
    """
    pattern = _paths(tuple(globs))
    return bool(pattern and pattern.match(path))


@lru_cache(maxsize=64)
def url_matcher(globs: tuple[str, ...]) -> Callable[[str], bool]:
    """A test whether an address matches one of the globs as a whole; `*` stands for anything, slashes too."""
    pattern = re.compile("(?:" + "|".join(_translate(glob, ".*") for glob in globs) + r")\Z", re.S | re.I)
    return lambda url: bool(globs) and pattern.match(url) is not None
