from hypothesis import given

from provlint.model.explanation import ExplainedFact, Judgement, Part
from provlint.model.rules import Rule
from provlint.report.explain import render
from provlint.text.visible import visible
from tests.report.samples import HOSTILE


def rule(id: str, name: str) -> Rule:
    return Rule(id, name, "link", "text", "warning", "high", True, "0.1", "", "", "", "")


def test_a_sheet_says_what_stands_there_and_why_each_rule_did_or_did_not_speak() -> None:
    parts = (Part('placeholder != ""', False), Part('reach == "public"', True))
    judgements = (
        Judgement(rule("PL101", "dead-link"), "offline"),
        Judgement(rule("PL130", "shortened-link"), "off", detail="not selected"),
        Judgement(rule("PL121", "placeholder-link"), "not-fired", parts),
        Judgement(rule("PL122", "local-link"), "ignored", (), "the address is local", "line 2: draft"),
        Judgement(rule("PL120", "insecure-link"), "fired", (Part('scheme == "http"', True),), "sent in the clear"),
    )
    fields = (("path", "a.md"), ("port", 0), ("placeholder", ""), ("alone", False), ("label", ""))
    assert render("a.md", 3, [ExplainedFact("link", 3, 5, 3, 21, "http://a.example/", fields, judgements)]) == (
        "a.md:3: 1 fact\n"
        "\n"
        'link at 3:5 to 3:21: "http://a.example/"\n'
        '  path  = "a.md"\n'
        "  port  = 0\n"
        "  alone = false\n"
        "  empty: placeholder, label\n"
        "  rule PL120 insecure-link [warning] fired\n"
        "      sent in the clear\n"
        '      yes  scheme == "http"\n'
        "  rule PL122 local-link [warning] fired, but is ignored (line 2: draft)\n"
        "      the address is local\n"
        "  rule PL121 placeholder-link [warning] did not fire\n"
        '      no   placeholder != ""\n'
        '      yes  reach == "public"\n'
        "  rule PL130 shortened-link [warning] not run: switched off (not selected)\n"
        "  rule PL101 dead-link [warning] not run: offline\n"
    )


def test_a_line_without_facts_says_so() -> None:
    assert render("::error::a.md", 3, []) == "./::error::a.md:3: no facts on this line\n"


@given(HOSTILE)
def test_nothing_a_document_contains_moves_the_cursor_or_forges_a_line(text: str) -> None:
    judgement = Judgement(rule(text, text), "fired", (Part(text, True),), f"x{text}", f"x{text}")
    fact = ExplainedFact("link", 1, 1, 1, 2, f"x{text}", (("label", f"x{text}"),), (judgement,))
    lines = render(text, 1, [fact, fact]).split("\n")
    assert lines == [visible(line) for line in lines]
    assert len(lines) == 14
    assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
