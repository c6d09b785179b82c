"""Quotations of one run that answer each other: what differs, who says it, and what must not be paired."""

from provlint.extract.document import Extractor
from provlint.model.document import Document
from provlint.model.relations import Relation
from provlint.model.words import Format
from provlint.read.reader import read_text
from provlint.relate.relations import relations
from provlint.relate.sketch import sketch
from provlint.tables.tables import open_tables

TABLES = open_tables(())
EXTRACTOR = Extractor(TABLES)


def related(*sources: str, format: Format = "markdown") -> list[Relation]:
    documents = {f"{number}.md": read_text(source, format, f"{number}.md") for number, source in enumerate(sources)}
    sketches = [sketch(document, EXTRACTOR.facts(document)) for document in documents.values()]

    def read(path: str) -> Document:
        return documents[path]

    found = relations(sketches, read, TABLES)
    for relation in found:
        for side in (relation.here, relation.there):
            document = documents[side.path]
            assert document.line_column(side.start) == (side.line, side.column)
            assert document.source[side.start : side.end].split()[-1] == side.text.split()[-1]
    return found


def changes(relation: Relation) -> list[tuple[str, str, str, bool]]:
    return [tuple(difference) for difference in relation.differences]  # type: ignore[misc]


def test_a_word_replaced_in_another_document() -> None:
    (relation,) = related(
        "“The new lock will cost the town nine million crowns,” said Mara Lindqvist.",
        "“The new lock will cost the town eleven million crowns,” said Lindqvist.",
    )
    assert relation.kind == "quotation"
    assert (relation.here.path, relation.there.path) == ("1.md", "0.md")
    assert changes(relation) == [("replaced", "eleven", "nine", False)]
    assert not relation.respoken


def test_words_added_and_dropped_are_told_apart() -> None:
    (relation,) = related(
        "“We looked for eels under every stone of the upper weir,” said Tomas Oduya. In May he had said: "
        "“We never looked for eels under every stone of the weir.”"
    )
    assert changes(relation) == [("added", "never", "", False), ("dropped", "", "upper", False)]


def test_brackets_and_ellipses_are_marked_and_the_altered_one_is_where_the_finding_stands() -> None:
    (relation,) = related(
        "“They [the anglers] came to the weir … and they took every eel,” said Tomas Oduya.",
        "“They came to the weir before dawn and they took every eel,” said Tomas Oduya.",
    )
    assert relation.here.path == "0.md"
    assert changes(relation) == [("added", "[the anglers]", "", True), ("elided", "", "before dawn", True)]


def test_a_date_tells_which_is_later() -> None:
    later = "---\ndate: 2024-05-01\n---\n\n“The new lock will cost the town nine million crowns,” said Mara Lindqvist."
    earlier = "---\ndate: 2023-05-01\n---\n\n“The new lock will cost the town six million crowns,” said Mara Lindqvist."
    (relation,) = related(later, earlier)
    assert relation.here.path == "0.md"


def test_the_spelling_of_another_house_is_no_difference() -> None:
    assert not related(
        "“We’ll organise five harbours for the U.S. boats, and it’s ten per cent cheaper,” said Mara Lindqvist.",
        "“We will organize 5 harbors for the US boats, and it's ten percent cheaper,” said Mara Lindqvist.",
    )


def test_a_part_of_a_quotation_is_no_difference() -> None:
    assert not related(
        "“The river is dirty. We must clean it now, before the boats come back in May,” said Mara Lindqvist.",
        "“We must clean it now, before the boats come back,” said Mara Lindqvist.",
    )


def test_the_same_words_of_two_people() -> None:
    (relation,) = related(
        "“A lock without a keeper is only a very deep bath,” said Mara Lindqvist.",
        "“A lock without a keeper is only a very deep bath,” said Tomas Oduya.",
    )
    assert relation.respoken
    assert changes(relation) == []


def test_a_pronoun_a_nameless_speaker_and_a_shorter_name_are_nobody_else() -> None:
    said = "“A lock without a keeper is only a very deep bath,”"
    assert not related(f"{said} said Mara Lindqvist.", f"{said} she said.", f"{said} an official said.")
    assert not related(f"{said} said Mara Lindqvist.", f"{said} said Lindqvist.")


def test_a_sentence_of_a_pasted_article_quoted_without_who_says_it() -> None:
    (relation,) = related(
        "Ann Lee said...\n\nPeter Rask\n@peterrask\n"
        "“Engineers feared that the old gates might burst under one of the [spring] floods if the pumps failed…”\n\n"
        "https://x.com/peterrask/status/1951993702613762300\n\n--------\n\nThe Lock That Leaks\n\n"
        "https://www.harbourtimes.com/lock/leaks\n\n"
        "Engineers feared that the old gates might burst under one of the floods if the pumps failed, inspectors said, or "
        "that the keeper would have to open them by hand. The town did nothing for years.\n",
        format="text",
    )
    assert relation.kind == "passage"
    assert relation.there.text.startswith("Engineers feared")
    assert relation.there.text.endswith("by hand.")
    assert changes(relation) == [
        ("added", "[spring]", "", True),
        ("dropped", "", "inspectors said", False),
        ("cut", "", "or that the keeper would have to open them by…", True),
    ]


def test_an_attribution_outside_the_quotation_is_not_left_out() -> None:
    assert not related(
        "“The old gates might burst under the spring floods,” said Mara Lindqvist.",
        "# News\n\nThe old gates might burst under the spring floods, Lindqvist said, and nobody would know.",
    )


def test_reported_speech_is_no_source_of_a_quotation() -> None:
    assert not related(
        "“Our harbour will receive nineteen enormous freighters every summer,” said Mara Lindqvist.",
        "# News\n\nThe harbour would receive nineteen enormous freighters every summer, Lindqvist said.",
    )


def test_a_writers_own_words_beside_a_quotation_are_no_source() -> None:
    assert not related(
        "The harbour receives eleven enormous freighters every single summer. “The harbour receives nineteen enormous "
        "freighters every single summer,” said Mara Lindqvist."
    )


def test_a_template_with_another_name_in_it_is_no_quotation() -> None:
    assert not related(
        "> This note was written for the readers of the Harbour Blog.",
        "> This note was written for the readers of the Council Blog.",
    )


def test_a_stock_phrase_pairs_nothing() -> None:
    boats = ("trawler", "ketch", "sloop", "barge", "dinghy", "ferry", "tug", "yawl", "cutter", "punt", "skiff", "scow",
             "schooner", "lugger")  # fmt: skip
    assert not related(
        *(f"“Nobody has told us what will become of the {boat},” said Mara Lindqvist." for boat in boats)
    )
    assert related(
        *(f"“Nobody has told us what will become of the {boat},” said Mara Lindqvist." for boat in boats[:2])
    )


def test_two_utterances_with_a_common_opening_are_two() -> None:
    assert not related(
        "“At the end of the day it is a question of money,” said Mara Lindqvist.",
        "“At the end of the day it was the boats that saved us,” said Mara Lindqvist.",
    )


def test_parts_of_one_utterance_are_not_related() -> None:
    assert not related(
        "“We looked for eels under every stone of the weir,” said Oduya, “we looked for eels under each stone of the weir.”"
    )


def test_a_note_of_the_writer_set_like_a_block_quotation_is_no_quotation() -> None:
    note = "> *This article was originally published on the blog of the {} harbour office in the spring.*\n\nThe wall."
    assert related(note.format("old"), note.format("new North")) == []
    summary = "> Summary: the council closed the northern ferry pier for the {} of the winter season.\n\nThe wall."
    assert related(summary.format("rest"), summary.format("remainder")) == []
