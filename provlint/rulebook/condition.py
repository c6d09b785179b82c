"""The condition language: a rule's `when` → checked, normalised Python source that can only compare fields.

A small subset of Python expressions: names of the record's fields and of the rule's own options; text, number and
true/false constants; comparisons; `in` and `not in` over tuples of constants; `and`, `or`, `not`; the functions of
`CONDITION_FUNCTIONS`. Everything else is refused, and so is every comparison that could never make sense.
"""

import ast
import warnings
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from provlint.model.fields import Field, FieldType, fields_of
from provlint.model.records import Record
from provlint.model.rules import Option
from provlint.rulebook.rule_error import RuleError, did_you_mean, shown

MOST_CHARACTERS = 500
MOST_NODES = 120
DEEPEST = 12
_LARGEST_NUMBER = 2**63

#: What each function takes and gives.
SIGNATURES: dict[str, tuple[tuple[FieldType, ...], FieldType]] = {
    "starts_with": (("text", "text"), "truth"),
    "ends_with": (("text", "text"), "truth"),
    "contains": (("text", "text"), "truth"),
    "length": (("text",), "number"),
}
_CONSTANTS = {"true": True, "false": False}
_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_NAMES: dict[type[ast.AST], str] = {
    ast.Attribute: "an attribute", ast.Subscript: "an index", ast.BinOp: "arithmetic", ast.ListComp: "a comprehension",
    ast.SetComp: "a comprehension", ast.DictComp: "a comprehension", ast.GeneratorExp: "a comprehension",
    ast.JoinedStr: "an f-string", ast.Lambda: "a lambda", ast.IfExp: "if … else", ast.NamedExpr: "an assignment",
    ast.Await: "await", ast.Yield: "yield", ast.YieldFrom: "yield", ast.Starred: "a star", ast.Set: "a set",
    ast.List: "a list (write a tuple, with round brackets)", ast.Dict: "a dictionary", ast.UnaryOp: "arithmetic",
}  # fmt: skip


class _Typed(NamedTuple):
    """A checked part: its normal form and its type; `values` for constants, `words` for a field of a closed list."""

    node: ast.expr
    type: FieldType | Literal["tuple"]
    values: tuple[object, ...] = ()
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        from provlint.text.visible import cut, visible

        return visible(cut(ast.unparse(self.node), 60))


def check(source: str, record: type[Record], options: Mapping[str, Option]) -> str:
    """The condition as normalised source, options replaced by their constants; `RuleError` if it cannot stand."""
    checker = _Checker(fields_of(record), options)
    checked = checker.truth(_parse(source))
    for name in options:
        if name not in checker.used_options:
            raise RuleError("the condition does not use this option", f"options.{name}")
    return ast.unparse(checked)


def _parse(source: str) -> ast.expr:
    if len(source) > MOST_CHARACTERS:
        raise RuleError(f"the condition is longer than {MOST_CHARACTERS} characters")
    source = source.strip()
    if not source:
        raise RuleError("the condition is empty")
    # Round brackets let a condition go over several lines, and keep a comment from swallowing the next one.
    text = f"({source}\n)" if "\n" in source else source
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError, Warning) as error:
        reason = error.msg if isinstance(error, SyntaxError) else str(error) or "too deeply nested"
        raise RuleError(f"not a condition: {reason}") from None
    _limit(tree)
    return tree


def _limit(tree: ast.expr) -> None:
    """Refuse what is too large or too deep, before anything recursive looks at it."""
    level, depth, count = [tree], 0, 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > DEEPEST:
            raise RuleError(f"the condition is nested more than {DEEPEST} deep")
        if count > MOST_NODES:
            raise RuleError(f"the condition has more than {MOST_NODES} parts")
        level = [child for node in level for child in _children(node)]


