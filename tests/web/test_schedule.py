"""A run: each address once, each host in sequence, what passes asked again, and limits that are told."""

import socket
import threading
import time

import pytest

from provlint.model.web import Wanted, WebAnswer
from provlint.model.web_options import Progress
from provlint.web import host_patterns
from provlint.web.schedule import ask
from tests.web.asking import LOOPBACK, answer_of, answers, read_page
from tests.web.servers import Exchange, Handler, answer, serving, silent


def in_turn(*said: bytes) -> Handler:
    """A handler that says one after another, the last for ever."""
    left = list(said)

    def handle(exchange: Exchange) -> None:
        exchange.say(left.pop(0) if len(left) > 1 else left[0])

    return handle


def reset(exchange: Exchange) -> None:
    exchange.connection.close()


@pytest.mark.parametrize("status", ["408 Timeout", "429 Too Many", "500 Error", "503 Busy", "522 Origin"])
def test_what_is_transient_is_asked_again(status: str) -> None:
    with serving({"/": in_turn(answer(status, b"no"), answer())}) as server:
        found = answer_of(server.url("/"))
        assert len(server.requests) == 2
    assert (found.status, found.tries) == (200, 2)


def test_what_stays_is_asked_three_times_in_all() -> None:
    with serving({"/": answer("500 Error", b"no")}) as server:
        found = answer_of(server.url("/"))
        assert len(server.requests) == 3
    assert (found.status, found.tries) == (500, 3)


def test_a_connection_that_is_reset_is_tried_again() -> None:
    def first_reset(exchange: Exchange) -> None:
        if len(server.requests) == 1:
            exchange.connection.close()
        else:
            exchange.say(answer())

    with serving({"/": first_reset, "/always": reset}) as server:
        assert answer_of(server.url("/")).status == 200
        assert answer_of(server.url("/always")).failure == "connection-reset"


def test_a_server_that_left_an_idle_connection_costs_no_try() -> None:
    def say_and_leave(exchange: Exchange) -> None:
        exchange.say(answer())
        exchange.connection.close()

    with serving({"/a": say_and_leave, "/b": say_and_leave}) as server:
        found = answers([server.url("/a"), server.url("/b")], pace=0.1)
    assert {(each.status, each.tries) for each in found.values()} == {(200, 1)}


def test_a_server_says_when_to_come_back() -> None:
    with serving({"/": in_turn(answer("429 Slow", b"no", retry_after="1"), answer())}) as server:
        begun = time.monotonic()
        assert answer_of(server.url("/")).status == 200
        assert time.monotonic() - begun >= 1.0


@pytest.mark.parametrize("when", ["3600", "999999999999", "Fri, 31 Dec 2999 23:59:59 GMT"])
def test_a_time_too_far_off_is_not_waited_for(when: str) -> None:
    with serving({"/": answer("429 Slow", b"no", retry_after=when), "/other": answer()}) as server:
        found = answers([server.url("/"), server.url("/other")])
        assert server.paths().count("/") == 1
    assert found[server.url("/")].retry_after >= 3600
    assert found[server.url("/other")].status == 200


@pytest.mark.parametrize("when", ["-5", "soon", "Thu, 01 Jan 1970 00:00:00 GMT"])
def test_a_time_that_is_none_is_passed_over(when: str) -> None:
    with serving({"/": in_turn(answer("503 Busy", b"no", retry_after=when), answer())}) as server:
        assert answer_of(server.url("/")).status == 200


def test_a_wall_is_not_asked_again() -> None:
    handlers: dict[str, Handler | bytes] = {
        "/marked": answer("503 Busy", b"no", cf_mitigated="challenge"),
        "/said": answer("403 Forbidden", b"<title>Are you human?</title>"),
    }
    with serving(handlers) as server:
        answers([server.url(path) for path in handlers])
        assert sorted(server.paths()) == ["/marked", "/said"]


def test_a_host_is_asked_in_sequence_and_many_at_once() -> None:
    lock = threading.Lock()
    now: dict[str, int] = {}
    most: dict[str, int] = {"all": 0}

    def count(exchange: Exchange) -> None:
        host = exchange.request.server
        with lock:
            now[host] = now.get(host, 0) + 1
            most[host] = max(most.get(host, 0), now[host])
            most["all"] = max(most["all"], sum(now.values()))
        time.sleep(0.05)
        with lock:
            now[host] -= 1
        exchange.say(answer())

    with serving({"/": count}) as server:
        answers([server.url(f"/?{page}", f"127.0.0.{host}") for page in range(3) for host in range(1, 13)])
        assert server.connections == 12
    assert most.pop("all") > 6
    assert set(most.values()) == {1}


def test_the_pace_on_a_host() -> None:
    times: list[float] = []

    def note(exchange: Exchange) -> None:
        times.append(time.monotonic())
        exchange.say(answer())

    with serving({"/": note}) as server:
        answers([server.url(f"/?{page}") for page in range(4)], pace_for=(("127.0.0.1", 0.1),))
    assert times[-1] - times[0] > 0.2  # three times 0.1, less what a busy machine delays the first of them


def test_one_fetch_for_all_fragments_of_a_page() -> None:
    with serving({"/": answer()}) as server:
        answer_of(Wanted(server.url("/"), frozenset(f"part-{number}" for number in range(10))))
        assert server.paths() == ["/"]


