"""White space and entities of a text that is too long to be taken apart at once."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from provlint.page.spaced import spaced, spaced_in_steps
from tests.page.test_read import read

_PIECES = st.lists(
    st.sampled_from(["a", " ", "b c", "\n", "&nbsp;", "&amp;", "Ж ", "", " \t", "d", "&lt; e", "&", "; "])
)


@given(_PIECES, st.integers(1, 9))
@example(["a&nbsp;", "b"], 1)
@example(["a", "&nbsp;", "b"], 2)
@example(["& ", "a"], 1)
def test_steps_give_what_the_whole_gives(pieces: list[str], step: int) -> None:
    whole = "".join(pieces)
    entity = re.compile(r"&\w+;?")
    if len(entity.findall(whole)) == sum(len(entity.findall(piece)) for piece in pieces):
        assert spaced_in_steps(pieces, step) == spaced(whole)


def test_a_large_page_is_read_like_a_small_one() -> None:
    source = "<h1>A <b>qu</b>ay</h1> <p>Ж&nbsp;&amp; <i>wide</i>ly&#32;known</p>\n<p title='x>y'>pier</p>"
    small = read(source).text_length
    assert read(source * 5_000).text_length == (small + 1) * 5_000 - 1
