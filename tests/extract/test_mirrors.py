import pytest

from provlint.extract.addresses import Addresses
from provlint.tables.tables import open_tables

ADDRESSES = Addresses(open_tables(()))


@pytest.mark.parametrize(
    ("url", "original"),
    [
        ("https://www.google.com/amp/s/www.dawn.com/news/1", "https://www.dawn.com/news/1"),
        ("https://www.google.co.uk/amp/www.dawn.com/news/1", "http://www.dawn.com/news/1"),
        ("https://www-dawn-com.cdn.ampproject.org/c/s/www.dawn.com/news/1", "https://www.dawn.com/news/1"),
        ("https://a--b-co-uk.translate.goog/x?_x_tr_sl=en", "https://a-b.co.uk/x"),
        ("https://translate.google.com/translate?u=https%3A%2F%2Fdawn.com%2Fx", "https://dawn.com/x"),
        ("http://webcache.googleusercontent.com/search?q=cache:abc:https://dawn.com/x+wall", "https://dawn.com/x"),
        ("https://12ft.io/https://dawn.com/x", "https://dawn.com/x"),
        ("https://nitter.net/ann/status/1", "https://x.com/ann/status/1"),
    ],
)
def test_a_copy_gives_its_original(url: str, original: str) -> None:
    address = ADDRESSES.of(url)
    assert address.mirror
    assert address.original == original


@pytest.mark.parametrize(
    ("url", "edition"),
    [
        ("https://www.dawn.com/news/amp/1921", "https://www.dawn.com/news/1921"),
        ("https://amp.theguardian.com/wall", "https://www.theguardian.com/wall"),
        ("https://www.theguardian.com/wall/amp/", "https://www.theguardian.com/wall/"),
        ("https://www.theguardian.com/wall?amp=1&page=2", "https://www.theguardian.com/wall?page=2"),
    ],
)
def test_an_amp_edition_gives_the_page_it_was_likely_made_from(url: str, edition: str) -> None:
    address = ADDRESSES.of(url)
    assert (address.original, address.edition) == ("", edition)


@pytest.mark.parametrize(
    "url", ["https://harbour.co.uk/amp/valves", "https://amp.dev/docs", "https://harbour.co.uk/?amp=1"]
)
def test_amplifiers_are_no_copies(url: str) -> None:
    assert not ADDRESSES.of(url).mirror


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://www.theguardain.com/x", "theguardian.com"),
        ("https://www.nytlmes.com/x", "nytimes.com"),
        ("https://n\u0443times.com/x", "nytimes.com"),
        ("https://xn--ntimes-wrf.com/x", "nytimes.com"),
        ("https://bbc.co.uk.news-live.xyz/x", "bbc.co.uk"),
    ],
)
def test_lookalikes(url: str, known: str) -> None:
    assert ADDRESSES.of(url).resembles == known


@pytest.mark.parametrize(
    "url",
    [
        "https://www.theguardian.com/x",
        "https://www.theguardian.com:443/x",
        "https://ann@www.theguardian.com./x",
        "https://www.nature.com.proxy.harbour.ac.uk/x",
        "https://guardians.harbour.co.uk",
        "https://times.com",
        "https://127.0.0.1/x",
        f"https://{'a' * 63}.{'b' * 63}.{'c' * 63}.{'d' * 57}.com/",
    ],
)
def test_others_look_like_themselves(url: str) -> None:
    assert ADDRESSES.of(url).lookalike == ""
