"""The shipped rules as one file of plain data: a hundred TOML files cost 100 ms to read, this one two.

The file is a mark, a checksum and marshalled tuples. Marshal's version 4 is read alike by every Python from 3.4 on, and
plain data holds no code. What cannot be read is as good as no file.
"""

import marshal
import os
from typing import Any
from zlib import crc32

from provlint.model.rules import Example, Rule, RuleFix

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "shipped.marshal")
_MARK = b"provlint rules 1\n"
_MARSHAL_VERSION = 4
_SHAPE = (Rule._fields, RuleFix._fields, Example._fields)

Stamp = tuple[tuple[str, int, int], ...]


def write(file: str, rules: tuple[Rule, ...], stamp: Stamp | None) -> None:
    """Write the compiled file; `stamp` tells what it was made from, None that it needs no comparing."""
    data = marshal.dumps((_SHAPE, stamp, tuple(map(_plain, rules))), _MARSHAL_VERSION)
    scratch = f"{file}.{os.getpid()}"  # several runs may do this at once
    with open(scratch, "wb") as stream:
        stream.write(_MARK + crc32(data).to_bytes(4, "big") + data)
    os.replace(scratch, file)


def read(file: str, stamp: Stamp | None) -> tuple[Rule, ...] | None:
    """The rules, or None when there is no such file, it is damaged, of another make, or made from other sources."""
    try:
        with open(file, "rb") as stream:
            mark, checksum, data = stream.read(len(_MARK)), stream.read(4), stream.read()
    except OSError:
        return None
    if mark != _MARK or crc32(data).to_bytes(4, "big") != checksum:
        return None
    shape, made_from, rows = marshal.loads(data)  # noqa: S302 our own file, and its checksum is right
    if shape != _SHAPE or made_from != stamp:
        return None
    return tuple(map(_rule, rows))


def stamp_of(*folders: str) -> Stamp:
    """Name, size and time (ns) of each TOML and Python file below the folders: what compiled rules depend on."""
    found = []
    waiting = list(folders)
    while waiting:
        for entry in os.scandir(waiting.pop()):
            if entry.is_dir():
                waiting.append(entry.path)
            elif entry.name.endswith((".toml", ".py")):
                status = entry.stat()
                found.append((entry.path, status.st_size, status.st_mtime_ns))
    return tuple(sorted(found))


def _plain(rule: Rule) -> tuple[Any, ...]:
    """Marshal takes tuples, but not named ones."""
    fix = tuple(rule.fix) if rule.fix else None
    return tuple(rule._replace(fix=fix, examples=tuple(map(tuple, rule.examples))))  # type: ignore[arg-type]


def _rule(row: tuple[Any, ...]) -> Rule:
    rule = Rule._make(row)
    fix = RuleFix._make(rule.fix) if rule.fix else None
    return rule._replace(fix=fix, examples=tuple(map(Example._make, rule.examples)))
