"""Every example of every shipped rule is a test: `bad` gives exactly this rule's finding at its place, `good` none."""

import json
from pathlib import Path

import pytest

from provlint.model.findings import Finding
from provlint.model.online import Online
from provlint.model.rules import Example, Rule
from provlint.rulebook.shipped import shipped_rules
from provlint.run.check import check
from provlint.settings.load import load
from tests.web_answers import recorded

RULES = shipped_rules()
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{'bad' if example.bad else 'good'}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
]
ENDINGS = {"markdown": "md", "text": "txt", "html": "html", "rst": "rst"}


def findings(rule: Rule, example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """The findings of this rule alone; ignores name other rules, so those run too and are left out of the result."""
    monkeypatch.chdir(folder)
    path = example.path or f"example.{ENDINGS[example.format]}"
    for name, text in (*example.files, (path, example.text)):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    if example.hex:
        (folder / path).write_bytes(bytes.fromhex(example.hex))
    settings = dict(example.settings)
    if settings:
        (folder / "provlint.toml").write_text(toml(settings), encoding="utf-8")
    overrides = {} if rule.on == "suppression" else {"select": (rule.id,)}
    whole = bool(settings) or rule.on == "relation"
    online = None
    if rule.needs == "network":
        (folder / "web.jsonl").write_text(recorded(example.web), encoding="ascii")
        online = Online(replay="web.jsonl")
    sources = saved(example.sources, folder) if example.sources else ()
    report = check(
        (".",) if whole else (path,),
        load((path,), overrides=overrides),
        today="2025-06-01",
        online=online,
        sources=sources,
    ).report
    return [finding for finding in report.findings if finding.id == rule.id]


def saved(pages: tuple[tuple[str, str], ...], folder: Path) -> tuple[str, ...]:
    """The pages of an example, saved with an index of their addresses."""
    kept = folder / "saved"
    kept.mkdir()
    names = {address: f"page-{number}.html" for number, (address, _) in enumerate(pages)}
    for address, page in pages:
        (kept / names[address]).write_text(page, encoding="utf-8", newline="")
    (kept / "sources.json").write_text(json.dumps(names), encoding="utf-8")
    return (str(kept),)


def toml(settings: dict[str, object]) -> str:
    """Settings of an example as TOML: values, tables on one line, and arrays of tables."""
    import json

    lines: list[str] = []
    tables: list[str] = []
    for key, value in settings.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for table in value:
                tables += [f"[[{key}]]", *(f"{name} = {json.dumps(word)}" for name, word in table.items())]
        else:
            lines.append(f"{key} = {inline(value)}")
    return "\n".join(lines + tables) + "\n"


def inline(value: object) -> str:
    """A value as TOML on one line."""
    import json

    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {inline(item)}" for key, item in value.items()) + "}"
    return json.dumps(value)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = findings(rule, example, tmp_path, monkeypatch)
    assert len(found) == example.bad, [finding.message for finding in found]
    if example.at:
        start = -1
        for _ in range(example.nth):
            start = example.text.index(example.at, start + 1)
        assert (found[0].start, found[0].end) == (start, start + len(example.at))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_both_kinds_of_example(rule: Rule) -> None:
    assert {example.bad for example in rule.examples} == {True, False}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_page_is_what_the_rule_says(rule: Rule) -> None:
    from provlint.report.rule_page import rule_markdown

    page = Path(__file__).parents[1] / "docs" / "rules" / f"{rule.name}.md"
    assert page.read_text(encoding="utf-8") == rule_markdown(rule), "run: python -m benchmarks.rule_pages"
