"""HTML: whatever the input, every place is what it claims to be, and reading never fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.model.document import Block, Document
from provlint.read import html, html_fragment, html_json
from provlint.read.line_ends import with_feeds
from provlint.text.html_entities import in_attribute, in_text

WHITE = " \t\n\f\r"


def check_places(document: Document) -> None:
    source = document.source
    for target in document.targets:
        written = source[target.start : target.end]
        assert target.url in (in_attribute(written), html_json.unescape(written))
        assert target.outer_start <= target.start <= target.end <= target.outer_end <= len(source)
    for block in document.blocks:
        check_block(document, block)
    for spans in (document.regions, document.notes, document.comments):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(source) for edge in edges)
    for label in document.labels:
        assert 0 <= label.start < label.end <= len(source)


def check_block(document: Document, block: Block) -> None:
    source = with_feeds(document.source)
    assert 0 <= block.start < block.end <= len(source)
    if block.parent >= 0:
        parent = document.blocks[block.parent]
        assert parent.start <= block.start
        assert block.end <= parent.end
    if not block.runs:
        assert block.plain in ("", source[block.start : block.end])
        return
    assert block.start <= block.runs[0].start
    assert block.runs[-1].end <= block.end
    ends = [run.at for run in block.runs[1:]] + [len(block.plain)]
    for run, end in zip(block.runs, ends, strict=True):
        check_unit(block.plain[run.at : end], source[run.start : run.end])
    for mark in block.marks:
        assert 0 <= mark.start < mark.end <= len(block.plain)


def check_unit(words: str, written: str) -> None:
    """Source as it stands, white space collapsed, a reference to a character, or what a tag stands for."""
    if len(words) == len(written):
        assert words == written
    elif words == " ":
        assert not written.strip(WHITE + ">")
    elif words in ("\n", "“", "”", "‘", "’") and written[0] == "<":
        assert written.startswith(("<br", "</br", "<q", "</q", "<BR"))
    else:
        assert in_text(written) == (words, len(written))


PIECES = st.sampled_from(
    '<p>|</p>|<p id=fn1>|<div>|</div>|<div hidden>|<b>|</b>|<i |>|</i>|<code>|</code>|<a href="k?a&amp;b">|<a href=#fn1>|</a>'
    "|<a name=x>|<sup>|</sup>|<sup><a href=\"#fn1\">1</a></sup>|<img src=' i ' alt=j>|<img srcset='a 1x, b,c 2x'>|<br>|<hr>"
    "|<ul>|</ul>|<li>|</li>|<table>|<tr>|<td>|</table>|<blockquote cite=c>|</blockquote>|<pre>|</pre>|<q>|</q>|<h1>|<h2 id=h>|</h2>"
    '|<nav>|</nav>|<main>|<aside class=related>|</aside>|<script>|</script>|<script type=application/ld+json>{"url":"http:\\/\\/b"}'
    "|<style>|</style>|<title>|</title>|<template>|</template>|<svg>|<svg/>|</svg>|<select>|</select>|<noscript>|</noscript>"
    "|<span class=sr-only>|</span>|<!-- c -->|<!--|-->|<!doctype html>|<![CDATA[|]]>|<meta property=og:url content=http://b>"
    "|<link rel=canonical href=c>|<time datetime=2024-05-06>|&amp;|&copy|&#x41;|&#0;|&bogus;|&|é|𝔘|\u2028|\xa0|\t|  |\r\n|\r|\n|\n\n"
    "|word |Sentence one. |https://e.org/x |<|/|\"|'|=|\0|---\n|title: t\n|> ".replace("\\|", "\x01").split("|")
)
MIXTURES = st.lists(PIECES, max_size=40).map("".join)


@given(MIXTURES)
def test_places_hold_for_any_mixture(source: str) -> None:
    check_places(html.read(source, "a.html"))


@given(MIXTURES, MIXTURES, st.integers(0, 3))
def test_places_hold_for_a_fragment_in_a_longer_source(before: str, source: str, offset: int) -> None:
    whole = before + source + "<p>after</p>"
    start, end = len(before), len(before) + len(source)
    found = html_fragment.read(whole, start, end, parent=-1, offset=0)
    check_places(Document("a.md", "markdown", whole, blocks=found.blocks, targets=found.targets, regions=found.regions))
    assert all(start <= block.start <= block.end <= end for block in found.blocks)
    moved = html_fragment.read(whole, start, end, parent=offset, offset=offset + 1)
    for block, other in zip(found.blocks, moved.blocks, strict=True):
        assert other.parent == (block.parent + offset + 1 if block.parent >= 0 else offset)
        assert other._replace(parent=block.parent) == block


@given(st.text())
def test_places_hold_for_any_text(source: str) -> None:
    check_places(html.read(source, "a.html"))


@pytest.mark.parametrize(
    "piece",
    [
        "<div>", "<b>", "<a href=x>", "<a ", "<", "<!--", "&amp;", "&a", "<q>", "<ul><li>", "<div><li></li>", "<table><tr><td>",
        "<blockquote>", "<p>x", "<b><p>", "<sup><a href=\"#fn1\">1</a></sup>", "<svg>", "<select>", "<h1>", "x<br>", "</p></div>",
        "<script type=application/ld+json>[{\"a\":", "<p id=fn1>x", "<span hidden>x", "<template>", "<noscript>", "<dl><dt>",
    ],
)  # fmt: skip
def test_hostile_repetition_is_read(piece: str) -> None:
    document = html.read(piece * 20_000, "a.html")
    assert len(document.source) == len(piece) * 20_000
    check_places(document)


def test_two_hundred_thousand_nested_elements_keep_their_words() -> None:
    document = html.read("<div>" * 200_000 + "a" + "</div>" * 200_000 + "b", "a.html")
    assert [block.plain for block in document.blocks] == ["a", "b"]


def test_a_quote_in_markdown_begins_each_line_anew() -> None:
    source = "> <div>\n> a\n> b <i>c</i>\n> </div>\n"
    found = html_fragment.read(source, 2, len(source), parent=0, offset=1)
    assert [(block.plain, block.parent) for block in found.blocks] == [("a b c", 0)]
