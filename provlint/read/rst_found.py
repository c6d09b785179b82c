"""What the readers of blocks and lines hand on to: everything found so far in one reStructuredText document."""

from provlint.model.document import Block, Target
from provlint.read.rst_names import Names

_DEEPEST = 50  # enclosing blocks that are kept; what is nested deeper belongs to the fiftieth


class Found:
    """Collects blocks, targets, names and spans; offsets are code points into `source`."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.targets: list[Target] = []
        self.regions: list[tuple[int, int]] = []
        self.comments: list[tuple[int, int]] = []
        self.notes: list[tuple[int, int]] = []
        self.names = Names()
        self.fields: list[tuple[str, str]] = []  # what the document says of itself: name in lower case, value
        self.depth = 0  # how many enclosing blocks are open
        self.in_note = 0  # how many footnotes are open
        self.styles: list[str] = []  # adornments of headings in the order of their levels
        self.substitutions: dict[str, str] = {}

    def add(self, block: Block) -> int:
        """Take a block; gives its index."""
        self.blocks.append(block)
        return len(self.blocks) - 1

    def may_nest(self) -> bool:
        """Whether one more enclosing block is kept."""
        return self.depth < _DEEPEST

    def add_target(self, target: Target) -> None:
        """Take an address; inside a footnote it is the footnote's."""
        if self.in_note:
            kept = target.kind in ("image", "definition")
            target = target._replace(footnote=True, kind=target.kind if kept else "footnote")
        self.targets.append(target)

    def is_opening(self) -> bool:
        """Whether nothing but titles, comments and what the document says of itself has come yet."""
        return all(block.kind in ("title", "heading", "metadata", "other") for block in self.blocks[:_DEEPEST])