def test_limits_are_told() -> None:
    with serving({"/": answer()}) as server:
        urls = [server.url(f"/?{page}", host) for host in ("127.0.0.1", "127.0.0.2") for page in range(4)]
        found = answers(urls, max_per_host=3, max_addresses=5)
        assert len(server.requests) == 5
    assert sum(each.failure == "limit-reached" for each in found.values()) == 3


def test_what_the_settings_skip_is_not_asked() -> None:
    with serving({"/a": answer(), "/b": answer()}) as server:
        found = answers([server.url("/a"), server.url("/b")], skip=("*/a", "nobody.example"))
        assert server.paths() == ["/b"]
    assert found[server.url("/a")].failure == "skipped"


def test_host_patterns_go_by_whole_labels() -> None:
    assert host_patterns.matches("*.herald.example", "news.herald.example")
    assert host_patterns.matches("herald.example", "herald.example")
    assert not host_patterns.matches("*.herald.example", "notherald.example")
    assert not host_patterns.matches("herald.example", "notherald.example")
    assert host_patterns.matches("bücher.example", "xn--bcher-kva.example")


def test_a_name_that_is_not_there_is_looked_up_once_more() -> None:
    asked: list[str] = []

    def resolve(host: str, _: int) -> list[str]:
        asked.append(host)
        if host == "gone.example" or len(asked) == 1:
            raise socket.gaierror(socket.EAI_NONAME, "stub")
        return ["127.0.0.1"]

    with serving({"/": answer()}) as server:
        late = f"http://late.example:{server.port}/"
        assert answer_of(late, resolve=resolve).status == 200
        gone = answer_of(f"http://gone.example:{server.port}/", resolve=resolve)
    assert gone.failure == "no-such-name"
    assert asked == ["late.example"] * 2 + ["gone.example"] * 2


def hold(_: socket.socket) -> None:
    threading.Event().wait(3)


def test_a_host_that_never_answers_is_given_up() -> None:
    with silent(hold) as port:
        found = answers([f"http://127.0.0.1:{port}/{page}" for page in range(8)], timeout=0.2, retries=0)
    failures = sorted(each.failure for each in found.values())
    assert failures == ["limit-reached"] * 3 + ["timed-out"] * 5


def test_a_sibling_is_asked_once_a_host_where_a_page_is_in_doubt() -> None:
    doubtful = answer(body=b"<title>Page not found</title>")
    with serving({"/a": doubtful, "/b": doubtful, "/fine": answer()}) as server:
        found = answers([server.url(path) for path in ("/a", "/b", "/fine")])
        assert len(server.requests) == 3 + 1  # the sibling is a 404, and gets no second look
    assert found[server.url("/a")].sibling_status == found[server.url("/b")].sibling_status == 404
    assert found[server.url("/fine")].sibling_status == 0


def test_robots_are_obeyed_only_when_told() -> None:
    handlers: dict[str, Handler | bytes] = {
        "/robots.txt": answer(body=b"User-agent: *\nDisallow: /private", content_type="text/plain"),
        "/private": answer(),
        "/open": answer(),
    }
    with serving(handlers) as server:
        urls = [server.url("/private"), server.url("/open")]
        assert {each.status for each in answers(urls).values()} == {200}
        assert "/robots.txt" not in server.paths()
        found = answers(urls, robots="obey")
        assert server.paths().count("/robots.txt") == 1
    assert found[urls[0]].failure == "skipped"
    assert found[urls[1]].status == 200


def test_progress_is_told_in_the_thread_that_asked() -> None:
    told: list[tuple[Progress, int]] = []
    got: list[WebAnswer] = []
    with serving({"/": answer()}) as server:
        ask(
            [Wanted(server.url(f"/?{page}")) for page in range(5)],
            LOOPBACK,
            read_page,
            on_answer=got.append,
            stop=threading.Event(),
            progress=lambda progress: told.append((progress, threading.get_ident())),
        )
    last, thread = told[-1]
    assert (last.done, last.total, last.hosts) == (5, 5, 1)
    assert thread == threading.get_ident()


def test_nothing_to_ask() -> None:
    assert answers([]) == {}


def test_an_address_given_twice_is_asked_once() -> None:
    with serving({"/": answer()}) as server:
        got: list[WebAnswer] = []
        wanted = [Wanted(server.url("/"), frozenset((part,))) for part in "ab"]
        ask(wanted, LOOPBACK, read_page, on_answer=got.append, stop=threading.Event())
        assert len(server.requests) == len(got) == 1


def test_a_host_that_has_answered_gets_more_patience_than_one_that_never_did() -> None:
    def stall(exchange: Exchange) -> None:
        exchange.connection.recv(1)

    handlers: dict[str, Handler | bytes] = {f"/stall{at}": stall for at in range(7)}
    with serving({**handlers, "/": answer()}) as one:
        stalls = [one.url(path) for path in handlers]
        found = answers([one.url("/"), *stalls], timeout=0.2, retries=0)
        assert {found[url].failure for url in stalls} == {"timed-out"}
    with serving(handlers) as one:
        found = answers([one.url(path) for path in handlers], timeout=0.2, retries=0)
    assert [each.failure for each in found.values()].count("limit-reached") == 2
