"""Ignores in documents: their words and the lines they hold for."""

import pytest

from provlint.model.words import Format
from tests.extract.documents import read


@pytest.mark.parametrize(
    ("source", "form", "expected"),
    [
        ("a\n[b]() <!-- provlint: ignore[PL125] why not -->\nc", "markdown", [("ignore", ("PL125",), "why not", 2, 2)]),
        ("a\n\n<!-- provlint: ignore[x, y] w -->\n\nb\n", "markdown", [("ignore", ("x", "y"), "w", 3, 5)]),
        ("<!-- provlint: ignore-next-line[x] w -->\n\nb\n", "markdown", [("ignore-next-line", ("x",), "w", 3, 3)]),
        ("a\n\n<!-- provlint: ignore-file w -->\n", "markdown", [("ignore-file", (), "w", 1, 4)]),
        ("a\n\nprovlint: ignore-next-line[x] w\nb\n", "text", [("ignore-next-line", ("x",), "w", 4, 4)]),
        ("<!-- provlint: ignore-start[x] w -->\n\nb\n", "markdown", [("ignore-range", ("x",), "w", 1, 4)]),
        ("<!-- provlint: ingore[x] w -->\n", "markdown", [("ignore", ("ingore",), "w", 1, 1)]),
        ("provlint: ingore PL125\n\na\n", "text", [("ignore", ("ingore",), "PL125", 1, 3)]),
        ("provlint: ignroe[x] w\n\na\n", "text", [("ignore", ("ignroe",), "w", 1, 3)]),
        ("provlint: watching for changes; Ctrl-C ends\n\nprovlint: a.toml:1: is not valid TOML\n", "text", []),
        ("<!-- provlint is a tool -->\n", "markdown", []),
        ("`<!-- provlint: ignore[x] w -->`\n", "markdown", []),
    ],
)
def test_an_ignore_and_its_lines(source: str, form: Format, expected: list[object]) -> None:
    found = read(source, form)[1].suppressions
    assert [(item.kind, item.rules, item.reason, item.first, item.last) for item in found] == expected


def test_an_end_closes_the_last_range_that_names_the_same_rules() -> None:
    lines = ["ignore-start[x] a", "ignore-start[y] b", "ignore-end[x]", "ignore-end"]
    source = "\n\n".join(f"<!-- provlint: {line} -->" for line in lines)
    found = read(source)[1].suppressions
    assert [(item.rules, item.first, item.last) for item in found] == [(("x",), 1, 5), (("y",), 3, 7)]


def test_a_finding_covers_the_directive_without_its_comment_signs() -> None:
    document, facts = read("<!--  provlint: ignore[x]  -->")
    assert document.source[facts.suppressions[0].start : facts.suppressions[0].end] == "provlint: ignore[x]"
