"""One rule file's TOML → a checked Rule."""

import re
from collections.abc import Mapping

from provlint.model.fields import fields_of
from provlint.model.records import RECORDS
from provlint.model.rules import Rule, RuleFix
from provlint.model.words import Confidence, Needs, Severity
from provlint.rulebook.condition import check
from provlint.rulebook.examples import read_examples
from provlint.rulebook.guards import filled_fields
from provlint.rulebook.message import check_filled, check_message
from provlint.rulebook.options import read_options
from provlint.rulebook.rule_error import did_you_mean, reading, shown
from provlint.rulebook.toml_table import Table

REQUIRED = ("id", "name", "on", "message", "when")
_SHIPPED = ("needs", "severity", "confidence", "default", "since", "why", "remedy")  # what ours must say besides
_KEYS = (*REQUIRED, *_SHIPPED, "was", "yields-to", "options", "fix", "bad", "good")
_SHIPPED_ID = re.compile(r"PL\d{3}")
_USER_ID = re.compile(r"(?!PL\d)[A-Z]{2,8}\d{2,4}")
_NAME = re.compile(r"[a-z][a-z0-9]*+(?>(?:-[a-z0-9]++)*)")
_SINCE = re.compile(r"(?:\d{1,4}(?:\.\d{1,4}){1,2})?")

#: The hundreds of a shipped rule's id, and the folders its file may stand in.
_FOLDERS = {
    "0": ("documents",), "1": ("links",), "2": ("domains",), "3": ("quotations",), "4": ("outlets",), "5": ("claims",),
    "6": ("excerpts",), "7": ("citations",),
}  # fmt: skip
#: Fields whose text stands in the source as it is, so that a fix can replace it.
_SOURCE_FIELDS = {"link": frozenset({"url"}), "suppression": frozenset({"comment"}), "match": frozenset({"text"})}
#: Facts whose fix can only be to take them out.
_TAKEN_OUT = frozenset({"suppression"})


def read_rule(values: Mapping[str, object], origin: str, *, shipped: bool) -> Rule:
    """The rule that a file's TOML holds; `origin` is its path in its rule folder. `RuleError` if it cannot stand."""
    table = Table(values, _KEYS)
    table.require((*REQUIRED, *_SHIPPED, "bad", "good") if shipped else REQUIRED)
    folder, _, file = origin.rpartition("/")
    on = _on(table)
    rule = Rule(
        id=_id(table, shipped, folder),
        name=_name(table, file.removesuffix(".toml")),
        on=on,
        needs=table.word("needs", Needs, "text"),
        severity=table.word("severity", Severity, "warning"),
        confidence=table.word("confidence", Confidence, "medium"),
        default=table.flag("default", True),
        since=_since(table),
        message=table.text("message"),
        when="",
        why=table.text("why").strip(),
        remedy=table.text("remedy").strip(),
        was=_names(table, "was"),
        yields_to=_names(table, "yields-to"),
        options=read_options(table, set(RECORDS[on]._fields)),
        fix=_fix(table, on),
        examples=read_examples(table),
        origin=origin,
        condition=table.text("when").strip(),
    )
    for key in ("bad", "good") if shipped else ():
        if not any(example.bad == (key == "bad") for example in rule.examples):
            raise table.error(key, "at least one example is needed")
    return check_rule(rule)


def check_rule(rule: Rule) -> Rule:
    """The rule with its condition checked under its options; `RuleError` if condition, message or fix cannot stand."""
    record = RECORDS[rule.on]
    with reading("when"):
        when = check(rule.condition, record, dict(rule.options))
    fields, filled = fields_of(record), filled_fields(when, record)
    with reading("message"):
        check_message(rule.message, rule.on, fields, filled)
    with reading("fix.by"):
        if rule.fix and rule.fix.by and not rule.fix.optional:
            check_filled(rule.fix.by, rule.on, fields, filled)
    return rule._replace(when=when)


def _id(table: Table, shipped: bool, folder: str) -> str:
    code = table.text("id")
    if not shipped:
        if not _USER_ID.fullmatch(code):
            raise table.error("id", "must be 2 to 8 capital letters, but not PL, and 2 to 4 digits, like ACME101")
        return code
    if not _SHIPPED_ID.fullmatch(code):
        raise table.error("id", "must be PL and three digits")
    if folder not in _FOLDERS.get(code[2], ()):
        raise table.error("id", f"PL{code[2]} does not belong into the folder {shown(folder)}")
    return code


def _name(table: Table, stem: str) -> str:
    name = table.text("name")
    if not _NAME.fullmatch(name):
        raise table.error("name", "must be lower-case words joined by hyphens")
    if name != stem:
        raise table.error("name", f"must equal the file's name, {shown(stem)}")
    return name


def _on(table: Table) -> str:
    on = table.text("on")
    if on not in RECORDS:
        raise table.error("on", f"unknown kind of fact {shown(on)}" + did_you_mean(on, RECORDS))
    return on


def _since(table: Table) -> str:
    since = table.text("since")
    if not _SINCE.fullmatch(since):
        raise table.error("since", "must be a version like 0.1")
    return since


def _names(table: Table, key: str) -> tuple[str, ...]:
    names = table.texts(key)
    for name in names:
        if not _NAME.fullmatch(name):
            raise table.error(key, "must hold lower-case words joined by hyphens")
    return names


def _fix(table: Table, on: str) -> RuleFix | None:
    if "fix" not in table.values:
        return None
    fix = Table(table.values["fix"], RuleFix._fields, "fix.")
    fix.require(("field", "safe") if on in _TAKEN_OUT else ("field", "by", "safe"))
    field, by = fix.text("field"), fix.text("by")
    if field not in _SOURCE_FIELDS.get(on, ()):
        raise fix.error("field", f"{shown(field)} is no text of the source that could be replaced")
    if on in _TAKEN_OUT:
        if by:
            raise fix.error("by", f"a {on} can only be taken out, and nothing put in its place")
        return RuleFix(field, "", fix.flag("safe", default=False))
    known = fields_of(RECORDS[on])
    if by not in known:
        raise fix.error("by", f"unknown field {shown(by)}" + did_you_mean(by, known))
    if by == field or known[by].type != "text" or known[by].words:
        raise fix.error("by", "must be another field that holds text")
    return RuleFix(field, by, fix.flag("safe", default=False), fix.flag("optional", default=False))
