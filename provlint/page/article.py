"""The HTML of a fetched page → its words, each stretch with its place and whether it is article or furniture.

Linear in the length of any input, and flat: open elements are counted by name, not nested, as pages leave them open.
Words in attributes and in data for machines (schema.org `articleBody`) come last, for pages that show them in no other
way.
"""

import re
from collections import Counter
from functools import cache, partial

from provlint.model.matches import PageBlock, PageRuns, PageText
from provlint.model.words import PageRegion
from provlint.page.elements import BLOCKS, CONTAINERS, FURNITURE, FURNITURE_TAG, HIDDEN_TAG, SECTIONS, STRUCK, UNREAD
from provlint.page.heads import days, titles
from provlint.page.unavailable import Signs, unavailable
from provlint.page.unseen import Unseen
from provlint.text.html_entities import REFERENCE, in_text
from provlint.text.html_tokens import COMMENT, DECLARATION, RAW_TEXT, is_self_closing, tokens

_LANGUAGE = re.compile(r"<html\b[^>]{0,2000}?\slang\s*+=\s*+[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_STRUCK = 400  # characters that are struck out: more of them are a text of their own
_LINK = re.compile(r"<a\b", re.IGNORECASE)
_SLASH_LESS = frozenset(
    ["br", "hr", "img", "input", "link", "meta", "wbr", "area", "base", "col", "embed", "param", "source", "track"]
)


def read_page(page: str) -> PageText:
    """The words of an HTML page; never fails, whatever the markup. Offsets are code points into `page`."""
    return _Reader(page).read()


class _Reader:
    """One pass over the tokens of a page."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.pieces: list[str] = []
        self.runs = PageRuns()
        self.blocks: list[PageBlock] = []
        self.unseen = Unseen(page)
        self.at = 0  # characters in `pieces`
        self.block_start = 0
        self.section = 0
        self.open: Counter[str] = Counter()  # elements that hide words or are furniture, and what is nested in them
        self.skipped = ""  # the element whose words are left out
        self.aside: dict[str, int] = {}  # furniture and hidden elements by name: how many of the name are open in them
        self.region: PageRegion = "article"
        self.inside = 0  # open `article` and `main`
        self.title = ""

    def read(self) -> PageText:
        page, last, raw = self.page, 0, ""
        for name, start, end in tokens(page):
            if start > last and not self.skipped:
                self._text(last, start, raw)
            if name[0] == "/":
                self._end(name[1:])
            elif name not in (COMMENT, DECLARATION):
                self._start(name, start, end)
            raw = name if name in RAW_TEXT else ""
            last = end
        if last < len(page) and not self.skipped:
            self._text(last, len(page), "")
        self._break()
        return self._page()

    def _page(self) -> PageText:
        seen = len(self.blocks)
        for text, start, end, region in self.unseen.texts():
            self._piece(text, start, end)
            self._break(region)
        language = _LANGUAGE.search(self.page[:20_000])
        text = "".join(self.pieces)
        signs = Signs(self.page, text, tuple(self.blocks[:seen]), self.title, self.unseen)
        return PageText(
            text=text,
            blocks=tuple(self.blocks),
            runs=self.runs,
            language=language[1].lower() if language else "",
            title=self.unseen.headline or " ".join(self.title.split()),
            date=self.unseen.date,
            unavailable=cache(partial(unavailable, signs)),
            titles=cache(partial(titles, self.page, self.unseen, self.title)),
            days=cache(partial(days, self.page, self.unseen)),
        )

    def _text(self, start: int, end: int, raw: str) -> None:
        if raw:
            if raw == "title" and not self.title:
                self.title = "".join(text for text, _, _ in _decoded(self.page, start, end))
            return
        text = self.page[start:end]
        if "&" not in text:
            if self.at > self.block_start or not text.isspace():  # what stands between two paragraphs is no block
                self._piece(text, start, end)
            return
        for text, first, last in _decoded(self.page, start, end):
            self._piece(text, first, last)

    def _piece(self, text: str, start: int, end: int) -> None:
        self.pieces.append(text)
        runs = self.runs  # not by its method: a large page has hundreds of thousands of pieces
        runs.at.append(self.at)
        runs.start.append(start)
        runs.end.append(end)
        self.at += len(text)

    def _start(self, name: str, start: int, end: int) -> None:
        page = self.page
        if self.skipped:
            if name == self.skipped:
                self.open[name] += not is_self_closing(page, start, end)
            return
        attributed = end - start > len(name) + 2
        if name in BLOCKS:
            self._break()
            self.section += name in SECTIONS
        elif name == "br":
            self._piece("\n", end, end)
        self.inside += name in ("article", "main")
        if attributed:
            self.unseen.tag(name, start, end)
        if name in UNREAD:
            if not is_self_closing(page, start, end) or name in RAW_TEXT:
                self.skipped, self.open[name] = name, 1
        elif name == "sup" and _LINK.search(page, end, end + 120) and page.find("</sup", end, end + 400) > 0:
            self.skipped, self.open[name] = name, 1  # the mark of a note
        elif name in STRUCK and (close := page.find(f"</{name}", end, end + _STRUCK)) > 0:
            self.skipped, self.open[name] = name, 1
            self.unseen.struck(end, close)
        elif name not in _SLASH_LESS:
            self._aside(name, start, end, attributed)

    def _aside(self, name: str, start: int, end: int, attributed: bool) -> None:
        """Note whether furniture begins here, and what is open inside it."""
        if name in self.aside:
            self.aside[name] += 1
            return
        furniture = name in FURNITURE or (name == "header" and not self.inside)
        if attributed and not furniture and name in CONTAINERS:
            furniture = FURNITURE_TAG.search(self.page, start, end) is not None
        hidden = attributed and HIDDEN_TAG.search(self.page, start, end) is not None
        if furniture or hidden:
            self._break()
            self.aside[name] = 1
            self.region = "hidden" if hidden or self.region == "hidden" else "furniture"

    def _end(self, name: str) -> None:
        if self.skipped:
            if name == self.skipped:
                self.open[name] -= 1
                if self.open[name] <= 0:
                    self.skipped = ""
            return
        if name in BLOCKS:
            self._break()
            self.section += name == "article"
        if name in ("article", "main"):
            self.inside = max(0, self.inside - 1)
        if name in self.aside:
            self.aside[name] -= 1
            if not self.aside[name]:
                self._break()
                del self.aside[name]
                if not self.aside:
                    self.region = "article"

    def _break(self, region: PageRegion | None = None) -> None:
        if self.at > self.block_start:
            self.blocks.append(PageBlock(self.block_start, self.at, region or self.region, self.section))
            self.pieces.append("\n")
            self.at += 1
            self.block_start = self.at


def _decoded(page: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The text of `page[start:end]` with references read, in pieces with their places."""
    pieces, last = [], start
    for found in REFERENCE.finditer(page, start, end):
        characters, length = in_text(found[0])
        if not length:
            continue
        if found.start() > last:
            pieces.append((page[last : found.start()], last, found.start()))
        last = found.start() + length
        pieces.append((characters, found.start(), last))
    if last < end:
        pieces.append((page[last:end], last, end))
    return pieces
