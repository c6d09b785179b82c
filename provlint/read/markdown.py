"""Markdown → Document: CommonMark and what GitHub, Hugo and Jekyll add to it, each thing at its exact place."""

from collections.abc import Iterator, Sequence
from typing import Any

import pyromark
from pyromark import Options

from provlint.model.document import Block, Document, Label, Metadata, Target
from provlint.read import front_matter, markdown_labels
from provlint.read.line_ends import with_feeds
from provlint.read.lost_lists import with_lost_lists
from provlint.read.markdown_links import normal_label
from provlint.read.markdown_places import offsets
from provlint.read.markdown_walk import Walk
from provlint.text.patterns import lazy

_OPTIONS = (
    Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES | Options.ENABLE_GFM
)  # fmt: skip
#: Mathematics is switched on only where some formula is certain: elsewhere `$` is money.
_FORMULA = lazy(r"\$\$|\$[^\s$][^$\n]{0,200}?[\\^_{}=][^$\n]{0,200}?\$")


Spans = tuple[tuple[int, int], ...]


def read(source: str, path: str) -> Document:
    """Read a Markdown document; `source` has no byte-order mark, its line ends are as in the file. Never fails."""
    lines = with_feeds(source)
    front = front_matter.read(source)
    body = front.body if front else 0
    masked, tags, hidden = _masked(lines, path)
    text = masked[body:] if body else masked
    walk = Walk(lines, masked, hidden)
    undefined: list[Label] = []
    char = offsets(text, body)

    def note_broken(link: Any) -> None:
        if link["link_type"] in ("Reference", "Collapsed"):
            start, end = char(link["span"]["start"]), char(link["span"]["end"])
            if label := markdown_labels.undefined_reference(lines, start, end, link["reference"]):
                undefined.append(label)

    options = _OPTIONS | Options.ENABLE_MATH if "$" in text and _FORMULA.search(text) else _OPTIONS
    walk.run(pyromark.events_with_range(text, options=options, broken_link_callback=note_broken), char)
    walk.labels += undefined
    _add_definitions(walk, text, options, body)
    _add_notes(walk)
    targets = list(front.targets) if front else []
    targets += walk.targets
    blocks = [Block("metadata", 0, front.end), *_shifted(walk.blocks)] if front else walk.blocks
    blocks, metadata = _titled(blocks, front.metadata if front else Metadata())
    return Document(
        path,
        "markdown",
        source,
        blocks=tuple(with_lost_lists(blocks, targets)),
        targets=tuple(sorted(targets, key=_start)),
        labels=tuple(sorted(walk.labels, key=_start)),
        regions=_with_tags(walk, tags),
        comments=tuple(sorted([*walk.comments, *_jsx_comments(walk, tags)])),
        notes=tuple(walk.notes),
        metadata=metadata,
    )


def _masked(source: str, path: str) -> tuple[str, Spans, Spans]:
    """The text to parse, the template tags hidden in it, and all that is hidden."""
    if "{{" in source or "{%" in source or path.endswith(".mdx"):
        from provlint.read.markdown_templates import mask  # most documents have none

        return mask(source, jsx=path.endswith(".mdx"))
    return source, (), ()


def _start(item: Target | Label) -> int:
    return item.start


def _shifted(blocks: list[Block]) -> list[Block]:
    """The blocks with their parents' indices moved by one, for the front matter that goes before."""
    return [block._replace(parent=block.parent + 1) if block.parent >= 0 else block for block in blocks]


def _add_definitions(walk: Walk, text: str, options: Options, body: int) -> None:
    if markdown_labels.has_definitions(text):
        known = pyromark.reference_definitions(text, options=options)
        keys = {normal_label(label): "" for label in known}
        if keys:
            used = walk.used | markdown_labels.used_in_directives(walk.source, walk.opaque)
            found = markdown_labels.definitions(walk.source, body, keys, used, walk.prose, walk.opaque)
            walk.targets += found.targets
            walk.labels += found.labels


def _add_notes(walk: Walk) -> None:
    """Which footnotes are used, which are defined again, which marks have no footnote."""
    if "[^" not in walk.source:
        return
    uses = {label.key.casefold() for label in walk.labels if label.kind == "footnote" and label.role == "use"}
    defined: set[str] = set()
    for index, label in enumerate(walk.labels):
        if label.kind == "footnote" and label.role == "definition":
            key = label.key.casefold()
            walk.labels[index] = label._replace(resolved=key not in defined, used=key in uses)
            defined.add(key)
    walk.labels += markdown_labels.undefined_notes(walk.source, walk.regions, defined)


def _with_tags(walk: Walk, tags: Spans) -> Spans:
    """Running text and, since a shortcode may carry an address, the template tags outside code."""
    return tuple(sorted([*walk.regions, *_apart(tags, sorted(walk.regions + walk.opaque))]))


def _jsx_comments(walk: Walk, tags: Spans) -> Iterator[tuple[int, int]]:
    """The places of the words of MDX comments outside code."""
    if "{/*" not in walk.source:
        return
    from provlint.read.markdown_templates import comment_in

    for start, end in _apart(tags, sorted(walk.opaque)):
        if place := comment_in(walk.source, start, end):
            yield place


def _apart(spans: Spans, covered: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of the spans that meet none of the sorted spans `covered`."""
    at = 0
    for start, end in spans:
        while at < len(covered) and covered[at][1] <= start:
            at += 1
        if at == len(covered) or end <= covered[at][0]:
            yield start, end


def _titled(blocks: list[Block], metadata: Metadata) -> tuple[list[Block], Metadata]:
    """A heading of level 1 that opens the document is its title."""
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.level == 1:
            blocks[index] = block._replace(kind="title")
            if metadata.title is None:
                metadata = metadata._replace(title=" ".join(block.plain.split()) or None)
            break
        if block.kind not in ("metadata", "other", "furniture"):
            break
    return blocks, metadata
