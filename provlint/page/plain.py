"""Words that are no HTML (a text file, the text of a PDF, a document of ours) → the same shape as a page's."""

import re
from collections.abc import Iterable

from provlint.model.document import Run
from provlint.model.matches import PageBlock, PageText

_BREAK = re.compile(r"(?:\r\n?|\n|\f)[ \t]*+(?:\r\n?|\n|\f)[ \t\r\n\f]*+")


def plain_page(text: str, *, language: str = "", title: str = "", date: str = "") -> PageText:
    """The words of a text, paragraph by paragraph: blank lines part them. Offsets are those of `text`."""
    blocks, last = [], 0
    for found in _BREAK.finditer(text):
        if found.start() > last:
            blocks.append(PageBlock(last, found.start(), "article"))
        last = found.end()
    if last < len(text):
        blocks.append(PageBlock(last, len(text), "article"))
    why = "" if any(character.isalnum() for character in text) else "it is empty"
    return PageText(text, tuple(blocks), (Run(0, 0, len(text)),), language, title, date, why)


def page_of_blocks(blocks: Iterable[tuple[str, tuple[Run, ...], int, bool]], language: str = "") -> PageText:
    """The words of a document's blocks: (rendered words, runs, start in the source, whether a heading)."""
    pieces: list[str] = []
    runs: list[Run] = []
    made: list[PageBlock] = []
    at = section = 0
    for words, own, start, heading in blocks:
        section += heading
        for run in own or (Run(0, start, start + len(words)),):
            runs.append(Run(at + run.at, run.start, run.end))
        made.append(PageBlock(at, at + len(words), "article", section))
        pieces += [words, "\n"]
        runs.append(Run(at + len(words), runs[-1].end, runs[-1].end))
        at += len(words) + 1
    return PageText("".join(pieces), tuple(made), tuple(runs), language)
