"""The last answer of a chain, read: its body as far as it is wanted, and what the page room makes of it."""

import hashlib
from typing import NamedTuple

from provlint.model.web import BodyState, Page, Wanted
from provlint.model.web_options import PageContext
from provlint.web import body, charset
from provlint.web.client import LARGE, Client
from provlint.web.crew import Steps
from provlint.web.headers import type_and_charset
from provlint.web.permit import Permit
from provlint.web.response import Response

_PAGES = frozenset(("text/html", "application/xhtml+xml", ""))
_TEXTS = frozenset(("application/json", "application/xml", "application/ld+json"))
_BODILESS = frozenset((204, 205, 304))
_SMALL = 65_536  # bytes of a body that is of no interest but read to keep the connection


class Content(NamedTuple):
    """What a body gave."""

    kind: str  # content type
    state: BodyState
    fault: str = ""
    page: Page | None = None
    text: str = ""
    digest: str = ""


def read(client: Client, wanted: Wanted, url: str, response: Response) -> Steps[Content]:
    """The content of `response`, which `url` gave. Its connection is left fit for use or shut."""
    kind, told = type_and_charset(response.head.fields)
    status = response.head.status
    if status in _BODILESS or response.left == 0:
        yield from body.discard(response, _SMALL, client.clock)
        return Content(kind, "empty")
    if not (kind in _PAGES or kind in _TEXTS or kind.startswith("text/") or kind.endswith("+xml")):
        yield from body.discard(response, _SMALL, client.clock)
        return Content(kind, "type")
    if status >= 400 or not (wanted.text or any(wanted.fragments - {"top"})):
        options = client.run.options
        found = yield from body.read(response, options.signal_body, client.clock, options.signal_time)
        return _content(client, wanted, PageContext(url, kind, told), found)
    permit = Permit(client.run.large)
    try:
        options = client.run.options
        found = yield from body.read(response, options.max_body, client.clock, options.timeout, permit)
        return _content(client, wanted, PageContext(url, kind, told, wanted.fragments, wanted.text), found)
    finally:
        permit.give_back()


def _content(client: Client, wanted: Wanted, context: PageContext, found: body.Body) -> Content:
    data, state, fault = found
    page = None
    if data and context.content_type in _PAGES and (context.content_type or b"<" in data[:1_024]):
        try:
            page = _page(client, data, context._replace(whole=state == "whole"))
        except Exception as error:  # one page never ends the run
            state, fault = "broken", f"the page could not be read: {type(error).__name__}"
    text = charset.text(data, context.charset) if wanted.text and context.text else ""
    return Content(context.content_type, state, fault, page, text, hashlib.sha256(data).hexdigest() if data else "")


def _page(client: Client, data: bytes, context: PageContext) -> Page:
    if len(data) <= LARGE:
        return client.run.read_page(data, context)
    with client.run.door.crew.holding(), client.run.large_page:
        return client.run.read_page(data, context)
