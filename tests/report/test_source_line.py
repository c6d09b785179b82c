import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.report.source_line import SourceLine, source_line
from provlint.text.visible import display_width, head, visible
from tests.report.samples import finding

WORDS = st.text(st.sampled_from("ab 日ü👍\t\x1b\u202e"), max_size=40)


def marked(line: SourceLine) -> str:
    """What stands over the marker."""
    rest = line.text[len(head(line.text, line.indent)) :]
    return head(rest, line.width)


@given(WORDS, WORDS.filter(bool), WORDS)
def test_the_marker_stands_under_the_words(before: str, words: str, after: str) -> None:
    shown = source_line(finding(words, before=before, after=after + "."), 2000)
    assert shown is not None
    assert marked(shown) == visible(words.replace("\t", "    "))


@given(WORDS, WORDS.filter(bool), WORDS, st.integers(24, 60))
def test_a_window_fits_and_shows_where_the_words_begin(before: str, words: str, after: str, room: int) -> None:
    shown = source_line(finding(words, before=before * 9, after=after * 9 + "."), room)
    assert shown is not None
    assert display_width(shown.text) <= room
    whole = visible(words.replace("\t", "    "))
    assert marked(shown) == whole or whole.startswith(marked(shown).removesuffix("…"))


def test_combining_marks_take_no_cell() -> None:
    shown = source_line(finding("cafe\u0301", before="Un bel e\u0301te\u0301: ", after="."), 80)
    assert shown == SourceLine("Un bel e\u0301te\u0301: cafe\u0301.", 12, 4)


def test_a_long_line_is_windowed_around_the_words() -> None:
    shown = source_line(finding("HERE", before="b" * 5_000_000, after="a" * 5_000_000), 40)
    assert shown == SourceLine("…bbbbbbbbbbbHEREaaaaaaaaaaaaaaaaaaaaaaa…", 12, 4)


def test_what_stands_before_short_ends_gets_the_room() -> None:
    shown = source_line(finding("HERE", before="b" * 100, after="."), 40)
    assert shown == SourceLine("…" + "b" * 34 + "HERE.", 35, 4)


def test_long_words_are_cut_themselves() -> None:
    shown = source_line(finding("w" * 300, before="See ", after=" now"), 40)
    assert shown == SourceLine("… " + "w" * 37 + "…", 2, 38)


def test_a_context_that_was_cut_says_so() -> None:
    found = finding("HERE", before="b" * 10)._replace(column=511, end_column=515, context_column=501)
    shown = source_line(found, 80)
    assert shown is not None
    assert shown.text.startswith("…bbb")
    assert marked(shown) == "HERE"


def test_a_masked_secret_before_the_words_does_not_shift_the_marker() -> None:
    found = finding("HERE", before="http://u:a-long-password@h.example/ ")
    shown = source_line(found._replace(context="http://u:***@h.example/ HERE for more."), 80)
    assert shown is not None
    assert marked(shown) == "HERE"


def test_a_masked_secret_in_the_words_ends_the_marker_where_they_end() -> None:
    found = finding("http://u:a-long-password@h.example/")
    masked = found._replace(snippet="http://u:***@h.example/", context="See http://u:***@h.example/ for more.")
    shown = source_line(masked, 80)
    assert shown is not None
    assert marked(shown) == "http://u:***@h.example/"


def test_words_over_several_lines_are_marked_to_the_end_of_the_first() -> None:
    found = finding("first", after="")._replace(end_line=5, end_column=4, snippet="first\r\nsecond\r\nend")
    assert source_line(found, 80) == SourceLine("See first", 4, 5)


def test_an_empty_span_is_one_mark() -> None:
    assert source_line(finding("", before="[a](", after=")"), 80) == SourceLine("[a]()", 4, 1)


@pytest.mark.parametrize("context", ["", "   ", "\t\r\n"])
def test_a_blank_line_is_not_shown(context: str) -> None:
    assert source_line(finding()._replace(context=context), 80) is None


def test_a_column_outside_the_context_is_no_crash() -> None:
    found = finding("gone")._replace(context="other words", column=900, end_column=904)
    assert source_line(found, 80) == SourceLine("other words", 11, 1)
