"""Edits → the new text, where each place of the old one is in it, and several rounds of edits as one."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from provlint.model.findings import Edit, Fix


def apart(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes of which no edit meets another's, the earlier ones first: of two that meet the later one is left."""
    taken: list[Fix] = []
    end = -1
    for fix in sorted(fixes, key=lambda fix: (fix.edits[0].start, fix.edits[-1].end)):
        if fix.edits[0].start > end or (fix.edits[0].start == end and fix.edits[0].end > end):
            taken.append(fix)
            end = max(edit.end for edit in fix.edits)
    return taken


def applied(source: str, edits: Sequence[Edit]) -> str:
    """The text with sorted edits that do not meet."""
    parts, at = [], 0
    for edit in edits:
        parts += [source[at : edit.start], edit.text]
        at = edit.end
    return "".join(parts) + source[at:]


class Places:
    """Where places of the old text are in the new one."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._shifts = [*accumulate((len(edit.text) - edit.end + edit.start for edit in edits), initial=0)]

    def start(self, offset: int) -> int:
        """The new place of a start: behind what is put in right there, at the start of an edit it lies in."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        edit = self._edits[at]
        if edit.start == offset < edit.end:
            return offset + self._shifts[at]
        if offset < edit.end:
            return edit.start + len(edit.text) + self._shifts[at]
        return offset + self._shifts[at + 1]

    def end(self, offset: int) -> int:
        """The new place of an end: before what is put in right there, at the end of an edit it lies in."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        edit = self._edits[at]
        if edit.start == offset:
            return offset + self._shifts[at]
        if offset < edit.end:
            return edit.start + self._shifts[at]
        return offset + self._shifts[at + 1]


Piece = tuple[int, int] | str  # a stretch of the first text, or words that were put in


def pieces(source: str) -> list[Piece]:
    """The text as it first is."""
    return [(0, len(source))] if source else []


def cut_in(parts: Sequence[Piece], edits: Sequence[Edit]) -> list[Piece]:
    """The text in pieces, after edits to the text that the pieces make."""
    new: list[Piece] = []
    waiting = list(reversed(edits))
    at = 0  # where a piece begins in the text before these edits
    hidden = 0  # up to where that text is replaced
    for part in parts:
        length = len(part) if isinstance(part, str) else part[1] - part[0]
        end = at + length
        while waiting and waiting[-1].start < end:
            edit = waiting.pop()
            new += _slice(part, max(hidden, at) - at, edit.start - at)
            new += [edit.text] if edit.text else []
            hidden = edit.end
        new += _slice(part, max(hidden, at) - at, length)
        at = end
    return new + [edit.text for edit in reversed(waiting) if edit.text]


def _slice(part: Piece, first: int, last: int) -> list[Piece]:
    if first >= last:
        return []
    return [part[first:last] if isinstance(part, str) else (part[0] + first, part[0] + last)]


def joined(parts: Sequence[Piece], length: int) -> list[Edit]:
    """The edits that make of the first text, of so many characters, what the pieces make; in source order."""
    edits: list[Edit] = []
    at, words = 0, ""
    for part in [*parts, (length, length)]:
        if isinstance(part, str):
            words += part
            continue
        if words or part[0] > at:
            edits.append(Edit(at, part[0], words))
        at, words = part[1], ""
    return edits
