"""The condition language: what is accepted and its normal form, what is refused and why."""

import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provlint.model.fields import fields_of
from provlint.model.record_links import LinkRecord
from provlint.model.record_texts import DocumentRecord
from provlint.model.records import RECORDS
from provlint.model.rules import CONDITION_FUNCTIONS, Option
from provlint.rulebook.condition import DEEPEST, MOST_CHARACTERS, SIGNATURES, check
from provlint.rulebook.guards import filled_fields
from provlint.rulebook.rule_error import RuleError

OPTIONS: dict[str, Option] = {
    "least": 3,
    "share": 0.5,
    "prefix": "go.",
    "hosts": ("a.test", 'b"\\.test'),
    "strict": True,
    "none": (),
}


@pytest.mark.parametrize(
    ("source", "normal"),
    [
        ('verdict == "dead"', "verdict == 'dead'"),
        ("alone", "alone"),
        ("not alone and true", "not alone and True"),
        ("alone == false", "alone == False"),
        ("1 <= port <= 1023", "1 <= port <= 1023"),
        ("port > -1", "port > -1"),
        ("port != 1.5", "port != 1.5"),
        ("length(label) > 3", "length(label) > 3"),
        ('kind in ("inline", "bare")', "kind in ('inline', 'bare')"),
        ("port not in (80, 443)", "port not in (80, 443)"),
        ('kind in ("bare",)', "kind in ('bare',)"),
        ("host == domain", "host == domain"),
        ("'x' != label", "'x' != label"),
        ('contains(url, "é\\n")', "contains(url, 'é\\n')"),
        ('label == "a" "b"', "label == 'ab'"),
        ('url == u"x"', "url == 'x'"),
        ('alone\nand  # a remark\n  verdict == "dead"', "alone and verdict == 'dead'"),
        ("  alone  ", "alone"),
        ("alone or alone and alone", "alone or (alone and alone)"),
    ],
)
def test_a_condition_is_normalised(source: str, normal: str) -> None:
    assert check(source, LinkRecord, {}) == normal


