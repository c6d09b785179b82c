"""Directives: prose, titles and addresses in them are read; nothing is ever executed, included or fetched."""

import re
from typing import NamedTuple

from provlint.model.document import Block, Target
from provlint.read.markdown_leaf import Leaf
from provlint.read.rst_directive_kinds import DirectiveKind, kind_of
from provlint.read.rst_fields import FIELD
from provlint.read.rst_inline import read_inline
from provlint.read.rst_names import Use
from provlint.read.rst_signs import NAME
from provlint.read.rst_text import Text, address_of, unescaped
from provlint.read.rst_walk import Walk
from provlint.text import urls
from provlint.text.patterns import lazy

_ALIAS = lazy(rf"(?:(?P<simple>{NAME})_|`(?! )(?P<phrase>.+?)(?<![\s\x00])`_)", re.S)
#: How prose begins and ends; code seldom does both.
_SENTENCE = lazy(r"[\"'(*`]*[A-Z][^{};=<>\\]*\s[^{};=<>\\]*\s[^{};=<>\\]*[.!?:][\"')*`]*\Z")


class Head(NamedTuple):
    """The lines of a directive: its argument from `start` on `line`, options up to `body`, everything up to `stop`."""

    line: int
    start: int
    argument: list[tuple[int, int]]
    options: int
    body: int
    stop: int
    column: int
    end: int
    alt: str


def read_directive(walk: Walk, line: int, name: str, start: int) -> int:
    """Read the directive on a line; what follows its `::` is at `start`. Gives the line to go on with."""
    head = _head(walk, line, start)
    kind = kind_of(name)
    _options(walk, head, is_known=kind is not None)
    first = FIELD.match(walk.source, *head.argument[0]) if head.argument else None  # options may begin on the line
    if name == "contents":
        title = walk.source[slice(*head.argument[0])] if head.argument and not first else "Contents"
        walk.found.names.define_local(title)
    if first and first[1].lower() in ("name", "label"):
        walk.found.names.define_local(walk.source[first.end() : head.argument[0][1]])
    if kind is None:
        kind = _guess(walk, head)
    return _read(walk, head, kind, name)


def _head(walk: Walk, line: int, start: int) -> Head:
    lines = walk.lines
    stop = lines.block_end(line + 1, lines.indent[line])
    column = lines.least_indent(line + 1, stop, lines.indent[line] + 1)
    body = lines.run_end(line + 1, stop)
    options = line + 1
    while options < body and not FIELD.match(walk.source, lines.first[options], lines.end[options]):
        options += 1
    argument = [(start, lines.end[line])] if start < lines.end[line] else []
    argument += walk.spans(line + 1, options)
    alt = _alternative(walk, options, body)
    return Head(line, start, argument, options, body, stop, column, walk.last_end(line, stop), alt)


def _read(walk: Walk, head: Head, kind: DirectiveKind, name: str) -> int:
    lines = walk.lines
    lines.clear(head.options, head.body)
    if kind in ("prose", "furniture"):
        if name == "parsed-literal":
            return _parsed_literal(walk, head)
        return _content(walk, head, furniture=kind == "furniture")
    if kind == "quote":
        walk.open_quote(head.column, head.argument[0][0] if head.argument else lines.first[head.line], head.line)
        return walk.shift(head.line, head.start, head.column)
    if kind in ("code", "other", "toc", "include", "raw", "csv"):
        return _without_prose(walk, head, kind)
    if kind == "image":
        return _image(walk, head)
    if kind in ("titled", "table", "line", "versioned"):
        _title(walk, head, skip=1 if kind == "versioned" else 0)
    if kind == "author" and head.argument:
        walk.found.fields.append(("author", walk.source[slice(*head.argument[0])].split("<")[0].strip()))
    if kind == "figure":
        _picture(walk, head)
    lines.clear(head.line, head.options)
    walk.open(head.column, first="caption" if kind == "figure" else "paragraph")
    return head.line + 1


def _content(walk: Walk, head: Head, *, furniture: bool) -> int:
    """A body of prose that begins on the first line."""
    walk.open(head.column, first="furniture" if furniture else "paragraph")
    return walk.shift(head.line, head.start, head.column)


def _title(walk: Walk, head: Head, *, skip: int) -> None:
    """The argument as a caption, or as a paragraph after `skip` words that are none."""
    spans = head.argument
    if spans and skip:
        start, end = spans[0]
        words = walk.source[start:end].split(None, 1)
        spans = [(end - len(words[1]), end), *spans[1:]] if len(words) > 1 else spans[1:]
    if spans:
        walk.leaf("paragraph" if skip else "caption", spans)


def _parsed_literal(walk: Walk, head: Head) -> int:
    """Literal text in which inline markup counts: no prose, but addresses."""
    spans = [*head.argument, *walk.spans(head.body, head.stop)]
    if spans:
        read_inline(walk.found, Text(walk.source, spans), Leaf("code", spans[0][0]))
    return walk.code(head.line, head.stop)


