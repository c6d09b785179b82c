"""Edits, rounds of edits, and the difference they make."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.fix.diff import unified
from provlint.fix.edits import Places, apart, applied, cut_in, joined, pieces
from provlint.model.findings import Edit, Fix
from tests.read.repositories import git


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[Edit]:
    places = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    found = []
    for start, end in zip(places[::2], places[1::2], strict=False):
        found.append(Edit(start, end, draw(st.text("xy\n\r", max_size=3))))
    return [one for at, one in enumerate(found) if not at or one.start > found[at - 1].end]


@st.composite
def rounds(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    source = draw(st.text("ab\n\r", max_size=60))
    text, taken = source, []
    for _ in range(draw(st.integers(0, 3))):
        taken.append(draw(edits(len(text))))
        text = applied(text, taken[-1])
    return source, taken


@given(rounds())
def test_rounds_of_edits_are_one(case: tuple[str, list[list[Edit]]]) -> None:
    source, taken = case
    text, parts = source, pieces(source)
    for one in taken:
        text, parts = applied(text, one), cut_in(parts, one)
    assert applied(source, joined(parts, len(source))) == text


@given(st.data())
def test_places_outside_edits_hold_the_same_words(data: st.DataObject) -> None:
    source = data.draw(st.text("abcdef", max_size=40))
    made = data.draw(edits(len(source)))
    places, text = Places(made), applied(source, made)
    for at, sign in enumerate(source):
        if not any(one.start <= at < one.end for one in made):
            assert text[places.start(at)] == sign
            assert text[places.end(at + 1) - 1] == sign


def test_of_two_fixes_that_meet_the_earlier_one_is_taken() -> None:
    first, second, third = (Fix(True, (Edit(*span, ""),)) for span in ((0, 5), (4, 8), (8, 9)))
    assert apart([third, second, first]) == [first, third]
    assert apart([first, first]) == [first]


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("a\nb\nc\n", [Edit(2, 3, "x")]),
        ("a\nb\nc", [Edit(4, 5, "x")]),
        ("a\nb\nc", [Edit(0, 2, "")]),
        ("a\nb\nc", [Edit(1, 2, "")]),
        ("a\nb\nc", [Edit(5, 5, "\n")]),
        ("a\nb\nc\n", [Edit(0, 0, "x\n"), Edit(4, 6, "")]),
        ("a\r\nb\r\nc\r\n", [Edit(3, 4, "x")]),
        ("x\n" * 30, [Edit(4, 5, "y"), Edit(30, 31, "z"), Edit(58, 60, "")]),
        ("", [Edit(0, 0, "x\n")]),
        ("a\n", [Edit(0, 2, "")]),
        ("-- a\n@@ b\n", [Edit(3, 4, "c")]),
    ],
)
def test_git_applies_the_difference(tmp_path: Path, source: str, made: list[Edit]) -> None:
    (tmp_path / "a.md").write_bytes(source.encode())
    (tmp_path / "p").write_bytes(unified("a.md", source, made).encode())
    git(tmp_path, "init", "-q")
    if not source:
        return  # Git calls that a new file
    subprocess.run(["git", "apply", "--whitespace=nowarn", "p"], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "a.md").read_bytes() == applied(source, made).encode()


def test_no_edit_no_difference() -> None:
    assert unified("a.md", "a\n", []) == ""