@pytest.mark.parametrize(
    ("source", "option", "normal"),
    [
        ("occurrence > least", "least", "occurrence > 3"),
        ("occurrence > share", "share", "occurrence > 0.5"),
        ("starts_with(host, prefix)", "prefix", "starts_with(host, 'go.')"),
        ("host in hosts", "hosts", "host in ('a.test', 'b\"\\\\.test')"),
        ("strict and alone", "strict", "True and alone"),
        ("host not in none", "none", "host not in ()"),
    ],
)
def test_options_stand_as_their_constants(source: str, option: str, normal: str) -> None:
    assert check(source, LinkRecord, {option: OPTIONS[option]}) == normal


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ('stauts == "x"', 'unknown field "stauts"'),
        ('verdct == "dead"', "did you mean verdict?"),
        ('verdict == "deed"', "did you mean dead?"),
        ('kind == "Inline"', "did you mean inline?"),
        ('kind in ("inline", "nowhere")', 'never "nowhere"'),
        ('"nowhere" != kind', 'never "nowhere"'),
        ('verdict == ""', "verdict is never"),
        ("url", 'is text, not true or false; write url != ""'),
        ("alone and label", "is text"),
        ("not label", "is text"),
        ("occurrence", "write occurrence > 0"),
        ("alone or 1", "is a number"),
        ("'x'", "is text"),
        ("('x', 'y')", "a list"),
        ("length(url)", "is a number"),
        ('occurrence == "2"', "occurrence is a number, '2' is text"),
        ("url == 3", "url is text, 3 is a number"),
        ("alone == 1", "alone is true or false, 1 is a number"),
        ('url < "b"', "only numbers have an order"),
        ("alone > false", "only numbers have an order"),
        ('1 < occurrence < "3"', "is text"),
        ("host in ('a', 1)", "mix"),
        ("port in ('80',)", "holds text"),
        ("host in (80, 443)", "holds numbers"),
        ("host in ()", "empty tuple"),
        ("alone in (true, false)", "text or number constants"),
        ("host in (domain, 'a')", "constants"),
        ("host in ((('a',),),)", "constants"),
        ("'utm' in url", "write contains(url, 'utm')"),
        ("host in 3", "3 is a number"),
        ("host == ('a', 'b')", "after `in`"),
        ("host is 'a'", "write == or !="),
        ("host == None", 'absent text is ""'),
        ("host == b'a'", "constant of type bytes"),
        ("port == 1j", "complex"),
        ("host == ...", "ellipsis"),
        ("port < 1e999", "too large"),
        ("port < 9" + "9" * 40, "too large"),
        ("starts_with(host)", "takes text and text"),
        ("starts_with(host, 'a', 'b')", "takes text and text"),
        ("starts_with(host, prefix='a')", "takes text and text"),
        ("starts_with(*host)", "takes text and text"),
        ("starts_with(host, 3)", "starts_with takes text; 3 is a number"),
        ("length(port) > 3", "length takes text"),
        ("starts_with", "is a function"),
        ("matches(url, '(a+)+$')", 'unknown function "matches"'),
        ("start_with(url, 'a')", "did you mean starts_with?"),
        ("__import__('os').system('id')", "an attribute"),
        ("__import__('os')", "unknown function"),
        ("().__class__.__bases__[0].__subclasses__()", "an attribute"),
        ("url.upper() == 'A'", "an attribute"),
        ("url[0] == 'a'", "an index"),
        ("url + 'a' == 'b'", "arithmetic"),
        ("'a' * 999999999 == url", "arithmetic"),
        ("9 ** 9 ** 9 ** 9 > port", "arithmetic"),
        ("+port > 1", "arithmetic"),
        ("~port > 1", "arithmetic"),
        ("--1 < port", "arithmetic"),
        ("-true < port", "arithmetic"),
        ("[u for u in url] == url", "a comprehension"),
        ("(u for u in url)", "a comprehension"),
        ("{u: 1 for u in url}", "a comprehension"),
        ("{u for u in url}", "a comprehension"),
        ("f'{url}' == 'a'", "an f-string"),
        ("(lambda: alone)()", "a lambda"),
        ("alone if alone else alone", "if … else"),
        ("(x := alone)", "an assignment"),
        ("host in ['a']", "write a tuple"),
        ("host in {'a'}", "a set"),
        ("host == {}", "a dictionary"),
        ("(yield alone)", "yield"),
        ("await alone", "await"),
        ("host in (*'ab',)", "a star"),
        ("alone; alone", "not a condition"),
        ("import os", "not a condition"),
        ("alone)", "not a condition"),
        ("alone and", "not a condition"),
        ("alone = true", "not a condition"),
        ("alone\x00", "not a condition"),
        ("host == '\\d'", "not a condition"),  # Python warns of this escape
        ("port is 3 or 1is 2", "not a condition"),  # and of this number
        ("host == '\ud800'", "not a condition"),
        ("(" * 250 + ")" * 250, "not a condition"),
        ("not " * 120 + "alone", "nested more than"),
        ("-" * 499 + "1", "nested more than"),
        ("alone" + " and alone" * 60, "longer than"),
        ("1<" * 125 + "port", "more than"),
        ("a." * 240 + "b", "nested more than"),
        ("a" * 10_000_000, "longer than"),
    ],
)
def test_a_wrong_or_hostile_condition_is_refused(source: str, reason: str) -> None:
    with pytest.raises(RuleError) as refused:
        check(source, LinkRecord, {})
    assert reason in refused.value.reason
    assert len(refused.value.reason) < 600
    assert "\n" not in refused.value.reason
    assert "\x00" not in refused.value.reason


def test_a_constant_from_an_option_must_belong_to_a_closed_list_too() -> None:
    with pytest.raises(RuleError, match="did you mean inline"):
        check("kind in kinds", LinkRecord, {"kinds": ("inlin",)})


def test_an_option_that_does_nothing_is_refused() -> None:
    with pytest.raises(RuleError) as refused:
        check("alone", LinkRecord, {"least": 3})
    assert refused.value.key == "options.least"


