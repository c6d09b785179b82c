"""What the writer marked as changed in quoted words."""

import pytest

from provlint.extract.quotations.alterations import alterations
from tests.extract.speech import quoted


@pytest.mark.parametrize(
    ("words", "inserted"),
    [
        ("He [the mayor] will pay", ("the mayor",)),
        ("They provid[ed] it to [us]", ("ed", "us")),
        ("[T]he mayor will pay", ()),
        ("The mayor will pay [1]", ()),
        ("The mayor [sic] will pay [laughs]", ()),
        ("The wall [emphasis in the original] stands", ()),
        ("An open [ bracket", ()),
    ],
)
def test_what_stands_between_brackets(words: str, inserted: tuple[str, ...]) -> None:
    assert alterations(words).inserted == inserted


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("The wall … will fall", "inside"),
        ("The wall. . . . It will fall", "inside"),
        ("The wall [...] will fall...", "inside"),
        ("The wall will fall …", "end"),
        ("... and the wall will fall", "beginning"),
        ("The wall will fall. It is old.", ""),
    ],
)
def test_where_an_ellipsis_stands(words: str, where: str) -> None:
    assert alterations(words).elided == where


def test_sic_and_emphasis() -> None:
    assert alterations("The wal [sic] will fall").sic
    assert alterations("The wall will fall", "” (emphasis added), she said").emphasis
    assert not alterations("The wall will fall", "” she said with emphasis").emphasis


def test_they_are_part_of_the_fact() -> None:
    found = quoted("“He [the mayor] … will not pay,” Ann Harbour said.")[0]
    assert (found.alterations.inserted, found.alterations.elided) == (("the mayor",), "inside")
