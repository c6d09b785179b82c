"""Runs of lines → pieces: what was wrapped is one paragraph again, what has a form of its own stands alone."""

from typing import NamedTuple

from provlint.read.text_fields import fields
from provlint.read.text_forms import marker
from provlint.read.text_lines import NARROW, Line, breaks_meant, fills
from provlint.read.text_pieces import Piece, piece_of
from provlint.read.text_tables import has_gap, has_values, is_code, is_table, may_have_values
from provlint.read.text_wrapped import Wrapped

_FIRST_CHUNKS = 3  # header fields stand at the top, or under "-----Original Message-----"
_DIRECTIVE = "provlint:"  # what opens a line that holds a suppression
# What may open a line with a form of its own; letters and quotation marks do not.
_TELLING = frozenset(">@-=*_~—–─━═#+•●▪◦‣∙○■□►▶✓✔➤⁃·|<$%^&{}/\\([.:;0123456789")
# What may tell of columns, addresses, code or handles further on in a line; looked for in the whole paragraph at once.
_SIGNS = ("|", "://", "www.", "{", ";\n", "):\n", " = ", "(@")


class Signs(NamedTuple):
    """What of the signs of other forms stands anywhere in a text; the rest is looked for in no paragraph."""

    anywhere: tuple[str, ...]
    gaps: bool
    values: bool


def cut(text: str, chunks: list[list[Line]]) -> tuple[list[Piece], list[tuple[int, int]]]:
    """The pieces of a text in order, and the spans of its directives (lines that begin with "provlint:")."""
    pieces: list[Piece] = []
    directives: list[tuple[int, int]] = []
    directed = _DIRECTIVE in text
    signs = Signs(tuple(sign for sign in _SIGNS if sign in text), has_gap(text, 0, len(text)), may_have_values(text))
    for number, chunk in enumerate(chunks):
        if not directed:
            pieces += _pieces(text, chunk, number, signs)
            continue
        run: list[Line] = []
        for line in chunk:
            if text.startswith(_DIRECTIVE, line.start):
                directives.append((line.start, line.end))
                pieces += _pieces(text, run, number, signs)
                run = []
            else:
                run.append(line)
        pieces += _pieces(text, run, number, signs)
    return pieces, directives


def _pieces(text: str, lines: list[Line], chunk: int, signs: Signs) -> list[Piece]:
    """The pieces of one run of lines."""
    if len(lines) < 2:
        if lines and lines[0].indent >= 4 and is_code(text, lines):
            return [Piece("code", lines[0].start, lines[0].end, chunk)]
        return [piece_of(text, line, chunk) for line in lines]
    start, end = lines[0].start, lines[-1].end
    if (chunk < _FIRST_CHUNKS or text[start] == "-") and fields(text[start:end].split("\n")):
        return [Piece("metadata", start, end, chunk)]
    openings = [text[line.start] for line in lines]
    formed = (
        text.startswith((")", "  "), start + 1)
        or not _TELLING.isdisjoint(openings)
        or _has_sign(text, lines, start, end, signs)
    )
    width = max([end - start for start, end, _ in lines])
    if not formed and width <= NARROW and any(map(str.islower, openings)) and fills(text, lines, 0, width):
        return [Piece("prose", start, end, chunk, joins=True)]  # as most wrapped paragraphs are
    if formed and (is_table(text, lines) or has_values(text, lines)):
        return [Piece("table", start, end, chunk)]
    if formed and is_code(text, lines):
        return [Piece("code", start, end, chunk)]
    if breaks_meant(text, lines):
        return _typed(text, lines, chunk)
    return Wrapped(text, lines, chunk).pieces(formed)


def _has_sign(text: str, lines: list[Line], start: int, end: int, signs: Signs) -> bool:
    """Whether some line may be split into columns, hold an address or a handle, or be code."""
    for sign in signs.anywhere:
        if text.find(sign, start, end) >= 0:
            return True
    if signs.gaps and has_gap(text, start, end):
        for line in lines:
            if has_gap(text, line.start, line.end):
                return True
    return signs.values and has_values(text, lines)


def _typed(text: str, lines: list[Line], chunk: int) -> list[Piece]:
    """Each line by itself, save those indented under a list's item, which belong to it."""
    pieces: list[Piece] = []
    item_indent = -1
    for line in lines:
        if 0 <= item_indent < line.indent and not marker(text, line.start, line.end):
            pieces[-1] = pieces[-1]._replace(end=line.end)
            continue
        pieces.append(piece_of(text, line, chunk))
        item_indent = line.indent if pieces[-1].role == "item" else -1
    return pieces
