"""Hostile output, case by case: what a document, a server or a secret must never do to a report, in any format."""

from types import SimpleNamespace
from typing import cast

import pytest

from provlint.judge.conditions import format_message
from provlint.model.findings import Report
from provlint.model.records import Record
from provlint.report.formats import Extras, render
from provlint.rulebook.shipped import shipped_rules
from provlint.run.check import Checked, check
from provlint.run.outcome import Input
from provlint.settings.load import load
from tests.report.samples import finding, hostile_report, report
from tests.report.strict_readers import READERS, formats

#: Texts by the case they belong to; a reader of each format refuses whatever its consumer would obey or not take.
CASES = {
    "O01": ("\x1b]0;x\x07", "\x1b[2J", "a\rb", "\b\b\b", "\x9b31m", "\x1b]8;;http://evil.example\x1b\\here"),
    "O03": (
        "::error::x", "  ::add-mask::x", "::stop-commands::x", "::set-env name=x::y", "##[error]x", "a\n::warning::b",
        "\r::debug::x", "\u2028::error::x",
    ),
    "O04": ("a\nEOF\nname=value", "EOF", "a<<EOF", "\nghadelimiter_x\n"),
    "O05": (
        "</script><script>alert(1)</script>", "javascript:alert(1)", '" onerror="x', "data:text/html,x", "' onload='x",
        "<style>", "-->", "\\u003c",
    ),
    "O06": (
        "|", "`", "```", "![](http://tracker.example/p.gif)", "@team", "Fixes #1", "<img src=x>", "</details>",
        "[x](http://evil.example)", "<!--", "http://evil.example", "[x](1)", "{0}",
    ),
    "O08": ("]]>", "\x00", "\ud800", "\ufffe", "\uffff", "<![CDATA[x", "&x;", '"', "\x0b\x1f"),
    "O10": ("\ud83d", "\udcff", "NaN", "Infinity", "9007199254740993", "\U0010ffff"),
}  # fmt: skip
SECRETS = ("s3cr3tpassw0rd", "0123456789abcdefTOKEN", "AKIAhiddenSIGNATUREvalue")
LEAKY = (
    f"Ask [the desk](http://editor:{SECRETS[0]}@harbour.co.uk/) or "
    f"[the store](https://files.harbour.co.uk/a?access_token={SECRETS[1]}&utm_source=chatgpt.com) or "
    f"[the copy](http:///x?X-Amz-Signature={SECRETS[2]}).\n"
)


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("case", CASES)
def test_a_case_of_hostile_text(case: str, name: str) -> None:
    for text in CASES[case]:
        for words in (text, f"words {text}", f"{text} words", text * 2):
            drawn = render(name, hostile_report(words), Extras())
            READERS[name](drawn)
            assert drawn.count("\n") == render(name, hostile_report("words"), Extras()).count("\n")


@pytest.mark.parametrize("name", formats())
def test_o11_a_reason_of_a_megabyte_is_cut(name: str) -> None:
    rule = shipped_rules()[0]._replace(message="the server says {reason}")
    message = format_message(rule, cast("Record", SimpleNamespace(reason="x" * 1_000_000)))
    drawn = render(name, report(finding(message=message)), Extras())
    READERS[name](drawn)
    assert "x" * 199 + "…" in drawn
    assert "x" * 200 not in drawn


def checked(text: str) -> Checked:
    settings = load((), isolated=True, overrides={"select": ["ALL"]})
    return check((), settings, stdin=Input(text.encode(), "leaky.md", "markdown"), today="2026-01-02", with_facts=True)


@pytest.mark.parametrize("name", formats())
def test_o12_no_secret_of_an_address_is_shown(name: str) -> None:
    found = checked(LEAKY)
    assert {"PL121", "PL120"} <= {one.id for one in found.report.findings}
    drawn = render(name, found.report, Extras(rules=found.rules, facts=found.facts, verbose=True))
    READERS[name](drawn)
    for secret in SECRETS:
        assert secret not in drawn


@pytest.mark.parametrize("name", formats())
def test_a_report_of_many_findings_takes_time_in_proportion(name: str) -> None:
    """Twice the findings are at most a little more than twice the text: nothing is told again for each other one."""

    def size(count: int) -> int:
        found = tuple(finding(f"x{line}", line, message=f"m{line}") for line in range(1, count))
        return len(render(name, Report(report().documents, (), found), Extras(verbose=True)))

    assert size(4000) < 2.5 * size(2000)
