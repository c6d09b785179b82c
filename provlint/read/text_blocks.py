"""Pieces and the containers among them → blocks in source order, each container before what it holds."""

from typing import NamedTuple

from provlint.model.document import Block
from provlint.model.words import BlockKind
from provlint.read.text_containers import Container, Pieces
from provlint.read.text_headings import is_heading, is_numbered_heading
from provlint.read.text_quotes import quote_blocks
from provlint.read.text_rendered import rendered

_KINDS: dict[str, BlockKind] = {
    "prose": "paragraph", "address": "paragraph", "handle": "paragraph", "named": "paragraph", "byline": "paragraph",
    "date": "paragraph", "rule": "other", "header": "comment-header", "count": "heading",
    "quote": "quote", "code": "code", "table": "table", "furniture": "furniture", "caption": "caption",
    "metadata": "metadata",
}  # fmt: skip
#: What a comment's author says himself; what he quotes or pastes is another's.
_SAID = frozenset(("comment-header", "paragraph", "list-item"))
#: What stands under each comment of a copied thread.
_BUTTONS = frozenset(("reply", "like", "share", "report", "quote", "permalink", "like reply", "reply like", "delete"))
_WITHOUT_PROSE = frozenset(("other", "code", "table", "metadata"))


class Leaf(NamedTuple):
    """A block to be: `joins` as in `Piece`."""

    kind: BlockKind
    start: int
    end: int
    chunk: int
    joins: bool
    author: str | None = None


def blocks_of(pieces: Pieces, containers: list[Container], kinds: dict[int, BlockKind], source: str) -> list[Block]:
    """The blocks of a text; `kinds` says what single pieces outside containers are."""
    blocks: list[Block] = []
    at = 0
    for container in containers:
        _add(blocks, _leaves(pieces, range(at, container.first), kinds, None), source, pieces.text, -1)
        leaves = _leaves(pieces, range(container.first, container.last), container.kinds, container)
        _add_container(blocks, container, leaves, source, pieces.text)
        at = container.last
    _add(blocks, _leaves(pieces, range(at, len(pieces.pieces)), kinds, None), source, pieces.text, -1)
    return blocks


def _leaves(pieces: Pieces, span: range, kinds: dict[int, BlockKind], within: Container | None) -> list[Leaf]:
    """The leaves of a stretch of pieces; neighbours that are one paragraph are joined."""
    leaves: list[Leaf] = []
    commenters = pieces.commenters if within is None else {}
    for index in span:
        piece = pieces.pieces[index]
        kind = kinds.get(index) or _kind(pieces, index, within)
        start = piece.start - piece.lead if kind == "heading" else piece.start
        joins = piece.joins and kind == "paragraph"
        last = leaves[-1] if leaves else None
        if joins and last and last.joins and last.chunk == piece.chunk:
            leaves[-1] = last._replace(end=piece.end)
        else:
            author = commenters.get(index) if kind in _SAID else None
            leaves.append(Leaf(kind, start, piece.end, piece.chunk, joins, author))
    return leaves


def _kind(pieces: Pieces, index: int, within: Container | None) -> BlockKind:
    """What a piece is when nothing claims it."""
    role = pieces.role(index)
    if within is None and pieces.in_thread(index):
        if role == "date" and pieces.role(index - 1) == "header":
            return "dateline"
        if role == "line" and pieces.words(index).lower() in _BUTTONS:
            return "furniture"
    if role not in ("line", "item"):
        return _KINDS[role]
    # A comment has no headings, a post neither; an article pasted into a comment may.
    may_head = within.kind == "excerpt" if within else not pieces.in_thread(index)
    if role == "line":
        return "heading" if may_head and is_heading(pieces, index) else "paragraph"
    return "heading" if may_head and is_numbered_heading(pieces, index) else "list-item"


def _add_container(blocks: list[Block], container: Container, leaves: list[Leaf], source: str, text: str) -> None:
    start, end = leaves[0].start, leaves[-1].end
    blocks.append(Block(container.kind, start, end, author=container.author, address=container.address))
    _add(blocks, leaves, source, text, len(blocks) - 1)


def _add(blocks: list[Block], leaves: list[Leaf], source: str, text: str, parent: int) -> None:
    for kind, start, end, _, _, author in leaves:
        if kind == "quote":
            blocks += quote_blocks(source, text, start, end, parent, len(blocks))
            continue
        words, runs = ("", ()) if kind in _WITHOUT_PROSE else rendered(source, text, start, end)
        level = 1 if kind == "title" else 2 if kind == "heading" else 0
        blocks.append(Block(kind, start, end, words, runs, parent=parent, level=level, author=author))
