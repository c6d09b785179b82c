"""A rule → its SARIF descriptor, with the help that a viewer shows beside the findings."""

from provlint.model.findings import Finding
from provlint.model.rules import Rule
from provlint.model.words import Severity
from provlint.report.json import Object
from provlint.report.rule_page import rule_markdown
from provlint.report.sarif_text import LEVELS, plain
from provlint.text.visible import visible

_PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}
_MOST_HELP = 30_000  # characters; a rule's page has some two thousand


def descriptor(rule: Rule) -> Object:
    """The rule with its descriptions; `precision` and `problem.severity` are GitHub's words for how sure and heavy."""
    help_text = " ".join(filter(None, (rule.why, rule.remedy))) or rule.name
    markdown = rule_markdown(rule)
    shown: Object = {"text": plain(help_text, _MOST_HELP)}
    return {
        "id": visible(rule.id),
        "name": visible(rule.name),
        "shortDescription": {"text": _title(rule.name)},
        "fullDescription": {"text": plain(rule.why or rule.name)},
        "help": shown | ({"markdown": markdown} if len(markdown) <= _MOST_HELP else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "precision": rule.confidence,
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": ["sources", visible(rule.on)],
        },
    }


def unknown(finding: Finding) -> Object:
    """What a finding tells of a rule that was not handed over."""
    return {
        "id": visible(finding.id),
        "name": visible(finding.rule),
        "shortDescription": {"text": _title(finding.rule)},
    }


def _title(name: str) -> str:
    words = plain(name.replace("-", " "))
    return words[:1].upper() + words[1:]
