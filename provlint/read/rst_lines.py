"""The lines of reStructuredText: where the text of each begins and ends, and the column it begins in.

Tabs reach to the next multiple of eight columns, as the reStructuredText specification ("Whitespace") has it.
"""

from provlint.text.patterns import lazy

_LINES = lazy(r"[^\r\n]*+(?:\r\n|\n|\r)|[^\r\n]++\Z")
_BLANKS = " \t\v\f"
_TAB = 8


class Lines:
    """Lines by number: `source[first[i]:end[i]]` without white space at either side, `indent[i]` the column of `first`.

    A blank line has `first[i] == end[i]`. The lists are changed while blocks are read: what stands behind a marker
    becomes a line of its own, and what has been read becomes blank.
    """

    __slots__ = ("end", "first", "indent")

    def __init__(self, rows: list[tuple[int, int, int]]) -> None:
        self.first = [row[0] for row in rows]
        self.end = [row[1] for row in rows]
        self.indent = [row[2] for row in rows]

    def __len__(self) -> int:
        return len(self.first)

    def is_blank(self, line: int) -> bool:
        """Whether nothing stands on the line, or no such line is there."""
        return line >= len(self.first) or self.first[line] >= self.end[line]

    def clear(self, start: int, stop: int) -> None:
        """Make lines blank: they have been read."""
        self.first[start:stop] = self.end[start:stop]

    def block_end(self, line: int, column: int) -> int:
        """The number of the first line from `line` on that has text no deeper than `column`."""
        first, end, indent, count = self.first, self.end, self.indent, len(self.first)
        while line < count and (indent[line] > column or first[line] >= end[line]):
            line += 1
        return line

    def even_end(self, line: int, column: int) -> int:
        """The number of the first line from `line` on that is blank or does not begin in `column`."""
        first, end, indent, count = self.first, self.end, self.indent, len(self.first)
        while line < count and indent[line] == column and first[line] < end[line]:
            line += 1
        return line

    def least_indent(self, start: int, stop: int, default: int) -> int:
        """The least column in which text of these lines begins; `default` when they are all blank."""
        columns = [self.indent[line] for line in range(start, stop) if self.first[line] < self.end[line]]
        return min(columns) if columns else default

    def run_end(self, line: int, stop: int) -> int:
        """The number of the first blank line from `line` on, `stop` at the latest."""
        while line < stop and self.first[line] < self.end[line]:
            line += 1
        return line

    def trimmed(self, start: int, stop: int) -> int:
        """`stop` without the blank lines at the end, `start` at the earliest."""
        while stop > start and self.first[stop - 1] >= self.end[stop - 1]:
            stop -= 1
        return stop


def lines_of(source: str) -> Lines:
    """All lines of a source."""
    rows = []
    start = 0
    for line in _LINES.findall(source):
        text = line.rstrip()
        after = start + len(line)
        if text and text[0] not in _BLANKS:  # most lines are not indented
            rows.append((start, start + len(text), 0))
        else:
            stripped = text.lstrip(_BLANKS)
            indent = len(text) - len(stripped)
            first = start + indent
            if "\t" in (blanks := text[:indent]):
                indent = len(blanks.expandtabs(_TAB))
            rows.append((first, start + len(text), indent))
        start = after
    return Lines(rows)


def column_after(source: str, column: int, start: int, end: int) -> int:
    """The column at `end`, when that of `start` on the same line is known."""
    written = source[start:end]
    if "\t" not in written:
        return column + len(written)
    shift = column % _TAB
    return column - shift + len((" " * shift + written).expandtabs(_TAB))
