"""The source of a page → what stands in it, in one pass over its tags: no tree, no recursion, linear time.

One pattern takes the source apart, and each piece is looked at only as far as it has to be: this runs for every page
that is fetched, and takes a fifth of the time of the tokenizer that documents are read with.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from provlint.page.spaced import spaced, spaced_in_steps
from provlint.text.html_entities import in_attribute
from provlint.text.html_tokens import ATTRIBUTES, attributes

#: Elements of which a reader sees nothing, or nothing of the page: their content is one piece with their tags.
_APART = "script|style|title|textarea|xmp|iframe|noembed|noframes|noscript|template"
_PIECE = re.compile(
    rf"<(?:(?P<apart>{_APART})(?=[\s/>]){ATTRIBUTES}(?:>|\Z)(?P<content>(?>(?:[^<]++|<(?!/(?P=apart)[\s/>]))*))(?>(?:</[^>]*+(?:>|\Z))?)"
    rf"|(?P<name>/?[a-z][^\s/>]*+){ATTRIBUTES}(?:>|\Z)"
    r"|!--(?:-?>|[\s\S]*?(?:--!?>|\Z))|(?:[!?]|/(?=[\s\S]))[^>]*+(?:>|\Z))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[\s\"'/](?:id|name)\s*+=", re.IGNORECASE)
_ID_FIRST = re.compile(r"<[a-z][a-z0-9]*+\s++id=(?:\"([^\"&]*+)\"|([^\s\"'<>&=`]++))", re.IGNORECASE)
#: Elements that stand inside a word or a sentence; between all others there is a space.
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
))  # fmt: skip
_NAME = _PIECE.groupindex["name"]
#: What stands in the place of end tags that say no more: nearly half of all tags.
_ENDS = dict.fromkeys((
    "/p", "/li", "/div", "/td", "/tr", "/th", "/ul", "/ol", "/section", "/article", "/h3", "/h4", "/button", "/option",
    "/svg", "/path", "/g", "/figure", "/nav", "/header", "/footer", "/form", "/dt", "/dd", "/table", "/picture",
), " ") | {f"/{name}": "" for name in _INLINE}  # fmt: skip
_TOLD = frozenset(("html", "meta", "link", "base", "input", "script", "iframe", "frame"))
_ROOT = re.compile(r"-(?:root|app|main|shell)\Z|\Aapp-")  # how a script's own element for the whole page is called
_HEADINGS = frozenset(("h1", "h2"))
_MOST_HEADINGS = 4
_LONGEST_TITLE = 1_000
_MOST_JSON = 200_000
_MOST_ADDRESSES = 200
_MOST_SEEN = 1_000
_LONGEST_SEEN = 120
_LARGE = 262_144  # characters of a page whose text is made in steps, to spare memory


class Scan(NamedTuple):
    """What a page's source says; texts have their entities replaced and white space joined."""

    title: str
    headings: tuple[str, ...]  # the first h1 and h2
    text: str  # what a browser without styles would show
    aside: str  # what stands in noscript
    ids: frozenset[str]
    language: str
    base: str
    canonical: str
    refresh: tuple[str, ...]  # the contents of meta refresh, those in noscript left out
    metas: dict[str, str]  # by name or property in lower case; the first counts
    data: str  # the JSON-LD
    passwords: int  # fields for a password that is known already or may be
    addresses: tuple[str, ...]  # of scripts and frames, in lower case
    scripts: int
    custom: bool  # an element of a script's own making, for the whole page, stands in it


