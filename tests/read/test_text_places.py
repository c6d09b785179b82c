"""Plain text: whatever the source, blocks, words, regions and directives are exactly where they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.model.document import Block, Document
from provlint.read import text

LINES = st.sampled_from(
    ["", " ", "\t", "The Old Wall", "the wall fell, and then", "  indented words go on here", "> quoted", ">> deeper",
     ">", "> > a\tb", "- item", "  under it", "1. first", "a) b", "---", "====", "Ann Lee", "@annlee", "Ann said...",
     "2 comments:", "Related Links:", "https://pier.test/old-wall", "provlint: ignore x", "From: Ann", "Subject: b",
     "a | b | c", "x = 1;", "a\tb\tc", "1,2,3,4", "By Ann Lee", "May 3, 2024", "Reply", "Comments are closed.", "\0",
     "\u200b", "😀 עולם", "“Words” he said.", "Ann (@ann)", "\x0c", "\x85", "\u2028x", "[Page 1]", "Q" * 170,
     "The harbour office closed the old pier on Friday, since it sank."]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", " \n", "\n "])
SOURCES = st.lists(st.tuples(LINES, ENDS), max_size=30).map(lambda parts: "".join(line + end for line, end in parts))


def check(document: Document) -> None:
    source, blocks = document.source, document.blocks
    last_end: dict[int, int] = {}  # of the blocks of each container so far
    for index, block in enumerate(blocks):
        assert 0 <= block.start < block.end <= len(source)
        assert last_end.get(block.parent, 0) <= block.start
        last_end[block.parent] = block.end
        if block.parent >= 0:
            holder = blocks[block.parent]
            assert block.parent < index
            assert holder.start <= block.start
            assert block.end <= holder.end
            assert holder.plain == ""
        check_words(source, block)
    check_spans(source, document.regions)
    check_spans(source, document.comments)
    assert all(source.startswith("provlint:", start) for start, _ in document.comments)


def check_words(source: str, block: Block) -> None:
    if not block.plain:
        return
    assert block.place(0, len(block.plain)) == (block.start, block.end)
    for at, letter in enumerate(block.plain):
        start, end = block.place(at, at + 1)
        written = source[start:end]
        assert written == letter or (letter == "\n" and not written.replace(">", " ").strip())
    for word in block.plain.split():
        at = block.plain.index(word)
        assert source[slice(*block.place(at, at + len(word)))] == word


def check_spans(source: str, spans: tuple[tuple[int, int], ...]) -> None:
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(source)
        at = end


@given(SOURCES)
def test_lines_of_every_form(source: str) -> None:
    check(text.read(source, "a.txt"))


@given(st.text(st.sampled_from('ab. >-\t\r\n@:/|,0\0\u200b😀ש"“'), max_size=200))
def test_any_letters(source: str) -> None:
    check(text.read(source, "a.txt"))


@given(SOURCES)
def test_no_ink_is_lost(source: str) -> None:
    document = text.read(source, "a.txt")
    spans = [(block.start, block.end) for block in document.blocks] + list(document.comments)
    covered = bytearray(len(source))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    lost = {letter for at, letter in enumerate(source) if letter.isalpha() and not covered[at]}
    assert lost <= {"a"}  # the marker of "a) b"


@pytest.mark.parametrize(
    "source",
    [
        "", "\n", "\0", "\0\n\0", "\r\r\n\n\r", ">" * 20_000, "> " * 9_000 + "x", "\n" * 50_000, "x" * 50_000,
        ">" * 5_000 + " x\n" + ">" * 5_001 + " y", "x " * 50_000, "\t" * 50_000 + "x", "x" + " " * 50_000 + "\ny",
        "😀" * 20_000, "עולם\n" * 500, "Ann\n@ann\n" * 500, "A Wall\n\n" * 500, "Related Links:\n\n" * 300,
        "- a\n" * 1_000, "\u200b\n" * 900, "From: a\n b\n" * 500, "By " + "Ann " * 9_000, "(" * 9_000, "---\n" * 900,
    ],
)  # fmt: skip
def test_hostile_texts(source: str) -> None:
    document = text.read(source, "a.txt")
    check(document) if len(source) < 10_000 else check_spans(source, document.regions)
