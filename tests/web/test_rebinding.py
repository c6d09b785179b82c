"""A name that changes where it leads: one look-up a connection, and the connection goes to what was checked."""

from collections.abc import Sequence
from typing import Any

import pytest

from provlint.web import resolve
from provlint.web.resolve import Names
from tests.web.asking import LOOPBACK, answer_of, answers
from tests.web.servers import Exchange, answer, serving


class Changing:
    """A name service that gives another address each time."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = list(addresses)
        self.asked = 0

    def __call__(self, _: str, __: int) -> Sequence[str]:
        self.asked += 1
        return [self.addresses[min(self.asked, len(self.addresses)) - 1]]


def test_one_look_up_and_the_address_that_was_checked(tried: list[Any]) -> None:
    names = Changing("127.0.0.7", "10.0.0.1")
    with serving({"/": answer()}) as server:
        found = answer_of(f"http://harbour.example:{server.port}/", resolve=names)
    assert (found.status, found.peer, names.asked) == (200, "127.0.0.7", 1)
    assert [address[0] for address in tried] == ["127.0.0.7"]


def test_a_connection_that_is_kept_open_is_used_again_without_a_look_up() -> None:
    names = Changing("127.0.0.7", "10.0.0.1")
    with serving({"/a": answer(), "/b": answer(), "/c": answer()}) as server:
        found = answers([f"http://harbour.example:{server.port}/{path}" for path in "abc"], resolve=names)
        assert server.connections == 1
    assert {each.status for each in found.values()} == {200}
    assert names.asked == 1


def test_after_its_time_a_name_is_looked_up_and_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolve, "LIFETIME", -1.0)
    monkeypatch.setattr("provlint.web.adapter.LIFETIME", -1.0)
    names = Changing("127.0.0.7", "10.0.0.1")
    with serving({"/a": answer(), "/b": answer()}) as server:
        found = answers([f"http://harbour.example:{server.port}/{path}" for path in "ab"], resolve=names)
        assert len(server.requests) == 1
    assert sorted(each.failure for each in found.values()) == ["", "address-refused"]


def test_a_redirect_to_a_name_that_leads_inside_is_refused(tried: list[Any]) -> None:
    def resolved(host: str, _: int) -> Sequence[str]:
        return ["127.0.0.1"] if host == "outside.example" else ["10.0.0.1"]

    def send_on(exchange: Exchange) -> None:
        exchange.say(answer("302 Found", b"", location=f"http://inside.example:{server.port}/"))

    with serving({"/": send_on}) as server:
        found = answer_of(f"http://outside.example:{server.port}/", LOOPBACK, resolve=resolved)
    assert found.failure == "address-refused"
    assert [hop.status for hop in found.hops] == [302, 0]
    assert {address[0] for address in tried} == {"127.0.0.1"}


def test_a_name_is_kept_for_a_run() -> None:
    names = Changing("127.0.0.1", "127.0.0.2")
    known = Names(names)
    from provlint.web.clock import Clock

    clock = Clock()
    clock.start(5)
    assert known.addresses("a.example", 80, clock) == known.addresses("a.example", 80, clock) == ("127.0.0.1",)
    known.forget("a.example")
    assert known.addresses("a.example", 80, clock) == ("127.0.0.2",)
