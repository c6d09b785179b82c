"""TLS: what is not to be trusted is never trusted, and its fault has a name."""

import socket
import ssl
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from provlint.errors import UserError
from provlint.web import tls
from tests.web import certificates
from tests.web.asking import answer_of, answers
from tests.web.servers import answer, serving, silent

FAULTS: list[tuple[Callable[[], ssl.SSLContext], str]] = [
    (certificates.expired, "expired"),
    (certificates.of_another_host, "wrong-host"),
    (certificates.of_an_unknown_authority, "untrusted"),
    (certificates.self_signed, "self-signed"),
]


@pytest.mark.parametrize(("context", "kind"), FAULTS, ids=[kind for _, kind in FAULTS])
def test_each_fault_has_its_name(context: Callable[[], ssl.SSLContext], kind: str, tmp_path: Path) -> None:
    with serving({"/": answer()}, context()) as server:
        found = answer_of(server.url("/"), ca_file=certificates.authority_file(tmp_path))
        assert server.requests == []
    assert (found.failure, found.tls) == ("tls", kind)
    assert found.detail


def test_a_trusted_server_is_asked_through_one_connection(tmp_path: Path) -> None:
    with serving({"/a": answer(), "/b": answer(), "/c": answer()}, certificates.good()) as server:
        found = answers(
            [server.url(path) for path in ("/a", "/b", "/c")], ca_file=certificates.authority_file(tmp_path)
        )
        assert server.connections == 1
    assert {each.status for each in found.values()} == {200}


def test_a_private_authority_is_trusted_only_when_named() -> None:
    with serving({"/": answer()}, certificates.good()) as server:
        found = answer_of(server.url("/"))
    assert (found.failure, found.tls) == ("tls", "untrusted")


def test_environment_variables_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, certificates.authority_file(tmp_path))
    with serving({"/": answer()}, certificates.good()) as server:
        assert answer_of(server.url("/")).tls == "untrusted"


def test_a_port_without_tls() -> None:
    with silent(lambda connection: connection.sendall(answer("400 Bad Request"))) as port:
        found = answer_of(f"https://127.0.0.1:{port}/")
    assert (found.failure, found.tls) == ("tls", "protocol")


def test_a_fault_behind_a_redirect_names_its_hop() -> None:
    with serving({"/": answer()}, certificates.expired()) as secure:
        with serving({"/": answer("301 Moved", b"", location=secure.url("/end"))}) as server:
            found = answer_of(server.url("/"))
        assert found.hops[-1].url == secure.url("/end")
    assert found.failure == "tls"


def test_a_way_down_from_tls_is_noted_and_sends_no_credentials(tmp_path: Path) -> None:
    with serving({"/": answer()}) as plain, serving({}, certificates.good()) as server:
        server.handlers["/"] = answer("302 Found", b"", location=plain.url("/"))
        found = answer_of(
            server.url("/"),
            ca_file=certificates.authority_file(tmp_path),
            credentials=((f"127.0.0.1:{server.port}", "Bearer of the desk"),),
        )
        assert server.requests[0].headers["authorization"] == "Bearer of the desk"
        assert "authorization" not in plain.requests[0].headers
    assert found.downgraded
    assert found.status == 200


def test_a_file_without_certificates_is_the_users_fault(tmp_path: Path) -> None:
    (tmp_path / "empty.pem").write_text("nothing")
    with pytest.raises(UserError):
        tls.context(str(tmp_path / "empty.pem"))


def test_it_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "empty.pem").write_text("nothing")
    with serving({"/": answer()}) as server:
        with pytest.raises(UserError):
            answer_of(server.url("/"), ca_file=str(tmp_path / "empty.pem"))
        assert server.connections == 0


def test_who_waits_for_a_line_is_found_to_speak_plain_http() -> None:
    def plain(connection: socket.socket) -> None:
        received = b""
        while b"\r\n\r\n" not in received:
            received += connection.recv(4_096)
        connection.sendall(answer("400 Bad Request", b"what?"))

    with silent(plain) as port:
        found = answer_of(f"https://127.0.0.1:{port}/", timeout=2.0)
    assert (found.failure, found.tls) == ("tls", "protocol")


def test_who_stays_silent_whatever_is_said_did_not_answer_in_time() -> None:
    with silent(lambda _: time.sleep(4)) as port:
        found = answer_of(f"https://127.0.0.1:{port}/", timeout=1.0)
    assert found.failure == "timed-out"


@pytest.mark.parametrize("where", ["another host", "another port", "no TLS"])
def test_credentials_reach_their_host_and_nobody_it_redirects_to(where: str, tmp_path: Path) -> None:
    with serving({"/": answer()}, certificates.good()) as other, serving({"/": answer()}) as plain:
        to = {
            "another host": f"https://harbour.example:{other.port}/",
            "another port": other.url("/"),
            "no TLS": plain.url("/"),
        }[where]
        with serving({"/": answer("302 Found", b"", location=to)}, certificates.good()) as server:
            found = answer_of(
                server.url("/"),
                ca_file=certificates.authority_file(tmp_path),
                credentials=((f"127.0.0.1:{server.port}", "Bearer of the desk"),),
                resolve=lambda *_: ["127.0.0.1"],
            )
            assert server.requests[0].headers["authorization"] == "Bearer of the desk"
        assert found.status == 200
        asked = other.requests + plain.requests
    assert [request.headers.get("authorization") for request in asked] == [None]
    assert "of the desk" not in repr(found)


def test_credentials_of_a_host_are_not_for_its_other_ports(tmp_path: Path) -> None:
    with serving({"/": answer()}, certificates.good()) as server:
        authority = certificates.authority_file(tmp_path)
        answer_of(server.url("/"), ca_file=authority, credentials=(("127.0.0.1", "Bearer of the desk"),))
        assert "authorization" not in server.requests[0].headers
