"""reStructuredText: every kind of block with its words, marks and place."""

import pytest

from provlint.model.document import Block
from provlint.read import rst


def read(source: str) -> tuple[Block, ...]:
    return rst.read(source, "a.rst").blocks


def blocks(source: str) -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [(block.kind, block.plain) for block in read(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A *b*\n=====\n\ntext", [("title", "A b"), ("paragraph", "text")]),
        ("===\nA b\n===\n\nC\n-\nd", [("title", "A b"), ("heading", "C"), ("paragraph", "d")]),
        ("text\n\nA\n=", [("paragraph", "text"), ("heading", "A")]),
        ("long title\n==", [("paragraph", "long title\n==")]),
        ("a\nb\n\n----\n\nc", [("paragraph", "a\nb"), ("paragraph", "c")]),
        ("- a\n  b\n- c\n\n  d", [("list-item", "a\nb"), ("list-item", "c"), ("paragraph", "d")]),
        ("- - a\n  - b", [("list-item", "a"), ("list-item", "b")]),
        ("-\n  a", [("list-item", "a")]),
        ("1. a\n2. b", [("list-item", "a"), ("list-item", "b")]),
        ("(a) b\n\n(b) c", [("list-item", "b"), ("list-item", "c")]),
        ("i. a\nii. b\n#. c", [("list-item", "a"), ("list-item", "b"), ("list-item", "c")]),
        ("A. Reed went\nto sea.", [("paragraph", "A. Reed went\nto sea.")]),
        ("1914. It began\nin August.", [("paragraph", "1914. It began\nin August.")]),
        ("term\n   a\n   b", [("list-item", "term"), ("paragraph", "a\nb")]),
        (".. x\n\n:key: a\n   b", [("metadata", "")]),
        ("t\n\n:key: a\n   b", [("paragraph", "t"), ("list-item", "a\nb")]),
        ("-q  be quiet\n--long=X  be long", [("list-item", "be quiet"), ("list-item", "be long")]),
        ("a:\n\n   b\n\n   c", [("paragraph", "a:"), ("quote", ""), ("paragraph", "b"), ("paragraph", "c")]),
        ("  a\n\n  -- Ada *Byron*", [("quote", ""), ("paragraph", "a"), ("byline", "Ada Byron")]),
        ("a::\n\n   b\n\nc", [("paragraph", "a:"), ("code", ""), ("paragraph", "c")]),
        ("a ::\n\n> b\n> c\n\nd", [("paragraph", "a"), ("code", ""), ("paragraph", "d")]),
        ("::\n\n  a", [("code", "")]),
        (">>> a\nb\n\nc", [("code", ""), ("paragraph", "c")]),
        ("| a\n|   b\n  c\n| d", [("paragraph", "a\nb\nc\nd")]),
        (".. note:: a\n   b\n\n   c", [("paragraph", "a\nb"), ("paragraph", "c")]),
        (".. note::\n   :class: x\n\n   a", [("paragraph", "a")]),
        (".. admonition:: a b\n\n   c", [("caption", "a b"), ("paragraph", "c")]),
        (".. versionadded:: 2.0\n   a b", [("paragraph", "a b")]),
        (".. py:function:: f(x)\n   :noindex:\n\n   Gives y.", [("paragraph", "Gives y.")]),
        (".. epigraph::\n\n   a\n\n   -- Ada", [("quote", ""), ("paragraph", "a"), ("byline", "Ada")]),
        (".. figure:: i.png\n\n   a\n\n   b", [("caption", "a"), ("paragraph", "b")]),
        (".. image:: i.png\n   :alt: a", [("other", "")]),
        (".. code-block:: c\n\n   int a;\n\nb", [("code", ""), ("paragraph", "b")]),
        (".. header:: a", [("furniture", "a")]),
        (".. fancy-box:: x\n\n   The boats came back at noon.", [("paragraph", "The boats came back at noon.")]),
        (".. fancy-box:: x\n\n   {a: 1}", [("other", "")]),
        (".. csv-table:: a\n\n   b, c", [("other", ""), ("table", "b, c")]),
        (".. [1] a\n   b", [("paragraph", "a\nb")]),
        ("a\n  b\n c", [("list-item", "a"), ("quote", ""), ("paragraph", "b"), ("paragraph", "c")]),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(source) == expected


def test_levels_follow_the_order_of_adornments() -> None:
    source = "==\nA\n==\n\nB\n==\n\nC\n--\n\nD\n==\n"
    assert [(block.plain, block.level) for block in read(source)] == [("A", 1), ("B", 2), ("C", 3), ("D", 2)]


def test_a_heading_takes_the_name_of_the_target_above() -> None:
    assert [block.anchor for block in read("t\n\n.. _Low water:\n\nTides\n=====\n")] == ["", "low-water"]


def test_a_quote_knows_whom_it_is_from_and_ends_there() -> None:
    source = "a:\n\n  b\n\n  -- Ada Byron,\n     1843\n\n  c"
    found = read(source)
    assert [block.author for block in found if block.kind == "quote"] == ["Ada Byron, 1843", None]
    assert [source[block.start : block.end] for block in found if block.kind == "quote"][1] == "c"


def test_what_stands_in_a_quote_belongs_to_it() -> None:
    found = read("a\n\n   b\n\n      c\n\nd")
    assert [(block.plain, block.parent) for block in found] == [
        ("a", -1),
        ("", -1),
        ("b", 1),
        ("", 1),
        ("c", 3),
        ("d", -1),
    ]


@pytest.mark.parametrize(
    ("source", "plain", "marks"),
    [
        ("a *b* **c** ``d e``", "a b c d e", [("emphasis", "b"), ("strong", "c"), ("code", "d e")]),
        ("`a` b_ `c d`_ [k]_", "a b c d [k]", [("emphasis", "a"), ("link", "b"), ("link", "c d"), ("footnote", "[k]")]),
        (":ref:`a b <c>` :class:`~x.Y` :sup:`2`", "a b ~x.Y 2", [("template", "a b"), ("code", "~x.Y")]),
        (":math:`\\alpha`", "\\alpha", [("math", "\\alpha")]),
        ("``a\\b``", "a\\b", [("code", "a\\b")]),
        ("\\*a\\* re\\ ``s``\\ x \\\\", "*a* resx \\", [("code", "s")]),
        ('"*" and 2*3 and (*) and * a * b', '"*" and 2*3 and (*) and * a * b', []),
        ("*a and `b and ``c and |d", "*a and `b and ``c and |d", []),
        ("the |x| is", "the x is", [("template", "x")]),
        ("un _`target` here", "un target here", []),
        ("a [1]_.", "a .", []),
        ("\u201c*\u201d \u00ab*a*\u00bb", "\u201c*\u201d \u00aba\u00bb", [("emphasis", "a")]),
    ],
)
def test_marks(source: str, plain: str, marks: list[tuple[str, str]]) -> None:
    (block,) = read(source)
    assert block.plain == plain
    assert [(mark.kind, plain[mark.start : mark.end]) for mark in block.marks] == marks


GRID = """\
+-------+-------------+
| a `b  | c           |
| <d>`_ +------+------+
|       | - e  | fü   |
+=======+======+======+
| g            | 海 h |
+--------------+------+
"""


def test_grid_table() -> None:
    assert blocks(GRID) == [
        ("table", ""),
        ("table", "a b"),
        ("table", "c"),
        ("list-item", "e"),
        ("table", "fü"),
        ("table", "g"),
        ("table", "海 h"),
    ]
    assert {block.parent for block in read(GRID)[1:]} == {0}
    (target,) = rst.read(GRID, "a.rst").targets
    assert GRID[target.start : target.end] == "d"


SIMPLE = """\
=====  =======
a b    c
=====  =======
d      e *f*
       g

       h
i      j
=====  =======
"""


def test_simple_table() -> None:
    assert blocks(SIMPLE) == [
        ("table", ""),
        ("table", "a b"),
        ("table", "c"),
        ("table", "d"),
        ("table", "e f\ng"),
        ("paragraph", "h"),
        ("table", "i"),
        ("table", "j"),
    ]


@pytest.mark.parametrize("source", ["+---+\n| a\n", "+---+\n| a |\n", "== ==\na\n", "+---+\n| a |\n+---+--+\n"])
def test_a_broken_table_is_no_table(source: str) -> None:
    assert "table" not in [block.kind for block in read(source)]
