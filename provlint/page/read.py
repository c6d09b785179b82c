"""Bytes of a fetched page → its signals: one linear pass, and a closer look where the pass has seen a sign.

No signal is a verdict: each says what it saw, and `judge` weighs it against status, way and history.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urljoin

from provlint.model.web import Page
from provlint.model.web_options import PageContext
from provlint.page import not_found as missing
from provlint.page import passages, sign_in
from provlint.page.challenge import challenge
from provlint.page.parked import parked
from provlint.page.paywall import paywall
from provlint.page.scan import Scan, scan
from provlint.page.script_built import script_built
from provlint.page.unrelated import unrelated
from provlint.page.wording import extent
from provlint.text.page_encoding import decoded
from provlint.text.samples import sample
from provlint.text.visible import cut

_CUT = 300
_LONGEST = 6_000_000  # characters; the fetcher's cap is below it
_HTML = frozenset(("", "text/html", "application/xhtml+xml", "application/xml", "text/xml"))
_MARKUP = re.compile(r"\s*+<(?:!doctype html|html|head|body|!--|[a-z]+[\s>])", re.IGNORECASE)
_REFRESH = re.compile(r"\s*([0-9.]*)\s*[;,\s]\s*(?:url\s*=\s*)?([\"']?)(.*)", re.IGNORECASE | re.DOTALL)
_SEEN = re.compile(
    r"<(?:img|picture|iframe|frame|frameset|object|embed|svg|canvas|video|audio|form|input)[\s/>]", re.IGNORECASE
)
_SOON = 10  # seconds: a later refresh is for reading again
_LIST = re.compile(r"[\s,]+")
_OFTEN = 65_536  # characters of a page that is worth remembering
_LARGE = 262_144  # bytes of a page whose memory is spared
_LONG = 600  # characters of text from which on a sign is worth a closer look


def read_page(body: bytes, context: PageContext) -> Page:
    """The signals of a page; `body` is decompressed. A body that is no markup has a text and nothing else."""
    source = decoded(body, context.charset, narrow=len(body) > _LARGE)[:_LONGEST]
    markup = context.content_type in _HTML and (context.content_type or _MARKUP.match(source))
    return _of_markup(source, context) if markup else _of_text(source, context)


def _of_text(source: str, context: PageContext) -> Page:
    return Page(
        text_length=len(source),
        sample=sample(source) if context.compared else (),
        passages_found=passages.standing(passages.asked(context.fragments), source),
    )


def _of_markup(source: str, context: PageContext) -> Page:
    look = _look if len(source) <= _OFTEN else _look.__wrapped__
    said, page = look(source, context.compared, context.whole)
    return said._replace(
        canonical=_absolute(context.url, page.base, page.canonical),
        refresh=_refresh(context.url, page),
        passages_found=passages.standing(passages.asked(context.fragments), page.text),
    )


@lru_cache(maxsize=8)  # walls, shells of scripts and pages of errors come again and again under other addresses
def _look(source: str, compared: bool, whole: bool) -> tuple[Page, Scan]:
    """All that a page says whatever address it came from."""
    page = scan(source)
    mark = missing.marked(source)
    says = extent(page.text)
    own = _own(page, source, mark, says)
    length = own.extent.all
    shell = script_built(page)
    told = {word for name in ("robots", "googlebot") for word in _LIST.split(page.metas.get(name, "").lower())}
    noindex = not told.isdisjoint(("noindex", "none"))
    absent = missing.not_found(own.page, mark, own.extent, noindex=noindex)
    said = Page(
        title=cut(page.title, _CUT),
        language=cut(page.language, 40),
        ids=page.ids,
        text_length=len(page.text),
        sample=sample(page.text) if compared or noindex or absent else (),
        noindex=noindex,
        script_built=shell,
        sign_in=cut(sign_in.sign_in(page, length), _CUT),
        paywall=cut(paywall(page, says), _CUT),
        not_found=cut(absent, _CUT),
        parked=cut(parked(page, source, length), _CUT),
        challenge=cut(challenge(page, source, says), _CUT),
        unrelated=cut(unrelated(page), _CUT),
        bare=whole and not shell and _is_bare(page, source),
    )
    return said, page


def _is_bare(page: Scan, source: str) -> bool:
    if page.text or page.title or page.aside or page.scripts or page.refresh or page.custom:
        return False
    return not _SEEN.search(source)


class _Own(NamedTuple):
    page: Scan
    extent: missing.Extent


def _own(page: Scan, source: str, mark: str, length: int) -> _Own:
    """The page without what every page of its site has, as far as a sign makes that worth its while."""
    if length > _LONG and (missing.is_hint(page, mark) or sign_in.is_hint(page)):
        from provlint.page.tree import own  # Beautiful Soup takes 50 ms to import, and few pages need it

        found = own(source)
        page = page._replace(text=found.text, headings=found.headings)
        return _Own(page, missing.Extent(extent(found.text), extent(found.prose)))
    return _Own(page, missing.Extent(length, length))


def _refresh(url: str, page: Scan) -> str:
    """The address a meta refresh leads to soon; "" for none, and for the page itself."""
    for content in page.refresh:
        found = _REFRESH.match(content)
        if not found or not found[3] or _seconds(found[1]) > _SOON:
            continue
        target = found[3].partition(found[2])[0] if found[2] else found[3]
        address = _absolute(url, page.base, target.strip())
        if address and address != url:
            return address
    return ""


def _seconds(text: str) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return _SOON + 1


def _absolute(url: str, base: str, written: str) -> str:
    """`written` as an address, "" if there is none; what it leads to is for the guard of the fetcher to judge."""
    if not written:
        return ""
    try:
        return cut(urljoin(urljoin(url, base), written).partition("#")[0], 2_000)
    except ValueError:
        return ""
