"""Rows 1 to 38: status codes, methods, headers, identity."""

from tests.web_sim.cases import Case, words
from tests.web_sim.replies import (
    article,
    bare,
    by_method,
    first,
    hangs,
    ok,
    page,
    resets,
    short,
    status,
)  # fmt: skip
from tests.web_sim.wire import Reply, Request


def _needs_html(request: Request) -> Reply:
    accepts = "text/html" in request.headers.get("accept", "")
    return ok(request) if accepts else Reply(406, short("Not acceptable", "We have no such form of it."))


def _needs_browser(request: Request) -> Reply:
    browser = "Mozilla/5.0 (" in request.headers.get("user-agent", "")
    return ok(request) if browser else Reply(403, short("Forbidden", "Not for you."))


def _robots(request: Request) -> Reply:
    if request.path == "/robots.txt":
        return Reply(200, b"User-agent: *\nDisallow: /\n", (("Content-Type", "text/plain"),))
    return Reply(404, short("404", "No such page."))


def _cookie(request: Request) -> Reply:
    if "seen=1" in request.headers.get("cookie", ""):
        return ok(request)
    return Reply(302, b"", (("Location", request.path), ("Set-Cookie", "seen=1; Path=/")))


_OK, _SUSPECT, _BLOCKED, _DEAD, _TRANSIENT = (
    frozenset((w,)) for w in ("ok", "suspect", "blocked", "dead", "transient")
)
_WAF = (("x-amzn-waf-action", "challenge"),)
_MOMENT = short("Just a moment...", "<p>Enable JavaScript and cookies to continue", "<script>_cf_chl_opt={}</script>")
_HUMAN = short("Verify you are human", "<h1>Verify you are human</h1><p>Complete the captcha below.")

CASES = (
    Case(1, "page", _OK, ok),
    Case(2, "created", _OK, status(201, body=article())),
    Case(2, "second-hand", _OK, status(203, body=article())),
    Case(2, "partial", _OK, status(206, body=article())),
    Case(3, "no-content", _SUSPECT, bare(204)),
    Case(3, "empty", _SUSPECT, bare(200, ("Content-Type", "text/html"))),
    Case(4, "waf", _BLOCKED, bare(202, *_WAF)),
    Case(5, "choices", _OK, status(300, body=article("Two editions", "<ul><li>pdf<li>html</ul>"))),
    Case(6, "unchanged", _TRANSIENT, bare(304)),
    Case(7, "bad-request", words("dead blocked transient"), status(400)),
    Case(8, "login", words("auth-required"), status(401, ("WWW-Authenticate", 'Basic realm="docks"'))),
    Case(8, "login-unsaid", words("auth-required"), status(401)),
    Case(9, "payment", words("paywalled"), status(402)),
    Case(10, "forbidden", _BLOCKED, status(403)),
    Case(11, "challenge", _BLOCKED, status(403, ("cf-mitigated", "challenge"))),
    Case(12, "missing", _DEAD, status(404)),
    Case(13, "gone", _DEAD, status(410)),
    Case(14, "method", words("blocked transient"), status(405, ("Allow", "POST"))),
    Case(15, "accept", _OK, _needs_html),
    Case(16, "timeout", _TRANSIENT, status(408)),
    Case(16, "early", _TRANSIENT, status(425)),
    Case(17, "teapot", words("blocked transient"), status(418)),
    Case(17, "misdirected", words("blocked transient"), status(421)),
    Case(17, "locked", words("blocked transient"), status(423)),
    Case(18, "soon", _OK, first(1, status(429, ("Retry-After", "1")), ok)),
    Case(19, "limited", words("rate-limited"), status(429)),
    Case(20, "hour", words("rate-limited"), status(429, ("Retry-After", "3600"))),
    Case(21, "legal", _BLOCKED, status(451)),
    Case(22, "once", _OK, first(1, status(500), ok)),
    *(Case(23, f"always-{code}", _TRANSIENT, status(code)) for code in (500, 501, 502, 504)),
    Case(24, "always", _TRANSIENT, status(503)),
    Case(24, "pause", _OK, first(1, status(503, ("Retry-After", "1")), ok)),
    Case(25, "moment", _BLOCKED, page(_MOMENT, ("Server", "cloudflare"), status=503)),
    *(Case(26, f"origin-{code}", _TRANSIENT, status(code)) for code in (520, 522, 530)),
    Case(27, "nines", _BLOCKED, status(999)),
    Case(28, "human", _BLOCKED, page(_HUMAN)),
    Case(29, "head-405", _OK, by_method(status(405), ok)),
    *(Case(30, f"head-{code}", _OK, by_method(status(code), ok)) for code in (403, 404, 500, 501)),
    Case(31, "head-429", _OK, by_method(status(429), ok)),
    Case(32, "head-reset", _OK, by_method(resets, ok)),
    Case(33, "head-hangs", _OK, by_method(hangs, ok)),
    Case(34, "only-head", _DEAD, by_method(ok, status(404))),
    Case(35, "browsers", words("ok blocked"), _needs_browser),
    Case(36, "robots", _DEAD, _robots),
    Case(37, "password", _OK, ok, "http://ann:secret@{host}/harbour/minutes"),
    Case(38, "cookie", _OK, _cookie),
)
