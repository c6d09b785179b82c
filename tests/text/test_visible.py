import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.text.visible import cut, display_width, encodable, head, tail, visible

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=60)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain words, ünï and 日本", "plain words, ünï and 日本"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("a\rb\nc\td\x08", r"a\rb\nc\td\x08"),
        ("\x9b31m\x7f\x85", r"\x9b31m\x7f\x85"),
        ("\u202egnp.exe\u2066", "<U+202E>gnp.exe<U+2066>"),
        ("a\u2028b\u2029c", "a<U+2028>b<U+2029>c"),
        ("name\udcff", "name<U+DCFF>"),
        ("hidden\U000e0041", "hidden<U+E0041>"),
        ("می‌خواهم 👩‍👩‍👧", "می‌خواهم 👩‍👩‍👧"),
    ],
)
def test_unsafe_characters_are_spelt_out(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@given(ANY_TEXT)
def test_visible_text_holds_no_control_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(character) for character in shown} & {
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    }  # fmt: skip
    assert visible(shown) == shown
    assert shown.encode().decode() == shown


@given(ANY_TEXT)
def test_encodable_text_keeps_its_offsets(text: str) -> None:
    assert len(encodable(text)) == len(text)
    assert encodable(text).encode().decode() == encodable(text)


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("twelve words", 12, "twelve words"),
        ("twelve words", 6, "twelv…"),
        ("cafe\u0301s", 5, "caf…"),
        ("a👩\u200d👧b", 4, "a…"),
        ("x\ud83d\ude00y", 3, "x…"),
        ("❤\ufe0fxy", 2, "…"),
        ("x" + "\u0301" * 500, 200, "x" + "\u0301" * 167 + "…"),
    ],
)
def test_a_cut_keeps_letters_whole(text: str, limit: int, short: str) -> None:
    assert cut(text, limit) == short


@given(ANY_TEXT, st.integers(1, 70))
def test_a_cut_is_never_longer_than_its_limit(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert len(short) <= limit
    assert short == text or text.startswith(short[:-1])


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("plain", 5),
        ("日本", 4),
        ("cafe\u0301", 4),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("ｆｕｌｌ", 8),
        ("👍", 2),
        ("zero\u200bwidth", 9),
        ("soft\u00adhyphen", 11),
        ("", 0),
    ],
)
def test_width_is_counted_in_cells(text: str, cells: int) -> None:
    assert display_width(text) == cells


@given(ANY_TEXT, st.integers(0, 40))
def test_head_and_tail_are_the_longest_that_fit(text: str, cells: int) -> None:
    first, last = head(text, cells), tail(text, cells)
    assert text.startswith(first)
    assert text.endswith(last)
    for part, longer in ((first, text[: len(first) + 1]), (last, text[len(text) - len(last) - 1 :])):
        assert display_width(part) <= cells
        assert len(part) == len(text) or display_width(longer) > cells
