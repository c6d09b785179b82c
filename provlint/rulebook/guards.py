"""Which text fields a condition keeps from being empty, so that messages and fixes may rely on them."""

import ast

from provlint.model.fields import fields_of
from provlint.model.records import Record
from provlint.model.rules import CONDITION_FUNCTIONS


def filled_fields(when: str, record: type[Record]) -> frozenset[str]:
    """The text fields that cannot be "" wherever a checked condition holds."""
    text_fields = {field.name for field in fields_of(record).values() if field.type == "text"}
    return _filled(ast.parse(when, mode="eval").body, True, text_fields)


def _filled(node: ast.expr, truth: bool, text_fields: set[str]) -> frozenset[str]:
    """The text fields that are not "" when `node` is `truth`."""
    if isinstance(node, ast.BoolOp):
        parts = [_filled(value, truth, text_fields) for value in node.values]
        # `a and b` true says both of its parts, false says only that one of them is false; `or` the other way about.
        return frozenset.union(*parts) if isinstance(node.op, ast.And) == truth else frozenset.intersection(*parts)
    if isinstance(node, ast.UnaryOp):
        return _filled(node.operand, not truth, text_fields)
    names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} - CONDITION_FUNCTIONS.keys()
    if len(names) != 1 or not names <= text_fields:
        return frozenset()
    code = compile(ast.Expression(ast.fix_missing_locations(node)), "<condition>", "eval")
    when_empty = eval(code, {"__builtins__": {}, **CONDITION_FUNCTIONS}, dict.fromkeys(names, ""))  # noqa: S307 checked
    return frozenset(names) if when_empty != truth else frozenset()
