"""A finding and a width → the line it stands on, windowed, and where in it the found words stand, in terminal cells."""

from typing import NamedTuple

from provlint.model.findings import Finding
from provlint.text.visible import display_width, head, tail, visible

_TAB = "    "
_LEAST = 24  # cells; narrower than this no line can be read


class SourceLine(NamedTuple):
    """A line fit to be shown; the found words take `width` cells after the first `indent` ones."""

    text: str
    indent: int
    width: int


def source_line(finding: Finding, room: int) -> SourceLine | None:
    """The part of `finding.context` around the found words that fits into `room` cells; None for a blank line."""
    context = finding.context.rstrip("\r\n")
    if not context or context.isspace():
        return None
    room = max(room, _LEAST)
    start, end = _span(finding, context)
    # No more than `room` code points are looked at on each side: a line of 10 MB costs what a short one does.
    found = _plain(context[start : min(end, start + room)])
    words = _beginning(found, room - 2, end > start + room)
    if words != found:
        end = len(context)  # "…" stands for all that follows
    before = _plain(context[max(0, start - room) : start])
    after = _plain(context[end : end + room])
    free = room - display_width(words)
    before = _ending(before, max(free // 3, free - display_width(after)), start > room or finding.context_column > 1)
    after = _beginning(after, free - display_width(before), len(context) > end + room)
    return SourceLine(before + words + after, display_width(before), max(1, display_width(words)))


def _span(finding: Finding, context: str) -> tuple[int, int]:
    """Where the found words stand in the context; secrets masked in either have moved what follows them."""
    words, newline, _ = finding.snippet.partition("\n")
    whole = bool(newline) or not words.endswith("…")
    words = words.removesuffix("\r") if whole else words[:-1]
    start = finding.column - finding.context_column
    length = finding.end_column - finding.column if finding.end_line == finding.line else len(context)
    if words and not context.startswith(words, start):
        found = _nearest(context, words, start)
        start, whole = (start, False) if found is None else (found, whole)
    start = min(start, len(context))
    return start, min(start + (len(words) if words and whole else length), len(context))


def _nearest(context: str, words: str, start: int) -> int | None:
    """The occurrence of `words` that begins nearest to `start`."""
    places = context.rfind(words, 0, start + len(words)), context.find(words, start)
    return min((place for place in places if place >= 0), key=lambda place: abs(place - start), default=None)


def _plain(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _beginning(text: str, cells: int, goes_on: bool) -> str:
    """The text, or what of its beginning fits into `cells` and "…"."""
    if not goes_on and display_width(text) <= cells:
        return text
    return head(text, max(0, cells - 1)) + "…"


def _ending(text: str, cells: int, goes_on: bool) -> str:
    """The text, or "…" and what of its end fits into `cells`."""
    if not goes_on and display_width(text) <= cells:
        return text
    return "…" + tail(text, max(0, cells - 1))
