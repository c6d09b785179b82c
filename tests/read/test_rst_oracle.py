"""reStructuredText: in any line of markup we find the references, marks and footnotes that docutils finds."""

from collections import Counter
from typing import Any

from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from provlint.read import rst

PIECES = (
    *(
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
        " ",
        " b c ",
        "\nw",
        ".",
        "-",
        "#",
    ),
    *(
        "[1]",
        "[1]_",
        "[k]_",
        "a_",
        "`a b <c d>`_",
        "`a <x_>`_",
        "`y`",
        "*e*",
        "**s**",
        "``l``",
        "(",
        ")",
        '"',
        "/",
        ",",
        "“",
        "»",
    ),
)
LINE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=15).map(lambda pieces: f"q {''.join(pieces)} z")
DEFINITIONS = "\n\n.. _a: http://a\n.. _x: http://x\n.. [1] n\n.. [k] c\n"
SETTINGS: dict[str, Any] = {"report_level": 5, "halt_level": 5, "_disable_config": True, "warning_stream": False}
MARKS: dict[type[nodes.Element], str] = {
    nodes.emphasis: "emphasis",
    nodes.strong: "strong",
    nodes.literal: "code",
    nodes.title_reference: "emphasis",
}


def theirs(source: str) -> Counter[tuple[str, str]]:
    paragraph = publish_doctree(source, settings_overrides=SETTINGS)[0]
    assume(isinstance(paragraph, nodes.paragraph))
    found = Counter[tuple[str, str]]()
    for node in paragraph.findall(nodes.Element):
        if isinstance(node, nodes.reference) and node.rawsource.endswith("_") and "refuri" in node:
            found["link", node["refuri"]] += 1
        elif type(node) in MARKS and node.astext():
            found[MARKS[type(node)], node.astext()] += 1
        elif isinstance(node, nodes.footnote_reference | nodes.citation_reference):
            found["note", node.rawsource] += 1
    return found


def ours(source: str, end: int) -> Counter[tuple[str, str]]:
    document = rst.read(source, "a.rst")
    block = document.blocks[0]
    targets = [target for target in document.targets if target.end <= end]
    notes = [label for label in document.labels if label.kind != "reference-label" and label.end <= end]
    return Counter(
        [("link", target.url) for target in targets]
        + [("note", source[label.start : label.end]) for label in notes]
        + [(mark.kind, block.plain[mark.start : mark.end]) for mark in block.marks if mark.kind in MARKS.values()]
    )


@settings(max_examples=150, deadline=None)
@given(LINE)
def test_inline_markup_as_docutils_reads_it(line: str) -> None:
    source = line + DEFINITIONS
    assert ours(source, len(line)) == theirs(source)
