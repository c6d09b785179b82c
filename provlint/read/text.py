"""Plain text → Document: the structure that copied text has lost is told from its lines."""

from provlint.model.document import Document
from provlint.model.words import BlockKind
from provlint.read.text_blocks import blocks_of
from provlint.read.text_containers import Container, Pieces, with_headers
from provlint.read.text_excerpts import excerpt, excerpt_at
from provlint.read.text_front import read_front
from provlint.read.text_lines import chunks, with_plain_ends
from provlint.read.text_link_lists import link_list_at
from provlint.read.text_paragraphs import cut
from provlint.read.text_posts import post_at, signed_post_at

_LONGEST_OPENING = 60  # letters of a name line, or of a heading over links that does not read like a title


def read(source: str, path: str) -> Document:
    """The document that a plain text is; `source` has no byte-order mark, its line ends are as in the file."""
    text = with_plain_ends(source)
    found, directives = cut(text, chunks(text))
    pieces = with_headers(text, found)
    front = read_front(pieces)
    containers, headings = _containers(pieces)
    blocks = blocks_of(pieces, containers, front.kinds | headings, source)
    holders = {block.parent for block in blocks}
    regions = tuple(
        (block.start, block.end) for index, block in enumerate(blocks) if index not in holders and block.kind != "other"
    )
    return Document(
        path, "text", source, blocks=tuple(blocks), regions=regions, comments=tuple(directives), metadata=front.metadata
    )


def _containers(pieces: Pieces) -> tuple[list[Container], dict[int, BlockKind]]:
    """The posts, excerpts and lists of links, in order; and the headings of those lists."""
    found: list[Container] = []
    headings: dict[int, BlockKind] = {}
    at, count = 0, len(pieces.pieces)
    while at < count:
        piece = pieces.pieces[at]
        if piece.role == "prose" and piece.end - piece.start > _LONGEST_OPENING and pieces.role(at + 1) != "named":
            at += 1  # nothing opens with long prose, save what is signed below
            continue
        container = _container_at(pieces, at, found[-1] if found else None)
        if container is None:
            at += 1
            continue
        if container.kind == "link-list":
            headings[at] = "heading"
        found.append(container)
        at = container.last
    return found, headings


def _container_at(pieces: Pieces, at: int, before: Container | None) -> Container | None:
    """The container that opens at a piece, or whose heading stands there."""
    after_pasted = before is not None and before.last == at and before.kind != "link-list"
    opens = after_pasted or pieces.role(at - 1) in ("rule", "header")
    if post := post_at(pieces, at, opens or at == 0) or signed_post_at(pieces, at):
        return post
    if head := excerpt_at(pieces, at, opens):
        return excerpt(pieces, at, head)
    return link_list_at(pieces, at)
