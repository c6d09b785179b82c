"""The state of a walk over the lines of reStructuredText: a stack of open bodies, no recursion over nesting.

A body is what is indented to one column: a block quote, a list item, a definition, the content of a directive. It is
open until a line begins left of that column. What stands behind a marker becomes a line of its own and is read again.
"""

from collections.abc import Callable

from provlint.model.document import Block
from provlint.model.words import BlockKind
from provlint.read.markdown_leaf import Leaf, trimmed_end
from provlint.read.rst_found import Found
from provlint.read.rst_inline import read_inline
from provlint.read.rst_lines import Lines
from provlint.read.rst_signs import SIGN
from provlint.read.rst_text import Text


class Body:
    """An open body: lines from `column` on belong to it."""

    __slots__ = ("block", "column", "first", "is_note", "is_quote", "opened", "parent", "start")

    def __init__(
        self, column: int, parent: int, *, block: int = -1, first: BlockKind = "paragraph", start: int = -1
    ) -> None:
        self.column = column
        self.parent = parent  # the block that what stands in here belongs to
        self.block = block  # this body's own block, or -1
        self.first: BlockKind = first  # what its first words are
        self.start = start  # where a footnote begins
        self.is_note = start >= 0
        self.is_quote = block >= 0
        self.opened = -1  # the line a quote opened on


class Walk:
    """Reads lines into `found`; `place` in the enclosing table or document is given by `parent`."""

    def __init__(
        self,
        found: Found,
        lines: Lines,
        read: "Reader",
        *,
        column: int = 0,
        parent: int = -1,
        first: BlockKind = "paragraph",
        tables: int = 0,
    ) -> None:
        self.found = found
        self.read = read
        self.source = found.source
        self.lines = lines
        self.tables = tables  # how many tables this one stands in
        self.bodies = [Body(column, parent, first=first)]
        self.last = 0  # where the last text that was read ended
        self.no_border: dict[int, int] = {}  # by column: up to which line no table has a bottom
        self.waiting: list[str] = []  # names of targets for what comes next

    @property
    def body(self) -> Body:
        """The innermost open body."""
        return self.bodies[-1]

    @property
    def is_top(self) -> bool:
        """Whether nothing but the document is open."""
        return len(self.bodies) == 1 and not self.tables

    def run(self) -> None:
        """Read all lines."""
        lines, line = self.lines, 0
        first, end, indent, count = lines.first, lines.end, lines.indent, len(lines)
        while line < count:
            if first[line] >= end[line]:
                line += 1
                continue
            while indent[line] < self.bodies[-1].column and len(self.bodies) > 1:
                self.close()
            if indent[line] > self.bodies[-1].column:
                self._open_quotes(line)
            stop = self.read(self, line)
            after = stop
            while after > line and first[after - 1] >= end[after - 1]:
                after -= 1
            last = end[after - 1] if after > line else end[line]
            if last > self.last:
                self.last = last
            line = stop
        while self.bodies:
            self.close()

    def close(self) -> None:
        """Close the innermost body."""
        body = self.bodies.pop()
        if body.block >= 0:
            block = self.found.blocks[body.block]
            end = trimmed_end(self.source, block.start, max(self.last, block.start))
            self.found.blocks[body.block] = block._replace(end=end)
            self.found.depth -= 1
        if body.is_note:
            self.found.in_note -= 1
            if not self.found.in_note:
                self.found.notes.append((body.start, max(self.last, body.start)))

    def open(self, column: int, *, first: BlockKind = "paragraph") -> None:
        """Open a body without a block of its own."""
        self.body.first = "paragraph"
        self.bodies.append(Body(column, self.body.parent, first=first))

    def open_note(self, column: int, start: int) -> None:
        """Open the body of a footnote that begins at `start`."""
        self.bodies.append(Body(column, self.body.parent, start=start))
        self.found.in_note += 1

    def open_quote(self, column: int, start: int, line: int) -> None:
        """Open a block quote whose text begins at `start`."""
        self.body.first = "paragraph"
        parent = self.body.parent
        if not self.found.may_nest():
            self.open(column)
            return
        index = self.found.add(Block("quote", start, start, parent=parent))
        self.found.depth += 1
        self.bodies.append(Body(column, index, block=index))
        self.body.opened = line

    def _open_quotes(self, line: int) -> None:
        """The quotes that a deeper line opens: one for each lesser indent that comes before the body goes on."""
        first, end, indent = self.lines.first, self.lines.end, self.lines.indent
        column, at = self.body.column, line + 1
        columns = [indent[line]]
        while at < len(first):
            if first[at] < end[at]:
                if indent[at] <= column:
                    break
                if indent[at] < columns[-1]:
                    columns.append(indent[at])
            at += 1
        for inner in reversed(columns):
            self.open_quote(inner, first[line], line)

    def open_behind(self, line: int, start: int, *, first: BlockKind = "paragraph") -> int:
        """Open the body of a marker on `line` whose first text stands at `start`; gives the line to go on with.

        Its column is the least indent of what follows, whatever the column of the first text.
        """
        stop = self.lines.block_end(line + 1, self.lines.indent[line])
        column = self.lines.least_indent(line + 1, stop, self.lines.indent[line] + 1)
        self.open(column, first=first)
        return self.shift(line, start, column)

    def shift(self, line: int, start: int, column: int) -> int:
        """Let `line` begin at `start` in `column`; gives the next line when nothing is left of it."""
        if start >= self.lines.end[line]:
            return line + 1
        self.lines.first[line] = start
        self.lines.indent[line] = column
        return line

    def leaf(
        self, kind: BlockKind | None, spans: list[tuple[int, int]], *, length: int | None = None, level: int = 0
    ) -> Block | None:
        """Read words into a block of their own; `kind` None: whatever the first words of the body are."""
        if kind is None:
            kind = self.body.first
        self.body.first = "paragraph"
        self.waiting.clear()
        text = Text(self.source, spans)
        if length is None and not SIGN.search(text.string) and "\x00" not in text.string:
            start, end = spans[0][0], spans[-1][1]
            block = Block(kind, start, end, text.string, text.runs(), (), self.body.parent, level)
            self.found.regions.extend(text.pieces(0, len(text.string)))
            self.found.blocks.append(block)
            return block
        leaf = Leaf(kind, spans[0][0], level=level)
        leaf.end = spans[-1][1]
        read_inline(self.found, text, leaf, length)
        written = leaf.block(self.source, self.body.parent)
        if written:
            self.found.add(written)
        return written

    def aside(self, text: Text) -> None:
        """Read what is no prose for the references in it."""
        before = len(self.found.regions)
        read_inline(self.found, text, Leaf("other", 0))
        del self.found.regions[before:]

    def spans(self, start: int, stop: int) -> list[tuple[int, int]]:
        """The text of some lines, blank ones left out."""
        first, end = self.lines.first, self.lines.end
        return [(first[line], end[line]) for line in range(start, stop) if first[line] < end[line]]

    def last_end(self, start: int, stop: int) -> int:
        """Where the text of some lines ends."""
        return self.lines.end[self.lines.trimmed(start + 1, stop) - 1]

    def code(self, line: int, stop: int, *, kind: BlockKind = "code") -> int:
        """A block without prose on these lines; gives the line after it."""
        self.body.first = "paragraph"
        self.waiting.clear()
        last = self.lines.trimmed(line, stop) - 1
        if last >= line:
            self.found.add(Block(kind, self.lines.first[line], self.lines.end[last], parent=self.body.parent))
        return stop


#: Reads the block that begins on a line; gives the line to go on with.
Reader = Callable[[Walk, int], int]
