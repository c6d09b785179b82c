"""Footnotes of pages: marks, notes, what leads where."""

import pytest

from provlint.model.document import Document
from provlint.read import html


def read(source: str) -> Document:
    return html.read(source, "a.html")


def labels(source: str) -> list[tuple[str, str, bool, bool]]:
    return [(label.role, label.key, label.resolved, label.used) for label in read(source).labels]


USED = [("use", "1", True, True), ("definition", "1", True, True)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a<sup><a href=#fn1>1</a></sup><ol><li id=fn1>b</ol>", USED),
        ('<p>a<sup>[<a href="#fn1">1</a>]</sup><ol><li id=fn1>b</ol>', USED),
        ("<p>a<sup id=cite_ref-1><a href=#cite_note-1><span>[</span>1<span>]</span></a></sup><ol><li id=cite_note-1>b</ol>", USED),
        ("<p>a<a href=#_ftn1 name=_ftnref1>[1]</a><p><a href=#_ftnref1 name=_ftn1>[1]</a> b", USED),
        ("<p>a<a role=doc-noteref href=#1>1</a><aside role=doc-footnote id=1>b</aside>", USED),
        ('<p>a<sup><a href="#b7">7</a></sup><p id=b7>b', [("use", "b7", True, True), ("definition", "b7", True, True)]),
        ("<p>a<a href=#ftn.x class=footnote id=x><sup>[1]</sup></a><div id=ftn.x class=footnote>b</div>", [
            ("use", "x", True, True), ("definition", "x", True, True),
        ]),
        ("<p>a<sup><a href=#fn2>2</a></sup>", [("use", "2", False, True)]),
        ("<p id=fn:1>b", [("definition", "1", True, False)]),
        ("<p id=fn-1>b<p id=fn-1>c", [("definition", "1", True, False), ("definition", "1", False, False)]),
        ('<p>a <a href="#part">see the part</a> x<sup>2</sup><h2 id=part>b</h2>', []),
        ("<section id=footnotes><p id=fnord>b</section>", []),
    ],
)  # fmt: skip
def test_labels(source: str, expected: list[tuple[str, str, bool, bool]]) -> None:
    assert labels(source) == expected


def test_a_note_mark_and_the_way_back_are_no_words() -> None:
    source = '<p>a<sup><a href="#fn1">1</a></sup> b<ol><li id=fn1>c <a href="#fnref1">↩</a></ol>'
    assert [block.plain for block in read(source).blocks] == ["a b", "c"]


def test_an_address_in_a_note_is_a_footnotes() -> None:
    document = read("<p>a<sup><a href=#fn1>1</a></sup><ol><li id=fn1><a href=b>c</a><li><a href=d>e</a></ol>")
    assert [(target.kind, target.url, target.footnote) for target in document.targets] == [
        ("html", "#fn1", False), ("footnote", "b", True), ("html", "d", False),
    ]  # fmt: skip


def test_a_note_reaches_over_its_element_or_its_block() -> None:
    source = (
        "<p>a<sup><a href=#fn1>1</a><a href=#_ftn2>2</a></sup><div id=fn1><p>b<p>c</div><p><a name=_ftn2>[2]</a> d</p>"
    )
    assert [source[start:end] for start, end in read(source).notes] == [
        "<div id=fn1><p>b<p>c</div>",
        "<a name=_ftn2>[2]</a> d",
    ]


@pytest.mark.parametrize("identity", ["footnote-label", "footnote-reference-3", "endnote-back-1", "footnote-ref-2"])
def test_the_heading_of_notes_and_their_marks_are_no_notes(identity: str) -> None:
    assert labels(f"<h2 id={identity}>a</h2>") == []


def test_a_note_may_be_named_reference() -> None:
    assert [label[1] for label in labels("<ol><li id=cite_note-reference-4>b</ol>")] == ["reference-4"]
