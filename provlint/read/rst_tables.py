"""Grid tables and simple tables of reStructuredText: each cell is read as a small document of its own."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from provlint.model.document import Block
from provlint.read.rst_lines import Lines
from provlint.read.rst_walk import Walk
from provlint.text.patterns import lazy

_GRID_TOP = lazy(r"\+-[-+]+-\+$")
_SIMPLE_TOP = lazy(r"=+(?:[ ]+=+)+$")
_BORDER = lazy(r"=+[ =]*$")
_SPAN = lazy(r"[-=][-= ]*$")
_GROUP = lazy(r"[-=]+")
_RULE = lazy(r"[-=+]+")
_MOST_TABLES = 5  # tables in tables that are read

Cell = list[tuple[int, int, int]]  # its lines: start, end and indent, as `Lines` takes them


class _Row(NamedTuple):
    """One line of a table: text from `first` to `end`, which stands `shift` columns from the table's left edge."""

    first: int
    end: int
    shift: int
    text: str
    columns: list[int] | None  # for each column the index into `text`, where they are not the same

    def width(self) -> int:
        """The columns it takes."""
        return len(self.columns) - 1 if self.columns else len(self.text)

    def at(self, column: int) -> int:
        """The index into `text` of a column."""
        column -= self.shift
        if column <= 0:
            return 0
        if self.columns is None:
            return min(column, len(self.text))
        return self.columns[column] if column < len(self.columns) else len(self.text)

    def cut(self, left: int, right: int) -> tuple[int, int, int]:
        """What stands between two columns: start, end, and the column it begins in counted from `left`."""
        start, end = self.at(left), self.at(right)
        written = self.text[start:end]
        stripped = written.lstrip()
        lead = len(written) - len(stripped)
        first = self.first + start + lead
        return first, first + len(stripped.rstrip()), lead + max(0, self.shift - left)


def read_table(walk: Walk, line: int) -> int:
    """Read the table whose top border is a line; gives the line after it, -1 when it is no table."""
    lines, source = walk.lines, walk.source
    first, end = lines.first[line], lines.end[line]
    if source[first] == "+":
        if not _GRID_TOP.match(source, first, end):
            return -1
        stop, cells = _grid(walk, line)
    else:
        if not _SIMPLE_TOP.match(source, first, end):
            return -1
        bottom = _simple_bottom(walk, line)
        if bottom < 0:
            return -1
        stop, cells = bottom + 1, _simple(walk, line, bottom)
    walk.body.first = "paragraph"
    walk.waiting.clear()
    is_read = bool(cells) and walk.tables < _MOST_TABLES
    last = lines.end[lines.trimmed(line + 1, stop) - 1]
    index = walk.found.add(Block("table" if is_read else "other", first, last, parent=walk.body.parent))
    for cell in cells if is_read else ():
        column = min((indent for start, end, indent in cell if start < end), default=0)
        inner = Lines(cell)
        Walk(walk.found, inner, walk.read, column=column, parent=index, first="table", tables=walk.tables + 1).run()
    return stop


def _rows(walk: Walk, start: int, stop: int) -> list[_Row]:
    lines, origin = walk.lines, walk.lines.indent[start]
    rows = []
    for line in range(start, stop):
        first, end = lines.first[line], lines.end[line]
        text = walk.source[first:end]
        simple = text.isascii() and "\t" not in text
        rows.append(_Row(first, end, lines.indent[line] - origin, text, None if simple else _columns(text)))
    return rows


def _columns(text: str) -> list[int]:
    """For each column the index of the character that stands there."""
    columns: list[int] = []
    for index, char in enumerate(text):
        if char == "\t":
            columns += [index] * (8 - len(columns) % 8)
        elif not combining(char):
            columns += [index] * (2 if east_asian_width(char) in "WF" else 1)
    columns.append(len(text))
    return columns


# Grid tables


def _grid(walk: Walk, line: int) -> tuple[int, list[Cell]]:
    """The line after a grid table and its cells; no cells when it is malformed."""
    lines, source = walk.lines, walk.source
    stop = line
    while not lines.is_blank(stop) and lines.indent[stop] == lines.indent[line] and source[lines.first[stop]] in "+|":
        stop += 1
    bottom = stop - 1
    while bottom > line + 1 and not _GRID_TOP.match(source, lines.first[bottom], lines.end[bottom]):
        bottom -= 1
    if bottom <= line + 1:
        return stop, []
    rows = _rows(walk, line, bottom + 1)
    width = len(rows[0].text)
    if any(
        (len(row.columns) - 1 if row.columns else len(row.text)) != width or row.text[-1] not in "+|" for row in rows
    ):
        return stop, []
    return bottom + 1, _grid_cells(rows, width)


