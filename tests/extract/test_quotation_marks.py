"""Which marks quote, and how they pair."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.extract.quotations.marks import marks
from provlint.extract.quotations.pairs import pairs


def chunks(text: str) -> list[str]:
    return [text[pair.start : pair.end] for pair in pairs(text, marks(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Low tide,” she said.", ["Low tide,"]),
        ('"Low tide," she said.', ["Low tide,"]),
        ("''Low tide,'' she said.", ["Low tide,"]),
        ("``Low tide,'' she said.", ["Low tide,"]),
        ("'Low tide,' she said.", ["Low tide,"]),
        ("‘Low tide,’ she said.", ["Low tide,"]),
        ("„Ebbe“, sagte sie.", ["Ebbe"]),
        ("„Ebbe”, sagte sie.", ["Ebbe"]),
        ("»Ebbe«, sagte sie.", ["Ebbe"]),
        ("« Marée basse », dit-elle.", ["Marée basse"]),
        ("”Lågvatten”, sade hon.", ["Lågvatten"]),
        ("彼は「干潮だ」と言った。", ["干潮だ"]),
        ('“Low tide," she said. "High tide,” he said.', ["Low tide,", "High tide,"]),
        ("“Low tide“ is a phrase.", ["Low tide"]),
        ("“The best tides of 2014″ is a list.", ["The best tides of 2014"]),
        ("“The pipe is 5″ wide,” she said.", ["The pipe is 5″ wide,"]),
        ('The goal is "at least 6.2 km²" by 2030.', ["at least 6.2 km²"]),
        ('The goal is "at least 62" by 2030.', ["at least 62"]),
    ],
)
def test_every_family_of_marks_is_paired(text: str, expected: list[str]) -> None:
    assert chunks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The workers' pay isn't the owners' worry.",
        "It's the '90s, rock 'n' roll and all of 'em.",
        "It’s the ’90s, and ’twas the sailors’ night.",
        "He is 6'2\" and she is 5'11\".",
        'A 24" screen and a 5" wide board.',
        'A print of 8" by 10" and one of 5" x 7".',
        '<a href="x" class="y">',
        'print(\\"x\\")',
        "No marks at all.",
    ],
)
def test_apostrophes_measures_and_markup_are_no_marks(text: str) -> None:
    assert chunks(text) == []


def test_marks_inside_marks_are_both_found() -> None:
    assert chunks("“He said ‘no’ to me,” she said.") == ["He said ‘no’ to me,", "no"]
    assert chunks('"She said "no" to me," he said.') == ['She said "no" to me,', "no"]


def test_a_possessive_does_not_close_a_single_mark() -> None:
    assert chunks("'The boys' boats are gone,' he said.") == ["The boys' boats are gone,"]


def test_three_single_marks_are_an_inner_and_an_outer_one() -> None:
    assert chunks("''She had me at 'harbour,''' he wrote.") == ["She had me at 'harbour,'", "harbour,"]


def test_a_missing_close_ends_with_its_paragraph() -> None:
    text = "“The wall is gone. We saw it fall."
    (pair,) = pairs(text, marks(text))
    assert text[pair.start : pair.end] == "The wall is gone. We saw it fall."
    assert not pair.closed


def test_a_missing_close_does_not_swallow_the_next_quotation() -> None:
    assert chunks("“The wall is gone. Then “we saw it” and “it fell” too.") == [
        "The wall is gone.",
        "we saw it",
        "it fell",
    ]


def test_a_first_closing_mark_closes_what_the_paragraph_before_left_open() -> None:
    text = "and so it ended,” she said. “That is all.”"
    found = pairs(text, marks(text), continues=True)
    assert [(text[pair.start : pair.end], pair.opened) for pair in found] == [
        ("and so it ended,", False),
        ("That is all.", True),
    ]


def test_marks_of_code_are_passed_over() -> None:
    text = 'Call `f("x")` and say "go".'
    found = pairs(text, marks(text, [(5, 13)]))
    assert [text[pair.start : pair.end] for pair in found] == ["go"]


@given(st.text(alphabet="ab .,'\"“”‘’„«»「」\n", max_size=200))
def test_pairs_lie_inside_the_text_and_inside_each_other(text: str) -> None:
    found = pairs(text, marks(text))
    for pair in found:
        assert 0 <= pair.opening <= pair.start < pair.end <= pair.closing <= len(text)
    outer = [pair for pair in found if not pair.depth]
    assert all(one.closing <= other.opening for one, other in pairwise(outer))


def test_marks_too_deep_for_prose_quote_nothing() -> None:
    def nested(depth: int) -> int:
        return len(chunks("“‘" * depth + "the tide" + "’”" * depth))

    assert nested(2) == 3  # the innermost single marks hold an apostrophe
    assert nested(500) == nested(400)
