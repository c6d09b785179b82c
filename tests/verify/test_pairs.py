"""The pairs made by hand: each gives the right word, or the wrong one that docs/verify.md owns up to."""

from pathlib import Path

import pytest

import provlint
from benchmarks.verify import PAIRS_BEGIN, PAIRS_END, pairs_table
from tests.verify.pairs import PAIRS, Pair


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_is_judged_as_told(pair: Pair) -> None:
    match = provlint.verify(pair.quotation, pair.page)
    assert match.kind == (pair.given or pair.expected), match


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_passage_stands_where_it_is_said_to(pair: Pair) -> None:
    passage = provlint.verify(pair.quotation, pair.page).passage
    if passage is not None:
        assert 0 <= passage.start < passage.end <= len(pair.page)
        if passage.region == "article" and passage.text.isascii():
            assert pair.page[passage.start] == passage.text[0]
            assert pair.page[passage.end - 1] == passage.text[-1] or pair.page[passage.end - 1] == ";"


def test_the_documentation_shows_the_pairs_as_they_are() -> None:
    page = (Path(__file__).parents[2] / "docs" / "verify.md").read_text(encoding="utf-8")
    assert page.partition(PAIRS_BEGIN)[2].partition(PAIRS_END)[0].strip() == pairs_table().strip()
