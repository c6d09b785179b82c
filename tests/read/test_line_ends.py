"""LF, CRLF and CR end lines alike: the same facts from the same words, each at its own place."""

from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

import provlint
from provlint.model.words import Format

INPUTS = sorted(
    path for path in (Path(__file__).parents[2] / "inputs").iterdir() if path.suffix in (".md", ".html", ".rst", ".txt")
)
FORMATS: dict[str, Format] = {".md": "markdown", ".html": "html", ".rst": "rst", ".txt": "text"}
MARKDOWN = """\
---
title: The *wall*
authors: [Ann Harbour]
date: 2025-01-14
source: https://harbour.co.uk/tides
---
# The wall

> “The wall will not see
> another winter,” [said](https://harbour.co.uk/said)
> Ann Harbour.

- the [pier][p], see [^1] and
  [the lock](/lock "The
  lock")
- <!-- provlint: ignore[empty-link] it comes -->[none]()

| a | b |
|---|---|
| 12,400 tonnes in 2019 | [c](https://harbour.co.uk/c) |

[p]: https://harbour.co.uk/pier
[^1]: A note,
    on https://harbour.co.uk/note.

```
https://harbour.co.uk/code
```
"""


def facts(text: str, form: Format, place: Callable[[int], int]) -> Any:
    found = provlint.extract(provlint.read_text(text, form, "a")).model_dump(mode="json")

    def plain(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: plain(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [plain(one) for one in value]
        if key in ("start", "end"):
            return place(value)
        return value.replace("\r\n", "\n").replace("\r", "\n") if key == "text" else value

    return plain(found)


def same(text: str, form: Format) -> None:
    expected = facts(text, form, int)
    assert any(expected[kind] for kind in ("links", "quotations", "claims", "excerpts"))
    assert facts(text.replace("\n", "\r"), form, int) == expected
    windows = text.replace("\n", "\r\n")
    feeds = [at for at, character in enumerate(windows) if character == "\n"]
    assert facts(windows, form, lambda at: at - bisect_left(feeds, at)) == expected


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_the_samples(path: Path) -> None:
    same(path.read_text(encoding="utf-8"), FORMATS[path.suffix])


@pytest.mark.parametrize("form", get_args(Format))
def test_every_construct_read_as_every_format(form: Format) -> None:
    same(MARKDOWN, form)


def test_a_line_end_in_html_stays_one() -> None:
    for end in ("\n", "\r\n", "\r"):
        document = provlint.read_text(f"<p>The wall{end}fell.{end}  It was{end}{end}old.</p>", "html")
        assert document.blocks[0].plain == "The wall\nfell. It was old."
