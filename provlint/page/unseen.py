"""The words of a page that stand in attributes and in data for machines, and what that data says of the page."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from provlint.model.words import PageRegion
from provlint.page.elements import META, META_DATE, WORDED, WORDED_TAG
from provlint.text.html_entities import in_attribute
from provlint.text.html_tokens import attributes

_FEWEST = 2  # blanks in an attribute that may hold a statement
_MOST_DATA = 5_000_000  # characters of JSON that are parsed
_TAG = re.compile(r"<[^<>]*+>")
_BODIES = ("articleBody", "text", "reviewBody", "description", "headline", "abstract", "transcript")
_TITLES = ("headline", "alternativeHeadline")
_DATES = ("datePublished", "dateModified", "dateCreated")
_MOST = 40  # titles and days that data say
_LD = re.compile(r"\stype\s*+=\s*+[\"']?application/ld\+json", re.IGNORECASE)


class Unseen:
    """What stands in tags, gathered as a page is read."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._attributes: list[tuple[str, int, int]] = []
        self._scripts: list[tuple[int, int]] = []
        self._bodies: list[tuple[str, int, int]] | None = None
        self._date = self._meta_date = ""
        self._headlines: list[str] = []
        self._dates: list[str] = []
        self._free = True

    def tag(self, name: str, start: int, end: int) -> None:
        """Note what a start tag with attributes holds."""
        if name == "script":
            if _LD.search(self._page, start, end):
                self._scripts.append((end, self._page.find("</", end)))
        elif WORDED_TAG.search(self._page, start, end):
            self._worded(name, start, end)

    def struck(self, start: int, end: int) -> None:
        """Note words that are struck out."""
        if self._page.count(" ", start, end) >= _FEWEST:
            self._attributes.append((unescape(self._page[start:end]), start, end))

    def _worded(self, name: str, start: int, end: int) -> None:
        found = attributes(self._page, start, end)
        meta = ""
        if name == "meta":
            meta = next((self._page[a:b].lower() for key, a, b in found if key in ("name", "property", "itemprop")), "")
        for key, first, last in found:
            if key == "content" and meta in META_DATE:
                self._meta_date = self._meta_date or self._page[first:last][:40]
            worded = key in WORDED or key.startswith("data-") or (key == "content" and meta in META)
            if worded and self._page.count(" ", first, last) >= _FEWEST:
                self._attributes.append((in_attribute(self._page[first:last]), first, last))

    @property
    def headline(self) -> str:
        """The article's title in the data; "" for none."""
        return next(iter(self.headlines), "")

    @property
    def headlines(self) -> list[str]:
        """The titles in the data."""
        self._read()
        return self._headlines

    @property
    def dates(self) -> list[str]:
        """The days of publication and change in the data, as written."""
        self._read()
        return self._dates

    @property
    def date(self) -> str:
        """The day the article was published, as the data or a meta element says; "" for none."""
        self._read()
        return self._date or self._meta_date

    @property
    def free(self) -> bool:
        """False if the data says that the article is not free to read."""
        self._read()
        return self._free

    def texts(self) -> Iterator[tuple[str, int, int, PageRegion]]:
        """The texts with the spans they stand at, attributes first."""
        for text, start, end in self._attributes:
            yield (_TAG.sub(" ", text) if "<" in text else text), start, end, "attribute"
        for text, start, end in self._read():
            text = unescape(text) if "&" in text else text  # the markup of a page, as many put it there
            yield (_TAG.sub(" ", text) if "<" in text else text), start, end, "data"

    def _read(self) -> list[tuple[str, int, int]]:
        if self._bodies is None:
            self._bodies = []
            for start, stop in self._scripts:
                self._script(start, stop if stop >= 0 else len(self._page))
        return self._bodies

    def _script(self, start: int, near: int) -> None:
        import json

        end = near
        while 0 <= end < len(self._page) and self._page[end : end + 8].lower() != "</script":
            end = self._page.find("</", end + 1)
        end = len(self._page) if end < 0 else end
        if end - start > _MOST_DATA:
            return
        try:
            data = json.loads(self._page[start:end], strict=False)
        except (ValueError, RecursionError):
            return
        self._walk(data, start, end)

    def _walk(self, data: Any, start: int, end: int) -> None:
        assert self._bodies is not None
        waiting = [data]
        while waiting:
            item = waiting.pop()
            if isinstance(item, list):
                waiting += reversed(item)
            elif isinstance(item, dict):
                self._item(item)
                for key in _BODIES:
                    if isinstance(item.get(key), str) and item[key].count(" ") >= _FEWEST:
                        self._bodies.append((item[key], start, end))
                waiting += [value for value in reversed(item.values()) if isinstance(value, dict | list)]

    def _item(self, item: dict[str, Any]) -> None:
        for key in _TITLES:
            if isinstance(item.get(key), str) and len(self._headlines) < _MOST:
                self._headlines.append(item[key])
        if isinstance(item.get("datePublished"), str):
            self._date = self._date or item["datePublished"][:40]
        for key in _DATES:
            if isinstance(item.get(key), str) and len(self._dates) < _MOST:
                self._dates.append(item[key][:40])
        if str(item.get("isAccessibleForFree", "true")).rpartition("/")[2].lower() in ("false", "0", "no"):
            self._free = False
