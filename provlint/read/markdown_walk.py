"""The walk over pyromark's events: blocks with their words and places, marked addresses, labels, running text."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from provlint.model.document import Block, Label, Target
from provlint.model.words import BlockKind, LinkKind, MarkKind
from provlint.read import html_fragment
from provlint.read.markdown_leaf import Leaf, trimmed_end
from provlint.read.markdown_places import Offsets, destination

_DEEPEST = 50  # enclosing quotes and tables that are kept; what is nested deeper belongs to the fiftieth
_LINK_KINDS: dict[str, LinkKind] = {"Autolink": "autolink", "Email": "autolink", "Inline": "inline"}

Event = Any  # pyromark: a word, or a dict of one tag and its value


class _Open(NamedTuple):
    """A link or image whose end has not come yet."""

    link: dict[str, Any]
    start: int
    end: int
    at: int  # where its label begins, in the words of the leaf or of the alternative text
    is_image: bool


class Walk:
    """Takes every event once and keeps what was learnt; offsets are code points into `source`."""

    def __init__(self, source: str, masked: str, templates: tuple[tuple[int, int], ...]) -> None:
        self.source = source
        self._masked = masked  # the source with its template tags hidden: what the parser saw
        self.blocks: list[Block] = []
        self.targets: list[Target] = []
        self.labels: list[Label] = []
        self.regions: list[tuple[int, int]] = []
        self.comments: list[tuple[int, int]] = []
        self.notes: list[tuple[int, int]] = []
        self.opaque: list[tuple[int, int]] = []  # code and HTML: definitions and templates in them do not count
        self.prose: list[tuple[int, int]] = []  # leaves: what stands in them is no definition
        self.used: set[str] = set()  # reference labels in use, in normal form
        self._templates = templates
        self._next_template = 0
        self._leaf: Leaf | None = None
        self._parents: list[int] = []
        self._items: list[bool] = []  # for each open list item: whether its first leaf has come
        self._links: list[_Open] = []
        self._images = 0
        self._alternative: list[str] = []
        self._wraps: list[tuple[int, int]] = []  # open emphasis: where its words begin, where it ends in the source
        self._region: tuple[int, int] | None = None
        self._content_end = 0  # where the last inline thing ended: a link's label ends there
        self._anchors: list[tuple[int, int]] = []  # open <a>: index of its target, where its label begins
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

    # Blocks

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
        start, end = self._html or (0, 0)
        self._html = None
        self.opaque.append((start, end))
        found = html_fragment.read(self.source, start, end, parent=self._parent(), offset=len(self.blocks))
        self.blocks.extend(found.blocks)
        self.targets.extend(self._noted(target) for target in found.targets)
        self.regions.extend(found.regions)
        self.comments.extend(found.comments)

    def _parent(self) -> int:
        return self._parents[-1] if self._parents else -1

    def _open_leaf(self, leaf: Leaf) -> None:
        self._break_leaf()
        self._leaf = leaf
        self._content_end = leaf.start

    def _break_leaf(self, *_: object) -> None:
        if self._leaf:
            self._close_leaf()

    def _close_leaf(self) -> None:
        leaf, self._leaf = self._leaf, None
        self._close_region()
        self._anchors.clear()
        if leaf and (block := leaf.block(self.source, self._parent())):
            self.blocks.append(block)
            self.prose.append((block.start, block.end))

    def _words(self, start: int) -> Leaf:
        """The leaf to write into; words without one are those of a tight list item."""
        if self._leaf is None:
            first = bool(self._items) and not self._items[-1]
            if first:
                self._items[-1] = True
            self._leaf = Leaf("list-item" if first else "paragraph", start)
        return self._leaf

    # Inlines

    def _text(self, words: str, start: int, end: int) -> None:
        if self._in_code:
            return
        self._content_end = end
        if self._images:
            self._alternative.append(words)
            return
        leaf = self._words(start)
        if self._templates:
            self._text_with_templates(leaf, words, start, end)
        else:
            leaf.add(words, start, end)
        if not self._links and not self._anchors:
            self._region = (self._region[0] if self._region else start, end)

    def _text_with_templates(self, leaf: Leaf, words: str, start: int, end: int) -> None:
        at, templates = start, self._templates
        while self._next_template < len(templates) and templates[self._next_template][1] <= start:
            self._next_template += 1
        index = self._next_template
        while index < len(templates) and templates[index][0] < end and len(words) == end - start:
            first, last = templates[index]
            leaf.add(words[at - start : max(first, at) - start], at, max(first, at))
            at = min(last, end)
            index += 1
        leaf.add(words[at - start :] if at > start else words, at, end)

    def _break(self, name: str, start: int, end: int) -> None:
        if name == "Rule":
            self._break_leaf()
            return
        self._content_end = end
        if self._images:
            self._alternative.append("\n")
        else:
            # A lone CR stays what it is: a run of equal length is the source itself.
            self._words(start).add("\n" if end - start > 1 else self.source[start:end], start, end)

    def _code(self, words: str, start: int, end: int) -> None:
        self._content_end = end
        self.opaque.append((start, end))
        self._literal(words, start, end, "code")

    def _math(self, words: str, start: int, end: int) -> None:
        self._content_end = end
        if "$$" in self.source[start : start + 2] or any(char in "\\^_={}" for char in words) or len(words) < 3:
            self._literal(words, start, end, "math")
        else:  # two prices in one sentence, not a formula
            self._text(self.source[start:end], start, end)

    def _literal(self, words: str, start: int, end: int, kind: MarkKind) -> None:
        if self._images:
            self._alternative.append(words)
            return
        self._close_region()
        leaf = self._words(start)
        at = leaf.length
        inside = self.source.find(words, start, end)
        leaf.add(words, *((inside, inside + len(words)) if inside >= 0 else (start, end)))
        leaf.mark(kind, at)

    def _start_wrap(self, _: object, start: int, end: int) -> None:
        self._wraps.append((self._words(start).length, end))

    def _end_wrap(self, kind: MarkKind) -> None:
        at, self._content_end = self._wraps.pop()
        if self._leaf and not self._images:
            self._leaf.mark(kind, at)

    def _end_emphasis(self) -> None:
        self._end_wrap("emphasis")

    def _end_strong(self) -> None:
        self._end_wrap("strong")

    def _end_strike(self) -> None:
        self._end_wrap("strike")

    def _note_use(self, label: str, start: int, end: int) -> None:
        self._content_end = end
        self._close_region()
        if not self._images:
            self._words(start)
            self.labels.append(Label("footnote", "use", start, end, label, True))

    def _close_region(self) -> None:
        if self._region:
            self.regions.append(self._region)
            self._region = None

    # Links and images

    def _start_link(self, link: dict[str, Any], start: int, end: int) -> None:
        self._close_region()
        at = len(self._alternative) if self._images else self._words(start).length
        self._links.append(_Open(link, start, end, at, False))
        self._content_end = start + 1

    def _start_image(self, link: dict[str, Any], start: int, end: int) -> None:
        self._close_region()
        if not self._images:
            self._words(start)
            self._alternative = []
        self._links.append(_Open(link, start, end, len(self._alternative), True))
        self._images += 1
        self._content_end = start + 2

    def _end_link(self) -> None:
        opened = self._links.pop()
        label_end, self._content_end = self._content_end, opened.end
        if opened.is_image:
            self._images -= 1
            label = "".join(self._alternative[opened.at :])
        else:
            leaf = self._words(opened.start)
            label = "" if self._images else leaf.words(opened.at)
            if not self._images:
                leaf.mark("link", opened.at)
        if not self._images:  # a link inside an image's alternative text leads nowhere
            self._add_target(opened, label, label_end)

    def _add_target(self, opened: _Open, label: str, label_end: int) -> None:
        link, start, end = opened.link, opened.start, opened.end
        kind = _LINK_KINDS.get(link["link_type"])
        if kind is None:
            self._add_reference(opened, label, label_end)
            return
        if kind == "autolink":
            place: tuple[int, int] | None = (start + 1, end - 1)
        else:
            bracket = self._masked.find("](", label_end, end)
            place = destination(self._masked, bracket + 2, end - 1) if bracket >= 0 else None
        first, last = place or (start, end)
        written = self.source[first:last]
        url = link["dest_url"] if written == self._masked[first:last] else written
        kind = "image" if opened.is_image else kind
        self.targets.append(self._noted(Target(kind, first, last, url, label, start, end)))

    def _add_reference(self, opened: _Open, label: str, label_end: int) -> None:
        link, start, end = opened.link, opened.start, opened.end
        if link["link_type"] == "Reference":
            first = self.source.find("][", label_end, end) + 2
            last = end - 1
        else:
            first, last = start + 1 + opened.is_image, self.source.find("]", label_end, end)
        self.used.add(normal_label(link["id"]))
        self.labels.append(Label("reference-label", "use", first, last, link["id"], True))
        kind: LinkKind = "image" if opened.is_image else "reference"
        self.targets.append(self._noted(Target(kind, first, last, link["dest_url"], label, start, end)))

    def _noted(self, target: Target) -> Target:
        """The target as a footnote's when it stands in one."""
        if self.notes and target.start < self.notes[-1][1]:
            return target._replace(footnote=True, kind="footnote" if target.kind != "image" else "image")
        return target

    # HTML inside a line

    def _inline_html(self, _: str, start: int, end: int) -> None:
        self._content_end = end
        if self._images:
            return
        self._close_region()
        leaf = self._words(start)
        tag = html_fragment.tag(self.source, start, end)
        if tag.comment:
            self.comments.append(tag.comment)
        elif tag.name == "br":
            leaf.add("\n", start, end)
        elif tag.name == "a" and tag.closing:
            self._end_anchor(leaf)
        else:
            if tag.name == "a" and tag.targets:
                self._anchors.append((len(self.targets), leaf.length))
            self.targets.extend(self._noted(target) for target in tag.targets)

    def _end_anchor(self, leaf: Leaf) -> None:
        if self._anchors:
            index, at = self._anchors.pop()
            self.targets[index] = self.targets[index]._replace(label=leaf.words(at))
            leaf.mark("link", at)


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


def normal_label(label: str) -> str:
    """A reference label as CommonMark compares them: case folded, white space collapsed."""
    return " ".join(label.casefold().split())
