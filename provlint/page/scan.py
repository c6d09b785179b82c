"""The source of a page → what stands in it, in one pass over its tags: no tree, no recursion, linear time."""

import re
from html import unescape
from typing import NamedTuple

from provlint.text.html_entities import in_attribute
from provlint.text.html_tokens import COMMENT, DECLARATION, RAW_TEXT, attributes, tokens

_NAMED = re.compile(r"[\s\"'/](?:id|name)\s*+=", re.IGNORECASE)
#: Most tags that have an id have it first, and in plain letters.
_ID_FIRST = re.compile(r"<[a-z][a-z0-9]*+\s++id=(?:\"([^\"&]*+)\"|([^\s\"'<>&=`]++))", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]++|[0-9]++);?+|[a-zA-Z][a-zA-Z0-9]{1,31}+;?+)")
_WHITE = re.compile(r"\s++")
_UNSHOWN = frozenset(("noscript", "template", "svg", "math", "object", "select", "datalist"))
#: Elements that stand inside a word or a sentence; between all others there is a space.
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
))  # fmt: skip
_TOLD = frozenset(("html", "meta", "link", "base", "input", "script", "iframe", "frame", "a", "form", "body"))
_ROOT = re.compile(r"-(?:root|app|main|shell)\Z|\Aapp-")  # how a script's own element for the whole page is called
_HEADINGS = frozenset(("h1", "h2"))
_MOST_HEADINGS = 4
_LONGEST_TITLE = 1_000
_MOST_JSON = 200_000
_MOST_ADDRESSES = 200


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
    """The state of one pass."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
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
        self.custom = self.is_data = False
        self.raw = self.unshown = ""
        self.depth = 0  # of elements of the one that is not shown
        self.in_noscript = False


def scan(source: str) -> Scan:
    """Everything that the signals of a page are read off; `source` is its text, entities and all."""
    page = _Page(source)
    position = 0
    for name, start, end in tokens(source):
        if start > position:
            _text(page, position, start)
        position = end
        page.raw = ""
        if name[0] == "/":
            _end(page, name[1:])
        elif name not in (COMMENT, DECLARATION):
            _start(page, name, start, end)
    if position < len(source):
        _text(page, position, len(source))
    return _finished(page)


def _text(page: _Page, start: int, end: int) -> None:
    piece = page.source[start:end]
    if page.raw:
        if page.raw == "title" and page.title is None and not page.unshown:
            page.title = piece
        elif page.raw == "script" and page.is_data and len(piece) <= _MOST_JSON:
            page.data.append(piece)
        elif page.raw == "noscript":
            page.aside.append(piece)
    elif page.unshown:
        if page.unshown == "noscript":
            page.aside.append(piece)
    else:
        page.pieces.append(piece)


def _start(page: _Page, name: str, start: int, end: int) -> None:
    if name in RAW_TEXT:
        page.raw = name
    if name in _UNSHOWN:
        if not page.unshown:
            page.unshown, page.depth = name, 1
        elif name == page.unshown:
            page.depth += 1
    elif name in _HEADINGS and len(page.headings) < _MOST_HEADINGS and not page.unshown:
        page.heading_from = len(page.pieces)
    if name not in _INLINE and not page.unshown:
        page.pieces.append(" ")
    if "-" in name and _ROOT.search(name):
        page.custom = True
    if name not in _TOLD and (found := _ID_FIRST.match(page.source, start, end)):
        if page.unshown != "template":
            page.ids.add(found[1] or found[2] or "")
    elif name in _TOLD or _NAMED.search(page.source, start, end):
        _tell(page, name, start, end)


def _end(page: _Page, name: str) -> None:
    if page.unshown:
        if name == page.unshown:
            page.depth -= 1
            if not page.depth:
                page.unshown = ""
        return
    if name in _HEADINGS and page.heading_from >= 0:
        page.headings.append(_joined(page.pieces[page.heading_from :], _LONGEST_TITLE))
        page.heading_from = -1
    if name not in _INLINE:
        page.pieces.append(" ")


def _tell(page: _Page, name: str, start: int, end: int) -> None:
    source = page.source
    told = {key: in_attribute(source[first:last]) for key, first, last in attributes(source, start, end)}
    if (identity := told.get("id")) and page.unshown != "template":
        page.ids.add(identity)
    if name == "a" and (anchor := told.get("name")):
        page.ids.add(anchor)
    elif name == "meta":
        _meta(page, told)
    elif name == "link" and not page.canonical and "canonical" in told.get("rel", "").lower().split():
        page.canonical = told.get("href", "")
    elif name == "html":
        page.language = page.language or told.get("lang", "") or told.get("xml:lang", "")
    elif name == "base":
        page.base = page.base or told.get("href", "")
    elif name == "input":
        new = told.get("autocomplete", "").lower() == "new-password"
        page.passwords += told.get("type", "").lower() == "password" and not new
    elif name in ("script", "iframe", "frame"):
        page.scripts += name == "script"
        page.is_data = name == "script" and "ld+json" in told.get("type", "").lower()
        if told.get("src") and len(page.addresses) < _MOST_ADDRESSES:
            page.addresses.append(told["src"][:500].lower())


def _meta(page: _Page, told: dict[str, str]) -> None:
    content = told.get("content", "")
    directive = told.get("http-equiv", "").lower()
    if directive == "refresh":
        if page.unshown != "noscript":
            page.refresh.append(content)
    elif name := (told.get("name") or told.get("property") or told.get("itemprop") or directive).lower():
        page.metas.setdefault(name, content)


def _finished(page: _Page) -> Scan:
    return Scan(
        title=_joined([page.title or ""], _LONGEST_TITLE),
        headings=tuple(heading for heading in page.headings if heading),
        text=_joined(page.pieces),
        aside=_joined(page.aside),
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


def _joined(pieces: list[str], most: int | None = None) -> str:
    text = "".join(pieces)[:most]
    return _WHITE.sub(" ", _unescaped(text) if "&" in text else text).strip()


def _unescaped(text: str) -> str:
    """As `html.unescape`, which takes four times as long where references come again and again."""
    known: dict[str, str] = {}

    def character(found: re.Match[str]) -> str:
        written = found[0]
        if (character := known.get(written)) is None:
            character = known[written] = unescape(written)
        return character

    return _REFERENCE.sub(character, text)
