"""Source text → paragraphs of lines as typed: runs of lines with ink, each line at its exact place."""

from typing import NamedTuple

_UNSEEN = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"  # a line of these alone looks blank
_TAB = 8  # columns
NARROW = 100  # nobody wraps plain text wider than this; RFC 2646 has 78, editors offer up to 100
_WIDEST_WRAP = 200  # lines longer than any screen's: each is a paragraph, whatever follows
_RAGGED = 6  # columns by which editors and hands differ in what fits: hanging marks, double spaces, reflowed edits


class Line(NamedTuple):
    """A line with ink: `start:end` without the white space around it, `indent` columns before it (a tab fills to 8)."""

    start: int
    end: int
    indent: int


def with_plain_ends(source: str) -> str:
    """The source with CRLF and CR written as LF at unchanged offsets (CRLF becomes space and LF)."""
    return source.replace("\r\n", " \n").replace("\r", "\n") if "\r" in source else source


def chunks(text: str) -> list[list[Line]]:
    """The runs of lines between blank lines."""
    found: list[list[Line]] = []
    run: list[Line] = []
    at = 0
    for written in text.split("\n"):
        ink = written.strip()
        if ink and (len(ink) > len(_UNSEEN) or ink.strip(_UNSEEN)):
            lead = 0 if written[0] == ink[0] else written.index(ink[0])
            indent = len(written[:lead].expandtabs(_TAB)) if lead and "\t" in written else lead
            run.append(Line(at + lead, at + lead + len(ink), indent))
        elif run:
            found.append(run)
            run = []
        at += len(written) + 1
    if run:
        found.append(run)
    return found


def breaks_meant(text: str, lines: list[Line]) -> bool:
    """Whether the line ends of a paragraph were typed, not made by wrapping: each line is then a paragraph by itself.

    A break made by wrapping stands where the next word would have run over the paragraph's width.
    """
    width = max(line.end - line.start for line in lines)
    if width <= NARROW:
        return False
    if width > _WIDEST_WRAP:
        return True
    if len(lines) == 2:  # nothing to measure a width by
        return not text[lines[1].start].islower()
    return not all(wrapped_after(text, lines, index, width) for index in range(len(lines) - 1))


def wrapped_after(text: str, lines: list[Line], index: int, width: int) -> bool:
    """Whether the break after a line is one that wrapping to `width` columns makes, or stands inside a sentence."""
    return (
        text[lines[index + 1].start].islower() or text[lines[index].end - 1] == "," or fills(text, lines, index, width)
    )


def fills(text: str, lines: list[Line], index: int, width: int) -> bool:
    """Whether the first word of the line below would have run over `width` columns in this line."""
    here, below = lines[index], lines[index + 1]
    word = text[below.start : min(below.end, below.start + width)].split(None, 1)[0]
    return here.end - here.start + 1 + len(word) > width - _RAGGED
