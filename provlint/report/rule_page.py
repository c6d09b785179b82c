"""Rules → what people read about them: a sheet for the terminal, Markdown pages, plain data, the list of fields."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from provlint.model.fields import Field, fields_of
from provlint.model.records import RECORDS
from provlint.model.rules import Example, Rule
from provlint.report.commands import inert
from provlint.report.markdown_escape import code, prose
from provlint.text.visible import cut, visible

_WIDTH = 100
_NEEDS = {
    "text": "the text alone",
    "site": "the files of the repository",
    "network": "the network (--online)",
    "source": "the pages that are cited (--online)",
}
_TYPES = {"text": "text", "number": "number", "truth": "true or false"}


def rule_text(rule: Rule) -> str:
    """The sheet `provlint rule CODE` prints."""
    lines = [f"{rule.id} {rule.name}", "", *_indented(rule.message), ""]
    lines += [f"  {name:<11} {visible(value)}" for name, value in _facts(rule)]
    for title, words in (("Why", rule.why), ("Remedy", rule.remedy)):
        lines += ["", title, *_indented(words)] if words else []
    lines += ["", "Condition", *(f"  {visible(line)}" for line in rule.condition.splitlines())]
    if rule.options:
        lines += ["", "Options", *(f"  {name} = {visible(_toml(value))}" for name, value in rule.options)]
    for title, bad in (("Bad", True), ("Good", False)):
        for example in rule.examples:
            lines += ["", title, *_example_lines(example)] if example.bad == bad else []
    return inert("\n".join(lines) + "\n")


def rule_markdown(rule: Rule) -> str:
    """The rule's page, docs/rules/NAME.md."""
    lines = [f"# {rule.name} ({rule.id})", "", f"> {code(rule.message)}", "", "| | |", "| --- | --- |"]
    lines += [f"| {name} | {_cell(prose(value))} |" for name, value in _facts(rule)]
    for title, words in (("Why", rule.why), ("Remedy", rule.remedy)):
        lines += ["", f"## {title}", "", prose(words)] if words else []
    lines += ["", "## Condition", "", *_fenced(rule.condition, "python")]
    if rule.options:
        lines += ["", "## Options", "", "| option | by default |", "| --- | --- |"]
        lines += [f"| {code(name)} | {_cell(code(_toml(value)))} |" for name, value in rule.options]
    for title, bad in (("Bad", True), ("Good", False)):
        examples = [example for example in rule.examples if example.bad == bad]
        lines += ["", f"## {title}"] if examples else []
        for example in examples:
            lines += ["", *_example_markdown(example)]
    return "\n".join(lines) + "\n"


def index_markdown(rules: Iterable[Rule]) -> str:
    """The page that lists all rules and links to theirs."""
    lines = ["# Rules", "", "| id | rule | it says | judges | severity | confidence | on by default |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- |")
    for rule in sorted(rules, key=lambda rule: rule.id):
        row = (
            rule.id,
            f"[{rule.name}]({rule.name}.md)",
            _cell(code(rule.message)),
            rule.on,
            rule.severity,
            rule.confidence,
            "yes" if rule.default else "no",
        )
        lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines) + "\n"


def rule_json(rules: Iterable[Rule]) -> list[dict[str, object]]:
    """The rules as plain data for JSON, each with every key."""
    return [_plain(rule) for rule in rules]


def fields_text() -> str:
    """What `provlint rule --fields` prints: each kind of fact with its fields, their types and what they mean."""
    lines: list[str] = []
    for kind, record in RECORDS.items():
        lines += [*([""] if lines else []), f"{kind}: {_first_line(record.__doc__)}"]
        fields = fields_of(record).values()
        width = max(len(field.name) for field in fields)
        lines += [line for field in fields for line in _field_lines(field, width)]
    return "\n".join(lines) + "\n"


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    """What the head of a page says of a rule, name and words."""
    yield "judges", f"{rule.on}: {_first_line(RECORDS[rule.on].__doc__)}"
    yield "severity", rule.severity
    yield "confidence", rule.confidence
    yield "needs", _NEEDS[rule.needs]
    yield "on", "by default" if rule.default else "only where the settings select it"
    if rule.since:
        yield "since", rule.since
    if rule.was:
        yield "formerly", ", ".join(rule.was)
    if rule.yields_to:
        yield "silent where", f"{' or '.join(rule.yields_to)} speaks"
    if rule.fix:
        safety = "safe" if rule.fix.safe else "unsafe"
        what = (
            f"puts {rule.fix.by} in the place of {rule.fix.field}" if rule.fix.by else f"takes the {rule.fix.field} out"
        )
        yield "fix", f"{what} ({safety})"


def _plain(rule: Rule) -> dict[str, object]:
    data = rule._asdict()
    del data["condition"], data["origin"]
    return data | {
        "when": rule.condition,
        "was": list(rule.was),
        "yields_to": list(rule.yields_to),
        "options": {name: list(value) if isinstance(value, tuple) else value for name, value in rule.options},
        "fix": rule.fix._asdict() if rule.fix else None,
        "examples": [
            example._asdict()
            | {"files": dict(example.files), "settings": dict(example.settings), "web": dict(example.web)}
            | {"sources": dict(example.sources)}
            for example in rule.examples
        ],
    }


def _example_lines(example: Example) -> Iterator[str]:
    for name, words in _example_facts(example):
        yield f"  {name}: {visible(words)}"
    for line in (example.text or example.hex).strip("\n").split("\n"):
        yield f"  | {visible(line)}".rstrip()


def _example_markdown(example: Example) -> Iterator[str]:
    facts = [f"- {name}: {code(words)}" for name, words in _example_facts(example)]
    yield from [*facts, ""] if facts else []
    yield from _fenced((example.text or example.hex).strip("\n"), "text" if example.hex else example.format)


def _example_facts(example: Example) -> Iterator[tuple[str, str]]:
    """What surrounds an example, where it is not the usual."""
    if example.path:
        yield "path", example.path
    if example.format != "markdown":
        yield "format", example.format
    if example.hex:
        yield "document", "given as bytes"
    if example.at:
        yield "finding", cut(" ".join(example.at.split())) + (f" (occurrence {example.nth})" if example.nth > 1 else "")
    for name, values in (
        ("file", example.files),
        ("setting", example.settings),
        ("answer", example.web),
        ("page", example.sources),
    ):
        for key, value in values:
            yield name, f"{key} = {_toml(value)}"


def _fenced(text: str, language: str) -> Iterator[str]:
    """The text as a code block, its fence longer than any inside."""
    longest = max((len(line) - len(line.lstrip("`")) for line in map(str.strip, text.split("\n"))), default=0)
    fence = "`" * max(3, longest + 1)
    yield fence + language
    for line in text.split("\n"):
        yield inert(visible(line))
    yield fence


def _field_lines(field: Field, width: int) -> Iterator[str]:
    start = f"  {field.name:<{width}}  "
    type_words = "one word" if field.words else _TYPES[field.type]
    yield f"{start}{type_words:<13}  {field.meaning}"
    if field.words:
        words = ", ".join(word or '""' for word in field.words)
        yield _filled(words, " " * (width + 19))


def _indented(text: str) -> list[str]:
    return [_filled(visible(line), "  ") for line in text.split("\n")]


def _filled(text: str, indent: str) -> str:
    return fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _toml(value: object) -> str:
    """A plain value as TOML would say it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_toml(item)}' for key, item in value.items())} }}"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _cell(markdown: str) -> str:
    return markdown.replace("|", "\\|")


def _first_line(docstring: str | None) -> str:
    return (docstring or "").partition("\n")[0].rstrip(".")
