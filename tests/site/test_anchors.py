"""Fragments: what in a document makes an anchor, and what may be there that nobody can see before it is built."""

import pytest

from provlint.read.reader import read_text
from provlint.site.anchors import Anchors


def anchors(text: str, format: str = "markdown") -> Anchors:
    return Anchors(read_text(text, format, f"a.{format}"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("# The wall\n", "the-wall"),
        ("The wall\n========\n", "the-wall"),
        ("## The *high* `wall`\n", "the-high-wall"),
        ("## The [wall](wall.md)\n", "the-wall"),
        ("## ![Logo](logo.png) Wall\n", "wall"),
        ("## Wall {#the-end}\n", "the-end"),
        ("## Wall {: #the-end .high }\n", "the-end"),
        ("## Wall { .high }\n", "wall"),
        ("## Wall <a id='x-1'></a>\n", "x-1"),
        ('<a name="x-1"></a>\n', "x-1"),
        ("<div ID=x-1>\n", "x-1"),
        ("[](){#x-1}\n", "x-1"),
        ("Words\n{: #x-1}\n", "x-1"),
        ("(x-1)=\n# Wall\n", "x-1"),
        ("(x_1)=\n# Wall\n", "x-1"),
        ("```{figure} a.png\n:name: x-1\n```\n", "x-1"),
        ("<h2>The <em>wall</em></h2>\n", "the-wall"),
        ("---\ntitle: The wall\n---\n\nWords.\n", "the-wall"),
        ("## Cost\n\n## Cost\n", "cost-1"),
        ("# Wall\n", "WALL"),
        ("# Wall\n", "user-content-wall"),
        ("# Wall\n", "wall:~:text=the%20end"),
    ],
)
def test_what_makes_an_anchor(text: str, fragment: str) -> None:
    assert anchors(text).has(fragment)
    assert not anchors(text).has("elsewhere")


@pytest.mark.parametrize(
    "fragment",
    ["", "top",
     "L12", "L12-L20", "L3C4-L5C6", ":~:text=wall", "/route", "!/route", "fn1", "fnref:1", "user-content-fn-a",
     "__tabbed_1_2", "comments", "issuecomment-12"],
)  # fmt: skip
def test_what_browsers_hosts_and_tools_make_by_themselves(fragment: str) -> None:
    assert anchors("Words.\n").has(fragment)


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Words.\n\n    # Wall\n", "wall"),
        ("```\n# Wall\n```\n", "wall"),
        ("**Wall**\n", "wall"),
        ("# The wall\n", "wall"),
        ("# Wall\n", "walls"),
    ],
)
def test_what_makes_none(text: str, fragment: str) -> None:
    assert not anchors(text).has(fragment)


@pytest.mark.parametrize(
    "text",
    ["{{ toc }}\n", "{% include wall.html %}\n", "::: harbour.wall\n", "```{include} ../README.md\n```\n",
     '--8<-- "README.md"\n', "import Wall from './Wall'\n"],
)  # fmt: skip
def test_a_page_that_is_finished_when_it_is_built_is_open(text: str) -> None:
    assert anchors(text).is_open
    assert not anchors("# Wall\n").is_open
