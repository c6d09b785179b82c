"""reStructuredText: every kind of address, label and comment, each at its exact place."""

import pytest

from provlint.model.document import Document
from provlint.read import rst
from provlint.read.reader import read_text
from provlint.text import urls


def targets(source: str) -> list[tuple[str, str, str]]:
    """Kind, address, slice of each target."""
    document = rst.read(source, "a.rst")
    return [(target.kind, target.url, source[target.start : target.end]) for target in document.targets]


def labels(source: str) -> list[tuple[str, str, str, bool, bool]]:
    document = rst.read(source, "a.rst")
    return [(label.kind, label.role, label.key, label.resolved, label.used) for label in document.labels]


def bare(document: Document) -> list[str]:
    """The addresses that stand in running text."""
    found = [place for region in document.regions for place in urls.find(document.source, *region)]
    return [document.source[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("`a <https://b.org/c>`_", [("inline", "https://b.org/c", "https://b.org/c")]),
        ("`a <https://b.org/c>`__", [("inline", "https://b.org/c", "https://b.org/c")]),
        ("`a\n<https://b.org/\nc>`_", [("inline", "https://b.org/c", "https://b.org/\nc")]),
        ("`<https://b.org>`_", [("inline", "https://b.org", "https://b.org")]),
        ("`a <b\\_>`_", [("inline", "b_", "b\\_")]),
        ("`a <x@b.org>`_", [("inline", "x@b.org", "x@b.org")]),
        ("`a <b>`_ and a_", [("inline", "b", "b"), ("reference", "b", "a")]),
        ("A_.\n\n.. _a: b", [("reference", "b", "A"), ("definition", "b", "b")]),
        ("`A  b`_\n\n.. _a b: c", [("reference", "c", "A  b"), ("definition", "c", "c")]),
        ("a_\n\n.. _`a`: b\n   c", [("reference", "bc", "a"), ("definition", "bc", "b\n   c")]),
        ("a_\n\n.. _a: b_\n.. _b: c", [("reference", "c", "a"), ("definition", "c", "c")]),
        ("a_\n\n.. _a:\n.. _b: c", [("reference", "c", "a"), ("definition", "c", "c")]),
        ("a__\n\n__ b", [("reference", "b", "a"), ("definition", "b", "b")]),
        (
            "a__ `c d`__\n\n.. __: b\n__ e_\n\n.. _e: f",
            [("reference", "b", "a"), ("reference", "f", "c d"), ("definition", "b", "b"), ("definition", "f", "f")],
        ),
        ("`a <e_>`_\n\n.. _e: f", [("reference", "f", "e_"), ("definition", "f", "f")]),
        (
            "`a <e: f_>`_ `g <h:i_>`_\n\n.. _e\\: f: j",
            [("reference", "j", "e: f_"), ("inline", "h:i_", "h:i_"), ("definition", "j", "j")],
        ),
        ("|a|_\n\n.. _a: b\n.. |a| replace:: c", [("reference", "b", "a"), ("definition", "b", "b")]),
        (
            ".. |a| image:: i.png\n   :target: https://b.org",
            [("image", "i.png", "i.png"), ("inline", "https://b.org", "https://b.org")],
        ),
        (
            ".. image:: i.png\n   :target: a_\n\n.. _a: b",
            [("image", "i.png", "i.png"), ("reference", "b", "a"), ("definition", "b", "b")],
        ),
        (".. figure:: i.png\n\n   See `a <b>`_.", [("image", "i.png", "i.png"), ("inline", "b", "b")]),
        (".. [1] See `a <b>`_.\n\nx [1]_", [("footnote", "b", "b")]),
        (".. note:: See `a <b>`_.", [("inline", "b", "b")]),
        (":Source: https://b.org", [("metadata", "https://b.org", "https://b.org")]),
        ('.. raw:: html\n\n   <a href="b">c</a>', [("html", "b", "b")]),
        (".. button-link:: https://b.org", [("inline", "https://b.org", "https://b.org")]),
        (":download:`a <https://b.org>`", [("inline", "https://b.org", "https://b.org")]),
        ("``a_ `b <c>`_``", []),
        ("\\`a <b>`_", []),
        ("a::\n\n   `a <b>`_", []),
        (".. `a <b>`_", []),
        (".. code-block:: rst\n\n   `a <b>`_", []),
        (".. include:: /etc/hosts", []),
        (">>> `a <b>`_", []),
    ],
)
def test_targets(source: str, expected: list[tuple[str, str, str]]) -> None:
    assert targets(source) == expected


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_hold_with_every_line_end(line_end: str) -> None:
    source = "The \U0001f30a note:\n\n\t`tide\n\ttable <https://b.org/\\*t>`_ and x_\n\n.. _x:\n\thttps://c.org/a\n\tb\n".replace(
        "\n", line_end
    )
    assert [(kind, url) for kind, url, _ in targets(source)] == [
        ("inline", "https://b.org/*t"),
        ("reference", "https://c.org/ab"),
        ("definition", "https://c.org/ab"),
    ]
    assert [written for _, _, written in targets(source)] == [
        "https://b.org/\\*t",
        "x",
        f"https://c.org/a{line_end}\tb",
    ]


