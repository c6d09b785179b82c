"""TOML as people write it → its values, and the line on which each key stands."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from provlint.errors import UserError
from provlint.text.patterns import lazy

Path = tuple[str | int, ...]

# tomllib takes quadratic time over a key of many parts, and one call a level over nesting; nobody writes either.
_MOST_PARTS = 32
_DEEPEST = 32

#: Why a file may not have rules to ignore and [[ignore]] tables under one key.
BOTH_KINDS = "holds both rules and tables; put the rules into `extend-ignore`"

# Four kinds of strings, a comment, a line end or mark, anything else; linear, as every quantifier is possessive.
_TOKEN = lazy(
    r'"""(?>(?:[^"\\]++|\\.|"{1,2}(?!"))*)(?>(?:"{3,5})?)'
    r"|'''(?>(?:[^']++|'{1,2}(?!'))*)(?>(?:'{3,5})?)"
    r'|"(?>(?:[^"\\\n]++|\\[^\n])*)"?+'
    r"|'[^'\n]*+'?+"
    r"|\#[^\n]*+"
    r"|[\n\[\]{}=.,]"
    r"""|[^\s"'#\[\]{}=.,]++""",
    re.DOTALL,
)
_PLACE = lazy(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class Source(NamedTuple):
    """The values of a piece of TOML and, for each path of keys and indexes, its line."""

    values: Mapping[str, object]
    lines: Mapping[Path, int]

    def table(self, path: tuple[str, ...], where: str) -> "Source | None":
        """The table at a path of keys, None when there is nothing; what is no table is a UserError."""
        values: object = self.values
        for key in path:
            if not isinstance(values, dict) or key not in values:
                return None
            values = values[key]
        if not isinstance(values, dict):
            raise UserError(at_line(where, self.line(path)), ".".join(path), "must be a table")
        inner = {at[len(path) :]: line for at, line in self.lines.items() if at[: len(path)] == path}
        return Source(values, inner)

    def line(self, path: Path) -> int:
        """The line of a path or of the nearest thing around it, 0 when that is unknown."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return self.lines.get((), 0)


def read(data: bytes, where: str) -> Source:
    """The TOML in `data`; `where` names it in the UserError for what is no TOML, or none that a person would write."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(f"{where}:{line}", "", f"is not UTF-8 text: byte 0x{data[error.start]:02x}") from None
    lines = _Places(where).of(text)
    import tomllib

    try:
        return Source(tomllib.loads(text), lines)
    except tomllib.TOMLDecodeError as error:
        raise _refusal(str(error), text, where) from None
    except ValueError:
        raise UserError(where, "", "holds a number of too many digits") from None
    except RecursionError:
        raise UserError(where, "", "is nested too deep") from None


def _refusal(reason: str, text: str, where: str) -> UserError:
    """What tomllib says, with the place it gives in front."""
    found = _PLACE.search(reason)
    reason = reason[: found.start()] if found else reason
    line, column = int((found and found[1]) or text.count("\n") + 1), found and found[2]
    place = f" (column {column})" if column else ""
    statement = text.split("\n")[line - 1].lstrip()
    if "ignore" in reason and statement.startswith(("[[ignore]]", "[[tool.provlint.ignore]]")):
        return UserError(at_line(where, line), "ignore", BOTH_KINDS)
    return UserError(at_line(where, line), "", f"is not valid TOML: {reason[:1].lower()}{reason[1:]}{place}")


def at_line(where: str, line: int) -> str:
    """A file and a line as people write it; the file alone when the line is 0."""
    return f"{where}:{line}" if line else where


class _Places:
    """One pass over the tokens that notes where each statement of a TOML text stands."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.lines: dict[Path, int] = {}
        self.header: Path = ()
        self.counts: dict[Path, int] = {}

    def of(self, text: str) -> dict[Path, int]:
        head: list[str] = []
        key: Path = ()
        line, depth, items = 1, 0, 0
        for found in _TOKEN.finditer(text):
            piece = found[0]
            if piece == "\n" and depth == 0:
                self._table(head, line)
                head, key, items = [], (), 0
            elif key:  # in a value
                depth += (piece in "[{") - (piece in "]}")
                if piece == "{" and depth == 2:
                    self.lines[*key, items] = line
                    items += 1
                self._check(depth > _DEEPEST, line, f"is nested more than {_DEEPEST} deep")
            elif piece == "=":
                key = (*self.header, *_parts(head))
                self._note(key, line)
            elif piece[0] != "#":
                head.append(piece)
                self._check(len(head) > 2 * _MOST_PARTS, line, f"has a key of more than {_MOST_PARTS} parts")
            line += piece.count("\n")
        self._table(head, line)
        return self.lines

    def _table(self, head: list[str], line: int) -> None:
        """Enter the table that a header names; `[[name]]` adds an item to a list."""
        if head[:1] != ["["]:
            return
        path: Path = _parts([piece for piece in head if piece not in "[]"])
        if head[:2] == ["[", "["]:
            index = self.counts.get(path, 0)
            self.counts[path] = index + 1
            path = (*path, index)
        self.header = path
        self._note(path, line)

    def _note(self, path: Path, line: int) -> None:
        """The line of a path, and of the tables around it that it is the first to name."""
        while path and path not in self.lines:
            self.lines[path] = line
            path = path[:-1]

    def _check(self, bad: bool, line: int, reason: str) -> None:
        if bad:
            raise UserError(f"{self.where}:{line}", "", reason)


def _parts(tokens: list[str]) -> tuple[str, ...]:
    """The parts of a dotted key; one with escapes keeps them, and its value is placed by what stands around it."""
    return tuple(piece[1:-1] if piece[0] in "\"'" else piece for piece in tokens if piece != ".")
