"""Rows 79 to 100: names, connections, TLS, addresses."""

from tests.web_sim.cases import Case, words
from tests.web_sim.replies import first, garbage, hangs, ok, resets

_OK, _REFUSED, _TLS = words("ok"), words("refused"), words("tls-problem")
_TRANSIENT, _MALFORMED = words("transient"), words("malformed")
_SAFE = "https://{host}/harbour/minutes"

CASES = (
    Case(79, "no-such-name", words("dead")),
    Case(80, "servfail", _TRANSIENT),
    Case(81, "invalid", words("skipped"), url="http://harbour.invalid/minutes"),
    Case(81, "test", words("skipped"), url="http://harbour.test/minutes"),
    Case(81, "example", words("skipped"), url="http://example.com/minutes"),
    Case(82, "refused", words("transient dead"), url="http://{name}:{closed}/harbour/minutes"),
    Case(83, "reset-once", _OK, first(1, resets, ok)),
    Case(84, "reset", _TRANSIENT, resets),
    Case(85, "garbage", words("transient dead"), garbage),
    Case(86, "silence", _TRANSIENT, hangs),
    Case(87, "expired", _TLS, ok, _SAFE, own="expired.r87.sim"),
    Case(87, "self-signed", _TLS, ok, _SAFE, own="self.r87.sim"),
    Case(88, "wrong-host", _TLS, ok, _SAFE, own="wrong.r88.sim"),
    Case(88, "incomplete", _TLS, ok, _SAFE, own="incomplete.r88.sim"),
    Case(88, "stranger", _TLS, ok, _SAFE, own="stranger.r88.sim"),
    Case(89, "no-tls", words("tls-problem malformed"), ok, "https://{name}:{plain}/harbour/minutes"),
    Case(90, "no-host", _MALFORMED, url="http:///minutes"),
    Case(90, "port", _MALFORMED, url="http://harbour.sim:99999/minutes"),
    Case(91, "accent", _OK, ok, "http://bücher.r91.sim{port}/harbour/minutes", own="xn--bcher-kva.r91.sim"),
    Case(91, "punycode", _OK, ok, own="xn--bcher-kva.r91.sim"),
    Case(92, "mixed", words("ok suspect"), ok, "http://h\N{CYRILLIC SMALL LETTER A}rbour.r92.sim{port}/harbour/minutes",
         own="xn--hrbour-3nf.r92.sim"),
    Case(93, "decimal", _REFUSED, url="http://2130706433/"),
    Case(93, "hexadecimal", _REFUSED, url="http://0x7f000001/"),
    *(Case(94, name, _REFUSED, url=f"http://{literal}/") for name, literal in (
        ("loopback", "127.0.0.1"), ("private", "10.1.2.3"), ("private-16", "192.168.1.1"), ("link-local", "169.254.9.9"),
        ("shared", "100.64.0.1"), ("metadata", "169.254.169.254"), ("six", "[::1]"), ("mapped", "[::ffff:127.0.0.1]"),
    )),
    Case(95, "to-loopback", _REFUSED),
    Case(95, "to-private", _REFUSED),
    Case(96, "rebinding", words("refused ok"), ok),
    Case(97, "six-only", _TRANSIENT),
    Case(98, "often", _OK, ok),
    Case(99, "skipped", words("skipped ok blocked"), ok, own="news.gull.sim"),
    Case(99, "not-skipped", _OK, ok, own="notgull.sim"),
    Case(100, "bracket", words("malformed transient refused"), url="http://[bad/"),
    Case(100, "percent", words("malformed transient refused"), url="http://%zz.sim/minutes"),
    Case(100, "long", words("malformed transient refused"), url=f"http://{'a' * 80}.sim/minutes"),
)  # fmt: skip
