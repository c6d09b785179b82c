"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.text.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The tide is out. | The boats lie dry.",
        "Is it out? | It is! | Good.",
        "“The tide is out.” | She left.",
        "“Is it out?” she asked.",
        "“Is it out?” Ann Pike asked. | Nobody knew.",
        "“It is out,” she said. | “It will be back.”",
        "Mr. Pike met Dr. Lowe at St. Mary’s Church. | They spoke.",
        "Sen. Ann Pike, of the U.S. Senate, spoke at 5 p.m. on Monday. | Then she left.",
        "It fell by 3.5 per cent, to 1,200.50 pounds. | That was much.",
        "See No. 7, p. 12 and fig. 3 for more. | It is all there.",
        "J. R. Pike wrote it. | Few read it.",
        "Tides, locks, etc. are dealt with below. | So are weirs.",
        "The lock, e.g. the old one, leaks. | It must go.",
        "It leaked … and then it broke. | That was that.",
        "It leaked ... | Then it broke.",
        "It said so.[1] | Nobody checked.",
        "Das Wasser ist weg. | Es kommt wieder.",
        "潮が引いた。|船は動かない。",
        "He was ill. | In May he went.",
        "It was sold to Pike & Co. for a pound. | She laughed.",
    ],
)
def test_sentences_end_where_people_end_them(text: str) -> None:
    parts = [part.strip(" ") for part in text.split("|")]
    joined = ("" if "。" in text else " ").join(parts)
    assert sentences(joined) == parts


def test_line_ends_inside_a_paragraph_are_spaces() -> None:
    assert sentences("The tide\nis out. The boats\nlie dry.") == ["The tide\nis out.", "The boats\nlie dry."]


def test_white_space_around_belongs_to_no_sentence() -> None:
    assert split("  The tide.  It is out.\n") == [(2, 11), (13, 23)]
    assert split(" \n ") == []


@given(st.text(alphabet="aA .!?…\"'”)(\n1", max_size=120))
def test_sentences_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    spans = split(text)
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    assert all(start < end for start, end in spans)
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
