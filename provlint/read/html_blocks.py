"""Blocks of a page: what its elements open and close, and what each says of the words inside."""

from functools import lru_cache

from provlint.model.document import Block
from provlint.model.words import BlockKind
from provlint.read.html_elements import IMPLIED, KINDS, PREFORMATTED, SECTIONING
from provlint.read.html_head import Head
from provlint.read.html_notes import Span
from provlint.read.html_page_data import PageData
from provlint.read.html_stack import Context, Frame, Stack
from provlint.read.html_traits import NEUTRAL, Traits, traits
from provlint.text.patterns import lazy

_DEEPEST = 50  # enclosing quotes and tables that are kept; what is nested deeper belongs to the fiftieth
#: How the code that social networks give for embedding ends: "— Name (@handle)".
_SIGNATURE = lazy(r"[—–]\s?([^—–\n]{1,80}?)\s\(@\w{1,60}\)")
_LANDMARKS = frozenset(("nav", "search", "dialog"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Blocks that change nothing for the words inside when they have no attributes.
_PLAIN = frozenset((
    "div", "p", "ul", "ol", "dl", "center", "tbody", "thead", "tfoot", "address", "form", "summary", "dir", "fieldset",
    "legend", "hgroup", "menu", "optgroup", "frameset",
))  # fmt: skip


#: Elements that may become a block around others, whatever their attributes say.
_CONTAINERS = PREFORMATTED | {"blockquote", "table"}


class Blocks(PageData):
    """Keeps the open elements and the blocks found; the walk over the tokens builds on it."""

    def __init__(self, source: str, head: Head | None, context: Context, offset: int, quoted: bool) -> None:
        super().__init__(source, head, context, quoted)
        self._offset = offset  # the number of blocks before this walk's
        self._stack = Stack()

    def _start_block(self, name: str, start: int, end: int) -> None:
        if self._leaf:
            self._break()
        else:
            self._opened = -1
        if self._paragraph >= 0:
            self._leave_paragraph(start)
        if name == "p":
            self._paragraph = start
        stack, names = self._stack, self._stack.names
        if names and names[-1] == "p":
            self._pop(start)
        implied = IMPLIED.get(name)
        if implied and names and names[-1] not in implied[1] and (depth := stack.implied(*implied)) >= 0:
            self._pop_to(depth, start)
        said = traits(self.source, start, end) if end - start > len(name) + 2 else NEUTRAL
        if said is NEUTRAL and name in _PLAIN:
            if name != "p":
                stack.push(name)
            return
        before = self.context
        context = _inner(name, said, before)
        block = -1
        kind = self._container(name, said, context) if name in _CONTAINERS or said.kind else None
        if kind and context.containers < _DEEPEST:
            block = len(self.blocks)
            self.blocks.append(Block(kind, start, end, parent=context.parent))
            context = context._replace(parent=block + self._offset, containers=context.containers + 1)
        elif kind == "code":
            block = len(self.blocks)
            self.blocks.append(Block(kind, start, end, parent=context.parent))
        stack.push(name, Frame(before, block, self._span(said, start, end) if said.id else -1))
        self.context = context

    def _container(self, name: str, said: Traits, context: Context) -> BlockKind | None:
        if context.furniture or context.hidden or self._skip:
            return None
        if name in PREFORMATTED:
            return None if self.context.code else "code"
        if self.context.code:
            return None
        if said.kind == "post":
            return "post"
        if name == "blockquote":
            return "quote"
        return "table" if name == "table" and said.role not in ("presentation", "none") else None

    def _span(self, said: Traits, start: int, end: int) -> int:
        """Remember an element that a note's mark may lead to."""
        if self.head is None:
            return -1
        self.spans.append(Span(said.id, start, end, -1, said.is_note))
        return len(self.spans) - 1

    def _end_block(self, name: str, start: int, end: int) -> None:
        if self._leaf:
            self._break()
        self._opened = -1
        names, closed = self._stack.names, name[1:]
        if names and names[-1] == closed:
            self._pop(end)
        elif (depth := self._stack.closed_by(closed)) >= 0:
            self._pop_to(depth + 1, start)
            self._pop(end)

    def _end_p(self, _name: str, start: int, end: int) -> None:
        if self._leaf:
            self._break()
        self._opened = -1
        self._leave_paragraph(start)
        if self._stack.names and self._stack.names[-1] == "p":
            self._pop(end)

    def _end_heading(self, name: str, start: int, end: int) -> None:
        """Any heading's end tag closes the heading that is open."""
        self._break()
        names = self._stack.names
        if names and names[-1] in HEADINGS:
            self._pop(end)
        else:
            self._end_block(name, start, end)

    def _pop_to(self, depth: int, end: int) -> None:
        while len(self._stack.names) > depth:
            self._pop(end)

    def _pop(self, end: int) -> None:
        frame = self._stack.pop()
        if self._skip and self.depth < self._skip_depth:
            self._leave_skip()
        if self._link and self.depth < self._link.depth:
            self._close_anchor(end)
        if frame is None:
            return
        self.context = frame.before
        if frame.block >= 0:
            block = self.blocks[frame.block]._replace(end=end)
            self.blocks[frame.block] = self._signed(block, frame.block) if block.kind == "post" else block
        if frame.span >= 0:
            self.spans[frame.span] = self.spans[frame.span]._replace(end=end)

    @property
    def depth(self) -> int:
        """How many block elements are open."""
        return len(self._stack.names)

    def _signed(self, post: Block, index: int) -> Block:
        """An embedded post with its author and its address, as the embedding site's own last line gives them."""
        if not self.source.startswith("<blockquote", post.start):
            return post  # a reader's comment
        address = next((target.url for target in reversed(self.targets) if target.kind == "html"), "")
        is_own = len(self.targets) > 0 and self.targets[-1].start > post.start and address.startswith("https://")
        signature = _SIGNATURE.search(self.blocks[-1].plain) if len(self.blocks) > index + 1 else None
        return post._replace(author=signature[1] if signature else None, address=address if is_own else None)

    def _break(self) -> None:
        """End the block of words that is being collected, if any."""
        leaf = self._leaf
        self._opened = -1
        if leaf is None:
            return
        if self._marks or self._link or self._quotations:
            self._suspend(leaf)
        self._leaf = None
        if (leaf.start, leaf.ink_end) == self._time and leaf.kind == "paragraph":
            leaf.kind = "dateline"
        if block := leaf.finished(self.source, self.context.parent):
            if self.head and block.level == 1 and not self.head.heading and block.kind == "heading":
                self.head.heading = block.plain
            self.blocks.append(block)

    # Elements of their own

    def _rule(self, _name: str, _start: int, _end: int) -> None:
        self._break()

    def _line_break(self, _name: str, start: int, end: int) -> None:
        """A line ends; two ends with nothing between them end a paragraph, as pages without `<p>` write it."""
        leaf = self._leaf
        if leaf is None or self._skip or self.context.hidden or self.context.code:
            return
        if leaf.blank and leaf.ink_end == self._broken_at:
            self._break()
        else:
            leaf.unit("\n", start, end)
            self._broken_at = end

    def _cite(self, name: str, start: int, end: int) -> None:
        """An element whose `cite` names a source, besides what else it is."""
        self._addresses(name, start, end)
        if name == "blockquote":
            self._start_block(name, start, end)
        elif name == "del":
            self._start_mark(name, start, end)


@lru_cache(maxsize=1024)
def _inner(name: str, said: Traits, before: Context) -> Context:
    """What holds inside an element."""
    furniture = before.furniture
    if name == "main" or said.role == "main":
        furniture = False
    elif not furniture and name not in ("html", "body", "article"):
        furniture = said.furniture or name in _LANDMARKS
        if not before.inside:
            furniture = furniture or said.aside or name in ("header", "footer", "aside")
    is_code = name in PREFORMATTED
    kind: BlockKind = KINDS.get(name, before.kind)
    if kind == "heading" and name not in KINDS:
        kind = "paragraph"
    if said.kind and said.kind != "post":
        kind = said.kind
    elif name in ("table", "blockquote", "tr", "ul", "ol", "dl"):
        kind = "paragraph"
    return Context(
        kind,
        int(name[1]) if kind == "heading" else 0,
        said.id if kind == "heading" else "",
        before.parent,
        before.hidden or (said.hidden and name not in ("html", "body")),
        furniture,
        before.inside or name in SECTIONING or said.role in ("main", "article"),
        before.code or is_code,
        before.containers,
    )
