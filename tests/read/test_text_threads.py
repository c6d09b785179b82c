"""Comments, posts and articles as people paste them into plain text: whose words they are and where they come from."""

import pytest

from provlint.model.document import Block
from provlint.read import text
from tests.read.text_shapes import kinds, shapes

LONG = "The harbour office closed the old pier on Friday because its wall had sunk by half a foot since the spring."
ADDRESS = "https://paper.test/2024/05/harbour-office-closes-old-pier"
POST = "https://x.test/annlee/status/17"


def containers(source: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, author and address of each block that holds others or heads a comment."""
    told = ("post", "excerpt", "comment-header")
    return [
        (block.kind, block.author, block.address) for block in text.read(source, "a.txt").blocks if block.kind in told
    ]


def said_by(source: str, author: str) -> list[str]:
    blocks: tuple[Block, ...] = text.read(source, "a.txt").blocks
    return [block.plain for block in blocks if block.author == author and block.kind == "paragraph"]


THREAD = f"""{LONG}

3 comments:

Bo Berg said...

I walked there on Sunday.

It was open.

---

Nobody stopped me.

Cy, Wick said...

Who told you so?

Bo Berg said...

A sailor.

Comments are closed.

{LONG}
"""


def test_each_comment_has_its_author() -> None:
    assert containers(THREAD) == [
        ("comment-header", "Bo Berg", None),
        ("comment-header", "Cy, Wick", None),
        ("comment-header", "Bo Berg", None),
    ]
    assert said_by(THREAD, "Bo Berg") == [
        "I walked there on Sunday.",
        "It was open.",
        "Nobody stopped me.",
        "A sailor.",
    ]
    assert said_by(THREAD, "Cy, Wick") == ["Who told you so?"]


def test_the_words_above_and_below_a_thread_are_no_comments() -> None:
    blocks = text.read(THREAD, "a.txt").blocks
    assert (blocks[0].author, blocks[1].kind, blocks[-2].kind, blocks[-1].author) == (
        None,
        "heading",
        "furniture",
        None,
    )


@pytest.mark.parametrize(
    ("header", "author"),
    [
        ("Ann Lee said...", "Ann Lee"),
        ("Ann Lee says:", "Ann Lee"),
        ("Ann Lee on May 3, 2024 at 10:14 am said:", "Ann Lee"),
        ("Posted by Ann Lee on May 3, 2024", "Ann Lee"),
        ("Ann Lee • 3 hours ago", "Ann Lee"),
        ("annlee 12 points 3 hours ago", "annlee"),
        ("Ann Lee, May 3, 2024 at 10:14 am", "Ann Lee"),
        ("2. Ann Lee - 3 May 2024 10:14", "Ann Lee"),
    ],
)
def test_headers_of_comments_in_the_forms_of_common_software(header: str, author: str) -> None:
    assert (
        containers(f"2 comments\n\n{header}\n\nIt was open.\n\n{header}\n\nIt was not.")
        == [("comment-header", author, None)] * 2
    )


@pytest.mark.parametrize(
    "source",
    [
        f"{LONG}\n\nAnn Lee said:\n\n“It was open.”\n\n{LONG}",
        f"{LONG}\n\nThe mayor said:\n\n{LONG}\n\nHe said:\n\n{LONG}",
        f"{LONG}\n\nAnn Lee wrote:\n\n> It was open.\n\nBo Berg wrote:\n\n> It was not.",
        f"{LONG}\n\nAnn Lee said...\n\n{LONG}",
    ],
)
def test_speech_in_a_tale_or_a_mail_is_no_comment(source: str) -> None:
    assert containers(source) == []


def test_buttons_and_dates_under_a_comments_header_are_not_its_words() -> None:
    source = "2 Responses to The Pier\n\nAnn says:\nMay 3, 2024 at 10:14 am\n\nIt was open.\n\nReply\n\nBo says:\n\nNo."
    assert kinds(source) == [
        "heading", "comment-header", "dateline", "paragraph", "furniture", "comment-header", "paragraph"
    ]  # fmt: skip


def test_a_name_above_a_handle_opens_a_post() -> None:
    source = f"Ann Lee\n@annlee\nThe pier is closed again.\n\nThird time this year!\n\n{POST}\n\n{LONG}"
    assert shapes(source) == [
        "post", "  byline: Ann Lee", "  byline: @annlee", "  paragraph: The pier is closed again.",
        "  paragraph: Third time this year!", f"  paragraph: {POST}", f"paragraph: {LONG}",
    ]  # fmt: skip
    assert containers(source) == [("post", "Ann Lee", POST)]


def test_posts_that_follow_each_other_are_parted() -> None:
    source = f"Ann\n@ann\nThe pier is closed.\n\n{POST}\n\n------\n\nBo Berg\n@bo\nIt is not closed.\n\nhttps://x.test/bo/status/2"
    assert containers(source) == [("post", "Ann", POST), ("post", "Bo Berg", "https://x.test/bo/status/2")]


def test_a_paragraph_signed_as_an_embedded_post_is_one() -> None:
    source = f"{LONG}\n\nThe pier is closed again, for the third time.\n\n— Ann Lee (@annlee) May 3, 2024\n\n{LONG}"
    assert containers(source) == [("post", "Ann Lee", None)]


def test_a_name_and_a_handle_with_nothing_said_are_a_contact() -> None:
    assert containers(f"{LONG}\n\nAnn Lee\n@annlee\n\nwww.pier.test") == []


def test_a_post_without_an_address_ends_with_its_paragraph_where_nothing_tells_its_end() -> None:
    source = "Ann Lee\n@annlee\nThe pier is closed again.\n\n" + f"{LONG}\n\n" * 70
    assert kinds(source)[:5] == ["post", "byline", "byline", "paragraph", "paragraph"]
    assert text.read(source, "a.txt").blocks[4].parent == -1


def test_a_title_an_address_and_words_are_a_pasted_article() -> None:
    source = f"See this.\n\nHarbour Office Closes Old Pier\nBy Ann Lee\n\n{ADDRESS}\n\n{LONG}\n\nThe Wall\n\n{LONG}"
    assert shapes(source)[1:] == [
        "excerpt", "  title: Harbour Office Closes Old Pier", "  byline: By Ann Lee", f"  paragraph: {ADDRESS}",
        f"  paragraph: {LONG}", "  heading: The Wall", f"  paragraph: {LONG}",
    ]  # fmt: skip
    assert containers(source) == [("excerpt", "Ann Lee", ADDRESS)]


def test_a_pasted_article_ends_where_the_next_one_or_a_comment_begins() -> None:
    one = f"Harbour Office Closes Old Pier\n\n{ADDRESS}\n\n{LONG}"
    source = f"2 comments:\n\nBo said...\n\n{one}\n\n{one}\n\nCy said...\n\nThank you."
    assert [kind for kind, _, _ in containers(source)] == ["comment-header", "excerpt", "excerpt", "comment-header"]
    assert said_by(source, "Cy") == ["Thank you."]


@pytest.mark.parametrize(
    "source",
    [
        f"{LONG}\n\nWrite to the Harbour Office\n\nhttps://pier.test/contact\n\n{LONG}",
        f"{LONG}\n\nSee this old story:\n\n{ADDRESS}\n\n{LONG}",
        f"{LONG}\n\nHarbour Office Closes Old Pier\n\n{ADDRESS}\n\nIron Wall Found\n\nhttps://paper.test/b\n\nA Third",
    ],
)
def test_an_address_beside_a_line_makes_no_article_of_it(source: str) -> None:
    assert "excerpt" not in kinds(source)


def test_a_tag_of_the_site_at_the_titles_end_tells_a_pasted_article() -> None:
    source = f"{LONG}\n\nWho owns the wall? - The Northern Paper\n\nhttps://www.northernpaper.test/1\n\n{LONG}"
    assert containers(source) == [("excerpt", None, "https://www.northernpaper.test/1")]
