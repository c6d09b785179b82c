"""How texts end: cut inside a word, a sentence, in an ellipsis, at "Read more"; and what only looks like it."""

import pytest

from provlint.model.words import Format
from tests.extract.documents import read

WALL = (
    "The harbour wall was built in two winters, and it was never tested at full height before the storm.\n\n"
    "The council asked for a second opinion, but the engineers had already left the island by then.\n\n"
)
PASTED = "Wall Fails Again - The Harbour Post\n\nhttps://www.harbourpost.co.uk/2025/wall-fails-again\n\n"


def cuts(source: str, form: Format = "markdown") -> list[tuple[str, str]]:
    _, facts = read(source, form)
    return [(excerpt.cut, excerpt.evidence) for excerpt in facts.excerpts if excerpt.cut != "none"]


@pytest.mark.parametrize("form", ["markdown", "text"])
@pytest.mark.parametrize(
    ("tail", "cut", "evidence"),
    [
        ("Nobody has said who will pay, though the insurers met the gover", "mid-word", "the gover"),
        ("Nobody has said who will pay for it, although the mayor and the", "mid-sentence", "it, although the mayor and the"),
        ("The gates were sold twice. The second buyer never", "mid-sentence", "sold twice. The second buyer never"),
        ("The gates were meant to hold for a hundred years…", "ellipsis", "a hundred years…"),
        ("The gates were meant to hold for a hundred years. [...]", "ellipsis", "hundred years. [...]"),
        ("The gates were meant to hold. . .", "ellipsis", "meant to hold. . ."),
        ("The gates were meant to hold... Read more", "read-more", "Read more"),
        ("The gates were meant to hold [Continue reading]", "read-more", "[Continue reading]"),
        ("The gates were meant to ho… [+2183 chars]", "read-more", "[+2183 chars]"),
        ("The gates were meant to hold… Subscribe to continue reading", "read-more", "Subscribe to continue reading"),
        ("The gates held, they say. The post On Gates appeared first on Harbour Post.", "read-more",
         "The post On Gates appeared first on Harbour Post."),
    ],
)  # fmt: skip
def test_a_document_that_ends_too_soon(form: Format, tail: str, cut: str, evidence: str) -> None:
    assert cuts(WALL + tail + "\n", form) == [(cut, evidence)]


@pytest.mark.parametrize(
    "tail",
    [
        "Nobody has said who will pay.",
        "Nobody has said who will pay, says the mayor of Washington, D.C.",
        "Watch the film of the storm:",
        "Ann Lee is a staff writer at the Harbour Post",
        "Photo by the harbour master of the island",
        "Follow the council and the harbour master on Twitter",
        "— the council of the harbour and its engineers",
        "Boats, nets, gates, ropes and more…",
        "So it goes on and so on…",
        "*This note was written by the council and its engineers*",
        "To be told of changes, [write to the harbour office](mailto:office@harbour.co.uk)",
        "# What the council will do with the",
        "- the gates of the harbour and the",
        "```\nthe gates and the\n```",
        "| gate | and the |\n| --- | --- |\n| north | of the |",
        "The gates held. [Read more](https://harbour.co.uk/gates)",
        "Whoever wants to know why should read more.",
        "The full story can be read in the original at the Harbour Post.",
    ],
)
def test_a_document_that_is_whole(tail: str) -> None:
    assert cuts(WALL + tail + "\n") == []


def test_a_verse_needs_no_full_stop() -> None:
    verse = "The wall came down in the night\nand nobody heard it fall\nbut the sea that was left to the"
    assert cuts(WALL + verse + "\n", "text") == []


def test_a_text_that_sets_no_full_stops_is_left_alone() -> None:
    lines = "the wall came down in the night and all of the boats were lost when it fell\n\n" * 6
    assert cuts(lines, "text") == []


@pytest.mark.parametrize(
    "source",
    [
        "Die Mauer im Hafen wurde in zwei Wintern gebaut.\n\nNiemand hat gesagt, wer die Tore bezahlen soll, und die\n",
        (WALL + "Nobody has said who will pay for it, although the mayor and the\n").upper(),
        "1,200 3,400 the\n\n88 12 0.5 of\n",
        "",
    ],
)
def test_other_languages_capitals_and_tables_are_left_alone(source: str) -> None:
    assert cuts(source, "text") == []


