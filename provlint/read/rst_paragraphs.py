"""Paragraphs of reStructuredText and what begins like one: titles, definitions, literal blocks, attributions."""

from provlint.read.markdown_leaf import trimmed_end
from provlint.read.rst_titles import PUNCTUATION, heading, underlines
from provlint.read.rst_walk import Walk
from provlint.text.patterns import lazy

_ATTRIBUTION = lazy(r"(?:---?(?!-)|\u2014)[ \t]*(?=\S)")
_LITERAL_NEXT = lazy(r"(?<!\\)(?:\\\\)*::$")


def read_words(walk: Walk, line: int) -> int:
    """A title, a term with its definition, or a paragraph."""
    lines = walk.lines
    column, following = lines.indent[line], line + 1
    if not lines.is_blank(following):
        if lines.indent[following] > column:
            return _definition(walk, line)
        if lines.indent[following] == column and underlines(walk, line, following):
            adornment = walk.source[lines.first[following]]
            heading(walk, line, adornment, lines.first[line], lines.end[following])
            return following + 1
    return _paragraph(walk, line, lines.even_end(following, column))


def _definition(walk: Walk, line: int) -> int:
    """A term; its definition is deeper."""
    walk.leaf("list-item", [(walk.lines.first[line], walk.lines.end[line])])
    stop = walk.lines.block_end(line + 1, walk.lines.indent[line])
    walk.open(walk.lines.least_indent(line + 1, stop, 0))
    return line + 1


def _paragraph(walk: Walk, line: int, stop: int) -> int:
    spans = walk.spans(line, stop)
    start, end = spans[-1]
    if not (walk.source.endswith("::", start, end) and _LITERAL_NEXT.search(walk.source, start, end)):
        walk.leaf(None, spans)
        return stop
    if end - start > 2:
        shorter = end - 2 if walk.source[end - 3].isspace() else end - 1
        spans[-1] = (start, trimmed_end(walk.source, start, shorter))
    else:
        spans.pop()
    if spans:
        walk.leaf(None, spans)
    return _literal(walk, stop)


def _literal(walk: Walk, line: int) -> int:
    """The literal block that `::` announced; what follows may be indented or quoted."""
    lines = walk.lines
    begin = line
    while begin < len(lines) and lines.is_blank(begin):
        begin += 1
    if begin == len(lines):
        return begin
    if lines.indent[begin] > walk.body.column:
        return walk.code(begin, lines.block_end(begin, walk.body.column))
    mark = walk.source[lines.first[begin]]
    if lines.indent[begin] < walk.body.column or mark not in PUNCTUATION:
        return begin
    stop = begin
    while (
        not lines.is_blank(stop) and lines.indent[stop] == walk.body.column and walk.source[lines.first[stop]] == mark
    ):
        stop += 1
    return walk.code(begin, stop)


def read_attribution(walk: Walk, line: int) -> int:
    """The line that says whom a quote is from; it ends the quote."""
    lines = walk.lines
    marker = _ATTRIBUTION.match(walk.source, lines.first[line], lines.end[line])
    if not marker or not lines.is_blank(line - 1):
        return line
    stop = line + 1
    while not lines.is_blank(stop) and lines.indent[stop] >= walk.body.column:
        if stop > line + 1 and lines.indent[stop] != lines.indent[line + 1]:
            return line
        stop += 1
    quote = walk.body.block
    block = walk.leaf("byline", [(marker.end(), lines.end[line]), *walk.spans(line + 1, stop)])
    walk.last = lines.end[stop - 1]
    if block:
        author = " ".join(block.plain.split())
        walk.found.blocks[quote] = walk.found.blocks[quote]._replace(author=author or None)
    walk.close()
    return stop
