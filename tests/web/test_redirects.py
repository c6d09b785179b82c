"""Redirects, followed by hand: each hop through the guard, none with what belongs to another."""

import pytest

from provlint.model.web import Wanted
from tests.web.asking import answer_of
from tests.web.servers import Exchange, Handler, Server, answer, serving


def to(location: str, status: str = "302 Found", **headers: str) -> bytes:
    return answer(status, b"", location=location, **headers)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_each_kind_is_followed_and_kept_in_the_chain(status: str) -> None:
    with serving({"/old": to("new?x=1", status), "/new": answer()}) as server:
        found = answer_of(server.url("/old"))
    assert [(hop.url, hop.status, hop.cause) for hop in found.hops] == [
        (server.url("/old"), int(status[:3]), "document"),
        (server.url("/new?x=1"), 200, "location"),
    ]
    assert (found.status, found.failure, found.final_url) == (200, "", server.url("/new?x=1"))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://harbour.example/", "gopher://x/", "data:text/html,x",
                                    "javascript:alert(1)"])  # fmt: skip
def test_one_that_leaves_the_web_is_refused(target: str) -> None:
    with serving({"/": to(target)}) as server:
        found = answer_of(server.url("/"))
    assert (found.failure, found.status) == ("redirect-refused", 302)


@pytest.mark.parametrize(
    "target",
    [
        "http://[bad/", "http://a:b@harbour.example/", "/a\tb", "/\x07", "/" + "x" * 9_000, "http://1.2.3.4.5/",
        "http://", "http:///x", "https://?q", "///",
    ],
)  # fmt: skip
def test_one_to_no_address_is_malformed(target: str) -> None:
    with serving({"/": to(target)}) as server:
        found = answer_of(server.url("/"))
    assert found.failure == "redirect-malformed"
    assert len(found.detail) <= 200
    assert found.detail.isprintable()


@pytest.mark.parametrize("location", [b"/" + b"x" * 1_000_000, b"/a\r b\x1b[2J"])
def test_a_location_of_a_megabyte_or_with_controls_is_no_answer(location: bytes) -> None:
    with serving({"/": b"HTTP/1.1 302 Found\r\nLocation: " + location + b"\r\nContent-Length: 0\r\n\r\n"}) as server:
        found = answer_of(server.url("/"))
    assert found.failure in ("not-http", "redirect-malformed")
    assert len(server.requests) <= 3


def test_one_without_a_target() -> None:
    with serving({"/": answer("301 Moved", b"")}) as server:
        found = answer_of(server.url("/"))
    assert (found.failure, found.status) == ("redirect-without-target", 301)


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1:22/", "http://10.0.0.1/", "http://169.254.169.254/", "//[::1]/", "http://2130706433:6379/"],
)
def test_one_to_what_is_not_public_is_refused_at_its_hop(target: str) -> None:
    with serving({"/": to(target)}) as server:
        found = answer_of(server.url("/"), ports=frozenset((80, server.port)))
    assert found.failure in ("address-refused", "port-refused")
    assert [hop.status for hop in found.hops] == [302, 0]
    assert found.status == 0


@pytest.mark.parametrize("target", ["http://169.254.169.254/", "file:///etc/passwd"])
def test_a_page_that_sends_on_goes_through_the_guard_too(target: str) -> None:
    page = f'<meta http-equiv=refresh content="0;url={target}">'.encode()
    with serving({"/meta": answer(body=page), "/header": answer(refresh=f"0; url={target}")}) as server:
        for path in ("/meta", "/header"):
            assert answer_of(server.url(path)).failure in ("address-refused", "redirect-refused")


def test_a_refresh_is_a_hop_unless_it_is_slow_or_leads_to_itself() -> None:
    handlers: dict[str, Handler | bytes] = {
        "/quick": answer(refresh="5;URL='/gone'"),
        "/slow": answer(refresh="300; url=/gone"),
        "/again": answer(refresh="5"),
        "/itself": answer(refresh="0; url=/itself"),
        "/meta": answer(body=b'<meta http-equiv=refresh content="0;url=/gone">'),
    }
    with serving(handlers) as server:
        causes = {path: [hop.cause for hop in answer_of(server.url(path)).hops] for path in handlers}
        status = answer_of(server.url("/meta")).status
    assert causes["/quick"] == ["document", "refresh-header"]
    assert causes["/meta"] == ["document", "meta-refresh"]
    assert causes["/slow"] == causes["/again"] == causes["/itself"] == ["document"]
    assert status == 404


def test_a_loop_is_found_by_what_was_visited() -> None:
    with serving({"/a": to("/b"), "/b": to("/a")}) as server:
        found = answer_of(server.url("/a"))
        assert server.paths() == ["/a", "/b"]
    assert found.failure == "redirect-loop"


def test_twenty_hops_are_followed_and_no_more() -> None:
    def hop(exchange: Exchange) -> None:
        number = int(exchange.request.path.partition("=")[2])
        exchange.say(to(f"/?n={number - 1}") if number else answer())

    with serving({"/": hop}) as server:
        long = answer_of(server.url("/?n=20"))
        endless = answer_of(server.url("/?n=60"))
    assert (long.status, len(long.hops)) == (200, 21)
    assert (endless.failure, len(endless.hops)) == ("too-many-redirects", 21)


def test_a_redirect_with_a_large_body_is_not_read() -> None:
    def flood(exchange: Exchange) -> None:
        exchange.say(b"HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 50000000\r\n\r\n" + bytes(100_000))

    with serving({"/": flood, "/end": answer()}) as server:
        assert answer_of(server.url("/")).status == 200
        assert server.connections == 2


def test_cookies_live_in_one_chain_and_on_one_host() -> None:
    def wall(exchange: Exchange) -> None:
        if "cookie" in exchange.request.headers:
            exchange.say(to(f"http://127.0.0.9:{server.port}/the-wall"))
        else:
            exchange.say(to("/wall", set_cookie="seen=1; Path=/; Domain=127.0.0.9"))

    server: Server
    with serving({"/wall": wall, "/the-wall": answer(), "/later": answer()}) as server:
        found = answer_of(server.url("/wall"))
        answer_of(server.url("/later"))
        cookies = [(request.path, request.headers.get("cookie")) for request in server.requests]
    assert found.status == 200
    assert cookies == [("/wall", None), ("/wall", "seen=1"), ("/the-wall", None), ("/later", None)]


def test_a_relative_target_with_odd_letters_is_asked_for_as_a_browser_would() -> None:
    with serving({"/": to("/caf\xc3\xa9 au lait?q=\xc3\xa9"), "/caf%C3%A9%20au%20lait": answer()}) as server:
        found = answer_of(server.url("/"))
    assert (found.status, found.final_url) == (200, server.url("/caf%C3%A9%20au%20lait?q=%C3%A9"))


def test_fragments_are_not_sent() -> None:
    with serving({"/": to("/page#part"), "/page": answer()}) as server:
        found = answer_of(Wanted(server.url("/"), frozenset(("tide",))))
        assert server.paths() == ["/", "/page"]
    assert found.final_url == server.url("/page")


def test_a_target_that_is_told_twice_is_one() -> None:
    told = b"HTTP/1.1 301 Moved\r\nLocation: /new\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n"
    with serving({"/old": told, "/new": answer()}) as server:
        assert answer_of(server.url("/old")).final_url == server.url("/new")
