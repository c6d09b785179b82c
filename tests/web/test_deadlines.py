"""The deadline of an address is a whole one: no server can stretch it, byte by byte or by silence."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from provlint.model.web import Wanted, WebAnswer
from provlint.web.schedule import ask
from tests.web.asking import LOOPBACK, answers, read_page
from tests.web.servers import Exchange, Handler, answer, serving, silent

TIMEOUT = 1.0
SLACK = 10.0  # a busy machine's: the servers go on for longer; `benchmarks.web_deadlines` tells how late an answer is


def drip(head: bytes, letters: bytes) -> Handler:
    def handle(exchange: Exchange) -> None:
        exchange.say(head)
        while True:
            for at in range(len(letters)):
                exchange.say(letters[at : at + 1])
                time.sleep(0.05)

    return handle


def stall(exchange: Exchange) -> None:
    exchange.connection.recv(1)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n"
HANDLERS: dict[str, Handler | bytes] = {
    "/status": drip(b"", b"HTTP/1.1 200 OK and so on and on"),
    "/headers": drip(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
    "/silence": stall,
    "/body": drip(HEAD, b"<p>word</p>"),
    "/open": drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"<p>word</p>"),
    "/last": drip(HEAD.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"), b"<p>word</p>"),
}


def timed(wanted: list[Wanted | str]) -> tuple[dict[str, WebAnswer], float]:
    begun = time.monotonic()
    found = answers(wanted, timeout=TIMEOUT, retries=0)
    return found, time.monotonic() - begun


@pytest.mark.parametrize("path", ["/status", "/headers", "/silence"])
def test_no_answer_in_time(path: str) -> None:
    with serving(HANDLERS) as server:
        found, took = timed([server.url(path)])
    assert [(each.failure, each.status) for each in found.values()] == [("timed-out", 0)]
    assert took < TIMEOUT + SLACK


@pytest.mark.parametrize("path", ["/status", "/headers", "/silence"])
def test_no_answer_in_time_through_a_proxy(path: str) -> None:
    url = f"http://harbour.example{path}"
    with serving({url: HANDLERS[path]}) as proxy:
        begun = time.monotonic()
        found = answers([url], timeout=TIMEOUT, retries=0, proxy=proxy.url(""))
    assert [(each.failure, each.status) for each in found.values()] == [("timed-out", 0)]
    assert time.monotonic() - begun < TIMEOUT + SLACK


@pytest.mark.parametrize("path", ["/body", "/open", "/last"])
def test_a_body_that_drips_is_cut_and_keeps_its_existence(path: str) -> None:
    with serving(HANDLERS) as server:
        found, took = timed([Wanted(server.url(path), frozenset(("part",)))])
    (only,) = found.values()
    assert (only.failure, only.status, only.body) == ("", 200, "cut")
    assert only.body_fault == "slower than the time allowed"
    assert only.page is not None
    assert took < TIMEOUT + SLACK


def hello(connection: socket.socket) -> None:
    while connection.recv(1):
        time.sleep(0.02)


def hold(_: socket.socket) -> None:
    threading.Event().wait(60)


@pytest.mark.parametrize(("scheme", "behave"), [("https", hello), ("https", hold), ("http", hold)])
def test_a_connection_that_says_nothing(scheme: str, behave: Callable[[socket.socket], None]) -> None:
    with silent(behave) as port:
        found, took = timed([f"{scheme}://127.0.0.1:{port}/"])
    assert [each.failure for each in found.values()] == ["timed-out"]
    assert took < TIMEOUT + SLACK


@contextlib.contextmanager
def full() -> Iterator[int]:
    """A port whose queue is full, so that no connection comes about."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listening, contextlib.ExitStack() as stack:
        port = listening.getsockname()[1]
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(("127.0.0.1", port))
        yield port


def test_a_connection_that_never_comes_about() -> None:
    with full() as port:
        found, took = timed([f"http://127.0.0.1:{port}/"])
    assert [each.failure for each in found.values()] == ["timed-out"]
    assert took < TIMEOUT + SLACK


def test_a_name_server_that_says_nothing() -> None:
    held = threading.Event()

    def resolve(_: str, __: int) -> list[str]:
        held.wait(60)
        return []

    begun = time.monotonic()
    found = answers(["http://harbour.example/"], timeout=TIMEOUT, retries=0, resolve=resolve)
    took = time.monotonic() - begun
    held.set()
    assert [each.failure for each in found.values()] == ["name-not-resolved"]
    assert took < TIMEOUT + SLACK


def test_slow_hosts_hold_up_no_other() -> None:
    with contextlib.ExitStack() as stack:
        slow = [stack.enter_context(serving(HANDLERS)) for _ in range(12)]
        quick = [stack.enter_context(serving({"/": answer()})) for _ in range(12)]
        asked = [Wanted(server.url("/body"), frozenset(("part",))) for server in slow]
        found, took = timed([*asked, *(server.url("/") for server in quick)])
        assert all(found[server.url("/")].status == 200 for server in quick)
    assert took < 9.0  # one after the other they take twelve


def test_a_stop_ends_the_run_with_what_was_learnt() -> None:
    stop = threading.Event()
    got: list[WebAnswer] = []

    def take(given: WebAnswer) -> None:
        got.append(given)
        stop.set()

    with serving({"/": answer(), **HANDLERS}) as server, silent(hold) as port:
        wanted = [Wanted(server.url("/")), Wanted(server.url("/silence")), Wanted(f"https://127.0.0.1:{port}/")]
        begun = time.monotonic()
        ask(wanted, LOOPBACK._replace(timeout=20.0), read_page, on_answer=take, stop=stop)
        took = time.monotonic() - begun
    assert {(each.url.rpartition("/")[2], each.failure) for each in got} == {
        ("", ""),
        ("silence", "stopped"),
        ("", "stopped"),
    }
    assert took < 15.0  # of twenty


def test_an_exception_of_the_caller_ends_the_run() -> None:
    got: list[WebAnswer] = []

    def take(given: WebAnswer) -> None:
        got.append(given)
        if len(got) == 1:
            raise KeyboardInterrupt

    with serving({"/": answer(), **HANDLERS}) as server:
        wanted = [Wanted(server.url("/")), Wanted(server.url("/silence"))]
        with pytest.raises(KeyboardInterrupt):
            ask(wanted, LOOPBACK._replace(timeout=20.0), read_page, on_answer=take, stop=threading.Event())
    assert [each.failure for each in got] == ["", "stopped"]


def test_the_budget_of_a_run() -> None:
    with serving(HANDLERS) as server:
        begun = time.monotonic()
        found = answers([server.url("/silence")], timeout=20.0, budget=0.3)
    assert [each.failure for each in found.values()] == ["stopped"]
    assert time.monotonic() - begun < 15.0  # of twenty


def test_a_body_that_waited_for_others_is_never_taken_for_whole() -> None:
    with contextlib.ExitStack() as stack:
        slow = [stack.enter_context(serving({"/open": HANDLERS["/open"]})) for _ in range(30)]
        wanted: list[Wanted | str] = [Wanted(one.url("/open"), frozenset({"end"})) for one in slow]
        found = answers(wanted, timeout=TIMEOUT, retries=0)
    assert {each.body for each in found.values()} == {"cut"}
