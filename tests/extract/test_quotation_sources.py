"""What stands behind a quotation: links, notes and addresses, and how near they stand."""

from provlint.model.words import Format
from tests.extract.documents import read


def scopes(text: str, format: Format = "markdown") -> list[list[tuple[str, str]]]:
    return [[(source.kind, source.scope) for source in one.sources] for one in read(text, format)[1].quotations]


def test_a_link_in_the_sentence_stands_nearest() -> None:
    text = "“The tide is out,” [Ann Pike said](https://pike.co.uk/a). See [more](https://pike.co.uk/b)."
    assert scopes(text) == [[("link", "sentence"), ("link", "paragraph")]]


def test_a_note_behind_the_closing_mark_is_in_the_sentence() -> None:
    assert scopes("Ann Pike said, “The tide is out.”[^1]\n\n[^1]: The minutes.\n") == [[("footnote", "sentence")]]


def test_a_note_written_in_html_is_a_footnote() -> None:
    note = '<li id="fn1">The minutes.</li>'
    mark = '<sup><a href="#fn1" id="ref1">[1]</a></sup>'
    assert scopes(f"Ann Pike said, “The tide is out.”{mark}\n\n<ol>{note}</ol>\n") == [[("footnote", "sentence")]]
    assert scopes('Ann Pike said, “The tide is out.” <a href="#pier">The pier</a>, too.\n') == [[]]


def test_the_paragraph_that_introduces_a_quotation_carries_its_source() -> None:
    text = "Ann Pike [wrote](https://pike.co.uk/a) to the council:\n\n“The tide is out and will not be back.”\n"
    assert scopes(text) == [[("link", "introduction")]]


def test_a_link_elsewhere_is_no_source() -> None:
    assert scopes("“The tide is out,” Ann Pike said.\n\nSee [more](https://pike.co.uk/b).\n") == [[]]


def test_a_pasted_post_is_its_authors_words_with_its_address() -> None:
    text = (
        "Ann Harbour said...\n\nDora Pike\n@dorapike\nThe wall will not survive another winter like this one.\n\n"
        "https://x.com/dorapike/status/1234567890123456789\n"
    )
    (post,) = read(text, "text")[1].quotations
    assert post.kind == "excerpt"
    assert post.speaker is not None
    assert (post.speaker.name, post.speaker.kind) == ("Dora Pike", "author")
    assert [source.scope for source in post.sources][-1] == "post"


def test_a_page_of_the_same_site_is_a_source() -> None:
    assert scopes("“The tide is out,” Ann Pike said in [the minutes](minutes.md).") == [[("link", "sentence")]]


def test_what_is_quoted_in_a_quoted_article_rests_on_the_line_that_introduces_it() -> None:
    text = "[The Harbour Post](https://post.co.uk/tide) writes:\n\n> The wall is old.\n>\n> “The tide is out,” Ann Pike said.\n"
    assert ("link", "introduction") in scopes(text)[-1]


def test_words_that_take_up_an_article_linked_above_rest_on_it() -> None:
    text = (
        "The Harbour Post [looked at the wall](https://post.co.uk/wall) in May.\n\n"
        "It is old.\n\nAnn Pike said in the article, “The tide will take it within a year.”\n"
    )
    assert scopes(text) == [[("link", "introduction")]]


def test_an_article_that_nothing_above_links_is_no_source() -> None:
    assert scopes("It is old.\n\nAnn Pike said in the article, “The tide will take it within a year.”\n") == [[]]
