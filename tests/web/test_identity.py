"""What is sent: who asks, and nothing that belongs to somebody else."""

import threading
from pathlib import Path

import pytest
import requests

from provlint.model.version import VERSION
from provlint.web.adapter import Door, GuardedAdapter
from provlint.web.clock import Clock
from provlint.web.unanswered import Unanswered
from tests.web.asking import GUARDED, LOOPBACK, answer_of
from tests.web.servers import Exchange, answer, serving


def test_an_honest_name_and_no_more() -> None:
    with serving({"/": answer()}) as server:
        answer_of(server.url("/"), contact="desk@harbour.example")
        headers = server.requests[0].headers
    assert headers["user-agent"].startswith(f"provlint/{VERSION} (+https://")
    assert headers["user-agent"].endswith("; desk@harbour.example)")
    assert "text/html" in headers["accept"]
    assert headers["accept-encoding"] == "gzip, deflate"
    assert not {"referer", "authorization", "cookie"} & set(headers)


def test_nothing_is_taken_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login user password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    with serving({"/": answer()}) as server:
        assert answer_of(server.url("/")).status == 200
        assert "authorization" not in server.requests[0].headers


def test_user_and_password_of_an_address_are_not_sent() -> None:
    with serving({"/": answer()}) as server:
        found = answer_of(server.url("/").replace("//", "//user:secret@"))
        assert "authorization" not in server.requests[0].headers
    assert "secret" not in str(found.hops)


def test_credentials_are_not_sent_without_tls() -> None:
    with serving({"/": answer()}) as server:
        answer_of(server.url("/"), credentials=(("127.0.0.1", "Bearer token"),))
        assert "authorization" not in server.requests[0].headers


def test_headers_of_a_host_pattern() -> None:
    options = LOOPBACK._replace(
        resolve=lambda *_: ["127.0.0.1"], headers_for=(("*.press.example", (("X-Desk", "seven"),)),)
    )
    with serving({"/": answer()}) as server:
        for host in ("news.press.example", "press.example", "otherpress.example"):
            answer_of(f"http://{host}:{server.port}/", options)
        sent = [request.headers.get("x-desk") for request in server.requests]
    assert sent == ["seven", None, None]


def test_a_header_with_a_line_end_is_never_sent() -> None:
    with serving({"/": answer()}) as server:
        found = answer_of(server.url("/"), headers_for=(("*", (("X-A", "b\r\nX-C: d"),)),))
        assert server.requests == []
    assert found.failure


def test_a_second_look_when_a_browser_would_be_answered() -> None:
    def choosy(exchange: Exchange) -> None:
        is_browser = exchange.request.headers["user-agent"].startswith("Mozilla")
        exchange.say(answer() if is_browser else answer("403 Forbidden", b"no"))

    with serving({"/choosy": choosy, "/shut": answer("403 Forbidden", b"no")}) as server:
        choosy_one, shut, gone = (answer_of(server.url(path)) for path in ("/choosy", "/shut", "/gone"))
    assert (choosy_one.status, choosy_one.second_status) == (200, 200)
    assert (shut.status, shut.second_status) == (403, 403)
    assert (gone.status, gone.second_status) == (404, 404)


@pytest.mark.parametrize("status", ["401 Unauthorized", "402 Payment", "410 Gone", "451 Legal"])
def test_no_second_look_where_the_answer_is_plain(status: str) -> None:
    with serving({"/": answer(status, b"no")}) as server:
        found = answer_of(server.url("/"))
        assert len(server.requests) == 1
    assert (found.status, found.second_status) == (int(status[:3]), 0)


def test_a_session_of_requests_on_the_adapter_is_guarded() -> None:
    clock = Clock()
    clock.start(5.0)
    session = requests.Session()
    session.trust_env = False
    session.mount("http://", GuardedAdapter(Door(LOOPBACK, threading.Event()), clock))
    with serving({"/": answer()}) as server:
        assert session.get(server.url("/")).status_code == 200
        session.mount("http://", GuardedAdapter(Door(GUARDED, threading.Event()), clock))
        with pytest.raises(Unanswered):
            session.get("http://127.0.0.1/")
    session.close()


def test_a_proxy_only_when_told() -> None:
    def forward(exchange: Exchange) -> None:
        exchange.say(answer(body=exchange.request.path.encode()))

    with serving({"http://harbour.example/page": forward}) as server:
        found = answer_of("http://harbour.example/page", proxy=server.url(""))
        refused = answer_of("http://10.0.0.1/", proxy=server.url(""))
        assert server.paths() == ["http://harbour.example/page"]
    assert (found.status, found.peer) == (200, "")
    assert refused.failure == "address-refused"


def test_a_proxy_that_lets_nobody_through_is_no_dead_link() -> None:
    with serving({"harbour.example:443": answer("403 Forbidden", b"no")}) as server:
        found = answer_of("https://harbour.example/page", proxy=server.url(""), retries=0)
        assert server.paths() == ["harbour.example:443"]
    assert (found.failure, found.status) == ("no-route", 0)
