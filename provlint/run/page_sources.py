"""Pages as given → sources that quotations are compared with: read and indexed once, the last ones kept."""

from bisect import bisect_right
from collections import OrderedDict
from functools import partial

from provlint.extract.quotations.find import QuotationFinder
from provlint.model.facts import Speaker
from provlint.model.matches import PageText
from provlint.model.words import Format
from provlint.page.article import read_page
from provlint.page.plain import page_of_blocks, plain_page
from provlint.read.decode import decode
from provlint.read.reader import read_text
from provlint.tables.tables import Tables
from provlint.verify.source import SourceIndex
from provlint.verify.verify import Source

_KEPT = 24_000_000  # characters or bytes of pages that are kept
_NEAR, _WIDE = (0, 0), (3, 1)  # blocks before and after a passage in which its speaker is looked for
_LONGEST = 4_000  # characters of such a block


class PageSources:
    """The pages of a run. `of` gives the same source for the same page for as long as it is kept."""

    def __init__(self, tables: Tables) -> None:
        self._finder = QuotationFinder(tables)
        self._kept: OrderedDict[tuple[str | bytes, Format], Source] = OrderedDict()
        self._size = 0

    def of(self, page: str | bytes, format: Format) -> Source:
        """The page, ready; bytes are decoded as documents are. Never fails on any page."""
        key = (page, format)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        words = page_text(decode(page).source if isinstance(page, bytes) else page, format)
        source = Source(SourceIndex(words), partial(self._speaker, words))
        self._kept[key] = source
        self._size += len(page)
        while self._size > _KEPT and len(self._kept) > 1:
            (old, _), _ = self._kept.popitem(last=False)
            self._size -= len(old)
        return source

    def _speaker(self, page: PageText, start: int, end: int) -> Speaker | None:
        """Whom the page gives the words at `page.text[start:end]` to: in their own block, else in those around it."""
        speaker = self._told(page, start, end, _NEAR)
        return speaker if speaker and speaker.kind != "pronoun" else self._told(page, start, end, _WIDE) or speaker

    def _told(self, page: PageText, start: int, end: int, reach: tuple[int, int]) -> Speaker | None:
        number = bisect_right(page.blocks, start, key=lambda block: block.start) - 1
        near = page.blocks[max(0, number - reach[0]) : number + 1 + reach[1]]
        texts = [" ".join(page.text[block.start : min(block.end, block.start + _LONGEST)].split()) for block in near]
        window = "\n\n".join(texts)
        place = window.find(" ".join(page.text[start:end].split()))
        return self._finder.speaker(read_text(window, "text", "-"), place) if place >= 0 else None


def page_text(text: str, format: Format) -> PageText:
    """The words of a page in one of the formats that documents have."""
    if format == "html":
        return read_page(text)
    if format == "text":
        return plain_page(text)
    document = read_text(text.removeprefix("\ufeff"), format, "-")
    shown = (
        (block.plain, block.runs, block.start, block.kind == "heading") for block in document.blocks if block.plain
    )
    return page_of_blocks(shown, document.metadata.language or "")