def test_label_is_the_rendered_words() -> None:
    document = rst.read("`the old\\* wall <b>`_ and `its gate`__\n\n__ c", "a.rst")
    assert [target.label for target in document.targets] == ["the old* wall", "its gate", ""]


def test_outer_place_is_the_whole_construct() -> None:
    source = "See `the wall <b>`_, gate_.\n\n.. _gate: c"
    found = rst.read(source, "a.rst").targets
    assert [source[target.outer_start : target.outer_end] for target in found] == [
        "`the wall <b>`_",
        "gate_",
        "_gate: c",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[1]_\n\n.. [1] a", [("footnote", "use", "1", True, True), ("footnote", "definition", "1", True, True)]),
        ("[2]_\n\n.. [1] a", [("footnote", "use", "2", False, True), ("footnote", "definition", "1", True, False)]),
        ("[#a]_\n\n.. [#a] b", [("footnote", "use", "a", True, True), ("footnote", "definition", "a", True, True)]),
        (
            "[#]_ [#]_\n\n.. [#] b",
            [
                ("footnote", "use", "#1", True, True),
                ("footnote", "use", "#2", False, True),
                ("footnote", "definition", "#1", True, True),
            ],
        ),
        ("[*]_\n\n.. [*] b", [("footnote", "use", "*1", True, True), ("footnote", "definition", "*1", True, True)]),
        ("[1]_\n\n.. [#] b", [("footnote", "use", "1", True, True), ("footnote", "definition", "#1", True, True)]),
        ("[Day07]_\n\n.. [day07] b", [("key", "use", "Day07", True, True), ("key", "definition", "day07", True, True)]),
        (
            "[1]_\n\n.. [1] a\n.. [1] b",
            [
                ("footnote", "use", "1", True, True),
                ("footnote", "definition", "1", True, True),
                ("footnote", "definition", "1", False, True),
            ],
        ),
        ("quay_", [("reference-label", "use", "quay", False, True)]),
        ("`the quay`_", [("reference-label", "use", "the quay", False, True)]),
        ("quay__", [("reference-label", "use", "quay", False, True)]),
        (
            "quay__ pier__\n\n__ b",
            [("reference-label", "use", "quay", False, True), ("reference-label", "use", "pier", False, True)],
        ),
        ("Quay\n====\n\nquay_", [("reference-label", "use", "quay", True, True)]),
        ("_`quay` and quay_", [("reference-label", "use", "quay", True, True)]),
        (".. _quay:\n\nquay_", [("reference-label", "use", "quay", True, True)]),
        ("quay_\n\n.. include:: names.txt", [("reference-label", "use", "quay", True, True)]),
        (
            "b_\n\n.. _a: x\n.. _b: y",
            [
                ("reference-label", "use", "b", True, True),
                ("reference-label", "definition", "a", True, False),
                ("reference-label", "definition", "b", True, True),
            ],
        ),
        (".. _a: x", [("reference-label", "definition", "a", True, True)]),
        ("a_\n\n.. _a: b_\n.. _b: a_", [("reference-label", "use", "a", False, True)]),
        ("snake_case and x[1]_ and a\\_", []),
        (":ref:`quay` :doc:`quay <a>`", []),
    ],
)
def test_labels(source: str, expected: list[tuple[str, str, str, bool, bool]]) -> None:
    assert labels(source) == expected


