"""Two links that lead to one story."""

import pytest

from tests.extract.documents import read

SLUG = "harbour-wall-falls-storm-drowns-seven-boats"


def stories(text: str) -> list[tuple[str, str]]:
    _, facts = read(text)
    return [(link.story_host, link.story_agency) for link in facts.links if link.story_host]


def test_the_same_words_in_two_addresses_are_one_story() -> None:
    text = f"[A](https://www.miamiherald.com/{SLUG}-12.html) and [b](https://www.sfgate.com/world/{SLUG}-99.php).\n"
    assert stories(text) == [("www.miamiherald.com", "")]


def test_an_agency_named_beside_it_makes_fewer_words_do() -> None:
    text = "[Harbour wall falls, drowns boats]({}) (AP), [Harbour wall falls, drowns boats]({}){}\n"
    links = "https://www.miamiherald.com/12", "https://www.sfgate.com/99"
    assert stories(text.format(*links, ".")) == [("www.miamiherald.com", "Associated Press")]
    assert stories(text.replace(" (AP)", "").format(*links, ".")) == []


@pytest.mark.parametrize(
    "text",
    [
        f"[A](https://www.miamiherald.com/{SLUG}) and [b](https://www.miamiherald.com/news/{SLUG}).",
        f"[A](https://www.miamiherald.com/{SLUG}) and [b](https://harbour-blog.co.uk/{SLUG}).",
        f"[A](https://www.miamiherald.com/{SLUG}) and [b](https://www.sfgate.com/council-asks-who-built-the-wall).",
    ],
)
def test_other_pairs_are_two_sources(text: str) -> None:
    assert stories(text + "\n") == []
