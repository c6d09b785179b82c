"""Conditions and messages of rules → what holds for a record, and the sentence it gives; pure and fast.

All rules of one kind of fact become one generated function: the conditions stand in it as they are, each field they
use is taken from the record once. Their text is safe to compile because the rulebook has checked it: names of fields
and of `CONDITION_FUNCTIONS`, constants, comparisons and nothing else.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from provlint.model.records import Record
from provlint.model.rules import CONDITION_FUNCTIONS, Rule
from provlint.text.patterns import lazy
from provlint.text.visible import cut

if TYPE_CHECKING:
    from provlint.model.explanation import Part

_NAME = lazy(r"[a-z_]\w*+", re.ASCII)
_FIELD = lazy(r"\{\{|\}\}|\{(\w++)\}", re.ASCII)
_KIND = lazy(r"kind == [\"']([a-z-]++)[\"'] and ")
_LONGEST_FIELD = 200


def compile_rules(rules: Sequence[Rule], record: type[Record]) -> Callable[[Record], list[int]]:
    """A function that gives the indices of those `rules` whose condition holds for a record of the kind `record`."""
    # A word inside quotes may look like a field: then one field more is loaded, which does no harm.
    used = {name for rule in rules for name in _NAME.findall(rule.when)}
    lines = ["def held(_record):", " _held = []"]
    lines += [f" {name} = _record[{index}]" for index, name in enumerate(record._fields) if name in used]
    lines += [f" if {rule.when}: _held.append({index})" for index, rule in enumerate(rules)]
    lines.append(" return _held")
    namespace = _namespace()
    exec(compile("\n".join(lines), "<rules>", "exec"), namespace)  # noqa: S102 see the top of the file
    held: Callable[[Record], list[int]] = namespace["held"]
    return held


def kinds_of(rules: Sequence[Rule]) -> frozenset[str] | None:
    """The kinds of fact that `rules` can hold for, where each of their conditions begins by naming one; else None."""
    named = [None if " or " in rule.when else _KIND.match(rule.when) for rule in rules]
    kinds = frozenset(found[1] for found in named if found)
    return kinds if all(named) else None


def explain(rule: Rule, record: Record) -> "list[Part]":
    """Each part that `and` joins at the top of a rule's condition, as it was judged, and whether it held."""
    import ast

    from provlint.model.explanation import Part

    tree = ast.parse(rule.when, mode="eval").body
    joined = isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And)
    parts = [ast.unparse(part) for part in (tree.values if joined else (tree,))]  # type: ignore[attr-defined]
    fields = record._asdict()
    return [Part(part, bool(eval(part, _namespace(), fields))) for part in parts]  # noqa: S307 see the top of the file


def format_message(rule: Rule, record: Record) -> str:
    """The rule's message with the record's fields in place, each cut to 200 characters; nothing else is changed."""

    words = [cut(str(getattr(record, name)), _LONGEST_FIELD) if name else text for name, text in _pieces(rule.message)]
    return "".join(words)


@cache
def _pieces(message: str) -> tuple[tuple[str, str], ...]:
    """A message cut at its fields: each with its name, the words between them and braces with ""."""
    pieces = []
    done = 0
    for found in _FIELD.finditer(message):
        pieces.append(("", message[done : found.start()] + ("" if found[1] else found[0][0])))
        if found[1]:
            pieces.append((found[1], ""))
        done = found.end()
    return (*pieces, ("", message[done:]))


def _namespace() -> dict[str, Any]:
    return {"__builtins__": {}, **CONDITION_FUNCTIONS}
