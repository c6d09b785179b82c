"""The walk over pyromark's events: blocks with their words and places, marked addresses, labels, running text."""

from collections.abc import Callable, Iterator
from typing import Any

from provlint.model.document import Block, Label
from provlint.model.words import BlockKind
from provlint.read.markdown_leaf import Leaf, trimmed_end
from provlint.read.markdown_links import Links
from provlint.read.markdown_places import Offsets

_DEEPEST = 50  # enclosing quotes and tables that are kept; what is nested deeper belongs to the fiftieth

Event = Any  # pyromark: a word, or a dict of one tag and its value


class Walk(Links):
    """Takes every event once and keeps what was learnt; offsets are code points into `source`."""

    def __init__(self, source: str, masked: str, templates: tuple[tuple[int, int], ...]) -> None:
        super().__init__(source, masked, templates)
        self._html: tuple[int, int] | None = None
        self._in_code = False  # the lines of a code block come as words

    def run(self, events: Iterator[tuple[Event, Any]], char: Offsets) -> None:
        """Take all events; `char` turns their byte offsets into code points."""
        for event, span in events:
            if type(event) is not dict:
                self._break(event, char(span["start"]), char(span["end"]))
                continue
            tag, value = event.popitem()
            if tag == "Text":
                if not self._in_code:
                    self._text(value, char(span["start"]), char(span["end"]))
            elif tag == "End":
                on_end = _ON_END.get(value if type(value) is str else next(iter(value)))
                if on_end:
                    on_end(self)
            elif tag == "Start":
                name, value = (value, None) if type(value) is str else value.popitem()
                on_start = _ON_START.get(name)
                if on_start:
                    on_start(self, value, char(span["start"]), char(span["end"]))
            elif tag in _ON:
                _ON[tag](self, value, char(span["start"]), char(span["end"]))

    def _start_paragraph(self, _: object, start: int, end: int) -> None:
        kind: BlockKind = "paragraph"
        if self._items and not self._items[-1]:
            kind, self._items[-1] = "list-item", True
        self._open_leaf(Leaf(kind, start, end))

    def _start_item(self, _: object, _start: int, _end: int) -> None:
        self._break_leaf()
        self._items.append(False)

    def _end_item(self) -> None:
        self._break_leaf()
        self._items.pop()

    def _start_cell(self, _: object, start: int, end: int) -> None:
        self._open_leaf(Leaf("table", start, end))

    def _start_html(self, _: object, start: int, end: int) -> None:
        self._break_leaf()
        self._html = (start, end)

    def _end_container(self) -> None:
        self._break_leaf()
        self._parents.pop()

    def _start_heading(self, value: dict[str, Any], start: int, end: int) -> None:
        self._open_leaf(Leaf("heading", start, end, level=int(value["level"][1]), anchor=value["id"] or ""))

    def _start_quote(self, _: object, start: int, end: int) -> None:
        self._container("quote", start, end)

    def _start_table(self, _: object, start: int, end: int) -> None:
        self._container("table", start, end)

    def _container(self, kind: BlockKind, start: int, end: int) -> None:
        self._break_leaf()
        if self._items:
            self._items[-1] = True
        if len(self._parents) < _DEEPEST:
            self.blocks.append(Block(kind, start, trimmed_end(self.source, start, end), parent=self._parent()))
            self._parents.append(len(self.blocks) - 1)
        else:
            self._parents.append(self._parents[-1])

    def _start_note(self, label: str, start: int, end: int) -> None:
        self._break_leaf()
        self.notes.append((start, end))
        close = self.source.find("]", start, end) + 1
        self.labels.append(Label("footnote", "definition", start, close, label, True))

    def _code_block(self, _: object, start: int, end: int) -> None:
        self._break_leaf()
        if self._items:
            self._items[-1] = True
        self._in_code = True
        self.opaque.append((start, end))
        self.blocks.append(Block("code", start, trimmed_end(self.source, start, end), parent=self._parent()))

    def _end_code_block(self) -> None:
        self._in_code = False

    def _html_block(self) -> None:
        from provlint.read.html_fragment import read  # as with HTML in a line

        start, end = self._html or (0, 0)
        self._html = None
        self.opaque.append((start, end))
        parent, offset = self._parent(), len(self.blocks)
        found = read(self.source, start, end, parent=parent, offset=offset, markup=self._masked, hidden=self._templates)
        self.blocks.extend(found.blocks)
        self.targets.extend(self._noted(target) for target in found.targets)
        self.regions.extend(found.regions)
        self.comments.extend(found.comments)


# Tables of plain functions, not of bound methods: a walk that held itself would live until the garbage collector came.
_ON_START: dict[str, Callable[[Walk, Any, int, int], None]] = {
    "Paragraph": Walk._start_paragraph,
    "Heading": Walk._start_heading,
    "BlockQuote": Walk._start_quote,
    "List": Walk._break_leaf,
    "Item": Walk._start_item,
    "FootnoteDefinition": Walk._start_note,
    "CodeBlock": Walk._code_block,
    "Table": Walk._start_table,
    "TableCell": Walk._start_cell,
    "HtmlBlock": Walk._start_html,
    "Link": Walk._start_link,
    "Image": Walk._start_image,
    "Emphasis": Walk._start_wrap,
    "Strong": Walk._start_wrap,
    "Strikethrough": Walk._start_wrap,
}
_ON_END: dict[str, Callable[[Walk], None]] = {
    "Paragraph": Walk._close_leaf,
    "Heading": Walk._close_leaf,
    "BlockQuote": Walk._end_container,
    "CodeBlock": Walk._end_code_block,
    "Item": Walk._end_item,
    "Table": Walk._end_container,
    "TableCell": Walk._close_leaf,
    "HtmlBlock": Walk._html_block,
    "Link": Walk._end_link,
    "Image": Walk._end_link,
    "Emphasis": Walk._end_emphasis,
    "Strong": Walk._end_strong,
    "Strikethrough": Walk._end_strike,
}
_ON: dict[str, Callable[[Walk, Any, int, int], None]] = {
    "Code": Walk._code,
    "InlineHtml": Walk._inline_html,
    "InlineMath": Walk._math,
    "DisplayMath": Walk._math,
    "FootnoteReference": Walk._note_use,
}
