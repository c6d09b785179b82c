"""Cue words are rows that a user can add to."""

from pathlib import Path

import pytest

from provlint.errors import UserError
from provlint.extract.quotations.find import quotations
from provlint.tables.tables import open_tables
from tests.extract.speech import prose

HEADER = "lemma\tlanguage\tkind\tforms\n"


def test_english_forms_are_told_apart() -> None:
    cues = open_tables(()).cues("en")
    assert [cues[form].form for form in ("say", "says", "said", "saying")] == [
        "base",
        "present",
        "past",
        "present-participle",
    ]
    assert cues["read"].form == "past"
    assert {cues["told"].kind, cues["called"].kind, cues["according"].kind} == {"tell", "call", "source"}


def test_a_language_without_rows_has_none() -> None:
    assert open_tables(()).cues("xx") == {}


def test_a_users_row_is_a_cue(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "cues.tsv").write_text(HEADER + "kvetch\ten\tsay\tkvetch kvetches kvetched kvetching\n")
    document = prose("“It is out again,” kvetched Ann Pike.")
    (one,) = quotations(document, open_tables((str(tmp_path),)))
    assert one.speaker is not None
    assert one.speaker.text == "Ann Pike"


def test_a_kind_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "cues.tsv").write_text(HEADER + "kvetch\ten\tmoan\tkvetched\n")
    with pytest.raises(UserError):
        open_tables((str(tmp_path),))
