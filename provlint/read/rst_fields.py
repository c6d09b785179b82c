"""Bibliographic fields at the head of a document, and what they say of it."""

import re

from provlint.model.document import Block, Metadata, Target
from provlint.read.markdown_leaf import Leaf
from provlint.read.rst_inline import read_inline
from provlint.read.rst_text import Text, unescaped
from provlint.read.rst_walk import Walk
from provlint.text import urls
from provlint.text.dates import iso_date
from provlint.text.patterns import lazy

FIELD = lazy(r":(?![: ])((?>(?:[^:\\]|\\.|:(?![ `]|$))*))(?<! ):(?:[ \t]+|$)")
_DATES = ("date", "published", "pubdate", "created", "modified", "updated", "last-modified")
_AUTHORS = ("author", "authors", "byline")
_LANGUAGES = ("language", "lang")
_MANY = lazy(r";|\n[-*+] |\n")


def read_bibliographic(walk: Walk, line: int, marker: re.Match[str]) -> int:
    """One bibliographic field: a block of metadata, its addresses and its value; gives the line after it."""
    lines, found = walk.lines, walk.found
    stop = lines.block_end(line + 1, lines.indent[line])
    last = lines.trimmed(line + 1, stop)
    spans = [span for span in [(marker.end(), lines.end[line]), *walk.spans(line + 1, last)] if span[0] < span[1]]
    name = unescaped(marker[1]).lower()
    if spans:
        _read_value(walk, spans)
        found.fields.append((name, "\n".join(walk.source[start:end] for start, end in spans)))
    start, end = lines.first[line], lines.end[last - 1]
    if found.blocks and found.blocks[-1].kind == "metadata":
        found.blocks[-1] = found.blocks[-1]._replace(end=end)
    else:
        found.add(Block("metadata", start, end))
    return stop


def _read_value(walk: Walk, spans: list[tuple[int, int]]) -> None:
    """Inline markup in a value; an address that stands bare is one of the metadata."""
    found, before = walk.found, len(walk.found.regions)
    read_inline(found, Text(walk.source, spans), Leaf("metadata", spans[0][0]))
    regions = found.regions[before:]
    del found.regions[before:]
    for start, end in regions:
        for first, last in urls.find(walk.source, start, end):
            if "@" not in walk.source[first:last].split("/")[0]:
                url = walk.source[first:last]
                found.add_target(Target("metadata", first, last, url, "", first, last))


def metadata(fields: list[tuple[str, str]]) -> Metadata:
    """What the fields say of the document; the title is not among them."""
    date = next(((found, name) for name, value in fields if name in _DATES and (found := iso_date(value))), None)
    language = next((value for name, value in fields if name in _LANGUAGES), None)
    title = next((value for name, value in fields if name == "title"), None)
    authors = [part for name, value in fields if name in _AUTHORS for part in _MANY.split(value)]
    names = [author.strip(" -*+\t") for author in authors]
    return Metadata(
        title=title,
        date=date[0] if date else None,
        date_from=f"field: {date[1]}" if date else None,
        language=language,
        authors=tuple(name for name in names if name),
    )
