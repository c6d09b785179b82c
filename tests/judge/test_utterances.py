"""Quotations and attributions as records: what rules are told about speakers, sources and surroundings."""

from provlint.extract.document import extract
from provlint.judge.subjects import SUBJECTS
from provlint.model.record_words import AttributionRecord, QuotationRecord
from provlint.model.words import Format
from provlint.read.reader import read_text
from provlint.tables.tables import open_tables


def records(text: str, format: Format = "markdown") -> list[QuotationRecord]:
    document = read_text(text, format, "notes/wall.md")
    facts = extract(document, open_tables(()))
    found = [subject.record for subject in SUBJECTS["quotation"](document, facts, {}, None)]
    return [record for record in found if isinstance(record, QuotationRecord)]


def test_parts_of_one_utterance_are_counted() -> None:
    first, second = records("“The wall is old,” Ann Harbour said. “It will fall.”")
    assert (first.part, first.part_count, first.word_count) == (1, 2, 7)
    assert (second.part, second.part_count, second.word_count) == (2, 2, 3)


def test_a_speaker_is_called_by_the_full_name() -> None:
    found = records("Ann Harbour came late. “The wall is old,” Harbour said.\n\n“It will fall,” an official said.")
    assert [record.who for record in found] == ["Ann Harbour", "an official"]
    assert found[1].role == "official"


def test_a_role_whose_name_follows_is_none() -> None:
    assert records("“It will fall,” said the senior official, Ann Harbour.")[0].role != "official"


def test_a_source_counts_for_each_part() -> None:
    text = "“The wall is old,” Ann Harbour said.[^1] “It will fall.”\n\n[^1]: Minutes of 12 May, item 4."
    found = records(text)
    assert [record.source_count for record in found] == [1, 1]
    assert found[0].source_kind == "footnote"


def test_utterances_without_a_source_are_numbered_by_speaker() -> None:
    text = "“The wall is old,” Ann Harbour said.\n\n“Nobody pays,” Dora Pike said.\n\n“It will fall,” Harbour said."
    assert [(record.occurrence, record.times) for record in records(text)] == [(1, "twice"), (1, "once"), (2, "twice")]


def test_words_with_a_source_further_up_are_told() -> None:
    text = "“The wall is old,” Ann Harbour [said](https://harbour.co.uk/1).\n\nThen.\n\n“It will fall,” Harbour said."
    assert [record.sourced_before for record in records(text)] == [False, True]


def test_what_stands_above_is_told() -> None:
    found = records("Read [the minutes](https://harbour.co.uk/1):\n\n“The wall is old,” Ann Harbour said.")
    assert found[0].introduced
    assert found[0].source_above


def test_a_block_quotation_holds_what_is_quoted_in_it() -> None:
    found = records("> “The wall is old,” Ann Harbour said.")
    assert [(record.kind, record.holds) for record in found] == [("block", 1), ("direct", 0)]
    assert found[1].in_quote


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_closed() -> None:
    found = records("“The wall is old, Ann Harbour said.\n\nAnd nobody pays for it.”\n\n“It will fall, Dora Pike said.")
    assert found[0].closed
    assert not found[-1].closed


def test_a_line_with_a_name_below_is_no_quotation() -> None:
    assert [record.kind for record in records("> The wall is old, and it will fall.\n\nso\n\n> – Ann Harbour")] == [
        "block"
    ]


def test_indirect_speech_is_a_record() -> None:
    document = read_text("Officials said that the wall would fall.", "markdown", "wall.md")
    facts = extract(document, open_tables(()))
    record = next(SUBJECTS["attribution"](document, facts, {}, None)).record
    assert isinstance(record, AttributionRecord)
    assert (record.who, record.speaker_kind, record.source_count) == ("Officials", "anonymous", 0)


def test_a_link_without_an_address_and_one_to_a_mailbox_are_no_source() -> None:
    said = "“The wall is old and will not see another winter,” Ann Harbour said."
    for link in ("[Minutes]()", "[Write](mailto:ann@harbour.co.uk)", "[Here](http://192.168.0.1/x)"):
        (above,) = records(f"{link} came first.\n\n{said}")
        (beside,) = records(f"{said} {link}.")
        assert (above.source_above, beside.source_count) == (False, 0)
    assert records(f"[Minutes](https://harbour.co.uk/minutes) came first.\n\n{said}")[0].source_above
