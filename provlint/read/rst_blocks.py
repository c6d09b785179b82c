"""Blocks of reStructuredText: one pass over the lines with a stack of open bodies, no recursion over nesting.

A body is what is indented to one column: a block quote, a list item, a definition, the content of a directive. It is
open until a line begins left of that column. What stands behind a marker becomes a line of its own and is read again.
"""

import re
from collections.abc import Callable
from unicodedata import east_asian_width

from provlint.model.document import Block
from provlint.model.words import BlockKind
from provlint.read.markdown_leaf import Leaf, trimmed_end
from provlint.read.rst_found import Found
from provlint.read.rst_inline import read_inline
from provlint.read.rst_lines import Lines, column_after
from provlint.read.rst_signs import SIGN
from provlint.read.rst_text import Text

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*+$")
_BULLET = re.compile(r"[-+*\u2022\u2023\u2043](?:[ \t]+|$)")
_ENUMERATOR = re.compile(
    r"(?P<open>\(?)(?P<number>[0-9]{1,9}|[ivxlcdmIVXLCDM]{1,15}|[A-Za-z]|#)(?P<close>[.)])(?:[ \t]+|$)"
)
FIELD = re.compile(r":(?![: ])((?:[^:\\]|\\.|:(?![ `]|$))*+)(?<! ):(?:[ \t]+|$)")
_OPTION = r"(?:[-+][A-Za-z0-9](?: ?(?:[A-Za-z][A-Za-z0-9_-]*|<[^<>]+>))?|(?:--|/)[A-Za-z0-9][A-Za-z0-9_-]*(?:[ =](?:[A-Za-z][A-Za-z0-9_-]*|<[^<>]+>))?)"
_OPTIONS = re.compile(rf"{_OPTION}(?:, {_OPTION})*(?:(?:  |\t)[ \t]*| ?$)")
_DOCTEST = re.compile(r">>>(?:[ \t]|$)")
_LINE_BLOCK = re.compile(r"\|(?:[ \t]+|$)")
_ATTRIBUTION = re.compile(r"(?:---?(?!-)|\u2014)[ \t]*(?=\S)")
_LITERAL_NEXT = re.compile(r"(?<!\\)(?:\\\\)*::$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_SHORT = 4  # a shorter line of punctuation is text where it could be something else


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

    def __init__(self, found: Found, lines: Lines, *, column: int = 0, parent: int = -1, first: BlockKind = "paragraph",
                 tables: int = 0) -> None:  # fmt: skip
        self.found = found
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
        first, end, indent = lines.first, lines.end, lines.indent
        while line < len(first):
            if first[line] >= end[line]:
                line += 1
                continue
            while indent[line] < self.bodies[-1].column and len(self.bodies) > 1:
                self.close()
            if indent[line] > self.bodies[-1].column:
                self._open_quotes(line)
            stop = self._block(line)
            after = stop
            while after > line and first[after - 1] >= end[after - 1]:
                after -= 1
            self.last = max(self.last, end[after - 1] if after > line else end[line])
            line = stop
        while self.bodies:
            self.close()

    # Bodies

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

    # Blocks

    def _block(self, line: int) -> int:
        """Read the block that begins on a line; gives the line to go on with."""
        start = self.lines.first[line]
        char = self.source[start]
        if self.body.is_quote and char in "-\u2014" and line > self.body.opened:
            stop = self._attribution(line)
            if stop > line:
                return stop
        for read in _READERS.get(char, ()):
            stop = read(self, line)
            if stop >= 0:
                return stop
        if char.isalnum() and char.isascii():
            stop = self._enumerated(line)
            if stop >= 0:
                return stop
        elif char in _PUNCTUATION:
            stop = self._adornment(line)
            if stop >= 0:
                return stop
        return self._words(line)

    def _words(self, line: int) -> int:
        """A title, a term with its definition, or a paragraph."""
        lines = self.lines
        column, following = lines.indent[line], line + 1
        if not lines.is_blank(following):
            if lines.indent[following] > column:
                return self._definition(line)
            if lines.indent[following] == column and self._underlines(line, following):
                adornment = self.source[lines.first[following]]
                self.heading(line, adornment, lines.first[line], lines.end[following])
                return following + 1
        stop = following
        while not lines.is_blank(stop) and lines.indent[stop] == column:
            stop += 1
        return self._paragraph(line, stop)

    def _underlines(self, line: int, following: int) -> bool:
        lines = self.lines
        if not _ADORNMENT.match(self.source, lines.first[following], lines.end[following]):
            return False
        length = lines.end[following] - lines.first[following]
        return length >= _SHORT or _width(self.source[lines.first[line] : lines.end[line]]) <= length

    def _definition(self, line: int) -> int:
        """A term; its definition is deeper."""
        self.leaf("list-item", [(self.lines.first[line], self.lines.end[line])])
        stop = self.lines.block_end(line + 1, self.lines.indent[line])
        self.open(self.lines.least_indent(line + 1, stop, 0))
        return line + 1

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

    def _paragraph(self, line: int, stop: int) -> int:
        spans = self.spans(line, stop)
        start, end = spans[-1]
        if not (self.source.endswith("::", start, end) and _LITERAL_NEXT.search(self.source, start, end)):
            self.leaf(None, spans)
            return stop
        if end - start > 2:
            shorter = end - 2 if self.source[end - 3].isspace() else end - 1
            spans[-1] = (start, trimmed_end(self.source, start, shorter))
        else:
            spans.pop()
        if spans:
            self.leaf(None, spans)
        return self._literal(stop)

    def _literal(self, line: int) -> int:
        """The literal block that `::` announced; what follows may be indented or quoted."""
        lines = self.lines
        begin = line
        while begin < len(lines) and lines.is_blank(begin):
            begin += 1
        if begin == len(lines):
            return begin
        if lines.indent[begin] > self.body.column:
            return self.code(begin, lines.block_end(begin, self.body.column))
        mark = self.source[lines.first[begin]]
        if lines.indent[begin] < self.body.column or mark not in _PUNCTUATION:
            return begin
        stop = begin
        while not lines.is_blank(stop) and lines.indent[stop] == self.body.column and self.source[lines.first[stop]] == mark:
            stop += 1
        return self.code(begin, stop)

    def code(self, line: int, stop: int, *, kind: BlockKind = "code") -> int:
        """A block without prose on these lines; gives the line after it."""
        self.body.first = "paragraph"
        self.waiting.clear()
        last = self.lines.trimmed(line, stop) - 1
        if last >= line:
            self.found.add(Block(kind, self.lines.first[line], self.lines.end[last], parent=self.body.parent))
        return stop

    # Titles

    def _adornment(self, line: int) -> int:
        """A line of punctuation: over a title, a transition, or text when it is too short for either."""
        lines, source = self.lines, self.source
        if not _ADORNMENT.match(source, lines.first[line], lines.end[line]):
            return -1
        marker = source[lines.first[line] : lines.end[line]]
        if lines.is_blank(line + 1):
            return -1 if len(marker) < _SHORT else line + 1
        below = line + 2
        closes = (
            not lines.is_blank(below)
            and source[lines.first[below] : lines.end[below]] == marker
            and not _ADORNMENT.match(source, lines.first[line + 1], lines.end[line + 1])
        )
        if not closes:
            return -1 if len(marker) < _SHORT else line + 1
        title = source[lines.first[line + 1] : lines.end[line + 1]]
        if len(marker) < _SHORT and _width(title) > len(marker):
            return -1
        self.heading(line + 1, marker[0] * 2, lines.first[line], lines.end[below])
        return below + 1

    def heading(self, line: int, adornment: str, start: int, end: int) -> None:
        """The title on a line; `adornment` tells its level, `start:end` is the whole with its lines of punctuation."""
        styles = self.found.styles
        if adornment not in styles and len(styles) < len(_PUNCTUATION) * 2:
            styles.append(adornment)
        named = [name for name in self.waiting if name[0] != "\x00"]
        anchor = re.sub(r"[^a-z0-9]+", "-", named[-1].lower()).strip("-") if named else ""
        block = self.leaf("heading", self.spans(line, line + 1), level=styles.index(adornment) + 1)
        if block:
            self.found.names.define_local(block.plain)
            self.found.blocks[-1] = block._replace(anchor=anchor)
        self.last = max(self.last, end, start)

    # Lists

    def _bullet(self, line: int) -> int:
        marker = _BULLET.match(self.source, self.lines.first[line], self.lines.end[line])
        return self._item(line, marker.end()) if marker else -1

    def _item(self, line: int, start: int) -> int:
        if start >= self.lines.end[line]:
            return self.open_behind(line, start, first="list-item")
        column = column_after(self.source, self.lines.indent[line], self.lines.first[line], start)
        self.open(column, first="list-item")
        return self.shift(line, start, column)

    def _enumerated(self, line: int) -> int:
        lines = self.lines
        marker = _ENUMERATOR.match(self.source, lines.first[line], lines.end[line])
        if not marker or (marker["open"] and marker["close"] == "."):
            return -1
        following = line + 1
        if not lines.is_blank(following) and lines.indent[following] <= lines.indent[line]:
            beyond = lines.indent[following] < lines.indent[line]
            if not beyond and not self._counts_on(marker, following):
                return -1
        if len(marker["number"]) > 1 and marker["number"].isalpha() and not _roman(marker["number"].lower()):
            return -1
        return self._item(line, marker.end())

    def _counts_on(self, marker: re.Match[str], line: int) -> bool:
        """Whether a line begins with the number after this one; elsewhere `A. Einstein` is a name."""
        found = _ENUMERATOR.match(self.source, self.lines.first[line], self.lines.end[line])
        if not found or found["open"] != marker["open"] or found["close"] != marker["close"]:
            return False
        number, following = marker["number"], found["number"]
        if following == "#":
            return True
        if number.isdecimal() and following.isdecimal():
            return int(following) == int(number) + 1
        if not (number.isalpha() and following.isalpha()) or number.islower() != following.islower():
            return False
        if len(number) == len(following) == 1 and ord(following) == ord(number) + 1:
            return True
        ordinal = _roman(number.lower())
        return ordinal > 0 and _roman(following.lower()) == ordinal + 1

    def _options(self, line: int) -> int:
        """An option of a command; its description follows or is deeper."""
        lines = self.lines
        marker = _OPTIONS.match(self.source, lines.first[line], lines.end[line])
        if not marker:
            return -1
        if marker.end() >= lines.end[line] and lines.block_end(line + 1, lines.indent[line]) == lines.trimmed(
            line + 1, lines.block_end(line + 1, lines.indent[line])
        ) == line + 1:
            return -1
        return self.open_behind(line, marker.end(), first="list-item")

    def _field(self, line: int) -> int:
        marker = FIELD.match(self.source, self.lines.first[line], self.lines.end[line])
        if not marker:
            return -1
        self.aside(Text(self.source, [marker.span(1)]))
        if self.is_top and self.found.is_opening():
            from provlint.read.rst_fields import read_field

            return read_field(self, line, marker)
        return self.open_behind(line, marker.end(), first="list-item")

    def _doctest(self, line: int) -> int:
        if not _DOCTEST.match(self.source, self.lines.first[line], self.lines.end[line]):
            return -1
        stop = line
        while not self.lines.is_blank(stop) and self.lines.indent[stop] >= self.body.column:
            stop += 1
        return self.code(line, stop)

    def _line_block(self, line: int) -> int:
        """Lines kept as they are: one paragraph with its line ends."""
        lines, column = self.lines, self.lines.indent[line]
        leaf = Leaf(self.body.first, lines.first[line])
        at = line
        while not lines.is_blank(at) and lines.indent[at] == column:
            marker = _LINE_BLOCK.match(self.source, lines.first[at], lines.end[at])
            if not marker:
                break
            stop = at + 1
            while not lines.is_blank(stop) and lines.indent[stop] > column:
                stop += 1
            spans = [(marker.end(), lines.end[at]), *self.spans(at + 1, stop)]
            if leaf.length:
                leaf.add("\n", lines.end[at - 1], marker.end())
            if spans[0][0] < spans[0][1]:
                read_inline(self.found, Text(self.source, spans), leaf)
            at = stop
        if at == line:
            return -1
        self.body.first = "paragraph"
        self.waiting.clear()
        leaf.end = lines.end[at - 1]
        if block := leaf.block(self.source, self.body.parent):
            self.found.add(block)
        return at

    # Quotes

    def _attribution(self, line: int) -> int:
        """The line that says whom a quote is from; it ends the quote."""
        lines = self.lines
        marker = _ATTRIBUTION.match(self.source, lines.first[line], lines.end[line])
        if not marker or not lines.is_blank(line - 1):
            return line
        stop = line + 1
        while not lines.is_blank(stop) and lines.indent[stop] >= self.body.column:
            if stop > line + 1 and lines.indent[stop] != lines.indent[line + 1]:
                return line
            stop += 1
        quote = self.body.block
        block = self.leaf("byline", [(marker.end(), lines.end[line]), *self.spans(line + 1, stop)])
        self.last = lines.end[stop - 1]
        if block:
            author = " ".join(block.plain.split())
            self.found.blocks[quote] = self.found.blocks[quote]._replace(author=author or None)
        self.close()
        return stop

    def _table(self, line: int) -> int:
        from provlint.read import rst_tables

        return rst_tables.read_table(self, line)

    def _explicit(self, line: int) -> int:
        from provlint.read import rst_explicit

        return rst_explicit.read_explicit(self, line)


def _width(words: str) -> int:
    """The columns words take: two for a wide character."""
    return len(words) if words.isascii() else sum(2 if east_asian_width(char) in "WF" else 1 for char in words)


def _roman(letters: str) -> int:
    """The value of a Roman numeral in lower case; 0 when it is none."""
    total = 0
    for letter, following in zip(letters, [*letters[1:], ""], strict=True):
        value = _ROMAN.get(letter, 0)
        total += -value if value < _ROMAN.get(following, 0) else value
    return total if total > 0 and _in_roman(total) == letters else 0


def _in_roman(number: int) -> str:
    parts = []
    for value, letters in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
                           (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):  # fmt: skip
        parts.append(letters * (number // value))
        number %= value
    return "".join(parts)


_READERS: dict[str, tuple[Callable[[Walk, int], int], ...]] = {
    "-": (Walk._bullet, Walk._options),
    "+": (Walk._bullet, Walk._options, Walk._table),
    "*": (Walk._bullet,),
    "\u2022": (Walk._bullet,),
    "\u2023": (Walk._bullet,),
    "\u2043": (Walk._bullet,),
    "/": (Walk._options,),
    "(": (Walk._enumerated,),
    "#": (Walk._enumerated,),
    ":": (Walk._field,),
    ">": (Walk._doctest,),
    "|": (Walk._line_block,),
    "=": (Walk._table,),
    ".": (Walk._explicit,),
    "_": (Walk._explicit,),
}
