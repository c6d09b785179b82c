import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.text.url_hosts import ascii_host, ipv4, ipv6, literal_reach

FOUR = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
    "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
]  # fmt: skip
SIX = [
    "::/128", "::1/128", "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23",
    "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
]  # fmt: skip


@pytest.mark.parametrize("block", [*FOUR, *SIX])
def test_no_address_of_a_special_block_is_public(block: str) -> None:
    network = ipaddress.ip_network(block)
    for address in (network[0], network[network.num_addresses // 2], network[-1]):
        host = str(address) if network.version == 4 else f"[{address}]"
        assert literal_reach(host) not in (None, "public"), host


@given(st.ip_addresses())
def test_what_python_calls_special_is_not_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    host = str(address) if address.version == 4 else f"[{address}]"
    reach = literal_reach(host)
    assert reach is not None
    assert address.is_global or reach != "public"


@pytest.mark.parametrize("host", ["8.8.8.8", "1.1.1.1", "[2606:4700::1111]", "172.15.0.1", "172.32.0.1", "100.128.0.1"])
def test_others_are_public(host: str) -> None:
    assert literal_reach(host) == "public"


@given(st.ip_addresses(v=4))
def test_every_spelling_of_an_address_has_its_number(address: ipaddress.IPv4Address) -> None:
    number, parts = int(address), [int(part) for part in str(address).split(".")]
    spellings = [
        str(address), str(number), hex(number), f"0{number:o}", ".".join(map(hex, parts)),
        ".".join(f"0{part:o}" for part in parts),
        f"{parts[0]}.{number & 0xFFFFFF}", f"{parts[0]}.{parts[1]}.{number & 0xFFFF}",
    ]  # fmt: skip
    assert {ipv4(spelling) for spelling in spellings} == {number}


@given(st.ip_addresses(v=6))
def test_every_spelling_of_a_long_address_has_its_number(address: ipaddress.IPv6Address) -> None:
    number = int(address)
    low = ipaddress.IPv4Address(number & 0xFFFFFFFF)
    mixed = ":".join(address.exploded.split(":")[:6]) + f":{low}"
    for spelling in (str(address), address.exploded, address.exploded.upper(), mixed, f"{address}%25eth0"):
        assert ipv6(spelling) == number


@pytest.mark.parametrize(
    "host",
    ["a.example", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "1..2", "", ".", "0x", "1.2.3.a", "09.1.1.1", "4294967296",
     "-1", "1" * 500, "+1", "1_0", "１.2.3.4", "[1.2.3.4]", "[]",
     "[::1", "[1::2::3]", "[:::]", "[1:2:3:4:5:6:7]", "[12345::]",
     "[::1.2.3]",
     "[1:2:3:4:5:6:7:8:9]", "[::g]", "[" + ":" * 50 + "]"],
)  # fmt: skip
def test_what_is_no_literal_has_no_reach(host: str) -> None:
    # "0x" alone is zero to browsers and a name to nobody
    assert literal_reach(host) == ("reserved" if host == "0x" else None)


@pytest.mark.parametrize(
    ("host", "ascii_form"),
    [
        ("A.Example.", "a.example"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("BÜCHER.example", "xn--bcher-kva.example"),
        ("ＡＢＣ。example", "abc.example"),
        ("①②⑦.0.0.1", "127.0.0.1"),
        ("a%2Eexample", "a.example"),
        ("a_b.example", "a_b.example"),
        ("é" * 70 + ".example", "é" * 70 + ".example"),
        ("", ""),
        (".", "."),
        ("a..", "a.."),
    ],
)
def test_a_host_in_the_form_of_the_name_system(host: str, ascii_form: str) -> None:
    assert ascii_host(host) == ascii_form


@given(st.text(max_size=30))
def test_any_host_has_a_form_that_stays(host: str) -> None:
    form = ascii_host(host)
    assert ascii_host(form) == form or not form.isascii() or "%" in host
