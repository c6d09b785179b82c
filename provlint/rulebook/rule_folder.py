"""A folder of rule files → checked Rules. A rule that cannot stand stops the run with its file and key."""

import os
import re
from collections.abc import Iterator

from provlint.errors import UserError
from provlint.model.rules import Rule
from provlint.rulebook.rule_error import RuleError
from provlint.text.paths import is_inside

MOST_FILES = 2_000
MOST_BYTES = 65_536
TABLES = "tables"
#: A dotted key of more parts than anybody writes. Python's TOML reader takes minutes for one of 30,000.
_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){40}""", re.ASCII)


def read_folder(folder: str, shown_as: str, *, shipped: bool = False) -> tuple[Rule, ...]:
    """All rules below `folder`, by path; `shown_as` stands for the folder in what is said to people."""
    files = sorted(rule_files(folder, shown_as))
    if not files and not os.path.isdir(os.path.join(folder, TABLES)):
        raise UserError(shown_as, "", "holds no rule file and no tables")
    return tuple(_read(os.path.join(folder, *path.split("/")), path, shown_as, shipped) for path in files)


def rule_files(folder: str, shown_as: str) -> Iterator[str]:
    """The rule files below a folder as POSIX paths relative to it, in no order; its `tables/` are left out.

    Links are not followed out of the folder: one that leads there is refused, and so is one to a folder.
    """
    count = 0
    for entry, path in _entries(folder, shown_as):
        if not path.endswith(".toml"):
            continue
        count += 1
        if count > MOST_FILES:
            raise UserError(shown_as, "", f"holds more than {MOST_FILES:,} rule files")
        if entry.is_symlink() and not is_inside(os.path.realpath(entry.path), os.path.realpath(folder)):
            raise UserError(f"{shown_as}/{path}", "", "is a link that leads out of the rule folder")
        if not entry.is_file():
            raise UserError(f"{shown_as}/{path}", "", "is not a regular file")
        yield path


def _entries(folder: str, shown_as: str) -> Iterator[tuple["os.DirEntry[str]", str]]:
    """Every file below the folder, hidden ones and `tables/` left out, with its POSIX path."""
    waiting = [(folder, "")]
    while waiting:
        current, prefix = waiting.pop()
        try:
            entries = list(os.scandir(current))
        except OSError as error:
            raise UserError(f"{shown_as}/{prefix}".rstrip("/"), "", f"cannot be read: {error.strerror}") from None
        for entry in entries:
            path = prefix + entry.name
            if entry.name.startswith(".") or path == TABLES:
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, path + "/"))
            elif entry.is_symlink() and entry.is_dir():
                raise UserError(f"{shown_as}/{path}", "", "is a link to a folder, which is not followed")
            else:
                yield entry, path


def _read(file: str, path: str, shown_as: str, shipped: bool) -> Rule:
    from provlint.rulebook.rule_file import read_rule

    where = f"{shown_as}/{path}"
    values = _toml(_text(file, where), where)
    try:
        return read_rule(values, path, shipped=shipped)
    except RuleError as error:
        raise UserError(where, error.key, error.reason) from None


def _toml(text: str, where: str) -> dict[str, object]:
    import tomllib

    if _LONG_KEY.search(text):
        raise UserError(where, "", "is not a rule file: a key has more than 40 parts")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # too long a number is a plain ValueError
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise UserError(where, "", f"is not valid TOML: {reason}") from None


def _text(file: str, where: str) -> str:
    try:
        with open(file, "rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError(where, "", f"cannot be read: {error.strerror}") from None
    if len(data) > MOST_BYTES:
        raise UserError(where, "", f"is larger than {MOST_BYTES // 1024} KiB")
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise UserError(where, "", "is not UTF-8") from None
