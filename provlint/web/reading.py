"""The last answer of a chain, read: its body as far as it is wanted, and what the page room makes of it."""

import hashlib
import math
import time
from typing import NamedTuple

from urllib3 import BaseHTTPResponse

from provlint.model.web import BodyState, Page, Wanted
from provlint.model.web_options import PageContext
from provlint.text.page_encoding import decoded
from provlint.web import body
from provlint.web.client import LARGE, Client
from provlint.web.crew import Steps, Wait
from provlint.web.headers import type_and_charset

_PAGES = frozenset(("text/html", "application/xhtml+xml", ""))
_TEXTS = frozenset(("application/json", "application/xml", "application/ld+json"))
_BODILESS = frozenset((204, 205, 304))
_AT_HAND = 8_192  # bytes that mostly come together with the head of an answer
_SOON = 1.0  # seconds: a body that may be small is then read as far as a small one goes, whoever holds the permits
_TURN = 0.05  # seconds between two looks for a permit
_SMALL = 65_536  # bytes of a body that is of no interest but read to keep the connection


class Content(NamedTuple):
    """What a body gave."""

    kind: str  # content type
    state: BodyState
    fault: str = ""
    page: Page | None = None
    text: str = ""
    digest: str = ""


def read(client: Client, wanted: Wanted, url: str, response: BaseHTTPResponse, *, compared: bool) -> Steps[Content]:
    """The content of `response`, which `url` gave. Its connection is left fit for use or shut.

    `compared`: the page may be held against another one.
    """
    kind, told = type_and_charset(response.headers)
    if response.status in _BODILESS or response.length_remaining == 0:
        with client.run.door.crew.holding():
            body.discard(response, _SMALL, client.clock)
        return Content(kind, "empty")
    if not (kind in _PAGES or kind in _TEXTS or kind.startswith("text/") or kind.endswith("+xml")):
        with client.run.door.crew.holding():
            body.discard(response, _SMALL, client.clock)
        return Content(kind, "type")
    context = PageContext(url, kind, told, compared=compared)
    if response.status >= 400 or not (wanted.text or any(wanted.fragments - {"top"})):
        options = client.run.options
        found = _read(client, response, options.signal_body, options.signal_time)
        return _content(client, wanted, context, found)
    announced = response.headers.get("content-length", "")
    patient = wanted.text or (announced.isdigit() and int(announced[:18]) > LARGE)
    large = yield from _permit(client, client.run.options.timeout if patient else _SOON)
    try:
        most = client.run.options.max_body if large else LARGE
        found = _read(client, response, most, client.run.options.timeout)
        return _content(client, wanted, context._replace(fragments=wanted.fragments, text=wanted.text), found)
    finally:
        if large:
            client.run.large.release()


def _permit(client: Client, patience: float) -> Steps[bool]:
    """Whether a large body may be held; not, when none of the permits came free within some seconds.

    The clock stands meanwhile: the watch would end the connection, and what came by then would look like all there is.
    """
    clock = client.clock
    begun, until = time.monotonic(), clock.until
    clock.until = math.inf
    try:
        while not client.run.large.acquire(blocking=False):
            if time.monotonic() >= min(until, begun + patience):
                return False
            yield Wait(None, time.monotonic() + _TURN)
        return True
    finally:
        clock.until = until + time.monotonic() - begun


def _read(client: Client, response: BaseHTTPResponse, most: int, seconds: float) -> body.Body:
    """The body; one that may not be here as a whole already is read while another thread goes on."""
    if response.length_remaining is not None and response.length_remaining < _AT_HAND:
        return body.read(response, most, client.clock, seconds)
    with client.run.door.crew.holding():
        return body.read(response, most, client.clock, seconds)


def _content(client: Client, wanted: Wanted, context: PageContext, found: body.Body) -> Content:
    data, state, fault = found
    page = None
    if data and context.content_type in _PAGES and (context.content_type or b"<" in data[:1_024]):
        try:
            page = _page(client, data, context._replace(whole=state == "whole"))
        except Exception as error:  # one page never ends the run
            state, fault = "broken", f"the page could not be read: {type(error).__name__}"
    text = decoded(data, context.charset) if wanted.text and context.text else ""
    return Content(context.content_type, state, fault, page, text, hashlib.sha256(data).hexdigest() if data else "")


def _page(client: Client, data: bytes, context: PageContext) -> Page:
    if len(data) <= LARGE:
        return client.run.read_page(data, context)
    with client.run.door.crew.holding(), client.run.large_page:
        return client.run.read_page(data, context)
