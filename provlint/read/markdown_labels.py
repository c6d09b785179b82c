"""Reference definitions, and labels in use that nothing defines: what the Markdown parser does not tell."""

import re
from bisect import bisect_right
from typing import NamedTuple

from provlint.model.document import Label, Target
from provlint.read.markdown_links import normal_label
from provlint.read.markdown_places import destination
from provlint.text import urls
from provlint.text.patterns import lazy

#: A definition at the start of a line, behind the markers of quotes and list items.
_DEFINITION = lazy(
    r"^[ \t>]{0,40}(?:[*+-][ \t]+|\d{1,9}[.)][ \t]+)?(?P<label>\[(?!\^)(?:[^\[\]\\]|\\.){1,999}\]):", re.M
)
#: MyST writes its directives as fenced code: `{note}` behind the fence, prose below it.
_DIRECTIVE = lazy(r"(?:`{3,}|~{3,}):?\{[\w:.-]{1,40}\}")
_BRACKETED = lazy(r"\[((?:[^\[\]\\]|\\.){1,999})\]")
_NOTE_USE = lazy(r"\[\^(\w[\w.-]{0,40})\](?![(+*{?])")


class Definitions(NamedTuple):
    """Definitions in source order: the address each gives, and its label."""

    targets: list[Target]
    labels: list[Label]


def has_definitions(source: str) -> bool:
    """A quick test that spares most documents the search."""
    return "]:" in source


def definitions(
    source: str,
    start: int,
    known: dict[str, str],
    used: set[str],
    prose: list[tuple[int, int]],
    opaque: list[tuple[int, int]],
) -> Definitions:
    """All definitions from `start` on, repeated and unused ones too.

    `known` are the parser's own (normal label → address); what begins inside `prose` or `opaque` spans is none.
    """
    found = Definitions([], [])
    spans = sorted(prose + opaque)
    starts = [span[0] for span in spans]
    seen: set[str] = set()
    for match in _DEFINITION.finditer(source, start):
        first, last = match.span("label")
        index = bisect_right(starts, first) - 1
        key = normal_label(urls.unescape(source[first + 1 : last - 1]))
        if (index >= 0 and first < spans[index][1]) or key not in known:
            continue
        place = destination(source, last + 1, len(source))
        if place is None:
            continue
        url = urls.unescape(source[place[0] : place[1]])
        label = source[first + 1 : last - 1]
        found.targets.append(Target("definition", *place, url, label, first, place[1]))
        found.labels.append(Label("reference-label", "definition", first, last, label, key not in seen, key in used))
        seen.add(key)
    return found


def used_in_directives(source: str, opaque: list[tuple[int, int]]) -> set[str]:
    """The normal labels in brackets inside MyST directives among the `opaque` spans: each may be a reference."""
    return {
        normal_label(urls.unescape(match[1]))
        for start, end in opaque
        if _DIRECTIVE.match(source, start, end)
        for match in _BRACKETED.finditer(source, start, end)
    }


def undefined_notes(source: str, regions: list[tuple[int, int]], defined: set[str]) -> list[Label]:
    """Footnote marks in running text that no footnote answers."""
    return [
        Label("footnote", "use", match.start(), match.end(), match[1], False)
        for start, end in regions
        for match in _NOTE_USE.finditer(source, start, end)
        if match[1].casefold() not in defined and source[match.start() - 1 : match.start()] != "\\"
    ]


def undefined_reference(source: str, start: int, end: int, label: str) -> Label | None:
    """The use `[text][label]` or `[label][]` at `source[start:end]`; None for an index in code or a row of numbers."""
    written = source[start:end]
    text = written.lstrip("!")[1:].partition("][")[0]
    is_index = start > 0 and (source[start - 1].isalnum() or source[start - 1] in "_])")
    if is_index or (text.strip().isdigit() and label.strip().isdigit()) or label.startswith("^"):
        return None
    return Label("reference-label", "use", start, end, label, False)
