"""HTML inside Markdown: one tag in a line, or a block of its own."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from provlint.model.document import Block, Target
from provlint.read.html_addresses import PICTURES, addresses, may_hold
from provlint.read.html_stack import Context
from provlint.read.html_tokens import COMMENT, RAW_TEXT, attributes, comment_content, tokens
from provlint.read.html_walk import Walk

#: Elements whose words are no prose: code, and what browsers do not show as text.
LITERAL = frozenset(("pre", "code", "samp", "kbd")) | RAW_TEXT
#: What stands before a block inside a quote: the markers of the quote and of the lists around it.
_QUOTE = re.compile(r"[ \t*+.)\d-]{0,40}>[ \t>*+.)\d-]{0,80}")


class Tag(NamedTuple):
    """What a piece of inline HTML says: its name without the slash, the addresses it carries, a comment's content."""

    name: str
    closing: bool
    targets: tuple[Target, ...]
    comment: tuple[int, int] | None


class Fragment(NamedTuple):
    """What a block of HTML holds; places as in `Document`."""

    blocks: tuple[Block, ...]
    targets: tuple[Target, ...]
    regions: tuple[tuple[int, int], ...]
    comments: tuple[tuple[int, int], ...]


def tag(source: str, start: int, end: int) -> Tag:
    """The tag or comment at `source[start:end]`."""
    token = next(tokens(source, start, end), None)
    if token is None:
        return Tag("", False, (), None)
    name, first, last = token
    if name == COMMENT:
        return Tag(name, False, (), comment_content(source, first, last))
    closing = name.startswith("/")
    return Tag(name.lstrip("/"), closing, () if closing else targets(source, name, first, last), None)


def targets(source: str, name: str, start: int, end: int) -> tuple[Target, ...]:
    """The addresses of a start tag, as targets whose labels are still empty."""
    if not may_hold(name):
        return ()
    return tuple(
        Target(
            "image" if name in ("img", "image") or attribute in PICTURES else "html", first, last, url, "", start, end
        )
        for first, last, url, attribute in addresses(source, name, attributes(source, start, end))
    )


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