class _Open(NamedTuple):
    """A cell whose lower border has not come yet, between two columns."""

    top: int
    left: int
    right: int
    lines: Cell


def _grid_cells(rows: list[_Row], width: int) -> list[Cell]:
    done: list[_Open] = []
    cells = _below(rows, 0, 0, width - 1)
    for number in range(1, len(rows)):
        row, still, closed = rows[number], [], []
        for cell in cells:
            if _is_rule(row, cell.left, cell.right):
                done.append(cell)
                closed.append(cell)
            else:
                cell.lines.append(row.cut(cell.left + 1, cell.right))
                still.append(cell)
        if closed and number + 1 < len(rows):
            for left, right in _joined(closed):
                still += _below(rows, number, left, right)
            still.sort(key=lambda cell: cell.left)
        elif closed:
            still = []
        cells = still
    done.sort(key=lambda cell: (cell.top, cell.left))
    return [cell.lines for cell in done]


def _is_rule(row: _Row, left: int, right: int) -> bool:
    start, end = row.at(left), row.at(right)
    if row.text[start] != "+" or row.text[end : end + 1] != "+":
        return False
    return _RULE.fullmatch(row.text, start, end) is not None


def _joined(cells: list[_Open]) -> Iterator[tuple[int, int]]:
    """The columns of cells side by side, as one stretch each."""
    left, right = cells[0].left, cells[0].right
    for cell in cells[1:]:
        if cell.left != right:
            yield left, right
            left = cell.left
        right = cell.right
    yield left, right


def _below(rows: list[_Row], number: int, left: int, right: int) -> list[_Open]:
    """The cells that open below the border on a line, between two columns."""
    border, below = rows[number], rows[number + 1]
    edges = [left]
    at = border.text.find("+", border.at(left) + 1, border.at(right))
    while at >= 0:
        column = at if border.columns is None else border.columns.index(at)
        if below.text[below.at(column)] in "|+":
            edges.append(column)
        at = border.text.find("+", at + 1, border.at(right))
    edges.append(right)
    return [_Open(number, edges[at], edges[at + 1], []) for at in range(len(edges) - 1)]


# Simple tables


def _simple_bottom(walk: Walk, line: int) -> int:
    """The line of a simple table's bottom border; -1 when it has none."""
    lines, source, column = walk.lines, walk.source, walk.body.column
    if line < walk.no_border.get(column, 0):
        return -1
    width, borders = lines.end[line] - lines.first[line], 0
    at = line + 1
    while at < len(lines) and (lines.indent[at] >= column or lines.is_blank(at)):
        first, end = lines.first[at], lines.end[at]
        if first < end and source[first] == "=" and _BORDER.match(source, first, end):
            if end - first != width:
                return -1
            borders += 1
            if borders == 2 or lines.is_blank(at + 1) or lines.indent[at + 1] < column:
                return at
        at += 1
    walk.no_border[column] = at
    return -1


def _simple(walk: Walk, line: int, bottom: int) -> list[Cell]:
    rows = _rows(walk, line, bottom + 1)
    columns = [found.start() for found in _GROUP.finditer(rows[0].text)]
    first_end = _GROUP.match(rows[0].text).end()  # type: ignore[union-attr]
    cells: list[Cell] = []
    start, has_text = 1, False
    for number in range(1, len(rows)):
        row = rows[number]
        if row.text and row.shift == 0 and _SPAN.match(row.text):
            spans = [found.start() for found in _GROUP.finditer(row.text)] if row.text[0] == "-" else columns
            cells += _row_cells(rows[start:number], spans)
            start, has_text = number + 1, False
        elif row.text and row.at(0) < row.at(first_end):
            if has_text:
                cells += _row_cells(rows[start:number], columns)
            start, has_text = number, True
        elif not has_text:
            start = number + 1
    return cells


def _row_cells(rows: list[_Row], columns: list[int]) -> Iterator[Cell]:
    edges = [*columns, 1 << 30]
    for left, right in pairwise(edges):
        cell = [row.cut(left, right) for row in rows]
        if any(start < end for start, end, _ in cell):
            yield cell
