"""A page's words → which of them stand in quotation marks: where a speaker's words end and the writer's begin."""

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import islice

from provlint.verify.source import SourceIndex

#: An opening mark has its word after it, a closing one before it; „…“ and »…« run the other way round than “…” and «…».
#: Not where it stands before the last letter of a Hebrew word: that makes an abbreviation.
_STRAIGHT = r"(?!(?<=[\u05d0-\u05ea])[\"״][\u05d0-\u05ea](?![\u05d0-\u05ea]))[\"״＂]"
MARK = re.compile(
    rf"(?P<low>„)|(?P<left>“)|(?P<right>”)|(?P<guil>[«‹])|(?P<laq>[»›])|(?P<straight>{_STRAIGHT}|''|``)|(?P<corner>[「『])|(?P<end>[」』])"
    r"|(?P<single>(?<!\w)‘(?=\w))|(?P<closing>(?<=[\w.,!?])’(?!\w))"
)
#: Who takes a turn in a transcript: a name and a colon at the start of a line, or the Q and A of an interview.
_TURN = re.compile(r"[ \t\u00a0]*+((?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*+ ?){1,4}):\s")
_LINE = re.compile(r"(?<=\n)\s*+")
_FEWEST = 2  # turns that each of two people takes, at least, where names are not in capitals
_MOST_BLOCKS = 5  # that a turn may run to without its label
_PAIRED = {"left": "right", "low": "left", "guil": "laq", "laq": "guil", "corner": "end", "single": "closing"}


class Voices:
    """The quoted stretches of a page's blocks, read when they are asked for."""

    def __init__(self, index: SourceIndex) -> None:
        self._index = index
        self._known: dict[int, list[tuple[int, int]]] = {}
        self._known_labels: dict[int, list[tuple[int, str]]] = {}

    def utterance(self, word: int) -> tuple[int, int] | None:
        """The quoted stretch of the page's text that a word stands in; None for the writer's own words."""
        number = self._index.block_number(word)
        spans = self._spans(number)
        start = self._index.span(word)[0]
        at = bisect_right(spans, start, key=lambda span: span[0]) - 1
        return spans[at] if at >= 0 and start < spans[at][1] else None

    def turn(self, word: int) -> str:
        """Whose turn of a transcript a word stands in, as the label before it says; "" for none."""
        number, place = self._index.block_number(word), self._index.span(word)[0]
        section = self._index.page.blocks[number].section
        for at in range(number, max(-1, number - _MOST_BLOCKS), -1):
            if self._index.page.blocks[at].section != section:
                break
            labels = self._labels(at)
            if before := bisect_right(labels, place, key=lambda one: one[0]):
                label = labels[before - 1][1]
                return label if label.isupper() or label in self._takers else ""
        return ""

    def says_more(self, first: int, last: int) -> bool:
        """Whether another sentence in marks of its own stands among the words `first:last`: no "she said"."""
        text = self._index.page.text
        begin, end = self._index.span(first)[0], self._index.span(last - 1)[1]
        for number in range(self._index.block_number(first), self._index.block_number(last - 1) + 1):
            spans = self._spans(number)
            for opened, closed in islice(spans, bisect_right(spans, (begin, begin)), None):
                if closed >= end:
                    break
                before = text[max(0, opened - 3) : opened].rstrip("“\"«„‘'` \u00a0")
                if before.endswith((".", "!", "?", "\n", "…")):
                    return text[opened].isupper() and " " in text[opened:closed]
        return False

    @cached_property
    def _takers(self) -> frozenset[str]:
        """The names that come as labels again and again, where at least two do so."""
        counts: Counter[str] = Counter()
        for number in range(len(self._index.page.blocks)):
            counts.update(label for _, label in self._labels(number))
        again = [label for label, count in counts.items() if count >= _FEWEST]
        return frozenset(again) if len(again) > 1 else frozenset()

    def _labels(self, number: int) -> list[tuple[int, str]]:
        """The labels at the starts of the lines of a block, with their places."""
        if number not in self._known_labels:
            block = self._index.page.blocks[number]
            self._known_labels[number] = self._read_labels(block.start, block.end)
        return self._known_labels[number]

    def _read_labels(self, start: int, end: int) -> list[tuple[int, str]]:
        text = self._index.page.text
        if text.find(":", start, end) < 0:
            return []
        lines = [start, *(found.end() for found in _LINE.finditer(text, start, end))]
        told = ((at, _TURN.match(text, at, end)) for at in lines)
        return [(at, found[1].strip()) for at, found in told if found]

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
