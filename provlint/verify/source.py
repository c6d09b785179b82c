"""A page's words, indexed once for any number of quotations: where each word stands, and the places of words."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from provlint.model.matches import PageBlock, PageText
from provlint.verify.forms import forms, spans

_NOWHERE: list[int] = []


class SourceIndex:
    """The words of a page. A word is known by its number; `forms[number]` is its form."""

    def __init__(self, page: PageText) -> None:
        self.page = page
        self.forms: list[str] = []
        self.starts: list[int] = []  # of each block, the number of its first word
        self._positions: dict[str, list[int]] = {}
        self._spans: dict[int, list[tuple[int, int]]] = {}
        for block in page.blocks:
            self.starts.append(len(self.forms))
            self.forms += forms(page.text[block.start : block.end])
        positions = self._positions
        for number, form in enumerate(self.forms):
            if form in positions:
                positions[form].append(number)
            else:
                positions[form] = [number]

    def __len__(self) -> int:
        return len(self.forms)

    def positions(self, form: str) -> Sequence[int]:
        """The numbers of the words of this form, in order."""
        return self._positions.get(form, _NOWHERE)

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
            text = self.page.text[block.start : block.end]
            self._spans[number] = spans(text, block.start)
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
        return self.page.text[start : min(end, start + 400)]

    def same(self, at: int, forms: Sequence[str]) -> bool:
        """Whether the words from `at` on are these."""
        return self.forms[at : at + len(forms)] == forms

    def rarest(self, forms: Sequence[str]) -> tuple[int, Sequence[int]]:
        """Which of the words stands on the page least often, and where."""
        best, places = 0, self.positions(forms[0])
        for number, form in islice(enumerate(forms), 1, None):
            other = self.positions(form)
            if len(other) < len(places):
                best, places = number, other
        return best, places
