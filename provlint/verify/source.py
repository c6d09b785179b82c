"""A page's words, indexed once for any number of quotations: where each word stands, and the places of words."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice

from provlint.model.matches import PageBlock, PageText
from provlint.verify.forms import forms, spans, without_accents

_MOST_TRIED = 2_000  # places of the same words that are looked at to find some within bounds
_AFTER = 400  # characters looked at between two words
_TICK = 4_096  # characters


class SourceIndex:
    """The words of a page. A word is known by its number; `forms[number]` is its form."""

    def __init__(self, page: PageText) -> None:
        self.page = page
        self.forms: list[str] = []
        self.starts: list[int] = []  # of each block, the number of its first word
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._is_chained = False
        text, add = page.text, self.forms.extend
        for start, end, _, _ in page.blocks:
            self.starts.append(len(self.forms))
            add(forms(text[start:end]))

    def leave_accents(self) -> None:
        """Take the words without their accents from now on; before any of them is looked for."""
        joined = self._joined[0]
        if joined.isascii():
            return
        bare = {form: without_accents(form) for form in set(self.forms) if not form.isascii()}
        self.forms = [bare.get(form, form) for form in self.forms]
        del self._joined

    def __len__(self) -> int:
        return len(self.forms)

    def count(self, form: str) -> int:
        """How many words have this form."""
        return self._counts.get(form, 0)

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
        first, last = within or (0, len(self.forms))
        last -= len(forms)
        found = islice(self._found(forms), _MOST_TRIED)
        return list(islice((number for number in found if first <= number <= last), most))

    def _found(self, forms: Sequence[str]) -> Iterator[int]:
        """The numbers of the words at which these stand one after the other, in order."""
        if not self._is_chained:
            return self._found_in_joined(f" {' '.join(forms)} ")
        offset = min(range(len(forms)), key=lambda number: self.count(forms[number]))
        if self.count(forms[offset]) > _MOST_TRIED:
            return self._found_in_joined(f" {' '.join(forms)} ")
        spots = sorted(self.positions(forms[offset], _MOST_TRIED))
        return (at - offset for at in spots if at >= offset and self.same(at - offset, forms))

    def _found_in_joined(self, wanted: str) -> Iterator[int]:
        """The numbers of the words at which forms with blanks around them stand in the joined forms, in order."""
        joined, numbers = self._joined
        at = joined.find(wanted)
        while at >= 0:
            tick = at // _TICK
            yield numbers[tick] + joined.count(" ", tick * _TICK, at)
            at = joined.find(wanted, at + 1)

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """All forms with blanks around them, and the number of blanks before each so many characters of it."""
        joined = f" {' '.join(self.forms)} "
        counts = (joined.count(" ", at, at + _TICK) for at in range(0, len(joined), _TICK))
        return joined, list(accumulate(counts, initial=0))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.forms)

    @cached_property
    def _chains(self) -> tuple[dict[str, int], list[int]]:
        """The last word of each form, and for each word the one of its form before it: no list for each form."""
        self._is_chained = True
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
