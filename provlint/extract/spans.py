"""Spans of a source, to ask whether one of them covers a place."""

from bisect import bisect_right
from collections.abc import Iterable

from provlint.model.document import Document


class Spans:
    """Spans that may overlap and come in any order; ends are exclusive."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def cover(self, at: int) -> bool:
        """Whether one of the spans covers the offset `at`."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]


def running_text(document: Document) -> Spans:
    """Where prose stands, the labels of links with it; no code, comment, template or tag."""
    return Spans([*document.regions, *((target.outer_start, target.outer_end) for target in document.targets)])
