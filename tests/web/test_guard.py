"""The guard: what may not be reached is refused without a packet, whatever way it is written or resolves."""

import ipaddress
import random
import socket
from collections.abc import Sequence
from typing import Any

import pytest

from provlint.model.web_options import WebOptions
from provlint.web.guard import Guard
from provlint.web.resolve import Names
from tests.web.asking import GUARDED, answer_of, answers

REFUSED = {
    "S01": ["http://127.0.0.1/"],
    "S02": ["http://localhost/", "http://LOCALHOST./", "http://foo.localhost/"],
    "S03": ["http://2130706433/"],
    "S04": ["http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://017700000001/"],
    "S06": ["http://127.1/", "http://0/"],
    "S07": ["http://[::1]/", "http://[::]/"],
    "S08": ["http://[::ffff:127.0.0.1]/", "http://[::ffff:a9fe:a9fe]/"],
    "S09": ["http://[::127.0.0.1]/"],
    "S10": ["http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::a00:1]/"],
    "S12": ["http://169.254.169.254/latest/meta-data/"],
    "S13": ["http://[fd00:ec2::254]/", "http://metadata.google.internal/"],
    "S14": ["http://100.100.100.200/", "http://192.0.0.192/", "http://168.63.129.16/"],
    "S15": [
        "http://10.1.2.3/",
        "http://172.16.9.9/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://198.18.0.1/",
    ],
    "S17": ["http://224.0.0.1/", "http://255.255.255.255/", "http://240.0.0.1/"],
    "S18": ["http://127。0。0。1/", "http://①②⑦.0.0.1/"],
    "S31": ["http://user:pw@127.0.0.1/"],
    "TLS": ["https://127.0.0.1/", "https://[::1]:8443/"],
}
PUBLIC = "93.184.215.14"


def never(host: str, port: int) -> Sequence[str]:
    raise AssertionError(f"{host}:{port} was looked up")


@pytest.mark.parametrize("url", [url for urls in REFUSED.values() for url in urls])
def test_no_packet_leaves_for_what_is_not_public(url: str, tried: list[Any]) -> None:
    answer = answer_of(url, GUARDED, resolve=never)
    assert answer.failure == "address-refused"
    assert answer.hops[-1].status == 0
    assert tried == []


@pytest.mark.parametrize(
    "address", ["10.0.0.5", "127.0.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "::ffff:10.0.0.5"]
)
def test_a_name_that_leads_to_what_is_not_public_is_refused(address: str, tried: list[Any]) -> None:
    answer = answer_of("http://harbour.example/", GUARDED, resolve=lambda *_: [address])
    assert answer.failure == "address-refused"
    assert tried == []


@pytest.mark.parametrize("port", [22, 25, 6379, 11211, 8000])
def test_other_ports_than_the_usual_are_refused(port: int, tried: list[Any]) -> None:
    assert answer_of(f"http://harbour.example:{port}/", GUARDED, resolve=never).failure == "port-refused"
    assert tried == []


@pytest.mark.parametrize(
    "url",
    [
        "http:///x",
        "http://[bad/",
        "http://harbour.example:99999/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://a..example/",
        "http://har%bour.example/",
        "http://harbour.example\\@127.0.0.1/",
        "http://[fe80::1%25eth0]/",
        f"http://{'a' * 64}.example/",
        "ftp://harbour.example/",
        "http://harbour.example/a\nb",
    ],
)
def test_what_is_no_address_is_malformed(url: str, tried: list[Any]) -> None:
    assert answer_of(url, GUARDED, resolve=never).failure == "address-malformed"
    assert tried == []


def test_a_private_answer_beside_a_public_one_is_not_used() -> None:
    guard = Guard(GUARDED, Names())
    assert guard.permits(PUBLIC)
    assert not guard.permits("10.0.0.5")


def test_the_unreachable_are_told_apart(tried: list[Any]) -> None:
    faults = {"gone.example": socket.EAI_NONAME, "broken.example": socket.EAI_AGAIN}

    def resolve(host: str, _: int) -> Sequence[str]:
        raise socket.gaierror(faults[host], "stub")

    found = answers(["http://gone.example/", "http://broken.example/"], GUARDED, resolve=resolve)
    assert found["http://gone.example/"].failure == "no-such-name"
    assert found["http://broken.example/"].failure == "name-not-resolved"
    assert tried == []


def random_addresses() -> list[str]:
    drawn = random.Random(5)
    fours = [str(ipaddress.IPv4Address(drawn.getrandbits(32))) for _ in range(20_000)]
    starts = [0, 0x64FF9B << 96, 0x20010000 << 96, 0x2002 << 112, 0xFC << 120, 0xFE80 << 112, 0xFFFF << 32, 0xFF << 120]
    sixes = [
        str(ipaddress.IPv6Address(start + drawn.getrandbits(drawn.choice((16, 32, 80))))) for start in starts * 500
    ]
    return fours + sixes


def test_all_that_the_standard_library_calls_private_is_refused() -> None:
    guard = Guard(WebOptions(), Names())
    for text in random_addresses():
        address = ipaddress.ip_address(text)
        if address.is_private or address.is_multicast or address.is_reserved or address.is_link_local:
            assert not guard.permits(text), text


def test_ordinary_addresses_are_permitted() -> None:
    guard = Guard(WebOptions(), Names())
    assert all(guard.permits(text) for text in (PUBLIC, "1.1.1.1", "2606:4700::1111", "2a00:1450:4001:830::200e"))


def test_an_allowed_network_opens_nothing_else() -> None:
    guard = Guard(WebOptions(allow_networks=("10.20.0.0/16",)), Names())
    assert guard.permits("10.20.3.4")
    assert not guard.permits("10.21.0.1")
    assert not guard.permits("::ffff:10.20.3.4")
