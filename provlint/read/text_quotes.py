"""Lines quoted as mails quote them (RFC 3676: each opens with ">") → quotations, one a depth, and their paragraphs."""

from provlint.model.document import Block
from provlint.read.text_lines import Line, breaks_meant
from provlint.read.text_rendered import rendered

_MARKS = "> \t"


def quote_blocks(source: str, text: str, start: int, end: int, parent: int, first: int) -> list[Block]:
    """The blocks of quoted lines; `text` is the source with plain line ends, `first` the index of the first block.

    Another depth of quoting is another's words: it opens a quotation of its own, beside the one before and not in it,
    so that no depth of nesting costs anything.
    """
    blocks: list[Block] = []
    for run in _runs(text, start, end):
        container = first + len(blocks)
        blocks.append(Block("quote", run[0][0].start, run[-1][-1].end, parent=parent))
        for lines in run:
            words, runs = rendered(source, text, lines[0].start, lines[-1].end, quoted=True)
            blocks.append(Block("paragraph", lines[0].start, lines[-1].end, words, runs, parent=container))
    return blocks or [Block("other", start, end, parent=parent)]


def _runs(text: str, start: int, end: int) -> list[list[list[Line]]]:
    """The paragraphs of the lines, those of one depth together."""
    runs: list[list[list[Line]]] = []
    lines: list[Line] = []
    depth, at = 0, start
    for written in text[start:end].split("\n"):
        words = written.lstrip(_MARKS)
        marks = len(written) - len(words)
        here = written.count(">", 0, marks) if words else depth
        if lines and (not words or here != depth):
            runs[-1] += _paragraphs(text, lines)
            lines = []
        if words:
            if not runs or here != depth:
                runs.append([])
            depth = here
            lines.append(Line(at + marks, at + len(written.rstrip()), marks))
        at += len(written) + 1
    if lines:
        runs[-1] += _paragraphs(text, lines)
    return runs


def _paragraphs(text: str, lines: list[Line]) -> list[list[Line]]:
    return [[line] for line in lines] if len(lines) > 1 and breaks_meant(text, lines) else [lines]
