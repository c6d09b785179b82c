"""Words, marks and links inside a block of HTML, and the stretches whose words are not read."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from provlint.model.document import Block, Target
from provlint.model.words import BlockKind, LinkKind, MarkKind
from provlint.read.html_addresses import PICTURES, addresses, may_hold
from provlint.read.html_elements import FIRST_ONLY, MARKS, VOID
from provlint.read.html_leaf import INK, QUOTED_INK, HtmlLeaf
from provlint.read.html_link import Link
from provlint.read.html_notes import Span, Use, is_back_id, is_note_id, marker
from provlint.read.html_stack import Context, paragraphs
from provlint.read.html_traits import NEUTRAL, Traits, traits, traits_of
from provlint.read.html_unread import Unread
from provlint.text.html_entities import REFERENCE, in_attribute, in_text
from provlint.text.html_tokens import Attribute, attributes, is_self_closing
from provlint.text.patterns import lazy

_SHORTEST = 4  # characters of running text that could hold an address
_LOCAL_LINK = lazy(r"<a\s[^<>]*?href=[\"']?#", re.I)
_LONGEST_RAISED = 600  # characters of a note's mark with its markup
_CLOSED: frozenset[MarkKind] = frozenset(("code", "math"))
_BACK_CLASSES = ("footnote-back", "footnote-backref", "reversefootnote", "footnote-return", "fn-backref")
_NOTE_CLASSES = ("footnote-ref", "footnote-reference", "footnoteref", "noteref", "fn-ref")


class Inlines(Unread):
    """State and actions of what stands in a line; the walk over blocks builds on it."""

    def __init__(self, source: str, context: Context, quoted: bool, fragment: bool) -> None:
        super().__init__(source)
        self.markup = source  # the same with template code masked: what is read as tags
        self._hidden: Sequence[tuple[int, int]] = ()  # the spans of that code, in order
        self.context = context
        self.blocks: list[Block] = []
        self.targets: list[Target] = []
        self.regions: list[tuple[int, int]] = []
        self.uses: list[Use] = []
        self.spans: list[Span] = []  # elements with an id
        self.writers: list[str] = []  # the words of links to the author
        self._has_notes = not fragment
        self._quoted = quoted
        self._ink = QUOTED_INK if quoted else INK
        self._leaf: HtmlLeaf | None = None
        self._opened = -1  # where the first inline tag since the last block's end stands
        self._marks: dict[MarkKind, list[int]] = {}  # how many are open, where the words of the first begin
        self._closed = 0  # open elements in which no address stands bare
        self._link: Link | None = None
        self._quotations = 0
        self._broken_at = -1
        self._raised = -1  # the end of a `<sup>` that is a note's mark
        self._paragraph = -1  # where the open `<p>` starts
        self._inert = False

    # Words

    def _text_around(self, start: int, end: int) -> None:
        """The text `source[start:end]` without the template code in it."""
        hidden = self._hidden
        index = bisect_right(hidden, (start, start)) - 1
        index += index < 0 or hidden[index][1] <= start
        while index < len(hidden) and hidden[index][0] < end:
            first, last = hidden[index]
            if first > start:
                self._text(start, first)
            start = min(max(start, last), end)
            index += 1
        if start < end:
            self._text(start, end)

    def _text(self, start: int, end: int) -> None:
        context, leaf = self.context, self._leaf
        if self._skip or context.hidden or context.code:
            if self._link and not self._inert:
                self._link.label.append(self._rendered(start, end))
            return
        if leaf is None or leaf.blank:
            found = self._ink.search(self.source, start, end)
            if not found:
                return
            start = found.start()
            if leaf is None:
                leaf = self._open(start)
        leaf.text(self.source, start, end, self._quoted)
        if not self._closed and end - start > _SHORTEST:
            self.regions.append((start, end))

    def _open(self, start: int) -> HtmlLeaf:
        context = self.context
        at = self._opened if self._opened >= 0 else start
        kind: BlockKind = "furniture" if context.furniture else context.kind
        leaf = self._leaf = HtmlLeaf(kind, at, 0 if context.furniture else context.level, context.anchor)
        if context.kind in FIRST_ONLY:
            self.context = paragraphs(context)
        return leaf

    def _rendered(self, start: int, end: int) -> str:
        written = self.source[start:end]
        return REFERENCE.sub(_characters, written) if "&" in written else written

    def _is_read(self) -> bool:
        return not (self._skip or self.context.hidden or self.context.code)

    # Marks

    def _start_mark(self, name: str, start: int, end: int) -> None:
        kind = MARKS[name]
        opened = self._marks.get(kind)
        if opened is None:
            opened = self._marks[kind] = [0, 0]
        opened[0] += 1
        if opened[0] == 1:
            opened[1] = self._leaf.length if self._leaf else 0
            self._closed += kind in _CLOSED
        if self._opened < 0:
            self._opened = start
        if end - start > len(name) + 2:
            self._other(name, start, end)

    def _end_mark(self, name: str, _start: int, end: int) -> None:
        kind = MARKS[name[1:]]
        opened = self._marks.get(kind)
        if opened is None:
            return
        opened[0] -= 1
        if opened[0] == 0:
            del self._marks[kind]
            self._closed -= kind in _CLOSED
            if self._leaf:
                self._leaf.mark(kind, opened[1])
                self._leaf.ink_end = end

    def _suspend(self, leaf: HtmlLeaf) -> None:
        """The block ends while marks and a link are open: they go on in the next one."""
        for kind, opened in self._marks.items():
            leaf.mark(kind, opened[1])
            opened[1] = 0
        if link := self._link:
            leaf.mark("link", link.at)
            link.label += [leaf.since(link.piece), " "]
            link.at = link.piece = 0
        self._quotations = 0

    def _end_marks(self) -> None:
        """A table cell begins: no mark outside reaches into it."""
        self._marks.clear()
        self._closed = int(self._link is not None)

    def _start_quotation(self, name: str, start: int, end: int) -> None:
        """`<q>`: browsers set the quotation marks that the source leaves out."""
        self._addresses(name, start, end)
        if self._is_read():
            (self._leaf or self._open(start)).unit("‘" if self._quotations % 2 else "“", start, end)
            self._quotations += 1

    def _end_quotation(self, _name: str, start: int, end: int) -> None:
        if self._is_read() and self._quotations and self._leaf:
            self._quotations -= 1
            self._leaf.unit("’" if self._quotations % 2 else "”", start, end)

    # Links

    def _start_anchor(self, name: str, start: int, end: int) -> None:
        if self._link:
            self._close_anchor(start)
        if end - start <= len(name) + 2:
            return
        source = self.source
        attrs = attributes(self.markup, start, end)
        said = traits_of(source, name, attrs) if len(attrs) != 1 or attrs[0][0] != "href" else NEUTRAL
        if said.id:
            self._identify(said, start, end)
        found = addresses(source, name, attrs)
        if not found:
            return
        link = self._link = Link(start, end, self.depth, found, said.is_author)
        if self._leaf:
            link.at, link.piece = self._leaf.length, self._leaf.count
        self._closed += 1
        if self._opened < 0:
            self._opened = start
        url = found[0][2]
        if said.hidden or said.decorative or (url[:1] == "#" and self._is_mark(link, url, said, attrs, end)):
            self._start_skip(name, start)

    def _is_mark(self, link: Link, url: str, said: Traits, attrs: list[Attribute], end: int) -> bool:
        """Whether a link is a note's mark or leads back to one, so that its words are no part of the prose."""
        if len(url) < 2 or not self._has_notes:
            return False
        classes = next((self.source[first:last].split() for kind, first, last in attrs if kind == "class"), [])
        if said.role == "doc-backlink" or is_back_id(url[1:]) or any(word in _BACK_CLASSES for word in classes):
            return True
        sure = said.role == "doc-noteref" or is_note_id(url[1:]) or any(word in _NOTE_CLASSES for word in classes)
        looks = marker(self.source, end, "</a")
        if said.role == "doc-noteref" or (looks and (sure or self._raised > link.start)):
            link.note = Use(url[1:], link.start, end, sure)
        return link.note is not None and looks

    def _end_anchor(self, _name: str, _start: int, end: int) -> None:
        if self._link:
            self._close_anchor(end)

    def _close_anchor(self, end: int) -> None:
        link, leaf = self._link, self._leaf
        if link is None:
            return
        self._link = None
        self._closed -= 1
        if self._skip == "a":
            self._leave_skip()
        words = "".join(link.label)
        if leaf:
            words += leaf.since(link.piece)
            leaf.mark("link", link.at)
            if end > leaf.ink_end:
                leaf.ink_end = end
        label = " ".join(words.split())
        for first, last, url, _ in link.found:
            self.targets.append(Target("html", first, last, url, label, link.start, end))
        if link.note:
            self.uses.append(link.note._replace(end=end))
        if link.is_author and label:
            self.writers.append(label)

    def _leave_paragraph(self, at: int) -> None:
        """A paragraph ends: so do a link and unread words that began in it."""
        if self._paragraph >= 0:
            if self._link and self._link.start > self._paragraph:
                self._close_anchor(at)
            if self._skip and self._skip_start > self._paragraph:
                self._leave_skip()
            self._paragraph = -1

    def _start_raised(self, name: str, start: int, end: int) -> None:
        """`<sup>`: with nothing but a link on a number in it, a note's mark."""
        if end - start > len(name) + 2:
            self._other(name, start, end)
        if self._skip or not self._has_notes:
            return
        close = self.source.find("</sup", end, end + _LONGEST_RAISED)
        if _LOCAL_LINK.search(self.source, end, max(close, end)) and marker(self.source, end, "</sup"):
            self._raised = close
            self._start_skip(name, start)

    def _addresses_of(self, name: str, start: int, end: int) -> None:
        self._addresses(name, start, end)

    def _addresses(self, name: str, start: int, end: int) -> None:
        """The addresses of an element that is no link itself."""
        if end - start <= len(name) + 2 or not may_hold(name):
            return
        attrs = attributes(self.markup, start, end)
        is_image = name in ("img", "image")
        label = ""
        if is_image:
            label = next((in_attribute(self.source[first:last]) for kind, first, last in attrs if kind == "alt"), "")
        for first, last, url, attribute in addresses(self.source, name, attrs):
            kind: LinkKind = "image" if is_image or attribute in PICTURES else "html"
            self.targets.append(Target(kind, first, last, url, label, start, end))

    def _identify(self, said: Traits, start: int, end: int) -> None:
        """An inline element's id: where a note may begin, or what leads to the heading around it."""
        if said.id:
            if self._has_notes:
                self.spans.append(Span(said.id, start, end, -1, said.is_note))
            if self.context.level and not self.context.anchor:
                self.context = self.context._replace(anchor=said.id)
                if self._leaf:
                    self._leaf.anchor = said.id

    # Unread words

    def _other(self, name: str, start: int, end: int) -> None:
        """An inline element whose attributes may say that its words are not shown."""
        said = traits(self.source, start, end)
        if said is NEUTRAL:
            return
        self._identify(said, start, end)
        if (said.hidden or said.decorative) and name not in VOID:
            self._start_skip(name, start)

    def _start_unread(self, name: str, start: int, end: int) -> None:
        self._addresses(name, start, end)
        if not (name == "svg" and is_self_closing(self.source, start, end)):
            self._start_skip(name, start)

    def _start_template(self, name: str, start: int, _end: int) -> None:
        if not self._skip:
            self._start_skip(name, start)
            self._inert = True


def _characters(found: re.Match[str]) -> str:
    characters, length = in_text(found[0])
    return characters + found[0][length:]
