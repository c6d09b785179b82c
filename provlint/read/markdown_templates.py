"""Template code in Markdown (Hugo and Jekyll shortcodes, Liquid, JSX): found, and hidden from the Markdown parser.

The hidden text keeps its length, so every offset stays true. A tag alone on its lines becomes blank, as the site
generator replaces it by a block; a tag inside a line becomes a word, so that `[text]({{< ref "x" >}})` is still a link.
"""

import re
from typing import NamedTuple

from provlint.text.patterns import lazy

_VISIBLE = lazy(r"[^\r\n]++")
_CLOSES = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}"}
_LONGEST = 4000  # characters of one tag; a longer stretch between braces is text that happens to hold braces
_NAME = lazy(r"\{[{%][<%]?-?\s{0,9}(?P<end>/|end)?\s{0,9}(?P<name>[\w.-]+)")
_END_TAG = lazy(r"\{[{%][<%]?-?\s{0,9}(?:/\s{0,9}|end)(?P<name>[\w.-]+)")
#: Pairs of tags whose content is no prose; `highlight` only when it names a language.
_VERBATIM = frozenset({"highlight", "raw", "comment", "code", "verbatim", "mermaid", "math", "katex"})
_NAMELESS_HIGHLIGHT = lazy(r"\{[{%][<%]?-?\s{0,9}highlight\s{0,9}[>%]")

_ESM = lazy(r"^(?:import|export)\s[^\n]*(?:\n(?!\s*\n)[^\n]+)*", re.M)
_JSX_START = lazy(r"</?[A-Z][\w.]*|\{")
_MOST_UNBALANCED = 200  # stray braces after which a document is taken for no JSX: keeps hostile input linear
_JSX_TOKEN = lazy(r"""[{}>]|"[^"\n]*"|'[^'\n]*'|`[^`]*`""")


_COMMENT, _COMMENT_END = "{/*", "*/}"


class Masked(NamedTuple):
    """The text to parse; the template tags hidden in it; all that is hidden, content of verbatim pairs included."""

    text: str
    tags: tuple[tuple[int, int], ...]
    hidden: tuple[tuple[int, int], ...]


def mask(source: str, jsx: bool) -> Masked:
    """Hide template tags, and with `jsx` the imports, components and expressions of MDX."""
    tags, pairs = _tags(source) if "{{" in source or "{%" in source else ([], [])
    if jsx:
        tags = _merged(tags + _jsx(source))
    hidden = _merged(tags + pairs)
    return Masked(_hide(source, hidden) if hidden else source, tuple(tags), tuple(hidden))


def _tags(source: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The tags, and the pairs of them whose content is no prose either."""
    spans: list[tuple[int, int]] = []
    pairs: list[tuple[int, int]] = []
    opened, closes = -1, ""
    verbatim, verbatim_start = "", 0
    last_end: dict[str, int] | None = None
    end = 0
    for at, sign in _signs(source):
        if at < end:
            continue  # `{{{` holds one sign
        end = at + len(sign)
        if opened >= 0 and sign[1] == "}" and end - opened <= _LONGEST and source.endswith(closes, opened, end):
            start, opened = opened, -1
            named = _NAME.match(source, start, end)
            name = named["name"].removeprefix("end") if named else ""
            if verbatim:
                if named and named["end"] and name == verbatim:
                    pairs.append((verbatim_start, end))
                    verbatim = ""
                continue
            if named and not named["end"] and name in _VERBATIM and not _NAMELESS_HIGHLIGHT.match(source, start):
                if last_end is None:
                    last_end = {tag["name"]: tag.start() for tag in _END_TAG.finditer(source)}
                if last_end.get(name, -1) >= end:
                    verbatim, verbatim_start = name, start
                    continue
            spans.append((start, end))
        elif sign[0] == "{":
            end += source.startswith(("<", "%"), end)
            opened, closes = at, _CLOSES.get(source[at:end], "%}")
    return spans, pairs


def _signs(source: str) -> list[tuple[int, str]]:
    """Where tags may open and close. A single character is found many times as fast as two, and braces are rare."""
    signs: list[tuple[int, str]] = []
    at = source.find("{")
    while at >= 0:
        if source.startswith(("{", "%"), at + 1):
            signs.append((at, source[at : at + 2]))
        at = source.find("{", at + 1)
    at = source.find("}")
    while at >= 0:
        if source.startswith("}", at + 1):
            signs.append((at, "}}"))
        if source.startswith("%", at - 1) and at:
            signs.append((at - 1, "%}"))
        at = source.find("}", at + 1)
    signs.sort()
    return signs


def _jsx(source: str) -> list[tuple[int, int]]:
    spans = [found.span() for found in _ESM.finditer(source)]
    at, unbalanced = 0, 0
    while unbalanced < _MOST_UNBALANCED and (found := _JSX_START.search(source, at)):
        end = _balanced(source, found.start(), is_tag=found[0] != "{")
        if end:
            spans.append((found.start(), end))
        unbalanced += not end
        at = end or found.end()
    return spans


def _balanced(source: str, start: int, is_tag: bool) -> int:
    """The end of a JSX tag or of a braced expression, 0 when it does not close within reach."""
    if source.startswith(_COMMENT, start):  # quotation marks mean nothing in it
        end = source.find(_COMMENT_END, start + len(_COMMENT), start + _LONGEST)
        return end + len(_COMMENT_END) if end >= 0 else 0
    depth = 0
    for token in _JSX_TOKEN.finditer(source, start, start + _LONGEST):
        if token[0] == "{":
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if depth == 0 and not is_tag:
                return token.end()
        elif token[0] == ">" and depth == 0:
            return token.end() if is_tag else 0
    return 0


def comment_in(source: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the words of an MDX comment, None if what stands in `source[start:end]` is none."""
    if not (source.startswith(_COMMENT, start) and source.endswith(_COMMENT_END, start + len(_COMMENT), end)):
        return None
    return start + len(_COMMENT), end - len(_COMMENT_END)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _hide(source: str, spans: list[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in spans:
        parts.append(source[at:start])
        parts.append(_VISIBLE.sub(_blanks if _is_blank(source, start, end) else _letters, source[start:end]))
        at = end
    parts.append(source[at:])
    return "".join(parts)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _letters(found: re.Match[str]) -> str:
    return "x" * len(found[0])


def _is_blank(source: str, start: int, end: int) -> bool:
    """Whether nothing but white space stands beside the span on its lines."""
    before = source[max(source.rfind("\n", 0, start) + 1, start - 200) : start]
    after = source.find("\n", end)
    return not before.strip() and not source[end : min(end + 200, after if after >= 0 else len(source))].strip()
