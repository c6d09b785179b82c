"""Plain text: what its lines say of its structure. Where nothing is told, a block is a paragraph."""

import pytest

from provlint.model.document import Metadata
from provlint.read import text
from tests.read.text_shapes import kinds, shapes

LONG = "The harbour office closed the old pier on Friday because its wall had sunk by half a foot since the spring."
WRAPPED = (
    "The harbour office closed the old pier on Friday because its wall\n"
    "had sunk by half a foot since the spring, and it\n"
    "gave no day for the work."
)


def test_blank_lines_part_paragraphs() -> None:
    assert shapes("One wall fell.\n\n \nAnother stood.\n") == ["paragraph: One wall fell.", "paragraph: Another stood."]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert shapes(WRAPPED) == [f"paragraph: {WRAPPED}".replace("\n", "/")]


def test_indentation_is_no_part_of_the_words() -> None:
    source = "   The stones are carried from one pier to another pier by people\n   who know the way.\n"
    block = text.read(source, "a.txt").blocks[0]
    assert block.plain == "The stones are carried from one pier to another pier by people\nwho know the way."
    assert source[slice(*block.place(63, 70))] == "who kno"
    assert source[slice(*block.place(0, len(block.plain)))] == source.strip()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_nothing_but_places(end: str) -> None:
    source = f"A Wall\n======\n\n{WRAPPED}\n\n- one\n- two\n"
    assert shapes(source.replace("\n", end)) == shapes(source)


def test_lines_longer_than_any_wrapping_are_paragraphs_each() -> None:
    assert shapes(f"{LONG}\n{LONG}") == [f"paragraph: {LONG}"] * 2


def test_the_first_line_that_reads_like_one_is_the_title() -> None:
    assert shapes(f"The Old Pier Is Closed\n\n{LONG}")[0] == "title: The Old Pier Is Closed"
    assert shapes(f"The pier is closed.\n\n{LONG}")[0] == "paragraph: The pier is closed."
    assert shapes(f"Dear Ann\n\n{LONG}")[0] == "paragraph: Dear Ann"
    assert shapes(f"https://pier.test/a\n\n{LONG}")[0] == "paragraph: https://pier.test/a"
    assert shapes("The Old Pier")[0] == "paragraph: The Old Pier"


def test_what_stands_at_the_top_speaks_for_the_document() -> None:
    source = f"Friday, May 3, 2024\n\nThe Old Pier Is Closed\n\nBy Ann Lee and Bo Berg\n\nPhoto: Cy Dorn\n\n{LONG}"
    assert kinds(source) == ["dateline", "title", "byline", "caption", "paragraph"]
    metadata = text.read(source, "a.txt").metadata
    assert metadata == Metadata("The Old Pier Is Closed", "2024-05-03", "dateline", None, ("Ann Lee", "Bo Berg"))


def test_header_fields_of_a_mail_speak_for_the_document() -> None:
    head = "From: Ann Lee <ann@pier.test>\nTo: Bo\nSubject: The wall\n of stone\nDate: Fri, 3 May 2024 10:00:00 +0200"
    source = f"{head}\n\nBo,\n\n{LONG}"
    assert kinds(source)[0] == "metadata"
    assert text.read(source, "a.txt").metadata == Metadata(
        "The wall of stone", "2024-05-03", "date", None, ("Ann Lee",)
    )


def test_fields_of_a_forwarded_mail_are_metadata_wherever_they_stand() -> None:
    head = "-----Original Message-----\nFrom: Bo\nTo: Ann\nSubject: Wall"
    source = f"{LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}\n\n{head}\n\n{LONG}"
    assert kinds(source)[4:] == ["metadata", "paragraph"]
    assert text.read(source, "a.txt").metadata == Metadata()


