"""The rules provlint ships, wherever it was installed: from the compiled file if it is good, else from rules/."""

import os
import sys
from contextlib import suppress

from provlint.model.rules import Rule
from provlint.rulebook import compiled
from provlint.text.paths import is_inside

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHOWN_AS = "rules"


def rules_folder() -> str:
    """The folder of shipped rules: inside an installed package, else beside it (a checkout, an editable install)."""
    inside = os.path.join(_PACKAGE, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_PACKAGE), "rules")


def shipped_rules() -> tuple[Rule, ...]:
    """All shipped rules, by path; in a checkout the compiled file counts only while nothing it came from changed."""
    folder = rules_folder()
    stamp = _stamp(folder)
    rules = compiled.read(compiled.FILE, stamp)
    if rules is None:
        rules = rules_from_toml(folder)
        if stamp is not None and not sys.dont_write_bytecode:  # as Python keeps what it compiles of a checkout
            with suppress(OSError):
                compiled.write(compiled.FILE, rules, stamp)
    return rules


def rules_from_toml(folder: str) -> tuple[Rule, ...]:
    """The shipped rules read from their TOML files."""
    from provlint.rulebook.rule_folder import read_folder

    return read_folder(folder, SHOWN_AS, shipped=True)


def compile_rules(file: str = compiled.FILE, *, release: bool = False) -> None:
    """Write the compiled file from rules/; one for a release is the same bytes wherever it is made."""
    folder = rules_folder()
    compiled.write(file, rules_from_toml(folder), None if release else _stamp(folder))


def _stamp(folder: str) -> compiled.Stamp | None:
    if is_inside(folder, _PACKAGE):  # installed: rules and compiled file came in one wheel
        return None
    return compiled.stamp_of(folder, os.path.join(_PACKAGE, "rulebook"), os.path.join(_PACKAGE, "model"))