class _Page:
    """The state of one pass, and what is done with each piece."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.aside: list[str] = []
        self.headings: list[str] = []
        self.heading_from = -1
        self.title: str | None = None
        self.ids: set[str] = set()
        self.metas: dict[str, str] = {}
        self.refresh: list[str] = []
        self.data: list[str] = []
        self.addresses: list[str] = []
        self.language = self.base = self.canonical = ""
        self.passwords = self.scripts = 0
        self.custom = False
        self._seen: dict[str, str] = {}  # tags that tell nothing new where they come again, and what stands for them

    def piece(self, found: re.Match[str]) -> str:
        """Takes note of a tag or a comment; what stands in its place in the text."""
        written = found[_NAME]
        if written is None:
            return self._apart(found) if found["apart"] else " "
        instead = _ENDS.get(written)
        if instead is not None:
            return instead
        tag = found[0]
        instead = self._seen.get(tag)
        if instead is not None:
            return instead
        name = written.lower()
        if name[0] == "/":
            if self.heading_from >= 0 and name[1:] in _HEADINGS:
                heading = self.source[self.heading_from : found.start()]
                self.headings.append(_joined(_PIECE.sub(_space, heading), _LONGEST_TITLE))
                self.heading_from = -1
            return "" if name[1:] in _INLINE else " "
        if name in _HEADINGS and len(self.headings) < _MOST_HEADINGS:
            self.heading_from = found.end()
        if "-" in name and _ROOT.search(name):
            self.custom = True
        instead = "" if name in _INLINE else " "
        if name in _TOLD:
            self._tell(name, tag)
            return instead
        if len(tag) > len(name) + 2 and ("id" in tag or "ID" in tag or name == "a"):  # with attributes
            self._name(name, tag)
        if name not in _HEADINGS and len(tag) <= _LONGEST_SEEN and len(self._seen) < _MOST_SEEN:
            self._seen[tag] = instead
        return instead

    def _name(self, name: str, tag: str) -> None:
        """Takes note of what an address may lead to; most of these tags begin with an id, and have no other."""
        if first := _ID_FIRST.match(tag):
            self.ids.add(first[1] or first[2] or "")
        elif _NAMED.search(tag):
            self._tell(name, tag)

    def _apart(self, found: re.Match[str]) -> str:
        name, content = found["apart"].lower(), found["content"]
        if name == "title":
            self.title = content if self.title is None else self.title
        elif name == "noscript":
            self.aside.append(_PIECE.sub(_space, content))
        elif name != "style":
            tag = self.source[found.start() : found.start("content")]
            told = self._tell(name, tag)
            if name == "script" and "ld+json" in told.get("type", "").lower() and len(content) <= _MOST_JSON:
                self.data.append(content)
        return " "

    def _tell(self, name: str, tag: str) -> dict[str, str]:
        """Takes note of a start tag's attributes, and gives them."""
        told = {key: in_attribute(tag[start:end]) for key, start, end in attributes(tag, 0, len(tag))}
        if identity := told.get("id"):
            self.ids.add(identity)
        if name == "a" and (anchor := told.get("name")):
            self.ids.add(anchor)
        elif name == "meta":
            self._meta(told)
        elif name == "link" and not self.canonical and "canonical" in told.get("rel", "").lower().split():
            self.canonical = told.get("href", "")
        elif name == "html":
            self.language = self.language or told.get("lang", "") or told.get("xml:lang", "")
        elif name == "base":
            self.base = self.base or told.get("href", "")
        elif name == "input":
            new = told.get("autocomplete", "").lower() == "new-password"
            self.passwords += told.get("type", "").lower() == "password" and not new
        elif name in ("script", "iframe", "frame"):
            self.scripts += name == "script"
            if told.get("src") and len(self.addresses) < _MOST_ADDRESSES:
                self.addresses.append(told["src"][:500].lower())
        return told

    def _meta(self, told: dict[str, str]) -> None:
        content = told.get("content", "")
        directive = told.get("http-equiv", "").lower()
        if directive == "refresh":
            self.refresh.append(content)
        elif name := (told.get("name") or told.get("property") or told.get("itemprop") or directive).lower():
            self.metas.setdefault(name, content)


def scan(source: str) -> Scan:
    """Everything that the signals of a page are read off; `source` is its text, entities and all."""
    page = _Page(source)
    is_large = len(source) > _LARGE
    text = spaced_in_steps(_pieces(page, source)) if is_large else spaced(_PIECE.sub(page.piece, source))
    return Scan(
        title=_joined(page.title or "", _LONGEST_TITLE),
        headings=tuple(heading for heading in page.headings if heading),
        text=text,
        aside=_joined(" ".join(page.aside)),
        ids=frozenset(page.ids),
        language=page.language.strip() or page.metas.get("content-language", "").partition(",")[0].strip(),
        base=page.base.strip(),
        canonical=page.canonical.strip(),
        refresh=tuple(page.refresh),
        metas=page.metas,
        data="\n".join(page.data),
        passwords=page.passwords,
        addresses=tuple(page.addresses),
        scripts=page.scripts,
        custom=page.custom,
    )


def _pieces(page: _Page, source: str) -> Iterator[str]:
    """What stands between the tags of a page, and in their places."""
    at = 0
    for found in _PIECE.finditer(source):
        yield source[at : found.start()]
        yield page.piece(found)
        at = found.end()
    yield source[at:]


def _space(found: re.Match[str]) -> str:
    name = found["name"]
    return "" if name and name.lower().lstrip("/") in _INLINE else " "


def _joined(text: str, most: int | None = None) -> str:
    return spaced(text[:most])