def test_the_limits_are_the_last_that_pass() -> None:
    assert check("alone" + " " * (MOST_CHARACTERS - 5), LinkRecord, {})
    assert check("not " * (DEEPEST - 1) + "alone", LinkRecord, {})
    with pytest.raises(RuleError):
        check("not " * DEEPEST + "alone", LinkRecord, {})
    assert check("1<" * 118 + "port", LinkRecord, {})
    with pytest.raises(RuleError):
        check("1<" * 119 + "port", LinkRecord, {})


def test_each_function_has_a_signature_and_no_field_has_its_name() -> None:
    assert SIGNATURES.keys() == CONDITION_FUNCTIONS.keys()
    for record in RECORDS.values():
        assert not CONDITION_FUNCTIONS.keys() & set(record._fields)


def test_every_field_of_every_record_has_a_type_and_a_meaning() -> None:
    for record in RECORDS.values():
        fields = fields_of(record)
        assert tuple(fields) == record._fields
        assert all(field.meaning for field in fields.values())


WORDS = ["url", "alone", "port", "kind", "and", "or", "not", "in", "==", "<", "(", ")", ",", '"inline"', "''", "3",
         "true", "length(", "contains(", ".", "[", "]", "-", "lambda:", "if", "else", "\n", "#", "\\", "{", "}", "*",
         "is"]  # fmt: skip


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
def test_no_text_does_more_than_pass_or_be_refused(source: str) -> None:
    try:
        normal = check(source, LinkRecord, {})
    except RuleError:
        return
    assert check(normal, LinkRecord, {}) == normal
    allowed = set(LinkRecord._fields) | CONDITION_FUNCTIONS.keys()
    assert {node.id for node in ast.walk(ast.parse(normal)) if isinstance(node, ast.Name)} <= allowed


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ('title != ""', {"title"}),
        ('"" != title', {"title"}),
        ('title == "x"', {"title"}),
        ("title == ''", set()),
        ('title != "x"', set()),
        ('not title == ""', {"title"}),
        ('not title != "x"', {"title"}),
        ('title in ("a", "b")', {"title"}),
        ('title in ("a", "")', set()),
        ('title not in ("a", "")', {"title"}),
        ('title not in ("a", "b")', set()),
        ("length(title) > 0", {"title"}),
        ("0 < length(title) < 9", {"title"}),
        ("length(title) >= 0", set()),
        ("length(title) in (1, 2)", {"title"}),
        ('starts_with(title, "A")', {"title"}),
        ('starts_with(title, "")', set()),
        ('contains("abc", title)', set()),
        ('contains(title, "b")', {"title"}),
        ('problem == "missing"', {"problem"}),
        ('problem != ""', {"problem"}),
        ('title != "" and detail != ""', {"title", "detail"}),
        ('title != "" or detail != ""', set()),
        ('title != "" or title == "x" and detail != ""', {"title"}),
        ('not (title == "" or detail == "")', {"title", "detail"}),
        ('not (title == "" and detail == "")', set()),
        ("title == detail", set()),
        ('starts_with(title, detail) and detail != ""', {"detail"}),
        ("word_count > 3", set()),
        ("length(title) > word_count", set()),
        ("true", set()),
    ],
)
def test_what_a_condition_keeps_from_being_empty(source: str, filled: set[str]) -> None:
    assert filled_fields(check(source, DocumentRecord, {}), DocumentRecord) == filled


ATOMS = ['title != ""', 'title == ""', 'detail == "x"', 'title in ("", "a")', "length(detail) > 1", "title == detail",
         "word_count > 1", 'contains(title, "a")', "length(title) < word_count"]  # fmt: skip
CONDITIONS = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.one_of(
        inner.map(lambda part: f"not ({part})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: "(" + ") and (".join(parts) + ")"),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: "(" + ") or (".join(parts) + ")"),
    ),
    max_leaves=5,
)


@settings(max_examples=200)
@given(CONDITIONS)
def test_a_field_said_to_be_filled_is_filled_wherever_the_condition_holds(source: str) -> None:
    when = check(source, DocumentRecord, {})
    filled = filled_fields(when, DocumentRecord)
    for title in ("", "a", "x"):
        for detail in ("", "a", "x", "xx"):
            for word_count in (0, 2):
                values = {"title": title, "detail": detail, "word_count": word_count}
                if eval(when, dict(CONDITION_FUNCTIONS), values):
                    assert all(values[name] for name in filled), values
