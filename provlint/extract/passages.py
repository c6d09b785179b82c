"""Document → passages that a tool left behind: the citation marks of chat tools, which point to nothing outside them.

The kinds are those that editors of Wikipedia collect under "Signs of AI writing", each narrowed to forms that no person
types; text about them, in code, is left alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from provlint.model.document import Document
from provlint.model.facts import Passage

_PAGES = "search|news|view|fetch|file|image|academia|reddit|forecast|finance|sports|product|maps|click|link|open|video"
_KINDS = {
    "oaicite": (
        "a citation mark of ChatGPT",
        r":?contentReference\[oaicite:\d{1,6}\](?:\{index=\d{1,6}\})?|\[?oaicite:\d{1,6}\]?|\[oai_citation[:‡][^\]\n]{0,200}\]",
    ),
    "private": (
        "a citation mark of ChatGPT, wrapped in invisible characters,",
        r"\ue200[^\ue200\ue201\n]{0,300}\ue201?|\ue203[^\ue203\ue204\n]{0,1000}\ue204",
    ),
    "turn": (
        "a pointer into a chat tool's own search",
        rf"\b(?:cite)?turn\d{{1,4}}(?:{_PAGES})\d{{1,4}}(?:turn\d{{1,4}}(?:{_PAGES})\d{{1,4}})*+",
    ),
    "dagger": (
        "a citation mark of a chat tool",
        r"【\d{1,4}(?::\d{1,4})?†[^】\n]{0,200}】|\[\d{1,4}(?::\d{1,4})?†[^\]\n]{1,200}\]",
    ),
    "cite": (
        "a citation mark of Gemini",
        r"\[cite_(?:start|end)\]|\[cite: ?\d{1,4}(?:, ?\d{1,4})*+\]|\[span_\d{1,4}\]\((?:start|end)_span\)",
    ),
    "sandbox": ("an address inside a chat tool's own machine", r"sandbox:/{1,3}mnt/data/?[^\s)>\]\"'<]*+"),
    "service": ("an address inside a chat tool's own storage", r"file-service://[^\s)>\]\"'<]*+"),
    "attribution": (
        "a citation mark of a chat tool",
        r"\(?\{\"attribution\":\{\"attributableIndex\":\"[\d-]{1,20}\"\}\}\)?",
    ),
    "card": (
        "a citation card of Grok",
        r"grok_render_citation_card_json=[^\s>]{0,300}|<grok:render\b[^>\n]{0,300}>|\bgrok_card:\d{1,6}\b",
    ),
}  # fmt: skip
_LEFTOVER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (_, pattern) in _KINDS.items()))
# What every kind holds; nearly every document is done after these plain searches.
_SIGNS = (
    "oaicite", "oai_citation", "\ue200", "\ue203", "†", "turn", "[cite", "[span_", "sandbox:/", "file-service:",
    "attributableIndex", "grok",
)  # fmt: skip


def passages(document: Document) -> tuple[Passage, ...]:
    """The leftovers in running text and in links, in source order."""
    source = document.source
    if not any(sign in source for sign in _SIGNS):
        return ()
    inside = _Spans([*document.regions, *((target.outer_start, target.outer_end) for target in document.targets)])
    return tuple(passage for passage in _leftovers(source) if inside.cover(passage.start))


def _leftovers(source: str) -> Iterator[Passage]:
    for found in _LEFTOVER.finditer(source):
        yield Passage("chat-leftover", found.start(), found.end(), _KINDS[str(found.lastgroup)][0])


class _Spans:
    """Spans that may overlap, to ask whether one of them covers a place."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._spans and start <= self._spans[-1][1]:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))

    def cover(self, at: int) -> bool:
        index = bisect_right(self._spans, at, key=lambda span: span[0]) - 1
        return index >= 0 and at < self._spans[index][1]