def test_labels_cover_what_is_written() -> None:
    source = "a [1]_ `b c`_ d_\n\n.. [1] e\n.. _d: f\n"
    found = rst.read(source, "a.rst").labels
    assert [source[label.start : label.end] for label in found] == ["[1]_", "b c", "d", "[1]", "d"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("See https://b.org/c.", ["https://b.org/c"]),
        ("See <https://b.org/c> and me@b.org", ["https://b.org/c", "me@b.org"]),
        ("*https://b.org*", ["https://b.org"]),
        ("- https://b.org\n  https://c.org", ["https://b.org", "https://c.org"]),
        (".. toctree::\n\n   Tides <https://b.org>", ["https://b.org"]),
        ("``https://b.org`` `https://b.org` :x:`https://b.org`", []),
        ("::\n\n  https://b.org", []),
        (".. https://b.org", []),
        ("`a <https://b.org>`_ `https://b.org`__", []),
    ],
)
def test_bare_addresses_stand_in_regions(source: str, expected: list[str]) -> None:
    assert bare(rst.read(source, "a.rst")) == expected


def test_notes_cover_footnotes_and_citations() -> None:
    source = "a [1]_\n\n.. [1] one\n\n   two\n.. [Key] three\n\nfour"
    notes = rst.read(source, "a.rst").notes
    assert [source[start:end] for start, end in notes] == [".. [1] one\n\n   two", ".. [Key] three"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".. provlint: ignore[PL101] moved", ["provlint: ignore[PL101] moved"]),
        ("..\n   a\n\n   b\n\nc", ["a\n\n   b"]),
        ("..\n\n   a quote", []),
        ("- a\n\n  .. b", ["b"]),
        (".. _broken", ["_broken"]),
        (".. note:: a", []),
    ],
)
def test_comments(source: str, expected: list[str]) -> None:
    assert [source[start:end] for start, end in rst.read(source, "a.rst").comments] == expected


def test_metadata_of_a_document() -> None:
    source = "=====\nTides\n=====\n\n:Authors: Ada Byron; Tom Reed\n:Date: 3 May 2021\n:Language: en\n\nText."
    metadata = rst.read(source, "a.rst").metadata
    assert metadata.title == "Tides"
    assert metadata.authors == ("Ada Byron", "Tom Reed")
    assert (metadata.date, metadata.date_from, metadata.language) == ("2021-05-03", "field: date", "en")


def test_metadata_in_comments_of_a_post() -> None:
    metadata = rst.read(
        ".. title: Low water\n.. date: 2021-05-03 10:00\n.. author: Ada Byron\n\nText.", "a.rst"
    ).metadata
    assert (metadata.title, metadata.date, metadata.authors) == ("Low water", "2021-05-03", ("Ada Byron",))


def test_a_field_in_the_text_says_nothing_of_the_document() -> None:
    assert rst.read("Text.\n\n:Date: 2021-05-03", "a.rst").metadata.date is None


def test_the_reader_knows_the_format() -> None:
    document = read_text("`a <b>`_", "rst", "a.rst")
    assert document.format == "rst"
    assert [target.url for target in document.targets] == ["b"]


def test_options_may_begin_on_the_line_of_their_directive() -> None:
    assert labels(".. contents:: :local:\n\nSee contents_.\n")[0][3]
    assert labels(".. math:: :name: eq:wall\n\n   a = b\n\nSee `eq:wall`_.\n")[0][3]
    assert not labels(".. math:: :class: eq:wall\n\n   a = b\n\nSee `eq:wall`_.\n")[0][3]


@pytest.mark.parametrize(("second", "counts"), [("https://harbour.co.uk", True), ("https://wall.co.uk", False)])
def test_a_name_given_again_counts_where_the_address_is_the_same(second: str, counts: bool) -> None:
    found = labels(f"See wall_.\n\n.. _wall: https://harbour.co.uk\n\n.. _wall: {second}\n")
    assert [resolved for _, role, _, resolved, _ in found if role == "definition"] == [True, counts]


def test_notes_may_be_written_in_an_included_file() -> None:
    assert labels("The wall fell [1]_.\n\n.. include:: notes.rst\n")[0][3]
    assert not labels("The wall fell [1]_.\n")[0][3]
