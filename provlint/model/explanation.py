"""What `provlint explain` knows of one line: the facts that stand there and how each rule judged them."""

from typing import Literal, NamedTuple

from provlint.model.rules import Rule

#: How a rule went on one fact: it spoke, its condition did not hold, its finding was held back, or it was not run.
Outcome = Literal["fired", "not-fired", "ignored", "off", "offline"]


class Part(NamedTuple):
    """One part of a rule's condition as written, and whether it held for the fact."""

    text: str
    holds: bool


class Judgement(NamedTuple):
    """One rule on one fact; `message` is what it said if it spoke, `detail` why it was ignored or not run."""

    rule: Rule
    outcome: Outcome
    parts: tuple[Part, ...] = ()
    message: str = ""
    detail: str = ""


class ExplainedFact(NamedTuple):
    """One fact: its kind, its place (lines and columns from 1), its words and the fields that rules see."""

    kind: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    fields: tuple[tuple[str, str | int | bool], ...]
    judgements: tuple[Judgement, ...]
