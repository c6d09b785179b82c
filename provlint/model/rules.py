"""A rule as the rulebook hands it to the judge: checked, immutable, ready to run."""

from collections.abc import Callable
from operator import contains
from typing import Any, NamedTuple

from provlint.model.words import Confidence, Needs, Severity

Option = str | int | float | bool | tuple[str, ...]

#: What a condition may call: in C, because they run once for each rule and fact.
CONDITION_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "starts_with": str.startswith,
    "ends_with": str.endswith,
    "contains": contains,
    "length": len,
}


class Example(NamedTuple):
    """A text on which a rule must (`bad`) or must not (`good`) speak; each is a test."""

    bad: bool
    text: str
    at: str = ""  # the finding covers exactly this; "" for a finding without a place inside the text
    nth: int = 1  # which occurrence of `at`
    format: str = "markdown"
    path: str = ""
    files: tuple[tuple[str, str], ...] = ()
    settings: tuple[tuple[str, object], ...] = ()
    hex: str = ""  # the document as bytes, for what no text can say
    web: tuple[tuple[str, object], ...] = ()  # (address, what asking it answers)
    sources: tuple[tuple[str, str], ...] = ()  # (address, the HTML of the page saved for it)


class RuleFix(NamedTuple):
    """Replace the source that `field` covers by the text of `by`, or take it out where `by` is "".

    An `optional` fix is left out where the text is empty.
    """

    field: str
    by: str
    safe: bool
    optional: bool = False


class Rule(NamedTuple):
    """One rule file. `when` is the checked condition as Python source over field names and `CONDITION_FUNCTIONS`."""

    id: str
    name: str
    on: str
    needs: Needs
    severity: Severity
    confidence: Confidence
    default: bool
    since: str
    message: str
    when: str
    why: str
    remedy: str
    was: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()  # names of rules beside which, at the same place, it says nothing new
    options: tuple[tuple[str, Option], ...] = ()
    fix: RuleFix | None = None
    examples: tuple[Example, ...] = ()
    origin: str = ""  # the file it was read from, POSIX, relative to its rule folder
    condition: str = ""  # `when` as its author wrote it, with the options' names
