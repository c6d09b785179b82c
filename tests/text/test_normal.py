from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.text.normal import key, normal_host, percent_decoded, split

ADDRESSES = st.text("aB1:/?#@.%2e[]\\=& é\t", max_size=30).map(lambda rest: "http" + rest) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTP://A.Example:80/%7eann/./b/../c?x=%c3#y", "http://a.example/~ann/c?x=%C3"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example:443", "https://a.example/"),
        ("https://a.example:80/", "https://a.example:80/"),
        ("https://a.example?q", "https://a.example/?q"),
        ("https://a.example/b c", "https://a.example/b%20c"),
        ("https://a.example/ü?ü", "https://a.example/%C3%BC?%C3%BC"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https:\\\\a.example\\b", "https://a.example/b"),
        ("https:a.example", "https://a.example/"),
        ("www.a.example/x", "http://www.a.example/x"),
        ("//a.example/x", "//a.example/x"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://[::1]/", "http://[0:0:0:0:0:0:0:1]/"),
        ("https://a.example/#!/r", "https://a.example/#!/r"),
        ("https://a.example/#/r", "https://a.example/#/r"),
        ("https://a.example/../../x", "https://a.example/x"),
        ("https://a.example/x/..", "https://a.example/"),
        ("https://ann@a.example", "https://ann@a.example/"),
        ("  https://a.example/x\n", "https://a.example/x"),
        ("mailto:Ann@A.Example", "mailto:Ann@a.example"),
        ("Ann@A.Example", "mailto:Ann@a.example"),
        ("./x.md#part", "x.md"),
        ("#part", "#part"),
        ("", ""),
    ],
)
def test_spellings_of_one_address_have_one_form(url: str, normal: str) -> None:
    assert key(url) == normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x", "https://a.example/X"),
        ("https://a.example/x", "https://a.example/x/"),
        ("https://a.example/x", "http://a.example/x"),
        ("https://a.example/a%2Fb", "https://a.example/a/b"),
        ("https://a.example/?a&b", "https://a.example/?b&a"),
        ("https://a.example/a//b", "https://a.example/a/b"),
        ("https://a.example/#/r", "https://a.example/#/s"),
    ],
)
def test_other_addresses_have_another(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(ADDRESSES)
def test_a_normal_form_is_its_own(url: str) -> None:
    assert key(key(url)) == key(url)


@given(
    st.sampled_from(["http", "https", "ftp", "ws"]),
    st.from_regex(r"[a-z0-9]{1,9}(?:\.[a-z0-9]{1,9}){0,3}", fullmatch=True),
    st.sampled_from(["", ":80", ":8080"]),
    st.text("abC/.-_~%2;,+@:", max_size=20),
    st.text("abC/.?&=%2@:", max_size=12),
    st.text("abC/.?&=#@:", max_size=12),
)
def test_parts_are_those_of_the_standard_library(
    scheme: str, host: str, port: str, path: str, query: str, fragment: str
) -> None:
    url = f"{scheme}://{host}{port}/{path}?{query}#{fragment}"
    parts, expected = split(url), urlsplit(url)
    assert (parts.scheme, parts.host, parts.path, parts.query, parts.fragment) == (
        expected.scheme, expected.hostname, expected.path, expected.query, expected.fragment,
    )  # fmt: skip
    assert parts.port == port.removeprefix(":")


def test_user_info_and_literals_are_taken_apart() -> None:
    assert split("https://a:b@c@[::1]:8080/x")[2:5] == ("a:b@c", "[::1]", "8080")
    assert split("https://a.example:")[3:5] == ("a.example", "")


@given(st.text(max_size=30))
def test_a_host_has_one_form(host: str) -> None:
    normal = normal_host(host)
    assert normal_host(normal) == normal or "%" in host or not normal.isascii()


@pytest.mark.parametrize(
    ("text", "decoded"), [("a%20b", "a b"), ("%C3%BC", "ü"), ("%FF", "\ufffd"), ("100%", "100%"), ("%zz%41", "%zzA")]
)
def test_octets_are_decoded(text: str, decoded: str) -> None:
    assert percent_decoded(text) == decoded


@pytest.mark.parametrize("piece", ["/", "/..", "%", "%2e", "@", ":", "[", "\\", "?", "é", "../", "a.", "//"])
def test_hostile_repetition_ends(piece: str) -> None:
    for head in ("", "https://a.example", "https://a.example/"):
        key(head + piece * 20_000)
