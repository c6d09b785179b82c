"""Anchors of headings as the builders make them: their own libraries are asked where there are any."""

import pytest
from docutils.nodes import make_id
from hypothesis import given
from hypothesis import strategies as st

from provlint.site.slugs import letters, numbered, spellings

toc = pytest.importorskip("markdown.extensions.toc")

HEADINGS = st.lists(
    st.sampled_from(["Costs", "&", "benefits", "2.1", "What's", "new?", "node.js", "C++", "Über", "Straße", "été",
                     "Łódź", "日本語", "प्रशासन", "🚀", "⚠️", "a_b", "--flag", "`code()`", "smørrebrød", "Œuvre",
                     "½", "x²", "—", "¿Qué?"])
    | st.text(max_size=5),
    min_size=1, max_size=5,
).map(" ".join)  # fmt: skip


def leads(fragment: str, heading: str) -> bool:
    return letters(fragment) in numbered([heading])


@given(HEADINGS)
def test_python_markdown_and_mkdocs(heading: str) -> None:
    for slug in (toc.slugify(heading, "-"), toc.slugify_unicode(heading, "-")):
        assert not slug.strip("-_") or leads(slug, heading), slug


@given(HEADINGS)
def test_docutils_and_sphinx(heading: str) -> None:
    slug = make_id(heading)
    assert not slug or leads(slug, heading), slug


@pytest.mark.parametrize(
    ("builder", "slug", "heading"),
    [
        ("GitHub", "costs--benefits", "Costs & benefits"),
        ("GitLab", "costs-benefits", "Costs & benefits"),
        ("GitHub", "whats-new-in-21", "What's new in 2.1?"),
        ("docutils", "what-s-new-in-2-1", "What's new in 2.1?"),
        ("pandoc", "the-harbour.js-file", "1. The harbour.js file"),
        ("kramdown", "the-wall", "1. The wall"),
        ("kramdown", "ber-uns", "Über uns"),
        ("Python-Markdown", "uber-uns", "Über uns"),
        ("GitHub", "über-uns", "Über uns"),
        ("GitHub", "️-warning", "⚠️ Warning"),
        ("GitHub", "-launch", "🚀 Launch"),
        ("GitHub", "प्रशासन", "प्रशासन"),
        ("Eleventy", "costs-and-benefits", "Costs & benefits"),
        ("GitHub", "日本語-guide", "日本語 Guide"),
        ("kramdown", "section", "日本語"),
        ("Python-Markdown", "_1", "日本語"),
        ("docutils", "id1", "日本語"),
    ],
)
def test_each_builder_as_its_manual_says(builder: str, slug: str, heading: str) -> None:
    assert leads(slug, heading), builder


@pytest.mark.parametrize(
    ("fragment", "heading"),
    [
        ("cost", "Costs"),
        ("costs-and-benefits", "Costs, benefits"),
        ("the-wal", "The wall"),
        ("costs-1", "Costs"),
        ("2", "2.1 Go"),
    ],
)
def test_other_words_lead_nowhere(fragment: str, heading: str) -> None:
    assert not leads(fragment, heading)


@pytest.mark.parametrize("fragment", ["costs", "costs-1", "costs_1", "costs-2", "costs_2"])
def test_the_second_of_a_name_has_a_number(fragment: str) -> None:
    assert letters(fragment) in numbered(["Costs", "Walls", "Costs"])


def test_numbers_go_no_further_than_the_headings() -> None:
    assert "costs3" not in numbered(["Costs", "Costs"])
    assert "walls1" not in numbered(["Costs", "Walls", "Costs"])


def test_a_heading_without_letters_makes_no_anchor_of_words() -> None:
    assert spellings("!!!") == set()
    assert letters("anything") not in numbered(["!!!", ""])