def _children(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions right below a node, looking through what is none itself (a comprehension's `for`, a keyword)."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child
        else:
            yield from _children(child)


class _Checker:
    """Walks the tree once: gives each part its type and its normal form, refuses what has none."""

    def __init__(self, fields: Mapping[str, Field], options: Mapping[str, Option]) -> None:
        self.fields = fields
        self.options = options
        self.used_options: set[str] = set()

    def truth(self, node: ast.expr) -> ast.expr:
        """A part that must be true or false."""
        typed = self.typed(node)
        if typed.type == "text":
            raise RuleError(f'{typed} is text, not true or false; write {typed} != ""')
        if typed.type == "number":
            raise RuleError(f"{typed} is a number, not true or false; write {typed} > 0")
        if typed.type == "tuple":
            raise RuleError(f"{typed} is a list; it can only stand after `in`")
        return typed.node

    def typed(self, node: ast.expr) -> _Typed:
        match node:
            case ast.BoolOp():
                return _Typed(ast.BoolOp(node.op, [self.truth(value) for value in node.values]), "truth")
            case ast.UnaryOp(op=ast.Not()):
                return _Typed(ast.UnaryOp(node.op, self.truth(node.operand)), "truth")
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
                return _constant(-value) if not isinstance(value, bool) else _refuse(node)
            case ast.Compare():
                return self._compare(node)
            case ast.Call():
                return self._call(node)
            case ast.Name():
                return self._name(node.id)
            case ast.Constant():
                return _constant(node.value)
            case ast.Tuple():
                return self._tuple(node)
        return _refuse(node)

    def _name(self, name: str) -> _Typed:
        if field := self.fields.get(name):
            return _Typed(ast.Name(name, ast.Load()), field.type, words=field.words)
        if name in self.options:
            self.used_options.add(name)
            return option_constant(self.options[name])
        if name in _CONSTANTS:
            return _constant(_CONSTANTS[name])
        if name in SIGNATURES:
            raise RuleError(f"{name} is a function; write {name}(…)")
        raise RuleError(f"unknown field {shown(name)}" + did_you_mean(name, [*self.fields, *self.options]))

    def _tuple(self, node: ast.Tuple) -> _Typed:
        items = [self.typed(item) for item in node.elts]
        if not items:
            raise RuleError("an empty tuple holds nothing")
        if not all(item.values and item.type in ("text", "number") for item in items):
            raise RuleError("a tuple may hold only text or number constants")
        if len({item.type for item in items}) > 1:
            raise RuleError("a tuple may not mix text and numbers")
        return _tuple_of(*(item.values[0] for item in items))

    def _call(self, node: ast.Call) -> _Typed:
        if not isinstance(node.func, ast.Name):
            return _refuse(node.func)
        name = node.func.id
        if name not in SIGNATURES:
            raise RuleError(f"unknown function {shown(name)}" + did_you_mean(name, SIGNATURES))
        takes, gives = SIGNATURES[name]
        if node.keywords or len(node.args) != len(takes):
            raise RuleError(f"{name} takes {' and '.join(takes)}")
        arguments = [self.typed(argument) for argument in node.args]
        for argument, expected in zip(arguments, takes, strict=True):
            if argument.type != expected:
                raise RuleError(f"{name} takes {expected}; {argument} is {_said(argument)}")
        call = ast.Call(ast.Name(name, ast.Load()), [argument.node for argument in arguments], [])
        return _Typed(call, gives)

    def _compare(self, node: ast.Compare) -> _Typed:
        sides = [self.typed(side) for side in (node.left, *node.comparators)]
        for left, op, right in zip(sides, node.ops, sides[1:], strict=False):
            _check_pair(left, op, right)
        return _Typed(ast.Compare(sides[0].node, node.ops, [side.node for side in sides[1:]]), "truth")


def _check_pair(left: _Typed, op: ast.cmpop, right: _Typed) -> None:
    """One comparison: both sides of one type, ordering of numbers only, words of a closed list from that list."""
    if isinstance(op, ast.In | ast.NotIn):
        _check_in(left, right)
    elif isinstance(op, ast.Is | ast.IsNot):
        raise RuleError("`is` is not part of a condition; write == or !=")
    elif "tuple" in (left.type, right.type):
        raise RuleError("a list can only stand after `in`")
    elif left.type != right.type:
        raise RuleError(f"{left} is {_said(left)}, {right} is {_said(right)}")
    elif isinstance(op, _ORDER) and left.type != "number":
        raise RuleError(f"only numbers have an order; {left} is {_said(left)}")
    _check_words(left, right)
    _check_words(right, left)


def _check_in(left: _Typed, right: _Typed) -> None:
    if right.type == "text":
        raise RuleError(f"`in` looks into a tuple; write contains({right}, {left})")
    if right.type != "tuple":
        raise RuleError(f"`in` looks into a tuple; {right} is {_said(right)}")
    if left.type not in ("text", "number"):
        raise RuleError(f"only text or a number can be `in` a list; {left} is {_said(left)}")
    if right.values and (left.type == "text") != isinstance(right.values[0], str):
        raise RuleError(f"{left} is {_said(left)}, {right} holds {'text' if left.type == 'number' else 'numbers'}")


def _check_words(field: _Typed, constant: _Typed) -> None:
    for value in constant.values if field.words else ():
        if value not in field.words:
            words = [word or '""' for word in field.words]
            raise RuleError(f"{field} is never {shown(str(value))}" + did_you_mean(str(value), words))


def option_constant(value: Option) -> _Typed:
    """An option's value as it stands in a condition: a constant, or a tuple of text."""
    return _tuple_of(*value) if isinstance(value, tuple) else _constant(value)


def _tuple_of(*values: object) -> _Typed:
    return _Typed(ast.Tuple([_constant(value).node for value in values], ast.Load()), "tuple", values)


def _constant(value: object) -> _Typed:
    node = ast.Constant(value)  # type: ignore[arg-type]
    if isinstance(value, bool):
        return _Typed(node, "truth", (value,))
    if isinstance(value, str):
        return _Typed(node, "text", (value,))
    if isinstance(value, int | float):
        if not -_LARGEST_NUMBER < value < _LARGEST_NUMBER:  # false for nan, too
            raise RuleError("a number is too large")
        return _Typed(node, "number", (value,))
    if value is None:
        raise RuleError('there is no None; absent text is ""')
    raise RuleError(f"a constant of type {type(value).__name__} is not part of a condition")


def _refuse(node: ast.expr) -> _Typed:
    raise RuleError(f"{_NAMES.get(type(node), type(node).__name__)} is not part of a condition")


def _said(typed: _Typed) -> str:
    return {"text": "text", "number": "a number", "truth": "true or false", "tuple": "a list"}[typed.type]
