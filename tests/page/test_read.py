"""Bytes of a page → its signals."""

import pytest

from provlint.model.web import Page
from provlint.model.web_options import PageContext
from provlint.page.read import read_page

PROSE = "<p>" + "The ferry leaves at noon and comes back before the evening bells are rung. " * 60


def read(
    source: str | bytes, *, kind: str = "text/html", charset: str = "", fragments: frozenset[str] = frozenset()
) -> Page:
    body = source if isinstance(source, bytes) else source.encode()
    return read_page(body, PageContext("http://quay.sim/a/b", kind, charset, fragments))


def test_the_head_says_title_language_and_canonical_address() -> None:
    page = read(
        '<HTML lang="de-AT"><TITLE>Fähren &amp;\n Boote</TITLE><link rel="canonical" href="../c?d=1#e">' + PROSE
    )
    assert (page.title, page.language, page.canonical) == ("Fähren & Boote", "de-AT", "http://quay.sim/c?d=1")


def test_a_base_moves_what_is_relative() -> None:
    assert read('<base href="http://docks.sim/x/"><link rel=canonical href=y>').canonical == "http://docks.sim/x/y"


def test_an_address_that_is_none_is_left_out() -> None:
    assert read('<link rel=canonical href="http://[bad/">').canonical == ""


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0; url=/gone", "http://quay.sim/gone"),
        ("5;URL='/gone'", "http://quay.sim/gone"),
        ("0,/gone", "http://quay.sim/gone"),
        ("0;url=/a/b", ""),  # to itself
        ("60; url=/later", ""),
        ("30", ""),
    ],
)
def test_a_meta_refresh_leads_on_when_it_comes_soon(content: str, target: str) -> None:
    assert read(f'<meta http-equiv="Refresh" content="{content}">').refresh == target


def test_a_refresh_for_those_without_scripts_leads_nowhere() -> None:
    assert read('<noscript><meta http-equiv=refresh content="0;url=/plain"></noscript>' + PROSE).refresh == ""


def test_places_are_ids_and_names_of_anchors_in_any_spelling() -> None:
    page = read("<h2 id=Tides>x</h2><P ID='caf&eacute;'>y<a name=\"old\">z</a><input name=q><i class='a b' id=late>")
    assert page.ids == {"Tides", "café", "old", "late"}


def test_places_in_comments_scripts_and_templates_are_none() -> None:
    page = read(
        "<!-- <p id=a> --><script>var x = '<p id=b>'</script><template><p id=c></p></template><p title='<p id=d>'>"
    )
    assert page.ids == frozenset()


def test_the_text_leaves_out_what_no_reader_sees() -> None:
    shown = read("<p>one<b>two</b></p>three")
    hidden = read("<style>p{}</style><p>one<b>two</b></p><script>x()</script><noscript>no</noscript>three")
    assert shown.text_length == hidden.text_length == len("onetwo three")
    assert shown.sample == hidden.sample


def test_two_pages_have_one_sample_only_if_they_say_the_same() -> None:
    assert read(PROSE).sample == read(f"<div>{PROSE}</div>").sample
    assert not set(read(PROSE).sample) & set(read("<p>Nothing of all that is told here, but something else.").sample)


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("<title>Größe</title>".encode("latin-1"), "iso-8859-1"),
        ("<meta charset=windows-1251><title>Größe</title>".replace("Größe", "Порт").encode("cp1251"), ""),
        ("<title>Größe</title>".encode("utf-16"), ""),
        ("<title>Größe</title>".encode("latin-1"), ""),
        ("<title>Größe</title>".encode(), "punycode"),
    ],
)
def test_letters_are_read_in_the_encoding_that_was_said_or_seen(body: bytes, charset: str) -> None:
    assert read(body, charset=charset).title in ("Größe", "Порт")


def test_plain_text_has_words_but_no_places() -> None:
    page = read("<p id=a> is how a paragraph begins", kind="text/plain")
    assert (page.ids, page.title, page.text_length) == (frozenset(), "", 34)


@pytest.mark.parametrize(
    ("fragment", "stands"),
    [
        (":~:text=leaves%20at%20noon", True),
        (":~:text=LEAVES%20at,evening%20bells", True),
        ("tides:~:text=comes-,back%20before,-the%20evening", True),
        (":~:text=leaves%20at%20n", False),  # not a whole word
        (":~:text=evening,leaves%20at%20midnight", False),
        (":~:text=", False),
    ],
)
def test_passages_are_looked_for_as_browsers_do(fragment: str, stands: bool) -> None:
    page = read(
        "<p>The <i>ferry</i> leaves at noon and comes back before the evening bells.", fragments=frozenset((fragment,))
    )
    assert page.passages_found == ({fragment.partition("text=")[2]} if stands else frozenset())


def test_long_titles_are_cut() -> None:
    assert len(read(f"<title>{'ferry ' * 500}</title>").title) == 300


def test_a_page_that_is_told_to_be_forgotten() -> None:
    assert read('<meta name="ROBOTS" content="NoIndex, follow">').noindex


def test_deep_nesting_is_no_matter() -> None:
    deep = "<title>Page not found</title>" + "<div>" * 50_000 + "<input type=password>" + "lost " * 500
    assert read(deep).title == "Page not found"
