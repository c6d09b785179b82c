"""Links of every kind, each at its place, counted and compared as one address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.model.words import Format
from provlint.text.urls import unescape
from tests.extract.documents import read


def kinds(source: str, form: Format = "markdown") -> list[tuple[str, str]]:
    return [(link.kind, link.url) for link in read(source, form)[1].links]


def test_every_kind_of_link_in_markdown() -> None:
    source = (
        "---\nsource: https://a.org/front\n---\n"
        "[in](https://a.org/in) ![image](i.png) <https://a.org/auto> https://a.org/bare [use][r] "
        '<a href="https://a.org/html">h</a> text[^n]\n\n[r]: https://a.org/r\n\n[^n]: See https://a.org/note\n'
    )
    assert kinds(source) == [
        ("metadata", "https://a.org/front"),
        ("inline", "https://a.org/in"),
        ("image", "i.png"),
        ("autolink", "https://a.org/auto"),
        ("bare", "https://a.org/bare"),
        ("reference", "https://a.org/r"),
        ("html", "https://a.org/html"),
        ("definition", "https://a.org/r"),
        ("footnote", "https://a.org/note"),
    ]


@pytest.mark.parametrize(
    ("source", "urls"),
    [
        ("See (https://a.org/x_(y)).", ["https://a.org/x_(y)"]),
        ("“https://a.org/x”, he wrote.", ["https://a.org/x"]),
        ("www.a.org/x, or clerk@a.org!", ["www.a.org/x", "clerk@a.org"]),
        ("参照：https://a.org/x。次", ["https://a.org/x"]),
        ("foo.com and README.md", []),
    ],
)
def test_bare_addresses_end_where_a_reader_ends_them(source: str, urls: list[str]) -> None:
    assert [url for _, url in kinds(source, "text")] == urls


def test_entities_and_backslashes_are_undone_where_the_format_knows_them() -> None:
    source = r"https://a.org/x\_y?a=1&amp;b=2"
    assert kinds(source)[0][1] == "https://a.org/x_y?a=1&b=2"
    assert kinds(source, "text")[0][1] == source


def test_a_second_mention_points_to_the_first_whatever_its_spelling() -> None:
    document, facts = read("https://a.org/x\n\nhttps://A.org/x?utm_source=letter\n", "text")
    first, second = facts.links
    assert (first.occurrence, second.occurrence) == (1, 2)
    assert document.source[second.first_start : second.first_end] == "https://a.org/x"


def test_a_definition_and_its_use_are_one_mention() -> None:
    _, facts = read("[a][r]\n\n[r]: https://a.org/x\n")
    assert [link.occurrence for link in facts.links] == [1, 1]


@pytest.mark.parametrize(
    ("source", "alone"),
    [
        ("https://a.org/x", True),
        ("word\nhttps://a.org/x\nword", True),
        ("- <https://a.org/x>", True),
        ("> 12. https://a.org/x.", True),
        ("(https://a.org/x)\r\nword", True),
        ("see https://a.org/x", False),
        ("https://a.org/x says", False),
        ("w" * 60 + " https://a.org/x", False),
    ],
)
def test_an_address_stands_alone_when_nothing_but_markers_is_on_its_line(source: str, alone: bool) -> None:
    assert read(source)[1].links[0].alone is alone


PIECES = st.sampled_from(
    ["https://a.org/x", "http://é.de/ü?a=1&amp;b=2", "www.b.org", "c@d.org", "[l](https://e.org 't')", "<https://f.org>",
     "`https://g.org`", "word ", "\n\n", "\r\n", "(", ")", ".", "“", "”", "𝔘", "\\_", "- ", "> ", "[r]: <h>\n", "[r]"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_slice_is_its_address(source: str) -> None:
    document, facts = read(source)
    for link in facts.links:
        if link.kind != "reference":
            assert unescape(document.source[link.start : link.end]) == link.url
        assert link.outer_start <= link.start <= link.end <= link.outer_end
    assert [link.start for link in facts.links] == sorted(link.start for link in facts.links)
