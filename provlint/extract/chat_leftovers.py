"""Document → passages that a tool left behind: the citation marks of chat tools, which point to nothing outside them.

The kinds are those that editors of Wikipedia collect under "Signs of AI writing", each narrowed to forms that no person
types; text about them, in code, is left alone.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from provlint.extract.spans import running_text
from provlint.model.document import Document
from provlint.model.facts import Passage
from provlint.text.patterns import lazy

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
    _Leftover("a citation mark of a chat tool", "†", r"【\d{1,4}(?::\d{1,4})?†[^】\n]{0,200}】"),
    _Leftover("a citation mark of a chat tool", "†", r"\[\d{1,4}(?::\d{1,4})?†[^\]\n]{1,200}\]"),
    _Leftover("a citation mark of Gemini", "[cite_", r"\[cite_(?:start|end)\]"),
    _Leftover("a citation mark of Gemini", "[cite:", r"\[cite: ?\d{1,4}(?>(?:, ?\d{1,4})*)\]"),
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
#: What the signs of all those have in common, shorter than they are: nearly every document holds none.
_SIGNS = (
    "oai", "\ue200", "\ue203", "†", "[cite", "[span_", "sandbox:/", "file-service://", '"attributableIndex"', "grok",
)  # fmt: skip
_POINTER = _Leftover(
    "a pointer into a chat tool's own search",
    "turn",
    rf"(?<![a-z])(?:cite)?turn\d{{1,4}}(?:{_PAGES})\d{{1,4}}(?>(?:turn\d{{1,4}}(?:{_PAGES})\d{{1,4}})*)",
)
_POINTER_SIGN = lazy("turn[0-9]")  # "turn" alone is in every second text


def chat_leftovers(document: Document) -> list[Passage]:
    """The leftovers in running text and in links, in source order."""
    source = document.source
    leftovers = _LEFTOVERS if any(sign in source for sign in _SIGNS) else ()
    if "turn" in source and _POINTER_SIGN.search(source):
        leftovers = (*leftovers, _POINTER)
    found = [
        Passage("chat-leftover", match.start(), match.end(), leftover.evidence)
        for leftover in leftovers
        if leftover.sign in source
        for match in re.finditer(leftover.form, source)
    ]
    if not found:
        return []
    inside = running_text(document)
    return list(_apart(sorted(passage for passage in found if inside.cover(passage.start))))


def _apart(found: list[Passage]) -> Iterator[Passage]:
    """The passages without those that begin inside an earlier one."""
    end = -1
    for passage in found:
        if passage.start >= end:
            end = passage.end
            yield passage
