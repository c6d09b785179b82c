"""`provlint rule`: what rules say of themselves."""

import json
from collections.abc import Sequence

from provlint.errors import UserError
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.report.rule_page import fields_text, index_markdown, rule_json, rule_markdown, rule_text
from provlint.rulebook.book import load
from provlint.rulebook.rule_error import did_you_mean

_ALL = "; `provlint rule --all` lists them"


def describe(codes: Sequence[str], settings: Settings, output_format: str) -> str:
    """The named rules (ids, beginnings of ids, names), or all of them, as text, Markdown or JSON."""
    rulebook = load(settings)
    rules = rulebook.rules
    if codes:
        meant = {code: rulebook.meant(code) for code in codes}
        unknown = next((code for code, ids in meant.items() if not ids), None)
        if unknown is not None:
            near = did_you_mean(unknown, (name for rule in rules for name in (rule.id, rule.name)))
            raise UserError("rule", unknown, f"no rule has this id or name{near or _ALL}")
        ids = frozenset().union(*meant.values())
        rules = tuple(rule for rule in rules if rule.id in ids)
    if output_format == "json":
        return json.dumps(rule_json(rules), indent=2, ensure_ascii=False) + "\n"
    if output_format == "markdown":
        return index_markdown(rules) if not codes else "\n".join(map(rule_markdown, rules))
    return "\n".join(map(rule_text, rules)) if codes else "".join(map(_line, rules))


def describe_fields() -> str:
    """The fields that conditions and messages may name, by kind of fact."""
    return fields_text()


def _line(rule: Rule) -> str:
    off = "" if rule.default else ", off by default"
    return f"{rule.id} {rule.name} [{rule.severity}, {rule.confidence} confidence{off}]\n"
