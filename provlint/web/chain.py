"""One address followed to its end: every hop through the guard and the pace, until there is an answer or none."""

import time
from functools import lru_cache
from typing import Any

from urllib3 import BaseHTTPResponse

from provlint.model.web import Hop, HopCause, Wanted, WebAnswer
from provlint.web import body, faults, headers, reading, redirects
from provlint.web.client import Client
from provlint.web.cookies import Cookies
from provlint.web.crew import Steps
from provlint.web.target import Target, parse
from provlint.web.unanswered import Unanswered, plain

MOST_HOPS = 20
_SMALL = 16_384  # bytes of a redirect's body that are read to keep the connection

_Step = tuple[Target, HopCause]


def follow(client: Client, wanted: Wanted, *, as_browser: bool = False, compared: bool = False) -> Steps[WebAnswer]:
    """What asking the address gave, under the client's clock; whatever happens is an answer.

    `compared`: its page will be held against another.
    """
    return (yield from _Chain(client, wanted, as_browser, compared).run())


class _Chain:
    """The state of one chain: cookies and what was visited live as long as it does."""

    def __init__(self, client: Client, wanted: Wanted, as_browser: bool, compared: bool) -> None:
        self._client = client
        self._wanted = wanted
        self._as_browser = as_browser
        self._compared = compared
        self._hops: list[Hop] = []
        self._visited: set[tuple[str, str]] = set()
        self._cookies = Cookies()
        self._downgraded = False
        self._peer = ""
        self._response: BaseHTTPResponse | None = None

    def run(self) -> Steps[WebAnswer]:
        """Hop after hop."""
        try:
            step: _Step = (parse(self._wanted.url), "document")
            while True:
                found = yield from self._hop(*step)
                if isinstance(found, WebAnswer):
                    return found
                self._downgraded |= step[0].scheme == "https" and found[0].scheme == "http"
                step = found
        except Exception as error:  # one address never ends the run
            if self._response is not None:
                self._response.close()
            failed = faults.told(error, is_late=self._client.clock.is_over)
            return self._answer(failure=failed.failure, detail=failed.detail, tls=failed.tls)

    def _hop(self, target: Target, cause: HopCause) -> Steps[_Step | WebAnswer]:
        response = yield from self._ask(target, cause)
        if response.status in redirects.STATUSES:
            body.discard(response, _SMALL, self._client.clock)
            location = response.headers.get("location")
            if not location:
                raise Unanswered("redirect-without-target", f"{response.status} without a Location")
            return redirects.located(target, location), "location"
        refresh = response.headers.get("refresh")
        if refresh and response.status < 400 and (sent := redirects.refreshed(target, refresh)):
            body.discard(response, _SMALL, self._client.clock)
            return sent, "refresh-header"
        compared = self._compared or len(self._hops) > 1  # see siblings: where did it lead?
        content = yield from reading.read(self._client, self._wanted, target.url, response, compared=compared)
        if content.page and content.page.refresh and response.status < 400:
            sent = redirects.followed(target, content.page.refresh)
            if sent:
                return sent, "meta-refresh"
        return self._told(response, content)

    def _ask(self, target: Target, cause: HopCause) -> Steps[BaseHTTPResponse]:
        cookie, url = self._cookies.header(target), target.url
        if (url, cookie) in self._visited:
            raise Unanswered("redirect-loop", f"leads to {plain(url)} again")
        if len(self._hops) > MOST_HOPS:
            raise Unanswered("too-many-redirects", f"more than {MOST_HOPS} redirects")
        self._visited.add((url, cookie))
        self._hops.append(Hop(url, 0, cause))
        client = self._client
        client.clock.until += yield from client.run.pace.wait(target)
        sent = client.run.headers.of(target, cookie, as_browser=self._as_browser)
        response = self._response = yield from client.adapter.open(target, sent)
        self._peer = client.adapter.peer_of(target)
        self._hops[-1] = Hop(url, response.status, cause)
        if "set-cookie" in response.headers:
            self._cookies.take(target, response.headers.getlist("set-cookie"))
        return response

    def _answer(self, **more: Any) -> WebAnswer:
        return WebAnswer(
            url=self._wanted.url,
            hops=tuple(self._hops),
            status=self._hops[-1].status if self._hops else 0,
            downgraded=self._downgraded,
            peer=self._peer,
            checked_at=_second(int(time.time())),
            **more,
        )

    def _told(self, response: BaseHTTPResponse, content: reading.Content) -> WebAnswer:
        return self._answer(
            reason=plain(response.reason or ""),
            headers=headers.kept(response.headers),
            content_type=content.kind,
            body=content.state,
            body_fault=content.fault,
            page=content.page,
            text=content.text,
            content_hash=content.digest,
            retry_after=headers.retry_after(response.headers, time.time()),
        )


@lru_cache(maxsize=8)
def _second(since: int) -> str:
    """A second of the clock as an answer has it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(since))
