"""HTML inside Markdown or reStructuredText: a block of its own."""

from collections.abc import Sequence
from typing import NamedTuple

from provlint.model.document import Block, Target
from provlint.read.html_stack import Context
from provlint.read.html_walk import Walk
from provlint.text.patterns import lazy

#: What stands before a block inside a quote: the markers of the quote and of the lists around it.
_QUOTE = lazy(r"[ \t*+.)\d-]{0,40}>[ \t>*+.)\d-]{0,80}")


class Fragment(NamedTuple):
    """What a block of HTML holds; places as in `Document`."""

    blocks: tuple[Block, ...]
    targets: tuple[Target, ...]
    regions: tuple[tuple[int, int], ...]
    comments: tuple[tuple[int, int], ...]


def read(
    source: str,
    start: int,
    end: int,
    *,
    parent: int,
    offset: int,
    markup: str = "",
    hidden: Sequence[tuple[int, int]] = (),
) -> Fragment:
    """The block of HTML at `source[start:end]`.

    `parent` is the index in `Document.blocks` of the container around it, or -1; `offset` how many blocks go before.
    `markup` is the whole source with the template code at `hidden` masked.
    """
    quoted = _QUOTE.fullmatch(source, source.rfind("\n", 0, start) + 1, start) is not None
    walk = Walk(source, context=Context(parent=parent), offset=offset, quoted=quoted)
    if hidden:
        walk.mask(markup, hidden)
    walk.run(start, end)
    return Fragment(tuple(walk.blocks), tuple(walk.targets), tuple(walk.regions), tuple(walk.comments))
