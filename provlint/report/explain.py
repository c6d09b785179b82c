"""One line's facts and judgements → plain text: what stands there and, for each rule on it, why it spoke or did not."""

from collections.abc import Iterator, Sequence

from provlint.model.explanation import ExplainedFact, Judgement, Outcome
from provlint.report.commands import inert, shown_path
from provlint.report.summary import quantity
from provlint.text.visible import cut, visible

_WORDS: dict[Outcome, str] = {
    "fired": "fired",
    "ignored": "fired, but is ignored",
    "not-fired": "did not fire",
    "off": "not run: switched off",
    "offline": "not run: offline",
}


def render(path: str, line: int, facts: Sequence[ExplainedFact]) -> str:
    """The sheet `provlint explain PATH:LINE` prints; those rules first that spoke."""
    lines = [f"{shown_path(path)}:{line}: {quantity(len(facts), 'fact') if facts else 'no facts on this line'}"]
    for fact in facts:
        lines += ["", *_fact(fact)]
    return inert("\n".join(lines) + "\n")


def _fact(fact: ExplainedFact) -> Iterator[str]:
    words = f": {_quoted(fact.text)}" if fact.text else ""
    yield f"{fact.kind} at {fact.line}:{fact.column} to {fact.end_line}:{fact.end_column}{words}"
    told = [(name, value) for name, value in fact.fields if value != ""]
    width = max((len(name) for name, _ in told), default=0)
    for name, value in told:
        yield f"  {name:<{width}} = {_value(value)}"
    empty = [name for name, value in fact.fields if value == ""]
    if empty:
        yield f"  empty: {', '.join(empty)}"
    order = list(_WORDS)
    for judgement in sorted(fact.judgements, key=lambda one: (order.index(one.outcome), one.rule.id)):
        yield from _judgement(judgement)


def _judgement(judgement: Judgement) -> Iterator[str]:
    rule = judgement.rule
    detail = f" ({visible(judgement.detail)})" if judgement.detail else ""
    yield f"  rule {visible(rule.id)} {visible(rule.name)} [{rule.severity}] {_WORDS[judgement.outcome]}{detail}"
    if judgement.message:
        yield f"      {visible(judgement.message)}"
    for part in judgement.parts:
        yield f"      {'yes' if part.holds else 'no '}  {visible(part.text)}"


def _value(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    return f'"{visible(cut(text))}"'
