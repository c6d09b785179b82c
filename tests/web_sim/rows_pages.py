"""Rows 55 to 78: what the page says, and fragments."""

from tests.web_sim.cases import Case, words
from tests.web_sim.replies import (
    article,
    bomb,
    by_method,
    by_path,
    drips,
    endless,
    not_gzip,
    page,
    short,
    truncated,
)  # fmt: skip
from tests.web_sim.wire import Reply

_OK, _SUSPECT, _DEAD = words("ok"), words("suspect"), words("dead")
_UNREAD = words("fragment-unverifiable ok")
_LOST = short("Page not found", "<h1>Page not found</h1><p>Try the search.")
_HIDDEN = short("Page not found", "<h1>Page not found</h1>", '<meta name=robots content="noindex, nofollow">')
_PARKED = short("r57.sim", "<h1>This domain is for sale</h1><p>Make an offer on this domain today.")
_CASINO = short(
    "Royal Casino: slots and free spins",
    "<h1>Royal Casino</h1><p>Play now and take your welcome bonus. Blackjack, roulette.",
)
_SHELL = short(
    "Harbour",
    "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div><script src=/a.js></script>",
)
_LOGIN = short("Members: sign in", "<h1>Sign in</h1><form><input name=user><input type=password></form>")
_NOT_FREE = article(
    head='<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
)
_POINTER = short("Moved", "This page has moved.", '<meta http-equiv="refresh" content="0; url=/gone">')
_PLACES = article(body='<h2 id="café">Coffee</h2><a name="tides">Tides</a>')
_CODE = article("pump.py", "<table><tr><td data-line=10>def pump():</table>")
_PDF = (("Content-Type", "application/pdf"),)
_PLAIN = (("Content-Type", "text/plain"),)
_PATH = "http://{host}/harbour/minutes"


def _fragment(row: int, name: str, right: str, fragment: str, body: bytes) -> Case:
    return Case(row, name, words(right), page(body), f"{_PATH}#{fragment}")


CASES = (
    Case(55, "lost", _SUSPECT, page(_LOST)),
    Case(56, "noindex", _SUSPECT, page(_HIDDEN)),
    Case(57, "parked", _SUSPECT, page(_PARKED), "http://{host}/"),
    Case(58, "taken-over", _SUSPECT, page(_CASINO)),
    Case(59, "meta", _DEAD, by_path(harbour__minutes=page(_POINTER))),
    Case(60, "header", _DEAD, by_path(harbour__minutes=page(article(), ("Refresh", "0; url=/gone")))),
    Case(61, "shell", _OK, page(_SHELL)),
    _fragment(62, "shell-place", "fragment-unverifiable", "section", _SHELL),
    Case(63, "file", words("auth-required suspect"), page(_LOGIN), "http://{host}/papers/tides.pdf"),
    Case(64, "not-free", words("ok paywalled"), page(_NOT_FREE)),
    Case(65, "truncated", _OK, truncated),
    Case(66, "not-gzip", _OK, not_gzip),
    Case(67, "bomb", _UNREAD, bomb(40), f"{_PATH}#place"),
    Case(68, "endless", _UNREAD, endless, f"{_PATH}#place"),
    Case(69, "drips", words("fragment-unverifiable ok transient"), drips, f"{_PATH}#place"),
    Case(70, "bomb", _OK, bomb(40)),
    Case(70, "endless", _OK, endless),
    Case(70, "drips", _OK, drips),
    _fragment(71, "accent", "ok", "caf%C3%A9", _PLACES),
    _fragment(71, "anchor", "ok", "tides", _PLACES),
    _fragment(72, "absent", "fragment-missing", "pilots", _PLACES),
    _fragment(73, "top", "ok", "top", _PLACES),
    _fragment(73, "bare", "ok", "", _PLACES),
    _fragment(74, "prefix", "ok", "readme", article(body='<h1 id="user-content-readme">Read me</h1>')),
    _fragment(75, "line", "ok fragment-unverifiable", "L10", _CODE),
    _fragment(75, "lines", "ok fragment-unverifiable", "L10-L20", _CODE),
    _fragment(76, "words", "ok", ":~:text=crane%20drivers", article()),
    Case(77, "pages", _OK, lambda _: Reply(200, b"%PDF-1.7 ...", _PDF), "http://{host}/papers/tides.pdf#page=2"),
    Case(77, "plain", _OK, lambda _: Reply(200, b"one\ntwo\nthree\n", _PLAIN), "http://{host}/papers/plain.txt#L3"),
    Case(78, "head-only", words("ok fragment-missing"), by_method(page(b""), page(_PLACES)), f"{_PATH}#tides"),
)
