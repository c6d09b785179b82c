"""Conditions and messages on records: which rules hold, why, and what they say."""

import pytest

from provlint.judge.conditions import compile_rules, explain, format_message
from provlint.model.record_texts import DocumentRecord
from provlint.model.rules import Rule

NOTE = DocumentRecord(
    path="notes/ferry.md",
    format="markdown",
    problem="",
    detail="",
    encoding="utf-8",
    title="Ferries to the outer islands",
    date="",
    language="en",
    word_count=80,
    source_count=0,
    local_count=0,
    link_count=2,
    code_count=0,
)


def rule(when: str, message: str = "said") -> Rule:
    return Rule("DESK10", "a-rule", "document", "text", "warning", "high", True, "", message, when, "", "")


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ("word_count == 80", True),
        ("word_count != 80", False),
        ("50 < word_count < 80", False),
        ("50 < word_count <= 80", True),
        ("word_count > 0.5", True),
        ("title == ''", False),
        ("not title == ''", True),
        ("format in ('html', 'markdown')", True),
        ("format not in ('html', 'markdown')", False),
        ("format in ()", False),
        ("starts_with(title, 'Ferries')", True),
        ("starts_with(title, 'ferries')", False),
        ("ends_with(title, 'islands')", True),
        ("contains(title, 'outer')", True),
        ("contains(title, 'inner')", False),
        ("length(title) == 28", True),
        ("True", True),
        ("False or word_count > 1", True),
        ("date != '' or title != '' and source_count == 0", True),
        ("title == 'word_count'", False),
    ],
)
def test_a_condition_is_judged(when: str, holds: bool) -> None:
    assert compile_rules([rule(when)], DocumentRecord)(NOTE) == ([0] if holds else [])


def test_all_rules_of_a_kind_are_one_function_that_gives_their_indices() -> None:
    held = compile_rules([rule("link_count > 1"), rule("source_count > 1"), rule("title != ''")], DocumentRecord)
    assert held(NOTE) == [0, 2]
    assert held(NOTE._replace(link_count=1, source_count=3)) == [1, 2]
    assert held(NOTE) == [0, 2]


def test_no_rules_hold_for_nothing() -> None:
    assert compile_rules([], DocumentRecord)(NOTE) == []


def test_every_field_reaches_its_condition() -> None:
    for index, name in enumerate(DocumentRecord._fields):
        value = NOTE[index]
        other = NOTE._replace(**{name: "x" if isinstance(value, str) else 99})  # type: ignore[arg-type]
        held = compile_rules([rule(f"{name} == {value!r}")], DocumentRecord)
        assert held(NOTE) == [0]
        assert held(other) == []


def test_judging_can_reach_no_builtins() -> None:
    held = compile_rules([rule("print")], DocumentRecord)  # the rulebook would refuse it
    with pytest.raises(NameError):
        held(NOTE)


def test_an_explanation_names_each_part_and_whether_it_held() -> None:
    joined = rule("title != '' and (word_count > 90 or link_count > 1) and not source_count == 0")
    assert explain(joined, NOTE) == [
        ("title != ''", True),
        ("word_count > 90 or link_count > 1", True),
        ("not source_count == 0", False),
    ]
    assert explain(rule("title == '' or length(title) > 3"), NOTE) == [("title == '' or length(title) > 3", True)]
    assert explain(rule("False"), NOTE) == [("False", False)]


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("nothing to fill in", "nothing to fill in"),
        ("{title}: {word_count} words", "Ferries to the outer islands: 80 words"),
        ("{title}{title}", "Ferries to the outer islands" * 2),
        ("{{title}} of {path}", "{title} of notes/ferry.md"),
        ("{{{title}}}", "{Ferries to the outer islands}"),
        ("100 % \\1 {format}", "100 % \\1 markdown"),
    ],
)
def test_a_message_has_its_fields_in_place(message: str, words: str) -> None:
    assert format_message(rule("True", message), NOTE) == words


def test_braces_inside_a_field_are_text() -> None:
    hostile = NOTE._replace(title="{path} {0.__class__} \\g<0> {{", detail="\x1b[2J")
    assert format_message(rule("True", "{title}|{detail}"), hostile) == "{path} {0.__class__} \\g<0> {{|\x1b[2J"


def test_a_long_field_is_cut_and_the_rest_of_the_message_stays() -> None:
    long = NOTE._replace(title="a" * 201, detail="b" * 200)
    assert format_message(rule("True", "{title} and {detail}!"), long) == "a" * 199 + "… and " + "b" * 200 + "!"