def test_a_pasted_article_between_comments() -> None:
    body = WALL + "The mayor told reporters that work would begin once the insurers had agreed, and the coun"
    source = f"Ann Lund said...\n\n{PASTED}{body}\n\nPeter Pike said...\n\nThank you for the news\n"
    document, facts = read(source, "text")
    (found,) = facts.excerpts
    assert (found.kind, found.cut, found.evidence) == ("article", "mid-word", "the coun")
    assert found.source == "https://www.harbourpost.co.uk/2025/wall-fails-again"
    assert document.source[found.start : found.end].startswith("Wall Fails Again")
    assert document.source[found.seen_start : found.seen_end] == "the coun"


def test_a_whole_article_is_an_excerpt_that_is_not_cut() -> None:
    _, facts = read(f"Ann Lund said...\n\n{PASTED}{WALL}\nPeter Pike said...\n\nThank you for the news.\n", "text")
    assert [(found.kind, found.cut, found.evidence) for found in facts.excerpts] == [("article", "none", "")]


def test_parts_of_one_article_are_counted() -> None:
    comment = f"Ann Lund said...\n\n{PASTED}{WALL}"
    _, facts = read(comment + comment + "Peter Pike said...\n\nThank you.\n", "text")
    assert [(found.part, found.parts) for found in facts.excerpts] == [(1, 2), (2, 2)]


def test_a_post_that_trails_off() -> None:
    post = "Dora Pike\n@dorapike\n“The wall will not survive another winter…”\n\nhttps://x.com/dorapike/status/1234567890123\n"
    _, facts = read(f"Ann Lund said...\n\n{post}", "text")
    assert [(found.kind, found.cut) for found in facts.excerpts] == [("post", "ellipsis")]


def test_a_comment_may_leave_out_its_full_stop() -> None:
    thread = "Ann Lund said...\n\nThe wall is gone. Boats, nets, gates any day\n\nPeter Pike said...\n\nIt was old\n"
    assert cuts(thread, "text") == []


def test_a_listed_comment_that_trails_off_in_one_of_its_lines() -> None:
    source = "  1. The wall is a bad joke and nobody laughs…\n     It cost nine million.\n\n  2. It was old.\n"
    assert cuts(source, "text") == [("ellipsis", "and nobody laughs…")]


def test_a_block_quotation_takes_the_link_that_introduces_it() -> None:
    quoted = "> The wall was sound in May, and the cracks that were found…\n"
    _, facts = read(f"The [report](https://harbour.co.uk/report) says:\n\n{quoted}\nSo much for that.\n")
    assert [(found.kind, found.cut, found.source) for found in facts.excerpts] == [
        ("quote", "ellipsis", "https://harbour.co.uk/report")
    ]
    _, facts = read(f"They say:\n\n{quoted}\nSo much for that.\n")
    assert [found.source for found in facts.excerpts] == [""]


def test_places_are_exact_with_entities_and_windows_line_ends() -> None:
    text = WALL.replace("\n", "\r\n") + "Gates &amp; walls &#x1F30A; were sold, and nobody told the gover\r\n"
    document, facts = read(text)
    (found,) = facts.excerpts
    assert document.source[found.seen_start : found.seen_end] == "the gover"


def test_a_paragraph_in_the_middle_that_was_a_teaser() -> None:
    assert cuts(f"{WALL}The ferry was sold to the island council in a letter Read More\n\n{WALL}", "text") == [
        ("read-more", "Read More")
    ]


def test_a_row_of_links_at_the_end_is_whole() -> None:
    prose = "The wall was rebuilt in nine months and the town paid for all of it in the end.\n\n" * 3
    _, facts = read(f"{prose}[How it was built](a.md) · [What it cost](b.md) · Licence: MIT\n")
    assert [excerpt.cut for excerpt in facts.excerpts if excerpt.cut != "none"] == []
