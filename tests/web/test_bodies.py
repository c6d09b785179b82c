"""Bodies: read as far as is wanted and no further, whatever they claim to be."""

import functools
import gzip
import socket
import zlib

import pytest

from provlint.model.web import Wanted
from tests.web.asking import answer_of, answers
from tests.web.servers import PAGE, Exchange, Handler, answer, serving

LONG = b"<title>Long</title>" + b"<p>words and words</p>" * 20_000


def endless(exchange: Exchange) -> None:
    exchange.say(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Endless</title>")
    while True:
        exchange.say(b"<p>words</p>" * 5_000)


@functools.cache
def packed() -> bytes:
    """100 MB in a tenth of one."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(squeeze.compress(bytes(1_000_000)) for _ in range(100)) + squeeze.flush()


def bomb(exchange: Exchange) -> None:
    exchange.say(answer(body=packed(), content_encoding="gzip"))


def part_of(url: str) -> Wanted:
    return Wanted(url, frozenset(("part",)))


def test_only_signals_are_wanted_of_most_pages() -> None:
    with serving({"/": answer(body=LONG)}) as server:
        found = answer_of(server.url("/"), signal_body=10_000)
        assert found.page is not None
        assert (found.body, found.page.text_length, found.page.title) == ("cut", 10_000, "Long")
        assert found.page.canonical.endswith("cut")


def test_all_of_a_page_is_wanted_where_a_fragment_is() -> None:
    with serving({"/": answer(body=LONG)}) as server:
        found = answer_of(part_of(server.url("/")))
        top = answer_of(Wanted(server.url("/"), frozenset(("top",))), signal_body=10_000)
    assert found.page is not None
    assert (found.body, found.page.text_length) == ("whole", len(LONG))
    assert (found.text, top.body) == ("", "cut")


def test_the_text_is_kept_only_where_it_is_wanted() -> None:
    page = "<meta charset=iso-8859-1><p>Caf\xe9 \x93quoted\x94</p>".encode("latin-1")
    with serving({"/": answer(body=page)}) as server:
        found = answer_of(Wanted(server.url("/"), text=True))
    assert "Café “quoted”" in found.text
    assert len(found.content_hash) == 64


@pytest.mark.parametrize("handler", [endless, bomb], ids=["endless", "bomb"])
def test_what_grows_without_end_is_cut(handler: Handler) -> None:
    with serving({"/": handler}) as server:
        for wanted in (Wanted(server.url("/")), part_of(server.url("/"))):
            found = answer_of(wanted)
            assert (found.failure, found.status, found.body) == ("", 200, "cut")
            assert found.body_fault


BROKEN = {
    "short": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>",
        "shorter than announced",
    ),
    "not gzip": (answer(content_encoding="gzip"), "not gzip though it says so"),
    "broken gzip": (answer(body=gzip.compress(PAGE * 50)[:-30], content_encoding="gzip"), "shorter than announced"),
    "chain": (answer(content_encoding=", ".join(["gzip"] * 200)), "encoded 200 times over"),
    "brotli": (answer(content_encoding="br"), "encoded as br, which was not asked for"),
    "chunks": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "breaks off"),
}


@pytest.mark.parametrize(("said", "fault"), BROKEN.values(), ids=BROKEN)
def test_a_broken_body_leaves_the_existence(said: bytes, fault: str) -> None:
    def say_and_leave(exchange: Exchange) -> None:
        exchange.say(said)
        exchange.connection.shutdown(1)

    with serving({"/": say_and_leave}) as server:
        found = answer_of(part_of(server.url("/")))
    assert (found.failure, found.status, found.body, found.body_fault) == ("", 200, "broken", fault)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(PAGE), "gzip"),
        (gzip.compress(PAGE[:40]) + gzip.compress(PAGE[40:]), "x-gzip"),
        (zlib.compress(PAGE), "deflate"),
        (zlib.compress(PAGE)[2:-4], "deflate"),
        (PAGE, "identity"),
    ],
    ids=["gzip", "members", "zlib", "raw", "identity"],
)
def test_encodings_are_undone(body: bytes, encoding: str) -> None:
    with serving({"/": answer(body=body, content_encoding=encoding)}) as server:
        found = answer_of(server.url("/"))
    assert found.page is not None
    assert (found.body, found.page.title, found.page.text_length) == ("whole", "Tides", len(PAGE))


NO_HTTP = {
    "length of 10^18": b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000000000000\r\n\r\n",
    "negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "500 headers": b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 500 + b"\r\n",
    "100 kB header": b"HTTP/1.1 200 OK\r\nX-A: " + b"b" * 100_000 + b"\r\n\r\n",
    "10,000 cookies": b"HTTP/1.1 200 OK\r\n" + b"Set-Cookie: a=b\r\n" * 10_000 + b"\r\n",
    "garbage": b"\x00\x01\x02 how do you do\r\n\r\n",
    "another protocol": b"220 mail.harbour.example ESMTP\r\n",
}


@pytest.mark.parametrize("said", NO_HTTP.values(), ids=NO_HTTP)
def test_what_breaks_the_rules_is_no_answer(said: bytes) -> None:
    with serving({"/": said}) as server:
        found = answer_of(server.url("/"), retries=0)
    assert found.failure == "not-http"
    assert found.detail.isprintable()


def test_interim_answers_are_passed_over() -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
    with serving({"/": early + answer()}) as server:
        assert answer_of(server.url("/")).body == "whole"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (b"HTTP/1.1 204 No Content\r\n\r\n", "empty"),
        (answer(body=b""), "empty"),
        (answer(body=b"%PDF-1.7 ...", content_type="application/pdf"), "type"),
        (answer(body=b"plain words", content_type="text/plain"), "whole"),
        (answer(body=PAGE, content_type=""), "whole"),
    ],
)
def test_what_is_no_page_is_told_by_its_type(said: bytes, state: str) -> None:
    with serving({"/": said, "/next": answer()}) as server:
        found = answers([server.url("/"), server.url("/next")])
        assert server.connections == 1
    first, second = found.values() if next(iter(found)).endswith("/") else reversed(found.values())
    assert (first.body, second.body) == (state, "whole")
    assert (first.page is None) == (state != "whole" or first.content_type == "text/plain")


def test_a_page_room_that_fails_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("tests.web.asking.read_page", fails)
    with serving({"/": answer()}) as server:
        found = answer_of(server.url("/"))
    assert (found.status, found.page, found.body) == (200, None, "broken")


def test_what_a_server_says_is_printed_harmlessly() -> None:
    status = "404 \x1b]0;title\x07" + "word " * 2_000
    with serving({"/": answer(status, content_type="text/html\x1b[2J")}) as server:
        found = answer_of(server.url("/"))
    assert len(found.reason) <= 200
    assert found.reason.isprintable()
    assert found.content_type.isprintable()


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 14\n\n",
        b"HTTP/1.1 200 OK\r\n"
        + b"X-Note: %b\r\n" % (b"a" * 900) * 20
        + b"content-length: 14\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 14, 14\r\n\r\n",
    ],
)
def test_a_head_ends_where_its_first_empty_line_is(head: bytes) -> None:
    with serving({"/": head + b"<p>in\r\n\r\nit</p>"[:14], "/next": answer()}) as server:
        found = answers([server.url("/"), server.url("/next")])
        assert server.connections == 1
    assert {(each.status, each.body) for each in found.values()} == {(200, "whole")}
    assert sorted(each.page.text_length for each in found.values() if each.page)[0] == 14


def test_a_body_shorter_than_announced_gives_no_connection_back() -> None:
    def broken(exchange: Exchange) -> None:
        exchange.say(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99\r\n\r\n<p>some")
        exchange.connection.shutdown(socket.SHUT_WR)

    with serving({"/": broken, "/next": answer()}) as server:
        found = answers([server.url("/"), server.url("/next")])
        assert len(server.requests) == 2
    assert sorted(each.body for each in found.values()) == ["broken", "whole"]
