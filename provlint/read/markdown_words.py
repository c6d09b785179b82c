"""The words of Markdown's blocks and what marks them: the innermost part of the walk over pyromark's events."""

from typing import Any

from provlint.model.document import Block, Label, Target
from provlint.model.words import MarkKind
from provlint.read.markdown_leaf import Leaf

_NOWHERE = 1 << 62  # behind the end of any source


class Words:
    """What is open while the words of a block come in; offsets are code points into `source`."""

    def __init__(self, source: str, masked: str, templates: tuple[tuple[int, int], ...]) -> None:
        self.source = source
        self._masked = masked  # the source with its template tags hidden: what the parser saw
        self.blocks: list[Block] = []
        self.targets: list[Target] = []
        self.labels: list[Label] = []
        self.regions: list[tuple[int, int]] = []
        self.notes: list[tuple[int, int]] = []
        self.opaque: list[tuple[int, int]] = []  # code and HTML: definitions and templates in them do not count
        self.prose: list[tuple[int, int]] = []  # leaves: what stands in them is no definition
        self._templates = templates
        self._next_template = 0
        self._template_start = templates[0][0] if templates else _NOWHERE  # where the next one starts
        self._leaf: Leaf | None = None
        self._parents: list[int] = []
        self._items: list[bool] = []  # for each open list item: whether its first leaf has come
        self._links: list[Any] = []  # links and images whose end has not come yet
        self._images = 0  # how many of them are images: words inside are alternative text
        self._alternative: list[str] = []
        self._wraps: list[tuple[int, int]] = []  # open emphasis: where its words begin, where it ends in the source
        self._region: tuple[int, int] | None = None
        self._content_end = 0  # where the last inline thing ended: a link's label ends there
        self._anchors: list[tuple[int, int]] = []  # open <a>: index of its target, where its label begins
        self._literals: list[tuple[str, int]] = []  # open <code> and its like: name, where its words begin

    def _open_leaf(self, leaf: Leaf) -> None:
        self._break_leaf()
        self._leaf = leaf
        self._content_end = leaf.start

    def _break_leaf(self, *_: object) -> None:
        if self._leaf:
            self._close_leaf()

    def _close_leaf(self) -> None:
        leaf, self._leaf = self._leaf, None
        if self._region:
            self._close_region()
        self._anchors.clear()
        self._literals.clear()
        if leaf and (block := leaf.block(self.source, self._parents[-1] if self._parents else -1)):
            self.blocks.append(block)
            self.prose.append(block[1:3])

    def _parent(self) -> int:
        return self._parents[-1] if self._parents else -1

    def _words(self, start: int) -> Leaf:
        """The leaf to write into; words without one are those of a tight list item."""
        if self._leaf is None:
            first = bool(self._items) and not self._items[-1]
            if first:
                self._items[-1] = True
            self._leaf = Leaf("list-item" if first else "paragraph", start)
        return self._leaf

    # Words and what marks them

    def _text(self, words: str, start: int, end: int) -> None:
        self._content_end = end
        if self._images:
            self._alternative.append(words)
            return
        leaf = self._leaf or self._words(start)
        if end <= self._template_start:
            leaf.add(words, start, end)
        else:
            self._text_with_templates(leaf, words, start, end)
        if not (self._links or self._anchors or self._literals):
            region = self._region
            self._region = (region[0], end) if region else (start, end)

    def _text_with_templates(self, leaf: Leaf, words: str, start: int, end: int) -> None:
        at, templates = start, self._templates
        while self._next_template < len(templates) and templates[self._next_template][1] <= start:
            self._next_template += 1
        index = self._next_template
        self._template_start = templates[index][0] if index < len(templates) else _NOWHERE
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