@pytest.mark.parametrize(
    "heading", ["The Wall", "Who Paid for the Wall?", "Costs and Cares:", "2. The wall", "THE WALL"]
)
def test_a_short_line_above_a_paragraph_is_a_heading(heading: str) -> None:
    assert shapes(f"{LONG}\n\n{heading}\n\n{LONG}")[1] == f"heading: {heading}"


@pytest.mark.parametrize(
    "line",
    [
        "the wall",
        "The wall fell.",
        "(laughs)",
        "Do you think so?",
        "Thanks",
        "Wait, what!",
        "Ann,",
        "Yes",
        "ann@pier.test",
    ],
)
def test_other_short_lines_are_paragraphs(line: str) -> None:
    assert shapes(f"{LONG}\n\n{line}\n\n{LONG}")[1] == f"paragraph: {line}"


def test_an_underlined_line_is_a_heading_and_no_code() -> None:
    source = f"Piers of the North\n==================\n\n{LONG}\n\nThe wall\n--------\nIt fell.\n"
    assert kinds(source) == ["title", "other", "paragraph", "heading", "other", "paragraph"]


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "(2) ", "a) ", "[3] ", "o  "])
def test_items_of_lists(mark: str) -> None:
    assert shapes(f"{mark}bring a rope\n{mark}bring a boat") == ["list-item: bring a rope", "list-item: bring a boat"]


def test_an_item_takes_the_lines_indented_under_it() -> None:
    source = "* bring a rope\n  and a boat\n* bring\n  bread\n\nThen go."
    assert shapes(source) == ["list-item: bring a rope/and a boat", "list-item: bring/bread", "paragraph: Then go."]


def test_a_figure_at_the_start_of_a_wrapped_line_opens_no_item() -> None:
    source = (
        "The wall has stood since the spring of the year that we all call\n"
        "1820. It fell at noon on the day that the fleet came home again to\n"
        "this pier."
    )
    assert kinds(source) == ["paragraph"]


@pytest.mark.parametrize("rule", ["---", "* * *", "_____", "=====", "***", "———"])
def test_separators_have_no_words(rule: str) -> None:
    assert shapes(f"{LONG}\n\n{rule}\n\n{LONG}")[1] == "other"


@pytest.mark.parametrize(
    "source",
    [
        "Wick\t7155\t2020\nTain\t3540\t2020\nNairn\t9960\t2020",
        "Wick      7155   2020\nTain      3540   2020\nNairn     9960   2020",
        "| Town | People |\n|------|--------|\n| Wick | 7155 |",
        "+------+------+\n| Wick | 7155 |\n+------+------+",
        "town,people,year\nWick,7155,2020\nTain,3540,2020",
        "town,people,year\nwick,7155,2020\ntain,3540,2020",
        'town,people,year\n"Wick","7,155",2020\n"Tain","3,540",2020',
        "1. The wall . . . . . . . . . 3\n2. The pier . . . . . . . . . 5\n3. The sea  . . . . . . . . . 9",
    ],
)
def test_tables(source: str) -> None:
    assert kinds(source) == ["table"]


@pytest.mark.parametrize(
    "source",
    [
        "    $ pier --open\n    $ pier --close",
        "def wall(stone):\n    stone = stone + 1\n    send(stone)",
        "#include <stdio.h>\nint main() {\n    return 0;\n}",
        ">>> wall = 1\n>>> wall + 1",
        "+" + "A" * 70 + "\n" + "B" * 76 + "\n" + "C" * 76,
    ],
)
def test_code(source: str) -> None:
    assert kinds(f"{LONG}\n\n{source}\n\n{LONG}") == ["paragraph", "code", "paragraph"]


@pytest.mark.parametrize(
    "source",
    [
        "O wall of stone, O wall of lime,\n  That stood to see,\nThe tide has had the time\n  And we are free.",
        "Of 3,540 people 1,200 left,\n1,100 came, and 40 died, so\nthat 3,300 are left.",
        "<https://pier.test/a>\n<https://pier.test/b>",
        "Ann Lee\n12 Harbour Street\nWick",
        "Ann: Why not?\nBo: I cannot say.",
    ],
)
def test_verse_figures_addresses_and_talk_are_neither_code_nor_tables(source: str) -> None:
    assert kinds(f"{LONG}\n\n{source}\n\n{LONG}") == ["paragraph"] * 3


