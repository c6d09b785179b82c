"""Words that are no HTML (a text file, the text of a PDF, a document of ours) → the same shape as a page's."""

import re
from collections.abc import Iterable

from provlint.model.document import Run
from provlint.model.matches import PageBlock, PageRuns, PageText

_BREAK = re.compile(r"(?:\r\n?|\n|\f)[ \t]*+(?:\r\n?|\n|\f)[ \t\r\n\f]*+")


def plain_page(text: str, *, language: str = "", title: str = "", date: str = "") -> PageText:
    """The words of a text, paragraph by paragraph: blank lines part them. Offsets are those of `text`."""
    blocks, last, runs = [], 0, PageRuns()
    runs.add(0, 0, len(text))
    for found in _BREAK.finditer(text):
        if found.start() > last:
            blocks.append(PageBlock(last, found.start(), "article"))
        last = found.end()
    if last < len(text):
        blocks.append(PageBlock(last, len(text), "article"))
    return PageText(text, tuple(blocks), runs, language, title, date)


def page_of_blocks(blocks: Iterable[tuple[str, tuple[Run, ...], int, bool]], language: str = "") -> PageText:
    """The words of a document's blocks: (rendered words, runs, start in the source, whether a heading)."""
    pieces: list[str] = []
    runs = PageRuns()
    made: list[PageBlock] = []
    at = section = 0
    for words, own, start, heading in blocks:
        section += heading
        for run in own or (Run(0, start, start + len(words)),):
            runs.add(at + run.at, run.start, run.end)
        made.append(PageBlock(at, at + len(words), "article", section))
        pieces += [words, "\n"]
        runs.add(at + len(words), runs.end[-1], runs.end[-1])
        at += len(words) + 1
    return PageText("".join(pieces), tuple(made), runs, language)
