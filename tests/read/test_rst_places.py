"""reStructuredText: whatever the text is, every place is what it claims to be, and nothing makes the reader fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provlint.model.document import Document
from provlint.read import rst
from provlint.read.line_ends import with_feeds
from provlint.read.rst_text import Text, address_of

PIECES = (
    "*",
    "**",
    "`",
    "``",
    "|",
    "_",
    "__",
    "\\",
    "\\ ",
    "<",
    ">",
    "a",
    "B1",
    "é",
    "海",
    "\U0001f30a",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    ":",
    "::",
    ".",
    "..",
    ".. ",
    "-",
    "- ",
    "1. ",
    "#",
    "[1]",
    "[1]_",
    "[#]_",
    "[k]_",
    "a_",
    "`a b <c d>`_",
    "`a <b_>`_",
    "\n.. _a: b\\_c\n   d\n",
    "\n.. _a b: c_\n",
    "\n__ e\n",
    "\n.. [1] f\n   ",
    "\n.. |s| image:: i\n   :target: t\n",
    "\n.. note:: ",
    "\n.. figure:: g\n\n   ",
    "\n   ",
    "\n      ",
    "====\n",
    "----\n",
    "\n== ==\n",
    "\n+--+--+\n",
    "\n| a|b |\n",
    ":role:`",
    ":f: ",
    ">>> ",
    "-- ",
    "(",
    ")",
    '"',
    "https://x.org/y",
    "\n.. image:: p q\n   :target: r_\n",
    "\n.. unknown:: z\n\n  Ab c d.",
)
MARKUP = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def escaped(document: Document, start: int, end: int) -> str:
    return Text(document.source, [(start, end)]).string


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_each_address_is_its_slice_unescaped(source: str) -> None:
    document = rst.read(source, "a.rst")
    for target in document.targets:
        assert 0 <= target.outer_start <= target.start <= target.end <= target.outer_end <= len(source)
        if target.kind in ("inline", "image", "definition"):
            assert address_of(escaped(document, target.start, target.end)) == target.url


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_runs_map_words_to_what_is_written(source: str) -> None:
    for block in rst.read(source, "a.rst").blocks:
        assert 0 <= block.start <= block.end <= len(source)
        if not block.runs:
            assert with_feeds(source).startswith(block.plain, block.start)
            continue
        ends = [run.at for run in block.runs[1:]] + [len(block.plain)]
        for run, end in zip(block.runs, ends, strict=True):
            assert block.start <= run.start <= run.end <= block.end
            assert run.at < end
            if end - run.at == run.end - run.start:
                assert block.plain[run.at : end] == with_feeds(source)[run.start : run.end]
        for mark in block.marks:
            assert 0 <= mark.start < mark.end <= len(block.plain)


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_spans_are_in_order_and_apart(source: str) -> None:
    document = rst.read(source, "a.rst")
    for spans in (document.regions, document.comments, document.notes):
        ends = [0, *(end for _, end in spans)]
        assert all(before <= start <= end for before, (start, end) in zip(ends, spans, strict=False))
        assert ends[-1] <= len(source)
    for label in document.labels:
        assert source[label.start : label.end].strip()
    for index, block in enumerate(document.blocks):
        assert block.parent < index


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_is_read(source: str) -> None:
    assert rst.read(source, "a.rst").source == source


@pytest.mark.parametrize(
    "source",
    [
        "`" * 100_000,
        "*" * 100_000,
        "*a " * 50_000,
        "`a <" * 30_000,
        "[" * 100_000,
        "a-" * 50_000 + "_",
        ":a" * 50_000 + ":`b`",
        "- " * 100_000 + "a",
        "> " * 1000,
        ".. note:: " * 20_000 + "a",
        ".. [1] " * 20_000,
        ".. |" * 20_000,
        ".. _" * 20_000,
        "\n\n".join(" " * depth + "a" for depth in range(500)),
        "\n".join(" " * depth + "a" for depth in range(500, 0, -1)),
        "\t" * 100_000 + "a",
        "== ==\n" * 20_000,
        "+-+\n" * 20_000,
        "+--+\n" * 20_000,
        "a\n=\n" * 10_000,
        "..\n" * 50_000,
        "\0" * 50_000,
        "\\" * 100_001,
        "\r" * 50_000,
        "::\n\n" * 20_000,
        "".join(f".. _a{n}: a{n + 1}_\n" for n in range(20_000)) + "\na0_",
    ],
    ids=lambda source: repr(source[:12]),
)
def test_hostile_text_is_read(source: str) -> None:
    assert rst.read(source, "a.rst").source == source
