"""What a page says of its article: the titles it goes by, the days on which it was published or changed.

Sites write them in several places, and not all alike: in data for machines (schema.org), for previews (Open Graph), as
the page's title and first headings, in `<time>`. Whoever compares takes any of them.
"""

import re
from html import unescape

from provlint.page.unseen import Unseen
from provlint.text.html_entities import in_attribute
from provlint.text.html_tokens import attributes

_HEAD = 400_000  # characters in which a page says it
_MOST_HEADINGS = 3
_LONGEST = 600  # characters of a heading's markup
_MOST_TAGS = 200  # meta and time elements that are looked at
_TITLES = frozenset(("og:title", "twitter:title", "dc.title", "headline", "parsely-title"))
_DAYS = frozenset((
    "article:published_time", "article:modified_time", "og:updated_time", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.modified", "pubdate", "publishdate", "datepublished", "datemodified",
    "parsely-pub-date", "last-modified",
))  # fmt: skip
_TAG = re.compile(r"<(?:meta|time)\b(?=[^>]{0,2000}>)", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*+>")


def titles(page: str, unseen: Unseen, title: str) -> tuple[str, ...]:
    """The titles of a page's article, each once: in its data, for previews, its `<title>`, its first headings."""
    found = [*unseen.headlines, *(text for name, text in _told(page) if name in _TITLES), title, *_headings(page)]
    return tuple(dict.fromkeys(filter(None, (" ".join(text.split()) for text in found))))


def days(page: str, unseen: Unseen) -> tuple[str, ...]:
    """The days on which the article was published or changed, as written there."""
    found = [*unseen.dates, *(text for name, text in _told(page) if name in _DAYS or name == "datetime")]
    return tuple(dict.fromkeys(filter(None, found)))


def _told(page: str) -> list[tuple[str, str]]:
    """What meta elements say, by name; of a `<time>` its `datetime`."""
    found = []
    for number, tag in enumerate(_TAG.finditer(page, 0, _HEAD)):
        if number >= _MOST_TAGS:
            break
        said = {key: in_attribute(page[a:b]) for key, a, b in attributes(page, tag.start(), page.find(">", tag.end()))}
        name = said.get("property") or said.get("name") or said.get("itemprop") or ""
        found.append((name.lower(), said["content"]) if "content" in said else ("datetime", said.get("datetime", "")))
    return found


def _headings(page: str) -> list[str]:
    """The words of the first headings of the first level."""
    head, found, at = page[:_HEAD].lower(), list[str](), 0
    for _ in range(_MOST_HEADINGS):
        at = head.find("<h1", at)
        start, end = head.find(">", at) + 1, head.find("</h1", at)
        if at < 0 or start <= 0 or end < start:
            break
        words = _MARKUP.sub(" ", page[start : min(end, start + _LONGEST)])
        found.append(unescape(words))
        at = end
    return found
