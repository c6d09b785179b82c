"""A page's words, indexed once for any number of quotations: where each word stands, and the places of words."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from provlint.model.matches import PageBlock, PageText
from provlint.verify.forms import forms, spans

_MOST_TRIED = 2_000  # places of the same words that are looked at to find some within bounds
_AFTER = 400  # characters looked at between two words


class SourceIndex:
    """The words of a page. A word is known by its number; `forms[number]` is its form."""

    def __init__(self, page: PageText) -> None:
        self.page = page
        self.forms: list[str] = []
        self.starts: list[int] = []  # of each block, the number of its first word
        self._spans: dict[int, list[tuple[int, int]]] = {}
        for block in page.blocks:
            self.starts.append(len(self.forms))
            self.forms += forms(page.text[block.start : block.end])

    def __len__(self) -> int:
        return len(self.forms)

    def count(self, form: str) -> int:
        """How many words have this form."""
        return self._counts[form]

    def positions(self, form: str, most: int) -> Iterator[int]:
        """The numbers of the words of this form, the last one first, at most `most`."""
        last, before = self._chains
        at = last.get(form, -1)
        for _ in range(most):
            if at < 0:
                return
            yield at
            at = before[at]

    def places(self, forms: Sequence[str], most: int, within: tuple[int, int] | None = None) -> list[int]:
        """The words at which these stand one after the other, at most `most`; `within` bounds the words."""
        wanted, (joined, offsets) = f" {' '.join(forms)} ", self._joined
        at = joined.find(wanted)
        found: list[int] = []
        tried = 0
        while at >= 0 and len(found) < most and tried < _MOST_TRIED:
            tried += 1
            block = bisect_right(offsets, at) - 1
            number = self.starts[block] + joined.count(" ", offsets[block], at)
            if not within or within[0] <= number <= within[1] - len(forms):
                found.append(number)
            at = joined.find(wanted, at + 1)
        return found

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """All forms, a blank before each, and where in them each block begins."""
        bounds = pairwise((*self.starts, len(self.forms)))
        pieces = [f" {' '.join(self.forms[first:last])}" if first < last else "" for first, last in bounds]
        return "".join(pieces) + " ", list(accumulate(map(len, pieces), initial=0))[: len(pieces)]

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.forms)

    @cached_property
    def _chains(self) -> tuple[dict[str, int], list[int]]:
        """The last word of each form, and for each word the one of its form before it: no list for each form."""
        last: dict[str, int] = {}
        before: list[int] = []
        for number, form in enumerate(self.forms):
            before.append(last.get(form, -1))
            last[form] = number
        return last, before

    def block_number(self, word: int) -> int:
        """Which block a word stands in."""
        return bisect_right(self.starts, word) - 1

    def block(self, word: int) -> PageBlock:
        """The block a word stands in."""
        return self.page.blocks[self.block_number(word)]

    def span(self, word: int) -> tuple[int, int]:
        """Where a word stands in the page's text."""
        number = self.block_number(word)
        if number not in self._spans:
            block = self.page.blocks[number]
            self._spans[number] = spans(self.page.text[block.start : block.end], block.start)
        return self._spans[number][word - self.starts[number]]

    def text(self, first: int, last: int, most: int = 0) -> str:
        """The words `first` up to `last` as a reader sees them, white space as single blanks; at most `most`."""
        if first >= last:
            return ""
        cut = bool(most) and last - first > most
        stop = first + most if cut else last
        start, end = self.span(first)[0], self.span(stop - 1)[1]
        return " ".join(self.page.text[start:end].split()) + ("…" if cut else "")

    def between(self, word: int) -> str:
        """What stands between a word and the one before it, a newline where blocks meet."""
        if word <= 0:
            return ""
        start = self.span(word - 1)[1]
        end = self.span(word)[0] if word < len(self.forms) else len(self.page.text)
        return self.page.text[start : min(end, start + _AFTER)]

    def same(self, at: int, forms: Sequence[str]) -> bool:
        """Whether the words from `at` on are these."""
        return self.forms[at : at + len(forms)] == forms
