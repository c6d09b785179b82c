"""A rule's `[options]`: their types, and the values that settings give them."""

from keyword import iskeyword
from math import isfinite

from provlint.errors import UserError
from provlint.model.rules import CONDITION_FUNCTIONS, Option, Rule
from provlint.rulebook.rule_error import did_you_mean
from provlint.rulebook.toml_table import Table

Options = tuple[tuple[str, Option], ...]
_LARGEST = 2**63
#: Truth before number: Python counts True among the whole numbers.
_KINDS: dict[type | tuple[type, ...], str] = {
    bool: "true or false",
    (int, float): "a number",
    str: "text",
    tuple: "a list of text",
}


def read_options(table: Table, fields: set[str]) -> Options:
    """The `[options]` table; names may not hide a field, a function or a constant of the condition."""
    options = table.values.get("options", {})
    if not isinstance(options, dict):
        raise table.error("options", "must be a table")
    taken = fields | CONDITION_FUNCTIONS.keys() | {"true", "false"}
    for name in options:
        if not (name.isascii() and name.isidentifier() and name == name.lower()) or name[0] == "_" or iskeyword(name):
            raise table.error(f"options.{name}", "an option's name is made of a-z, 0-9 and _")
        if name in taken:
            raise table.error(f"options.{name}", "this name is taken in conditions")
    return tuple((name, _option(table, name, value)) for name, value in options.items())


def _option(table: Table, name: str, value: object) -> Option:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, bool | str) or (isinstance(value, int | float) and _is_sane(value)):
        return value
    raise table.error(f"options.{name}", "must be text, a number, true or false, or a list of text")


def _is_sane(number: float) -> bool:
    return isfinite(number) and abs(number) < _LARGEST if isinstance(number, float) else abs(number) < _LARGEST


def settings_options(rule: Rule, given: Options, origin: str) -> Options:
    """The rule's options with the values that settings give; each must exist and be of the default's type."""
    options = dict(rule.options)
    for name, value in given:
        key = f"rules.{rule.name}.{name}"
        if name not in options:
            raise UserError(origin, key, f"{rule.name} has no such option" + did_you_mean(name, options))
        options[name] = _alike(value, options[name], origin, key)
    return tuple(options.items())


def _alike(value: Option, default: Option, origin: str, key: str) -> Option:
    """The value, if it is of the same type as the default; any number will do for a number."""
    for kind, words in _KINDS.items():
        if isinstance(default, kind):
            fits = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
            if not fits or (isinstance(value, int | float) and not _is_sane(value)):
                raise UserError(origin, key, f"must be {words}")
            break
    return value
