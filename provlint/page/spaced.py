"""Text with single spaces and without entities, whole or in steps.

All words of a large page as objects of their own take ten times its memory, and all pieces between its tags twenty
times: in steps, what one of them made is gone before the next.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from provlint.text.html_entities import REFERENCE

_SPACE = re.compile(r"\s")
_STEP = 100_000  # characters
_MOST_PIECES = 20_000


def spaced(text: str) -> str:
    """The text with its entities replaced and its white space joined."""
    return " ".join((_unescaped(text) if "&" in text else text).split())


def spaced_in_steps(pieces: Iterable[str], step: int = _STEP) -> str:
    """What `spaced` makes of all pieces together; no entity may be cut in two by them."""
    out: list[str] = []
    is_apart = False
    for text in _steps(pieces, step):
        words = spaced(text)
        if not words:
            is_apart = True
            continue
        plain = unescape(text[0]) if text[0] != "&" else unescape(text[:40])
        if out and (is_apart or plain[0].isspace()):
            words = f" {words}"
        out.append(words)
        is_apart = text[-1].isspace() or (text[-1] == ";" and unescape(text[-40:])[-1].isspace())
    return "".join(out)


def _steps(pieces: Iterable[str], step: int) -> Iterator[str]:
    """The pieces, many together, a long one in several; none is empty."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= step or len(held) >= _MOST_PIECES:
            yield from _cut("".join(held), step)
            held.clear()
            size = 0
    yield from _cut("".join(held), step)


def _cut(text: str, step: int) -> Iterator[str]:
    start = 0
    while start < len(text):
        space = _SPACE.search(text, start + step)
        end = space.start() if space else len(text)
        yield text[start:end]
        start = end


def _unescaped(text: str) -> str:
    """As `html.unescape`, which takes four times as long where references come again and again."""
    known: dict[str, str] = {}

    def character(found: re.Match[str]) -> str:
        written = found[0]
        if (character := known.get(written)) is None:
            character = known[written] = unescape(written)
        return character

    return REFERENCE.sub(character, text)
