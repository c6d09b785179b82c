"""A rule's message: plain `{field}`s in one line, none of which can come out empty."""

import re

from provlint.model.fields import Field
from provlint.rulebook.rule_error import RuleError, did_you_mean, shown

#: Text fields that every record of the kind has: they need no guard in `when`.
ALWAYS_THERE: dict[str, frozenset[str]] = {
    "document": frozenset({"path", "encoding"}),
    "block": frozenset({"path", "text"}),
    "link": frozenset({"path", "url", "canonical"}),
    "citation": frozenset({"path", "key"}),
    "claim": frozenset({"path", "text", "reasons"}),
    "phrase": frozenset({"path", "text"}),
    "identifier": frozenset({"path", "name", "text", "value"}),
    "passage": frozenset({"path", "text", "evidence"}),
    "suppression": frozenset({"path"}),
    "match": frozenset({"path", "text", "source"}),
    "quotation": frozenset({"path", "text", "who", "times"}),
    "attribution": frozenset({"path", "text", "who", "speaker"}),
}
_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_REASONS = ((":", "a format spec"), ("!", "a conversion"), ("[", "an index"), (".", "an attribute"))


def check_message(message: str, on: str, fields: dict[str, Field], filled: frozenset[str]) -> None:
    """Refuse a message that names more than plain fields, or one that may be empty; `filled` is what `when` guards."""
    if not message.strip() or not message.isprintable():
        raise RuleError("a message is one line of printable text")
    for found in _PART.finditer(message):
        if found[0] in ("{{", "}}"):
            continue
        if found[1] is None:
            raise RuleError("a single brace; write {{ or }} for a brace of the text")
        _check_field(found[1], fields)
        check_filled(found[1], on, fields, filled)


def _check_field(name: str, fields: dict[str, Field]) -> None:
    for mark, what in _REASONS:
        if mark in name:
            raise RuleError(f"{shown(name)}: a message names plain fields, without {what}")
    if name not in fields:
        raise RuleError(f"unknown field {shown(name)}" + did_you_mean(name, fields))
    if fields[name].type == "truth":
        raise RuleError(f"{name} is true or false, which makes no sentence; say it in words")


def check_filled(name: str, on: str, fields: dict[str, Field], filled: frozenset[str]) -> None:
    """Refuse a text field that may be empty where the condition holds."""
    field = fields[name]
    there = name in ALWAYS_THERE.get(on, ()) or (field.words and "" not in field.words)
    if field.type == "text" and not there and name not in filled:
        raise RuleError(f'{name} may be empty; guard it in `when` ({name} != "")')
