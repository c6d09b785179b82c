"""Document → passages that a tool left behind: the citation marks of chat tools, which point to nothing outside them.

The kinds are those that editors of Wikipedia collect under "Signs of AI writing", each narrowed to forms that no person
types; text about them, in code, is left alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from provlint.model.document import Document
from provlint.model.facts import Passage

_PAGES = "search|news|view|fetch|file|image|academia|reddit|forecast|finance|sports|product|maps|click|link|open|video"
_NAME = r"[^\s)>\]\"'<]*+"


class _Leftover(NamedTuple):
    evidence: str
    sign: str  # every leftover of the kind holds it: nearly every document is done after these plain searches
    form: str  # the expression of the whole leftover


_LEFTOVERS = (
    _Leftover(
        "a citation mark of ChatGPT",
        "oaicite",
        r":?contentReference\[oaicite:\d{1,6}\](?:\{index=\d{1,6}\})?|\[?oaicite:\d{1,6}\]?",
    ),
    _Leftover("a citation mark of ChatGPT", "[oai_citation", r"\[oai_citation[:‡][^\]\n]{0,200}\]"),
    _Leftover(
        "a citation mark of ChatGPT, wrapped in invisible characters,",
        "\ue200",
        r"\ue200[^\ue200\ue201\n]{0,300}\ue201?",
    ),
    _Leftover("an invisible mark of ChatGPT", "\ue203", r"\ue203[^\ue203\ue204\n]{0,1000}\ue204"),
    *(
        _Leftover(
            "a pointer into a chat tool's own search",
            f"turn{digit}",
            rf"(?<![a-z])(?:cite)?turn{digit}\d{{0,3}}(?:{_PAGES})\d{{1,4}}(?:turn\d{{1,4}}(?:{_PAGES})\d{{1,4}})*+",
        )
        for digit in "0123456789"
    ),
    _Leftover("a citation mark of a chat tool", "†", r"【\d{1,4}(?::\d{1,4})?†[^】\n]{0,200}】"),
    _Leftover("a citation mark of a chat tool", "†", r"\[\d{1,4}(?::\d{1,4})?†[^\]\n]{1,200}\]"),
    _Leftover("a citation mark of Gemini", "[cite_", r"\[cite_(?:start|end)\]"),
    _Leftover("a citation mark of Gemini", "[cite:", r"\[cite: ?\d{1,4}(?:, ?\d{1,4})*+\]"),
    _Leftover("a citation mark of Gemini", "[span_", r"\[span_\d{1,4}\]\((?:start|end)_span\)"),
    _Leftover("an address inside a chat tool's own machine", "sandbox:/", rf"sandbox:/{{1,3}}mnt/data/?{_NAME}"),
    _Leftover("an address inside a chat tool's own storage", "file-service://", rf"file-service://{_NAME}"),
    _Leftover(
        "a citation mark of a chat tool",
        '"attributableIndex"',
        r"\(?\{\"attribution\":\{\"attributableIndex\":\"[\d-]{1,20}\"\}\}\)?",
    ),
    _Leftover("a citation card of Grok", "grok_render_", r"grok_render_citation_card_json=[^\s>]{0,300}"),
    _Leftover("a citation card of Grok", "<grok:render", r"<grok:render\b[^>\n]{0,300}>"),
    _Leftover("a citation card of Grok", "grok_card:", r"\bgrok_card:\d{1,6}\b"),
)


def passages(document: Document) -> tuple[Passage, ...]:
    """The leftovers in running text and in links, in source order."""
    source = document.source
    found = [
        Passage("chat-leftover", match.start(), match.end(), leftover.evidence)
        for leftover in _LEFTOVERS
        if leftover.sign in source
        for match in re.finditer(leftover.form, source)
    ]
    if not found:
        return ()
    inside = _Spans([*document.regions, *((target.outer_start, target.outer_end) for target in document.targets)])
    return tuple(_apart(sorted(passage for passage in found if inside.cover(passage.start))))


def _apart(found: list[Passage]) -> Iterator[Passage]:
    """The passages without those that begin inside an earlier one."""
    end = -1
    for passage in found:
        if passage.start >= end:
            end = passage.end
            yield passage


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
