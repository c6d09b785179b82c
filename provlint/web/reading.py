"""The last answer of a chain, read: its body as far as it is wanted, and what the page room makes of it."""

import hashlib
import time
from typing import NamedTuple

from urllib3 import BaseHTTPResponse

from provlint.model.web import BodyState, Page, Wanted
from provlint.model.web_options import PageContext
from provlint.web import body, charset
from provlint.web.client import LARGE, Client
from provlint.web.headers import type_and_charset

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


def read(client: Client, wanted: Wanted, url: str, response: BaseHTTPResponse) -> Content:
    """The content of `response`, which `url` gave. Its connection is left fit for use or shut."""
    kind, told = type_and_charset(response.headers)
    if response.status in _BODILESS or response.headers.get("content-length") == "0":
        body.discard(response, _SMALL, client.clock)
        return Content(kind, "empty")
    if not (kind in _PAGES or kind in _TEXTS or kind.startswith("text/") or kind.endswith("+xml")):
        body.discard(response, _SMALL, client.clock)
        return Content(kind, "type")
    if response.status >= 400 or not (wanted.text or any(wanted.fragments - {"top"})):
        options = client.run.options
        found = body.read(response, options.signal_body, client.clock, options.signal_time)
        return _content(client, wanted, PageContext(url, kind, told), found)
    with _Large(client) as most:
        found = body.read(response, most, client.clock, client.run.options.timeout)
        return _content(client, wanted, PageContext(url, kind, told, wanted.fragments, wanted.text), found)


class _Large:
    """A permit to hold a large body; who gets none in time reads a small part."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._held = False

    def __enter__(self) -> int:
        clock = self._client.clock
        before = time.monotonic()
        self._held = self._client.run.large.acquire(timeout=max(0.0, clock.until - before))
        clock.until += time.monotonic() - before
        return self._client.run.options.max_body if self._held else LARGE

    def __exit__(self, *_: object) -> None:
        if self._held:
            self._client.run.large.release()


def _content(client: Client, wanted: Wanted, context: PageContext, found: body.Body) -> Content:
    data, state, fault = found
    page = None
    if data and context.content_type in _PAGES and (context.content_type or b"<" in data[:1_024]):
        try:
            page = client.run.read_page(data, context._replace(whole=state == "whole"))
        except Exception as error:  # one page never ends the run
            state, fault = "broken", f"the page could not be read: {type(error).__name__}"
    text = charset.text(data, context.charset) if wanted.text and context.text else ""
    return Content(context.content_type, state, fault, page, text, hashlib.sha256(data).hexdigest() if data else "")
