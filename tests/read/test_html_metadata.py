"""What a page says of itself: title, date and where it was found, language, authors."""

import pytest

from provlint.model.document import Metadata
from provlint.read import html


def metadata(source: str) -> Metadata:
    return html.read(source, "a.html").metadata


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<title>The wall &amp;\n pier</title>", "The wall & pier"),
        ("<title>The wall | Our Site</title><h1>The <i>wall</i></h1>", "The wall"),
        ("<title>The wall | Our Site</title><meta property=og:title content='The wall'>", "The wall"),
        ("<title>The wall</title><h1>Our Site</h1>", "The wall"),
        ("<h1>The wall</h1>", "The wall"),
        ("<meta property=og:title content='The wall'>", "The wall"),
        ("<svg><title>x</title></svg><title>The wall</title>", "The wall"),
        ("<p>a", None),
    ],
)
def test_title(source: str, title: str | None) -> None:
    assert metadata(source).title == title


@pytest.mark.parametrize(
    ("source", "date", "date_from"),
    [
        ("<meta property=article:published_time content=2024-05-06T07:08Z>", "2024-05-06", "meta article:published_time"),
        ('<script type=application/ld+json>{"a": [{"datePublished": "2024-05-06"}]}</script>', "2024-05-06", "JSON-LD datePublished"),
        ("<meta name=date content='May 6, 2024'>", "2024-05-06", "meta date"),
        ("<time datetime=2024-05-06>May</time>", "2024-05-06", "time datetime"),
        ("<time datetime=2024-05-07>x</time><time itemprop=datePublished datetime=2024-05-06>May</time>", "2024-05-06", "time datetime"),
        ("<nav><time datetime=2024-05-07>x</time></nav>", None, None),
        ("<meta property=article:modified_time content=2024-05-07><time datetime=2024-05-06>", "2024-05-06", "time datetime"),
        ("<meta property=article:modified_time content=2024-05-07>", "2024-05-07", "meta article:modified_time"),
        ("<meta name=date content=soon>", None, None),
    ],
)  # fmt: skip
def test_date(source: str, date: str | None, date_from: str | None) -> None:
    assert (metadata(source).date, metadata(source).date_from) == (date, date_from)


@pytest.mark.parametrize(
    ("source", "authors"),
    [
        ("<meta name=author content=Ann><meta name=author content=Bo>", ("Ann", "Bo")),
        ("<meta property=article:author content=https://a.org/ann><p><a rel=author href=b>Ann\n Lee</a>", ("Ann Lee",)),
        ('<script type=application/ld+json>{"author": [{"@type": "Person", "name": "Ann"}, "Bo"]}</script>', ("Ann", "Bo")),
        ('<script type=application/ld+json>{"publisher": {"name": "Ann"}}</script>', ()),
    ],
)  # fmt: skip
def test_authors(source: str, authors: tuple[str, ...]) -> None:
    assert metadata(source).authors == authors


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("<html lang=de-AT>", "de-AT"),
        ("<meta property=og:locale content=de_AT>", "de-AT"),
        ("<html lang=''><meta http-equiv=content-language content=fr>", "fr"),
        ("<p lang=de>", None),
    ],
)
def test_language(source: str, language: str | None) -> None:
    assert metadata(source).language == language


def test_front_matter_before_a_page_speaks_first() -> None:
    source = "---\ntitle: Pier\ndate: 2024-05-06\n---\n<h1>Wall</h1>"
    assert metadata(source)[:3] == ("Pier", "2024-05-06", "front matter: date")
