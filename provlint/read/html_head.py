"""What a page says of itself: title, date, language, authors, and the addresses in its metadata.

Bases: the HTML standard (link types), the Open Graph protocol, schema.org in JSON-LD, Dublin Core, Highwire's
`citation_…`.
"""

from collections.abc import Sequence

from provlint.model.document import Metadata, Target
from provlint.read import html_json
from provlint.read.html_addresses import refresh, trimmed
from provlint.text.dates import iso_date
from provlint.text.html_entities import in_attribute
from provlint.text.html_tokens import Attribute

#: Links that lead to the document elsewhere, to its writer or its terms; not those to the site's pages, feeds' icons.
_RELATIONS = frozenset(
    ("canonical", "amphtml", "alternate", "shortlink", "author", "license", "cite-as", "syndication")
)
_STYLE = frozenset(("stylesheet", "icon", "preload"))
_WEB = ("http://", "https://")
_ADDRESSES = frozenset((
    "og:url", "og:image", "og:image:url", "og:image:secure_url", "og:video", "og:video:url", "og:video:secure_url",
    "og:audio", "og:audio:url", "og:audio:secure_url", "twitter:image", "twitter:image:src", "twitter:player",
    "twitter:url", "citation_pdf_url", "citation_fulltext_html_url", "citation_abstract_html_url",
))  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "citation_publication_date",
    "citation_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date", "date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_AUTHORS = (
    "author",
    "citation_author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_LANGUAGES = ("content-language", "dc.language", "dcterms.language", "og:locale")


class Head:
    """Collects metadata wherever in the page it stands."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.targets: list[Target] = []
        self.fields: dict[str, list[str]] = {}
        self.linked: dict[str, list[str]] = {}
        self.title = ""
        self.heading = ""  # the words of the page's first heading of level 1
        self.language = ""
        self.times: list[tuple[str, bool]] = []  # <time>: its date, and whether it says it is that of publication
        self.writers: list[str] = []  # the words of links and elements that name the author

    def meta(self, attrs: Sequence[Attribute], start: int, end: int) -> None:
        """A `<meta>` tag at `source[start:end]`."""
        places = {name: (first, last) for name, first, last in attrs}
        if "content" not in places:
            return
        first, last = trimmed(self._source, *places["content"])
        value = in_attribute(self._source[first:last])
        names = [self._text(places[kind]) for kind in ("property", "name", "itemprop", "http-equiv") if kind in places]
        for name in names:
            if name == "refresh":
                if place := refresh(self._source, *places["content"]):
                    self._target(*place, in_attribute(self._source[slice(*place)]), start, end)
            elif value:
                self.fields.setdefault(name, []).append(value)
        if value and "refresh" not in names and (value.lower().startswith(_WEB) or not _ADDRESSES.isdisjoint(names)):
            self._target(first, last, value, start, end)

    def link(self, attrs: Sequence[Attribute], start: int, end: int) -> None:
        """A `<link>` tag at `source[start:end]`."""
        places = {name: (first, last) for name, first, last in attrs}
        relations = set(self._text(places["rel"]).split()) if "rel" in places else set()
        if "href" in places and not relations.isdisjoint(_RELATIONS) and relations.isdisjoint(_STYLE):
            first, last = trimmed(self._source, *places["href"])
            self._target(first, last, in_attribute(self._source[first:last]), start, end)

    def json(self, start: int, end: int) -> None:
        """The content of a JSON-LD script."""
        found = html_json.read(self._source, start, end)
        for first, last, url in found.addresses:
            self._target(first, last, url, first, last)
        for key, values in found.fields.items():
            self.linked.setdefault(key, []).extend(values)

    def time(self, attrs: Sequence[Attribute]) -> None:
        """A `<time>` tag in the article."""
        places = {name: (first, last) for name, first, last in attrs}
        if "datetime" in places and (date := iso_date(self._source[slice(*places["datetime"])])):
            role = self._text(places["itemprop"]) if "itemprop" in places else ""
            if "modified" not in role:
                self.times.append((date, "pubdate" in places or "published" in role))

    def _text(self, place: tuple[int, int]) -> str:
        return in_attribute(self._source[slice(*place)]).strip().lower()

    def _target(self, first: int, last: int, url: str, start: int, end: int) -> None:
        self.targets.append(Target("metadata", first, last, url, "", start, end))

    def metadata(self) -> Metadata:
        """All of it, the surest source of each field first."""
        date, date_from = self._date()
        language = self.language or next((self.fields[key][0] for key in _LANGUAGES if key in self.fields), "")
        language = language or next(iter(self.linked.get("inlanguage", ())), "")
        return Metadata(self._title() or None, date, date_from, language.replace("_", "-") or None, self._authors())

    def _title(self) -> str:
        """The page's title, without the site's name where another field gives it alone."""
        written = [self.heading, *self.fields.get("og:title", ()), *self.linked.get("headline", ())]
        others = [" ".join(words.split()) for words in written if words.strip()]
        title = " ".join(self.title.split())
        return next((words for words in others if words in title), title) if title else next(iter(others), "")

    def _date(self) -> tuple[str | None, str | None]:
        for key in _PUBLISHED[:2]:
            if date := self._first_date(self.fields, key):
                return date, f"meta {key}"
        if date := self._first_date(self.linked, "datepublished"):
            return date, "JSON-LD datePublished"
        for key in _PUBLISHED[2:]:
            if date := self._first_date(self.fields, key):
                return date, f"meta {key}"
        times = [date for date, is_published in self.times if is_published] or [date for date, _ in self.times]
        if times:
            return times[0], "time datetime"
        for key, name in (("datecreated", "dateCreated"), ("datemodified", "dateModified")):
            if date := self._first_date(self.linked, key):
                return date, f"JSON-LD {name}"
        for key in _MODIFIED:
            if date := self._first_date(self.fields, key):
                return date, f"meta {key}"
        return None, None

    def _first_date(self, fields: dict[str, list[str]], key: str) -> str | None:
        return next((date for value in fields.get(key, ()) if (date := iso_date(value))), None)

    def _authors(self) -> tuple[str, ...]:
        for names in (*(self.fields.get(key) for key in _AUTHORS), self.linked.get("author"), self.writers):
            kept = [" ".join(name.split()) for name in names or () if name.strip() and "://" not in name]
            if kept:
                return tuple(dict.fromkeys(kept))
        return ()
