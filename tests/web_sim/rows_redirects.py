"""Rows 39 to 54: redirects."""

from tests.web_sim.cases import Case, words
from tests.web_sim.replies import article, bare, by_path, ok, page, sent, short
from tests.web_sim.wire import Reply, Request


def _chain(request: Request) -> Reply:
    number = request.path.rpartition("-")[2]
    if not number.isdigit():
        return Reply(404, short("404", "No such step."))
    step = int(number)
    return Reply(301, b"", (("Location", f"/step-{step + 1}"),)) if step < 12 else ok(request)


def _loop(request: Request) -> Reply:
    return Reply(302, b"", (("Location", "/b" if request.path == "/a" else "/a"),))


def _to_safe(request: Request) -> Reply:
    return (
        ok(request) if request.is_tls else Reply(301, b"", (("Location", "https://safe.r41.sim{tls}" + request.path),))
    )


_PERMANENT, _TEMPORARY = words("redirected-permanent"), words("redirected-temporary")
_EITHER = words("ok redirected-permanent redirected-temporary")
_COSMETIC = words("ok redirected-permanent")
_SALE = short("quayside.sim", "<h1>quayside.sim is for sale</h1><p>Buy this domain.")
_LOGIN = short("Sign in", "<h1>Sign in</h1><form><input name=user><input type=password name=p></form>")
_SORRY = short("Oh dear", "<h1>Oh dear</h1><p>Something is not as it should be.")


def _moved(code: int) -> Case:
    right = _PERMANENT if code in (301, 308) else _TEMPORARY
    return Case(39 if code in (301, 308) else 40, f"moved-{code}", right,
                by_path(harbour__minutes=sent(code, "/archive/minutes-of-the-board"),
                        **{"archive__minutes-of-the-board": ok}))  # fmt: skip


def _leads(row: int, name: str, right: str, location: str, code: int = 302) -> Case:
    return Case(row, name, words(right), sent(code, location))


CASES = (
    *map(_moved, (301, 308, 302, 303, 307)),
    Case(41, "slash", _COSMETIC,
         lambda request: ok(request) if request.path.endswith("/") else Reply(301, b"", (("Location", request.path + "/"),))),
    Case(41, "safe", _COSMETIC, _to_safe, own="safe.r41.sim"),
    Case(41, "www", _COSMETIC, sent(301, "http://www.port.sim{port}/harbour/minutes"), own="port.sim",
         hosts=(("www.port.sim", ok),)),
    Case(42, "to-404", words("dead"), by_path(harbour__minutes=sent(301, "/gone"))),
    Case(43, "loop", words("dead"), _loop, "http://{host}/a"),
    Case(44, "chain", _EITHER, _chain, "http://{host}/step-0"),
    Case(45, "nowhere", words("transient suspect"), bare(301)),
    Case(46, "home-301", words("suspect"), by_path(harbour__minutes=sent(301, "/"), _=page(article("The Harbour")))),
    Case(46, "home-302", words("suspect"), by_path(harbour__minutes=sent(302, "/"), _=page(article("The Harbour")))),
    Case(47, "login", words("auth-required"),
         by_path(harbour__minutes=sent(302, "/login?next=/harbour/minutes"), login=page(_LOGIN))),
    Case(48, "error-page", words("suspect dead"),
         by_path(harbour__minutes=sent(302, "/errors/404.html"), **{"errors__404.html": page(_SORRY)})),
    _leads(49, "ftp", "refused", "ftp://files.sim/minutes"),
    _leads(49, "file", "refused", "file:///etc/hostname"),
    _leads(49, "javascript", "refused", "javascript:alert(1)"),
    _leads(50, "no-address", "malformed", "http://[bad/"),
    Case(51, "sold", words("suspect"), sent(301, "http://quayside.sim{port}/"), hosts=(("quayside.sim", page(_SALE)),)),
    Case(52, "to-expired", words("tls-problem"), sent(301, "https://expired.r52.sim{tls}/harbour/minutes"),
         hosts=(("expired.r52.sim", ok),)),
    _leads(53, "loopback", "refused", "http://127.0.0.1/admin"),
    _leads(53, "private", "refused", "http://10.0.0.7/admin"),
    _leads(53, "metadata", "refused", "http://169.254.169.254/latest/meta-data/"),
    Case(54, "fragment", _EITHER, by_path(harbour__minutes=sent(301, "/harbour/board"),
                                          harbour__board=page(article(body="<h2 id=votes>Votes</h2>"))),
         "http://{host}/harbour/minutes#votes"),
)  # fmt: skip
