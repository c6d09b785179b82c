"""HTML → Document: a saved page or a fragment of one, each thing at its exact place."""

import re

from provlint.model.document import Block, Document, Label, Metadata, Target
from provlint.model.words import LinkKind
from provlint.read import front_matter, html_notes
from provlint.read.html_head import Head
from provlint.read.html_stack import Context
from provlint.read.html_walk import Walk
from provlint.read.line_ends import with_feeds
from provlint.read.markdown_templates import mask
from provlint.text.patterns import lazy

#: A page that says where its main content is says by that where the site's furniture is.
# One set of characters first: the engine looks for it quickly.
_MAIN = lazy(r"[<=](?:(?<=<)main[\s>]|(?<=\srole=)[\"']?main[\"'\s>])", re.I)

#: Tags between which template code is left as it stands.
_RAW = lazy(r"\{%-?\s{0,9}(?:end)?(?:raw|verbatim)\s{0,9}-?%\}")


def read(source: str, path: str) -> Document:
    """Read an HTML document; `source` has no byte-order mark, its line ends are as in the file. Never fails."""
    lines = with_feeds(source)
    front = front_matter.read(source) if source.startswith(("---", "+++")) else None
    head = Head(lines)
    context = Context(furniture=_MAIN.search(lines) is not None)
    walk = Walk(lines, head=head, context=context, offset=1 if front else 0)
    if _is_template(lines):
        walk.mask(*_masked(lines))
    walk.run(front.body if front else 0, len(source))
    head.writers = walk.writers
    labels, notes = html_notes.resolve(walk.uses, walk.spans, walk.blocks, len(source))
    targets = sorted([*walk.targets, *head.targets, *(front.targets if front else ())], key=_start)
    blocks = _titled(walk.blocks)
    return Document(
        path,
        "html",
        source,
        blocks=(Block("metadata", 0, front.end), *blocks) if front else tuple(blocks),
        targets=tuple(_noted(targets, notes)),
        labels=tuple(sorted(labels, key=_start)),
        regions=tuple(walk.regions),
        comments=tuple(walk.comments),
        notes=tuple(notes),
        metadata=_joined(front.metadata, head.metadata()) if front else head.metadata(),
    )


def _joined(front: Metadata, head: Metadata) -> Metadata:
    """What front matter says, and for what it does not say the page."""
    date, date_from = (front.date, front.date_from) if front.date else (head.date, head.date_from)
    return Metadata(
        front.title or head.title, date, date_from, front.language or head.language, front.authors or head.authors
    )


def _masked(source: str) -> tuple[str, list[tuple[int, int]]]:
    """The source with its template code masked, and the spans of that code; what it leaves as it stands is markup."""
    raw = [found.span() for found in _RAW.finditer(source)]
    masked = mask(_RAW.sub(lambda found: " " * len(found[0]), source) if raw else source, jsx=False)
    return masked.text, sorted([*masked.hidden, *raw])


def _is_template(source: str) -> bool:
    """Whether braces are template code: they stand in the head, or there is none. In a finished page they are words."""
    body = source.find("<body")
    end = body if body >= 0 else len(source)
    return source.find("{{", 0, end) >= 0 or source.find("{%", 0, end) >= 0


def _start(item: Target | Label) -> int:
    return item.start


def _titled(blocks: list[Block]) -> list[Block]:
    """The first heading of level 1 is the title."""
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.level == 1:
            blocks[index] = block._replace(kind="title")
            break
    return blocks


def _noted(targets: list[Target], notes: list[tuple[int, int]]) -> list[Target]:
    """The targets, those inside a footnote marked as a footnote's."""
    if not notes:
        return targets
    at = 0
    for index, target in enumerate(targets):
        while at < len(notes) and notes[at][1] <= target.start:
            at += 1
        if at == len(notes):
            break
        if notes[at][0] <= target.start and target.kind != "metadata":
            kind: LinkKind = "image" if target.kind == "image" else "footnote"
            targets[index] = target._replace(footnote=True, kind=kind)
    return targets
