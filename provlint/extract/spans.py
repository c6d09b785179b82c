"""Spans of the source, to ask whether a place lies in running text."""

from bisect import bisect_right

from provlint.model.document import Document


class Spans:
    """Spans that may overlap, to ask whether one of them covers a place."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        """`spans` may overlap and come in any order."""
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._spans and start <= self._spans[-1][1]:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))

    def cover(self, at: int) -> bool:
        """Whether one of them holds the character at an offset."""
        index = bisect_right(self._spans, at, key=lambda span: span[0]) - 1
        return index >= 0 and at < self._spans[index][1]


def running_text(document: Document) -> Spans:
    """Where prose stands, the labels of links with it; no code, comment, template or tag."""
    return Spans([*document.regions, *((target.outer_start, target.outer_end) for target in document.targets)])
