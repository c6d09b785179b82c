"""One gitignore pattern with wildcards → a regular expression that takes linear time over any path.

Written here because pathspec turns a pattern into a regular expression that backtracks: `*a*a*a*a*b` from a hostile
pull request keeps it busy for hours over one file name (and importing it costs 20 to 40 ms).
"""

import re
from collections.abc import Iterator

from provlint.text.patterns import lazy

_POSIX_CLASS = lazy(r"\[:([^\]]*):\]")
_POSIX_CLASSES = {
    "alnum": "a-zA-Z0-9", "alpha": "a-zA-Z", "blank": " \\t", "cntrl": "\\x00-\\x1f\\x7f", "digit": "0-9",
    "graph": "!-~", "lower": "a-z", "print": " -~", "punct": "!-/:-@\\[-`{-~", "space": "\\t-\\r ", "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}  # fmt: skip
_NEVER = "(?!)"
# Git takes the plain beginning off before it looks at the rest (dir.c, match_pathname), and so `**` behind a letter
# means as much as behind a slash when it is the pattern's first wildcard.
_FUSED = lazy(r"([^*?\[\\]*[^*?\[\\/])\*\*+(?=/|\Z)")
_STARS = lazy(r"(?>(?:/\*\*+)*)")


def translated(body: str, deep: bool) -> str:
    """One pattern as a regular expression for `fullmatch`; `deep` gives `**` between slashes its meaning.

    What stands between two wildcards is sought once, at the first place it fits, inside an atomic group: all pieces of
    a pattern have a fixed length, so a later place can never do better, and no text takes more than linear time.
    """
    if deep and (fused := _FUSED.match(body)):
        behind = body[fused.end() :]
        if behind == "/":
            return re.escape(fused[1])
        if behind.startswith("//"):  # the name's own slash is all that can stand between
            return re.escape(fused[1]) + "/" + _translated(behind[2:], True)
        return re.escape(fused[1]) + (".*" if _STARS.fullmatch(behind) else "/?" + _translated("**" + behind, True))
    return _translated(body, deep)


def _translated(body: str, deep: bool) -> str:
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
