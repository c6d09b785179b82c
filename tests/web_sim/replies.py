"""What servers of the simulated web answer: the usual pages, and bodies that are none."""

import struct
import zlib
from collections.abc import Callable
from functools import cache

from tests.web_sim.wire import Raw, Reply, Request, Serve, Wire

_PROSE = (
    "The harbour board met on a rainy evening and heard from the pilots, the crane drivers and two fishermen. "
    "Minutes were taken by hand, and the tide tables of the year were agreed upon without a vote. "
)


def article(title: str = "Minutes of the harbour board", body: str = "", head: str = "") -> bytes:
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body><main><h1>{title}</h1>{body}<p>{_PROSE * 4}</p></main></body></html>"
    ).encode()


def short(title: str, text: str = "", head: str = "") -> bytes:
    return f"<!doctype html><title>{title}</title>{head}<body>{text}</body>".encode()


def ok(_: Request) -> Reply:
    return Reply(200, article())


def page(body: bytes, *headers: tuple[str, str], status: int = 200) -> Serve:
    return lambda _: Reply(status, body, headers)


def status(code: int, *headers: tuple[str, str], body: bytes = b"") -> Serve:
    return lambda _: Reply(code, body or short(f"Status {code}", "<p>A server says a number."), headers)


def bare(code: int, *headers: tuple[str, str]) -> Serve:
    return lambda _: Reply(code, b"", headers)


def sent(code: int, location: str) -> Serve:
    return lambda _: Reply(code, b"", (("Location", location),))


def by_path(**paths: Serve) -> Serve:
    """`name` stands for `/name`, `_` for `/`, two underscores for a further slash; everything else is 404."""
    known = {"/" + name.strip("_").replace("__", "/"): serve for name, serve in paths.items()}

    def serve(request: Request) -> Reply | Raw:
        found = known.get(request.path.partition("?")[0].rstrip("/") or "/")
        return found(request) if found else Reply(404, short("404", "No such page here."))

    return serve


def first(times: int, before: Serve, after: Serve) -> Serve:
    """The first answers to one path, and those after them."""
    return lambda request: (before if request.count <= times else after)(request)


def by_method(head: Serve, get: Serve) -> Serve:
    return lambda request: (head if request.method == "HEAD" else get)(request)


def raw(act: Callable[[Wire], None]) -> Serve:
    return lambda _: act


def resets(_: Request) -> Raw:
    return Wire.reset


def hangs(_: Request) -> Raw:
    return lambda wire: wire.wait(60)


def garbage(_: Request) -> Raw:
    return lambda wire: wire.send(b"220 mail ready, nothing of the web here\r\n\r\n")


def truncated(_: Request) -> Reply:
    return Reply(200, b"<p>hel", length=1_000)


def not_gzip(_: Request) -> Reply:
    return Reply(200, article(), (("Content-Encoding", "gzip"),))


def bomb(megabytes: int) -> Serve:
    return lambda _: Reply(200, _bomb(megabytes), (("Content-Encoding", "gzip"), ("Content-Type", "text/html")))


@cache
def _bomb(megabytes: int) -> bytes:
    """A gzip file of zeros, made of one compressed block again and again: compressing them all takes seconds."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    begin, block = b"<p>", bytes(1_000_000)
    first = packer.compress(begin) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    check = zlib.crc32(begin)
    for _ in range(megabytes):
        check = zlib.crc32(block, check)
    size = len(begin) + len(block) * megabytes
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    return head + first + again * megabytes + packer.flush() + struct.pack("<II", check, size)


_OPEN = b"HTTP/1.1 200 Said\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"


_ENDLESS = 5_000  # pieces of 20 kB, then silence: a client without a cap is not to fill the machine's memory


def endless(request: Request) -> Raw:
    def act(wire: Wire) -> None:
        wire.send(_OPEN)
        for _ in range(_ENDLESS if request.method != "HEAD" else 0):
            wire.send(b"<p>and so on, and so on, and so on</p>\n" * 500)
        wire.wait(600)

    return act


def drips(request: Request) -> Raw:
    def act(wire: Wire) -> None:
        wire.send(_OPEN)
        while request.method != "HEAD":
            wire.send(b"x")
            wire.wait(1)

    return act
