"""Indirect speech and reported facts."""

import pytest

from tests.extract.speech import told


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Officials said on Monday that the lock had failed.", "the lock had failed.", "Officials"),
        ("Ann Pike told the council that the lock had failed.", "the lock had failed.", "Ann Pike"),
        ("She says the lock has failed twice.", "the lock has failed twice.", "She"),
        ("According to the Tidal Institute, the lock had failed.", "the lock had failed.", "the Tidal Institute"),
        ("The lock had failed twice, according to Ann Pike.", "The lock had failed twice", "Ann Pike"),
        ("The lock had failed twice, the harbour office said.", "The lock had failed twice", "the harbour office"),
    ],
)
def test_reported_words_have_their_source(text: str, words: str, source: str) -> None:
    (one,) = told(text)
    assert text[one.start : one.end] == words
    assert one.source.text == source


@pytest.mark.parametrize(
    "text",
    [
        "The lock failed on Monday.",
        "“The lock has failed,” said Ann Pike.",
        "I said that the lock would fail.",
        "He was told that the lock had failed.",
        "Her statement was short.",
    ],
)
def test_what_nobody_else_reports_is_none(text: str) -> None:
    assert told(text) == []


def test_sources_are_anonymous_by_their_own_words() -> None:
    kinds = [one.source.kind for one in told("Officials said that it fell.\n\nAnn Pike said that it stood.")]
    assert kinds == ["anonymous", "named"]