def test_quoted_lines_are_a_quotation_of_paragraphs() -> None:
    source = "Bo wrote:\n\n> The wall fell in May,\n> as you said.\n>\n> Who pays?\n>> Ask the town.\n\nI do."
    assert shapes(source) == [
        "paragraph: Bo wrote:",
        "quote", "  paragraph: The wall fell in May,/as you said.", "  paragraph: Who pays?",
        "quote", "  paragraph: Ask the town.",
        "paragraph: I do.",
    ]  # fmt: skip


def test_a_lone_quotation_mark_of_a_mail_is_no_quotation() -> None:
    assert kinds(f"{LONG}\n\n>\n\n{LONG}") == ["paragraph", "other", "paragraph"]


@pytest.mark.parametrize("heading", ["Related Links:", "See also", "Read more", "SOURCES", "3. Further reading"])
def test_title_lines_under_a_heading_of_links_are_a_list_of_links(heading: str) -> None:
    source = f"{LONG}\n\n{heading}\n\nWho Owns the Harbour?\n\nThe Wall That Fell\n\nhttps://pier.test/a\n"
    assert shapes(source) == [
        f"paragraph: {LONG}",
        f"heading: {heading}",
        "link-list",
        "  list-item: Who Owns the Harbour?", "  list-item: The Wall That Fell", "  list-item: https://pier.test/a",
    ]  # fmt: skip


def test_a_list_of_links_ends_where_a_heading_opens_other_text() -> None:
    source = f"See also\n\nWho Owns the Harbour?\n\nThe Wall That Fell\n\nThe End\n\n{LONG}"
    assert kinds(source) == ["heading", "link-list", "list-item", "list-item", "heading", "paragraph"]


def test_prose_under_a_heading_of_links_is_no_list() -> None:
    assert "link-list" not in kinds(f"Sources\n\n{LONG}\n\n{LONG}")


def test_lines_that_a_web_page_leaves_are_furniture() -> None:
    source = f"{LONG}\n\nShare this article\n\n{LONG}\n\nPrevious article The wall that fell\n\nComments are closed."
    assert kinds(source) == ["paragraph", "furniture", "paragraph", "furniture", "furniture"]


@pytest.mark.parametrize("line", ["Shares 12", "View all comments (14)", "1.2k views", "For immediate release"])
def test_buttons_and_their_counts_are_furniture(line: str) -> None:
    assert kinds(f"{LONG}\n\n{line}\n\n{LONG}") == ["paragraph", "furniture", "paragraph"]


def test_running_lines_of_an_rfc_are_furniture() -> None:
    foot = "Lee                          Informational                      [Page 1]"
    head = "RFC 9999                 Pier Transfer Protocol                 May 2024"
    assert kinds(f"{LONG}\n\n{foot}\n\f\n{head}\n\n{LONG}") == ["paragraph", "furniture", "furniture", "paragraph"]


def test_lines_that_begin_with_the_tools_name_are_directives() -> None:
    source = f"{LONG}\n provlint: ignore[PL101] known\n{LONG}"
    document = text.read(source, "a.txt")
    assert [source[start:end] for start, end in document.comments] == ["provlint: ignore[PL101] known"]
    assert [block.plain for block in document.blocks] == [LONG, LONG]


def test_bare_addresses_may_stand_anywhere_but_in_code_and_directives() -> None:
    source = "See https://pier.test/a\n\n    $ get https://pier.test/b\n\nprovlint: ignore https://pier.test/c\n\n> https://pier.test/d"
    document = text.read(source, "a.txt")
    assert [source[start:end] for start, end in document.regions] == ["See https://pier.test/a", "https://pier.test/d"]
