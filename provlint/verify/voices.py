"""A page's words → which of them stand in quotation marks: where a speaker's words end and the writer's begin."""

import re
from bisect import bisect_right

from provlint.verify.source import SourceIndex

#: An opening mark has its word after it, a closing one before it; „…“ and »…« run the other way round than “…” and «…».
MARK = re.compile(
    r"(?P<low>„)|(?P<left>“)|(?P<right>”)|(?P<guil>[«‹])|(?P<laq>[»›])|(?P<straight>\"|''|``)|(?P<corner>[「『])|(?P<end>[」』])"
    r"|(?P<single>(?<!\w)‘(?=\w))|(?P<closing>(?<=[\w.,!?])’(?!\w))"
)
#: Who takes a turn in a transcript: a name in capitals and a colon, or the Q and A of an interview.
_TURN = re.compile(r"\s*+((?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*+ ?){1,4}):\s")
_PAIRED = {"left": "right", "low": "left", "guil": "laq", "laq": "guil", "corner": "end", "single": "closing"}


class Voices:
    """The quoted stretches of a page's blocks, read when they are asked for."""

    def __init__(self, index: SourceIndex) -> None:
        self._index = index
        self._known: dict[int, list[tuple[int, int]]] = {}

    def utterance(self, word: int) -> tuple[int, int] | None:
        """The quoted stretch of the page's text that a word stands in; None for the writer's own words."""
        number = self._index.block_number(word)
        spans = self._spans(number)
        start = self._index.span(word)[0]
        at = bisect_right(spans, start, key=lambda span: span[0]) - 1
        return spans[at] if at >= 0 and start < spans[at][1] else None

    def turn(self, word: int) -> str:
        """Whose turn of a transcript the block of a word is, as its label says; "" for a block without one."""
        block = self._index.block(word)
        found = _TURN.match(self._index.page.text, block.start, block.end)
        return found[1] if found and found[1].isupper() else ""

    def _spans(self, number: int) -> list[tuple[int, int]]:
        if number not in self._known:
            block = self._index.page.blocks[number]
            self._known[number] = _quoted(self._index.page.text, block.start, block.end)
        return self._known[number]


def _quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The outermost quoted stretches of a block; one that nothing closes goes on to its end."""
    spans: list[tuple[int, int]] = []
    opened, waits = -1, ""
    for mark in MARK.finditer(text, start, end):
        kind = mark.lastgroup or ""
        if opened >= 0:
            if kind == waits or (waits == "right" and kind == "straight" and not _opens(text, mark.end(), end)):
                spans.append((opened, mark.start()))
                opened = -1
            continue
        if kind == "straight" and _opens(text, mark.end(), end):
            opened, waits = mark.end(), "straight"
        elif kind in _PAIRED and _opens(text, mark.end(), end):
            opened, waits = mark.end(), _PAIRED[kind]
        elif kind == "right" and not spans and start < mark.start():
            spans.append((start, mark.start()))  # it goes on from the paragraph before
    if opened >= 0:
        spans.append((opened, end))
    return spans


def _opens(text: str, after: int, end: int) -> bool:
    return after < end and not text[after].isspace() and text[after] not in ',.;:!?)”"'
