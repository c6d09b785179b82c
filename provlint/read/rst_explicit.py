"""Explicit markup: footnotes, citations, hyperlink targets, substitution definitions, directives, comments."""

import re

from provlint.model.document import Target
from provlint.read.markdown_leaf import Leaf
from provlint.read.rst_directives import read_directive, read_image
from provlint.read.rst_inline import read_inline
from provlint.read.rst_names import Definition, NoteUse
from provlint.read.rst_signs import NAME
from provlint.read.rst_text import Text, address_of, unescaped
from provlint.read.rst_walk import Walk
from provlint.text.patterns import lazy

_START = lazy(r"\.\.(?:[ \t]+|$)")
_NOTE = lazy(rf"\[(?:(?P<note>[0-9]+|\#(?:{NAME})?|\*)|(?P<key>{NAME}))\](?:[ \t]+|$)")
_DIRECTIVE = lazy(rf"({NAME}) ?::(?:[ \t]+|$)")
_ANONYMOUS = lazy(r"__(?:[ \t]+|$)")
_TARGET = lazy(
    r"_(?![ ]|\Z)(?:(?P<anonymous>_)|(?!_)"
    r"(?:`(?![ `])(?P<quoted>.+?)(?<![\s\x00])`|(?![ `])(?P<name>.+?)(?<![\s\x00])))"
    r"(?<!(?<!\x00):) ?:(?:[ \t\r\n]+|\Z)",
    re.S,
)
_SUBSTITUTION = lazy(r"\|(?! )(?P<name>.+?)(?<![\s\x00])\|(?:[ \t\r\n]+|\Z)", re.S)
_EMBEDDED = lazy(rf"({NAME})::(?:[ \t\r\n]+|\Z)")
_ALIAS = lazy(rf"(?:(?P<simple>{NAME})_|`(?! )(?P<phrase>.+?)(?<![\s\x00])`_)", re.S)
#: The comments in which Nikola keeps what a post says of itself.
_METADATA = lazy(r"(title|date|author|authors|updated|language|link|slug|tags|category|description|type): ")


def read_explicit(walk: Walk, line: int) -> int:
    """Read the explicit markup that begins on a line; gives the line to go on with, -1 when it is none."""
    source, lines = walk.source, walk.lines
    first, end = lines.first[line], lines.end[line]
    if source[first] == "_":
        marker = _ANONYMOUS.match(source, first, end)
        return _anonymous(walk, line, marker.end()) if marker else -1
    marker = _START.match(source, first, end)
    if not marker:
        return -1
    at = marker.end()
    if at < end:
        if note := _NOTE.match(source, at, end):
            return _note(walk, line, note)
        if source[at] == "_" and (stop := _target(walk, line, at)) >= 0:
            return stop
        if source[at] == "|" and (stop := _substitution(walk, line, at)) >= 0:
            return stop
        if directive := _DIRECTIVE.match(source, at, end):
            return read_directive(walk, line, directive[1], directive.end())
    return _comment(walk, line, at)


def _note(walk: Walk, line: int, note: re.Match[str]) -> int:
    lines, names = walk.lines, walk.found.names
    label = note["note"] or note["key"]
    start = note.start()
    place = (start, start + len(label) + 2)
    names.notes.append(NoteUse("footnote" if note["note"] else "key", label, *place))
    names.define_local(label.lstrip("#"))
    stop = lines.block_end(line + 1, lines.indent[line])
    column = lines.least_indent(line + 1, stop, lines.indent[line] + 1)
    walk.body.first = "paragraph"
    walk.open_note(column, lines.first[line])
    return walk.shift(line, note.end(), column)


def _block(walk: Walk, line: int, at: int, *, to_blank: bool) -> tuple[Text, int]:
    """The text from `at` on with the deeper lines below, and the line after it."""
    lines = walk.lines
    stop = lines.block_end(line + 1, lines.indent[line])
    if to_blank:
        stop = lines.run_end(line + 1, stop)
    return Text(walk.source, [(at, max(at, lines.end[line])), *walk.spans(line + 1, stop)]), stop


def _target(walk: Walk, line: int, at: int) -> int:
    text, stop = _block(walk, line, at, to_blank=True)
    found = _TARGET.match(text.string)
    if not found:
        return -1
    if found["anonymous"]:
        _lead(walk, text, found.end(), None)
    else:
        _lead(walk, text, found.end(), found.span("quoted") if found["quoted"] else found.span("name"))
    return stop


def _anonymous(walk: Walk, line: int, at: int) -> int:
    text, stop = _block(walk, line, at, to_blank=True)
    _lead(walk, text, 0, None)
    return stop


def _lead(walk: Walk, text: Text, at: int, name_span: tuple[int, int] | None) -> None:
    """A target whose destination begins at `at`: an address, another name, or the place where it stands."""
    names, written = walk.found.names, text.string[at:].strip()
    name = unescaped(text.string[slice(*name_span)]) if name_span else None
    alias = _ALIAS.fullmatch(written) if written.endswith("_") else None
    if alias:
        other = unescaped(alias["simple"] or alias["phrase"])
        if name:
            names.define_alias(name, other)
        else:
            names.add_anonymous_alias(other)
        return
    url = address_of(written)
    if not url:
        if name is None:
            name = names.wait_anonymous()
        else:
            names.define_local(name)
        walk.waiting.append(name)
        return
    start = text.string.index(written, at)
    place = text.span(start, start + len(written))
    outer = text.place(0)
    walk.found.add_target(Target("definition", *place, url, name or "", outer, place[1]))
    if name is None or name_span is None:
        names.anonymous.append(url)
    else:
        names.define(name, url)
        names.definitions.append(Definition(name, *text.span(*name_span), *place, url))
    for earlier in walk.waiting:  # targets in a row lead to the same address
        names.define(earlier, url)
    walk.waiting.clear()


def _substitution(walk: Walk, line: int, at: int) -> int:
    text, stop = _block(walk, line, at, to_blank=False)
    found = _SUBSTITUTION.match(text.string)
    if not found:
        return -1
    embedded = _EMBEDDED.match(text.string, found.end())
    if not embedded:
        return stop
    name = embedded[1].lower()
    if name == "replace":
        spans = list(text.pieces(embedded.end(), len(text.string)))
        if spans:
            read_inline(walk.found, Text(walk.source, spans), Leaf("other", spans[0][0]))
    elif name == "image":
        read_image(walk, line, stop, text.place(embedded.end()) if embedded.end() < len(text.string) else -1)
    walk.code(line, stop, kind="other")
    return stop


def _comment(walk: Walk, line: int, at: int) -> int:
    lines = walk.lines
    if at >= lines.end[line] and lines.is_blank(line + 1):
        return line + 1  # an empty comment ends what stands above, and takes nothing with it
    stop = lines.block_end(line + 1, lines.indent[line])
    last = lines.trimmed(line + 1, stop) - 1
    end = lines.end[last]
    start = at if at < lines.end[line] else lines.first[line + 1]
    if start < end:
        walk.found.comments.append((start, end))
        if walk.is_top and _METADATA.match(walk.source, start, end) and walk.found.is_opening():
            name, _, value = walk.source[start : lines.end[line]].partition(":")
            walk.found.fields.append((name, value.strip()))
    return stop