def _without_prose(walk: Walk, head: Head, kind: DirectiveKind) -> int:
    walk.code(head.line, head.stop, kind="code" if kind == "code" else "other")
    content = walk.spans(head.body, head.stop)
    if kind == "include":
        walk.found.names.open = True
    elif kind == "toc":
        walk.found.regions.extend(content)
    elif kind == "raw" and head.argument and "html" in walk.source[slice(*head.argument[0])].split() and content:
        from provlint.read.html_fragment import read  # few documents have any

        found = read(walk.source, content[0][0], content[-1][1], parent=walk.body.parent, offset=len(walk.found.blocks))
        for target in found.targets:
            walk.found.add_target(target)
        walk.found.regions.extend(found.regions)
        walk.found.comments.extend(found.comments)
    elif kind == "csv":
        for span in content:
            walk.leaf("table", [span])
    return head.stop


def _image(walk: Walk, head: Head) -> int:
    _picture(walk, head)
    walk.found.add(Block("other", walk.lines.first[head.line], head.end, parent=walk.body.parent))
    return head.stop


def _picture(walk: Walk, head: Head) -> None:
    if head.argument:
        text = Text(walk.source, head.argument)
        outer = (walk.lines.first[head.line], head.argument[-1][1])
        place = text.span(0, len(text.string))
        walk.found.add_target(Target("image", *place, address_of(text.string), head.alt, *outer))


def read_image(walk: Walk, line: int, stop: int, start: int) -> None:
    """The image of a substitution definition: its address from `start` on, options below."""
    lines = walk.lines
    options = line + 1
    while options < stop and not FIELD.match(walk.source, lines.first[options], lines.end[options]):
        options += 1
    spans = [(max(start, first), end) for first, end in walk.spans(line, options) if end > start >= 0]
    body = lines.run_end(options, stop)
    alt = _alternative(walk, options, body)
    head = Head(line, start, spans, options, body, stop, 0, walk.last_end(line, stop), alt)
    _options(walk, head, is_known=True)
    _picture(walk, head)


def _alternative(walk: Walk, start: int, stop: int) -> str:
    lines = next((spans for name, spans in _fields(walk, start, stop) if name == "alt"), [])
    return " ".join(walk.source[first:end] for first, end in lines)


def _fields(walk: Walk, start: int, stop: int) -> list[tuple[str, list[tuple[int, int]]]]:
    """The options by name, each with the places of its value's lines."""
    found: list[tuple[str, list[tuple[int, int]]]] = []
    for first, end in walk.spans(start, stop):
        option = FIELD.match(walk.source, first, end)
        if option:
            found.append((option[1].lower(), [(option.end(), end)] if option.end() < end else []))
        elif found:
            found[-1][1].append((first, end))
    return found


def _options(walk: Walk, head: Head, *, is_known: bool) -> None:
    """Addresses in options: `:target:` leads somewhere, others may hold an address."""
    for name, spans in _fields(walk, head.options, head.body):
        if name == "target" and spans:
            _target_option(walk, head, spans)
        elif name in ("name", "label") and spans:
            walk.found.names.define_local(walk.source[slice(*spans[0])])
        elif name not in ("alt", "class"):
            for start, end in spans:
                _addresses(walk, start, end)
    if not is_known:
        for start, end in head.argument:
            _addresses(walk, start, end)


def _addresses(walk: Walk, start: int, end: int) -> None:
    for first, last in urls.find(walk.source, start, end):
        if "://" in walk.source[first:last]:
            walk.found.add_target(Target("inline", first, last, walk.source[first:last], "", first, last))


def _target_option(walk: Walk, head: Head, spans: list[tuple[int, int]]) -> None:
    text = Text(walk.source, spans)
    start, end = spans[0][0], spans[-1][1]
    alias = _ALIAS.fullmatch(text.string)
    if alias:
        span = text.span(*alias.span("simple" if alias["simple"] else "phrase"))
        name = unescaped(alias["simple"] or alias["phrase"])
        walk.found.names.uses.append(Use(name, *span, head.alt, start, end, walk.found.in_note > 0))
    else:
        walk.found.add_target(Target("inline", start, end, address_of(text.string), head.alt, start, end))


def _guess(walk: Walk, head: Head) -> DirectiveKind:
    """Whether the content of an unknown directive is certain to be prose: its first paragraph is made of sentences."""
    line = head.body
    while line < head.stop and walk.lines.is_blank(line):
        line += 1
    spans = walk.spans(line, walk.lines.run_end(line, head.stop))
    if not spans:
        return "other"
    words = walk.source[spans[0][0] : spans[-1][1]]
    return "named" if len(words) < 5000 and words.count(" ") > 3 and _SENTENCE.match(words) else "other"
