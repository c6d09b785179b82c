"""Markdown: every kind of block and address, each at its exact place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.model.document import Block, Document, Target
from provlint.read import markdown
from provlint.text.urls import unescape


def targets(source: str) -> list[tuple[str, str, str]]:
    """Kind, address, slice of each target."""
    document = markdown.read(source, "a.md")
    return [(target.kind, target.url, source[target.start : target.end]) for target in document.targets]


def blocks(source: str, path: str = "a.md") -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [(block.kind, block.plain) for block in markdown.read(source, path).blocks]


def labels(source: str) -> list[tuple[str, str, str, bool, bool]]:
    document = markdown.read(source, "a.md")
    return [(label.kind, label.role, label.key, label.resolved, label.used) for label in document.labels]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[a](https://b.org/c)", [("inline", "https://b.org/c", "https://b.org/c")]),
        ("[a]( <b c> 'title')", [("inline", "b c", "b c")]),
        ("[a](b\\)c 'x')", [("inline", "b)c", "b\\)c")]),
        ("[a](b(c)d)", [("inline", "b(c)d", "b(c)d")]),
        ("[a](b?x=1&amp;y=2)", [("inline", "b?x=1&y=2", "b?x=1&amp;y=2")]),
        ("> [a](\n> b)", [("inline", "b", "b")]),
        ("[a\\]](b)", [("inline", "b", "b")]),
        ("[*a* `b](c)`](d)", [("inline", "d", "d")]),
        ("[]()", [("inline", "", "")]),
        ("![alt](i.png)", [("image", "i.png", "i.png")]),
        ("[![alt](i.png)](b)", [("image", "i.png", "i.png"), ("inline", "b", "b")]),
        ("<https://b.org>", [("autolink", "https://b.org", "https://b.org")]),
        ("<me@b.org>", [("autolink", "me@b.org", "me@b.org")]),
        ("[a][R]\n\n[r]: https://b.org 'x'", [("reference", "https://b.org", "R"), ("definition", "https://b.org", "https://b.org")]),
        ("[r]\n\n[r]: <b c>", [("reference", "b c", "r"), ("definition", "b c", "b c")]),
        ("[r][]\n\n> [r]:\n> b", [("reference", "b", "r"), ("definition", "b", "b")]),
        ("![x][r]\n\n[r]: i.png", [("image", "i.png", "r"), ("definition", "i.png", "i.png")]),
        ('x <a href="b?c&amp;d">e</a>', [("html", "b?c&d", "b?c&amp;d")]),
        ('<div>\n<a href=b>c</a>\n</div>', [("html", "b", "b")]),
        ("a[^1]\n\n[^1]: [b](https://c.org)", [("footnote", "https://c.org", "https://c.org")]),
        ("---\nsource: https://b.org/x\n---\ntext", [("metadata", "https://b.org/x", "https://b.org/x")]),
        ("+++\nsource = \"https://b.org/x\"\n+++\ntext", [("metadata", "https://b.org/x", "https://b.org/x")]),
        ("---\n# see https://b.org/x\ntitle: y\n---\n", []),
        ("`[a](b)` \\[a](b)", []),
        ("    [a](b)", []),
        ("```\n[a](b)\n```", []),
        ("<!-- [a](b) -->", []),
    ],
)  # fmt: skip
def test_targets(source: str, expected: list[tuple[str, str, str]]) -> None:
    assert targets(source) == expected


def test_label_is_the_rendered_words() -> None:
    document = markdown.read('[the *old* `wall` &amp; pier](b) and <a href="c">its <b>gate</b></a>', "a.md")
    assert [target.label for target in document.targets] == ["the old wall & pier", "its gate"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A *b*\n\ntext", [("title", "A b"), ("paragraph", "text")]),
        ("text\n\n# A", [("paragraph", "text"), ("heading", "A")]),
        ("a\nb", [("paragraph", "a\nb")]),
        ("- a\n- b\n\n  c", [("list-item", "a"), ("list-item", "b"), ("paragraph", "c")]),
        ("1. a\n   - b", [("list-item", "a"), ("list-item", "b")]),
        ("> a\n>\n> b", [("quote", ""), ("paragraph", "a"), ("paragraph", "b")]),
        ("| a | b |\n|---|---|\n| c | d |", [("table", cell) for cell in ("", "a", "b", "c", "d")]),
        ("a &mdash; b\\*", [("paragraph", "a — b*")]),
        ("a ~~b~~ **c**", [("paragraph", "a b c")]),
        ("costs $5-$10 now", [("paragraph", "costs $5-$10 now")]),
        ("---\ntitle: x\n---\na", [("metadata", ""), ("paragraph", "a")]),
        ("{{< img src=\"x\" >}}\n\na {{< ref \"y\" >}} b", [("paragraph", "a  b")]),
        ("{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n\na", [("paragraph", "a")]),
        ("{% comment %}\nnot prose\n{% endcomment %}\na {{ page.title }} b", [("paragraph", "a  b")]),
    ],
)  # fmt: skip
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(source) == expected


def test_imports_components_and_expressions_of_mdx_are_no_prose() -> None:
    source = "import X from 'x'\n\n<Note kind={1 > 0}>\n\nThe wall {count} fell.\n\n</Note>\n"
    assert [(kind, " ".join(plain.split())) for kind, plain in blocks(source, "a.mdx")] == [
        ("paragraph", "The wall fell.")
    ]


def test_comments_of_mdx_are_found_but_not_in_code() -> None:
    source = "A {/* it's one */} b, isn't it?\n\n{/* two\nlines */}\n\n`{/* none */}` {x} {/**/} {/* open\n"
    document = markdown.read(source, "a.mdx")
    assert [source[start:end] for start, end in document.comments] == [" it's one ", " two\nlines ", ""]
    assert markdown.read(source, "a.md").comments == ()


def test_a_link_to_a_template_is_a_link() -> None:
    assert targets('[a]({{< ref "b c" >}})') == [("inline", '{{< ref "b c" >}}', '{{< ref "b c" >}}')]


def test_marks_stand_over_their_words() -> None:
    block = markdown.read("a *b* **c** `d` [e](f) ~~g~~", "a.md").blocks[0]
    assert [(mark.kind, block.plain[mark.start : mark.end]) for mark in block.marks] == [
        ("emphasis", "b"), ("strong", "c"), ("code", "d"), ("link", "e"), ("strike", "g"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[a][b]", [("reference-label", "use", "b", False, True)]),
        ("[a][]", [("reference-label", "use", "a", False, True)]),
        ("[a] row[i][j] [1][2]", []),
        ("[b]: c", [("reference-label", "definition", "b", True, False)]),
        ("[b]\n\n[b]: c\n[B]: d", [
            ("reference-label", "use", "b", True, True),
            ("reference-label", "definition", "b", True, True),
            ("reference-label", "definition", "B", False, True),
        ]),
        ("a[^1]", [("footnote", "use", "1", False, True)]),
        ("a[^1] `[^2]`\n\n[^1]: b\n[^3]: c", [
            ("footnote", "use", "1", True, True),
            ("footnote", "definition", "1", True, True),
            ("footnote", "definition", "3", True, False),
        ]),
        ("`x`\n\n```\n[b]: c\n```", []),
    ],
)  # fmt: skip
def test_labels(source: str, expected: list[tuple[str, str, str, bool, bool]]) -> None:
    assert labels(source) == expected


def test_front_matter_speaks_for_the_document() -> None:
    source = (
        "---\ntitle: 'It''s late' # draft\ndate: 2024-05-06 10:00:00 +0200\n"
        "authors:\n  - Ann\n  - name: Bo\nlang: de\n---\nx"
    )
    metadata = markdown.read(source, "a.md").metadata
    assert metadata[:5] == ("It's late", "2024-05-06", "front matter: date", "de", ("Ann", "Bo"))


def test_front_matter_in_toml() -> None:
    metadata = markdown.read(
        '+++\ntitle = "Late"\ndate = 2024-05-06\nauthors = ["Ann", "Bo"]\n[extra]\nlang = "x"\n+++\n', "a.md"
    ).metadata
    assert metadata[:5] == ("Late", "2024-05-06", "front matter: date", None, ("Ann", "Bo"))


def test_the_title_is_the_first_heading_where_front_matter_has_none() -> None:
    assert markdown.read("# The *old* wall\n", "a.md").metadata.title == "The old wall"
    assert markdown.read("---\ntitle: Pier\n---\n# Wall\n", "a.md").metadata.title == "Pier"


def check_places(document: Document) -> None:
    for target in document.targets:
        check_target(document, target)
    for block in document.blocks:
        check_block(document, block)
    for start, end in (*document.regions, *document.comments, *document.notes):
        assert 0 <= start <= end <= len(document.source)


def check_target(document: Document, target: Target) -> None:
    written = document.source[target.start : target.end]
    assert target.outer_start <= target.start <= target.end <= target.outer_end
    if target.kind not in ("reference", "html", "metadata", "footnote") and "][" not in document.source:
        assert unescape(written).replace("\0", "\ufffd") == target.url.replace("\0", "\ufffd") or target.kind == "image"


def check_block(document: Document, block: Block) -> None:
    assert 0 <= block.start < block.end <= len(document.source)
    if block.parent >= 0:
        parent = document.blocks[block.parent]
        assert parent.start <= block.start
        assert block.end <= parent.end
    ends = [run.at for run in block.runs[1:]] + [len(block.plain)]
    for run, end in zip(block.runs, ends, strict=bool(block.runs)):
        words, written = block.plain[run.at : end], document.source[run.start : run.end]
        assert words == written or len(words) != len(written) or words == "\n"
    if block.plain:
        start, end = block.place(0, len(block.plain))
        assert block.start <= start <= end <= block.end


PIECES = st.sampled_from(
    "# |> |- |1. |[a](b) |[a][r] |[r]: https://c.org\n|![i](j.png) |<https://d.org> |https://e.org/x_(y). "
    "|`code` |*em* |**|\\*|&amp; |&copy;|é|𝔘|\u2028|\t|  |\r\n|\r|\n\n|\n"
    '|<b>|</b>|<a href="k">|<!-- c -->|<div>\n|```\n|$x^2$ |[^1]|[^1]: n\n'
    "|---\n|+++\n|title: t\n|{{< x >}}|{% y %}|\"|“|”|'|word |Sentence one. |~~s~~ |\\|a\\|b\\|\n|[|]|(|)|!|\0".replace(
        "\\|", "\x01"
    ).split("|")
).map(lambda piece: piece.replace("\x01", "|"))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_places_hold_for_any_mixture(source: str) -> None:
    check_places(markdown.read(source, "a.md"))
    check_places(markdown.read(source, "a.mdx"))


@pytest.mark.parametrize(
    "piece", ["> ", "- ", "[", "![", "[a](", "*a ", "`", "<a ", "<!--", "{{", "{% raw %}", "[^", "|a", "\0", "[a]: b\n"]
)
def test_hostile_repetition_is_read(piece: str) -> None:
    document = markdown.read(piece * 20_000, "a.md")
    assert len(document.source) == len(piece) * 20_000
    check_places(document)


@pytest.mark.parametrize(
    "source",
    [
        "Run <code>curl https://api.gov.uk/v1</code> twice.",
        "<pre><code>git clone https://code.gov.uk/tides.git</code></pre>",
        "<script>load('https://cdn.gov.uk/a.js')</script>",
    ],
)
def test_code_in_html_is_no_running_text(source: str) -> None:
    document = markdown.read(source + "\n\nBut <b>https://www.gov.uk</b> is.\n", "a.md")
    text = "".join(document.source[start:end] for start, end in document.regions)
    assert "But " in text
    assert "https://www.gov.uk" in text
    assert text.count("https://") == 1


def test_an_element_of_code_that_is_not_closed_ends_with_its_paragraph() -> None:
    document = markdown.read("Type <code>ls here.\n\nThen see https://www.gov.uk.\n", "a.md")
    assert "https://www.gov.uk" in "".join(document.source[start:end] for start, end in document.regions)


def test_links_do_not_nest() -> None:
    document = markdown.read("<a href='/a'>one <a href='/b'>two</a> three</a>\n", "a.md")
    assert [(target.url, target.label) for target in document.targets] == [("/a", "one "), ("/b", "two")]


@pytest.mark.parametrize(("fence", "used"), [("```{note}", True), ("~~~{admonition} Tides", True), ("```sh", False)])
def test_a_reference_inside_a_myst_directive_uses_its_definition(fence: str, used: bool) -> None:
    source = f"{fence}\nAs [the Minutes] say.\n{fence[:3]}\n\n[the minutes]: https://council.gov.uk/minutes\n"
    assert [label[4] for label in labels(source) if label[1] == "definition"] == [used]
