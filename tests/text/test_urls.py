from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.text.urls import find, unescape


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find(text)]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("See https://a.example/x.", ["https://a.example/x"]),
        ("(https://a.example/x_(y)) and more", ["https://a.example/x_(y)"]),
        ("(see https://a.example/x).", ["https://a.example/x"]),
        ("[https://a.example/x]", ["https://a.example/x"]),
        ("“https://a.example/x”", ["https://a.example/x"]),
        ("‘https://a.example/x’,", ["https://a.example/x"]),
        ("https://a.example/x?y=1&amp;z=2", ["https://a.example/x?y=1&amp;z=2"]),
        ("https://a.example/x&quot; more", ["https://a.example/x"]),
        ("https://a.example/x&hellip;", ["https://a.example/x"]),
        ("https://a.example/a,b;c!d'e*f", ["https://a.example/a,b;c!d'e*f"]),
        ("**https://a.example/x**", ["https://a.example/x"]),
        ("https://a.example/x…", ["https://a.example/x"]),
        ("https://a.example/x—so", ["https://a.example/x"]),
        ("https://a.example/https://b.example/", ["https://a.example/https://b.example/"]),
        ("https://a.example/xhttps://b.example/y", ["https://a.example/x", "https://b.example/y"]),
        ("https://a.example/<b>", ["https://a.example/"]),
        ("https://ü.example/é", ["https://ü.example/é"]),
        ("https://a.example/wiki/日本", ["https://a.example/wiki/日本"]),
        ("出典はhttps://a.comです。", ["https://a.com"]),
        ("出典：https://a.example/x。", ["https://a.example/x"]),
        ("https://a.example's page", ["https://a.example"]),
        ("https://[::1]:8080/x", ["https://[::1]:8080/x"]),
        ("HTTPS://A.EXAMPLE/X", ["HTTPS://A.EXAMPLE/X"]),
        ("ftp://a.example/x", ["ftp://a.example/x"]),
        ("htp://a.example/x", ["htp://a.example/x"]),
        ("gopher://a.example/x", []),
        ("https://", []),
        ("https:// a.example", []),
        ("www.a.example/x, www.b.example", ["www.a.example/x", "www.b.example"]),
        ("xwww.a.example and www. and www.a", []),
        ("ann@a.example.", ["ann@a.example"]),
        ("mailto:ann@a.example", ["mailto:ann@a.example"]),
        ("Ann.B+c@a-b.example, @handle, a@b", ["Ann.B+c@a-b.example"]),
        ("git@a.example:x/y", []),
        ("https://ann:pw@a.example/x", ["https://ann:pw@a.example/x"]),
        ("https://a.example/@ann@b.example", ["https://a.example/@ann@b.example"]),
        ("", []),
    ],
)
def test_bare_addresses_and_where_they_end(text: str, addresses: list[str]) -> None:
    assert found(text) == addresses


def test_an_address_that_runs_into_a_template_is_left_out() -> None:
    text = "https://a.example/{{ page }}"
    assert find(text, 0, text.index("{{")) == []


def test_only_the_stretch_is_looked_at() -> None:
    text = "https://a.example/x https://b.example/y"
    assert find(text, 5, 20) == []
    assert find(text, 20) == [(20, 39)]
    assert find(text, 20, 37) == [(20, 37)]


PIECES = st.sampled_from(
    ["https://", "a.example", "/x", "www.", "@", "(", ")", "&amp;", "日本", "\ud83d", "”", ".", " ", "\n", "'s", "ht"]
)


@given(st.lists(PIECES, max_size=15).map("".join))
def test_spans_are_in_order_disjoint_and_tight(text: str) -> None:
    spans = find(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(not text[start:end][0].isspace() and not text[end - 1].isspace() for start, end in spans)
    assert not any(character in " \n<>" for start, end in spans for character in text[start:end])


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a&amp;b", "a&b"),
        ("&#65;&#x42;&copy;", "AB©"),
        ("&nosuch; &amp", "&nosuch; &amp"),
        ("\\(x\\)\\a", "(x)\\a"),
        ("&#0;&#xD800;&#x110000;", "\ufffd" * 3),
        ("&#38;amp;", "&amp;"),
        ("plain", "plain"),
    ],
)
def test_entities_and_escapes_are_replaced_once(raw: str, text: str) -> None:
    assert unescape(raw) == text


def test_backslashes_stay_where_they_mean_nothing() -> None:
    assert unescape("a\\(&amp;", backslashes=False) == "a\\(&"


@pytest.mark.parametrize(
    "piece",
    ["https://", "https://a", "www.", "www.a.bc", "@", "a@", "a@b.cd", "://", "(", ")", "https://a.bc/(", "&amp;", "日",
     "https://a.bc/日", "ht", ".", "a.", "&", "'s", "https://a.bc&quot;", "www.a-", "a@b."],
)  # fmt: skip
def test_hostile_repetition_ends(piece: str) -> None:
    find(piece * 20_000)
    find("https://a.example/" + piece * 20_000)
    unescape(piece * 20_000)
