"""reStructuredText → Document: the language of docutils and what Sphinx adds to it, each thing at its exact place.

The specification is docutils' (reStructuredText Markup Specification, Directives, Roles). Nothing is executed: no file
is included, no address fetched, no raw markup passed on.
"""

from provlint.model.document import Block, Document, Label, Metadata, Target
from provlint.read.line_ends import with_feeds
from provlint.read.rst_blocks import read_block
from provlint.read.rst_fields import metadata
from provlint.read.rst_found import Found
from provlint.read.rst_lines import lines_of
from provlint.read.rst_walk import Walk


def read(source: str, path: str) -> Document:
    """Read a reStructuredText document; `source` has no byte-order mark, its line ends are those of the file."""
    lines = with_feeds(source)
    found = Found(lines)
    Walk(found, lines_of(lines), read_block).run()
    references, labels = found.names.resolve()
    blocks, known = _titled(found.blocks, metadata(found.fields))
    return Document(
        path,
        "rst",
        source,
        blocks=tuple(blocks),
        targets=tuple(sorted(found.targets + references, key=_start)),
        labels=tuple(sorted(labels, key=_start)),
        regions=tuple(sorted(found.regions)),
        comments=tuple(sorted(found.comments)),
        notes=tuple(sorted(found.notes)),
        metadata=known,
    )


def _start(item: Target | Label) -> int:
    return item.start


def _titled(blocks: list[Block], known: Metadata) -> tuple[list[Block], Metadata]:
    """A heading of level 1 that opens the document is its title."""
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.level == 1:
            blocks[index] = block._replace(kind="title")
            if known.title is None:
                known = known._replace(title=" ".join(block.plain.split()) or None)
            break
        if block.kind not in ("metadata", "other", "furniture"):
            break
    return blocks, known
