"""Citation keys in Markdown as pandoc reads them: `[@key]`, `[see @a; @b, p. 3]`, and `@key` in the text.

Syntax: the Pandoc User's Guide, "Citation syntax". Outside brackets an `@` is a handle more often than a key: there a
word counts only if a bibliography defines it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from provlint.extract.prose import prose
from provlint.model.bibliography import Bibliography
from provlint.model.document import Document
from provlint.model.facts import Citation
from provlint.model.words import MarkKind
from provlint.text.patterns import lazy

_NO_PROSE: frozenset[MarkKind] = frozenset({"code", "math", "image", "template", "link", "footnote"})
_KEY = r"(?:\{(?P<braced>[^{}\s]{1,200})\}|(?P<bare>\w(?:\w|[:.#$%&+?<>~/-](?=\w)){0,199}))"
_USE = lazy(rf"(?<![\w@.\\/])-?@{_KEY}")
_BRACKET = lazy(r"\[([^\[\]\x00]{2,1500})\](?![({:\w])")
#: pandoc-crossref and Quarto write references to figures and sections like citations.
_CROSS_REFERENCE = lazy(
    r"(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|rem|sol|nte|tip|wrn|imp|cau|suppfig|vid)[:-]|ref$",
    re.IGNORECASE,
)
_EXAMPLE = lazy(r"^[ \t]*\(@([\w-]+)\)[ \t]", re.M)
_INLINE_LIST = lazy(r"^references:[ \t]*$", re.M)
_INLINE_ID = lazy(r"^[ \t]*(?:-[ \t]+)?[\"']?id[\"']?[ \t]*:[ \t]*[\"']?([^\s\"',}]+)", re.M)


class _Key(NamedTuple):
    key: str
    start: int
    end: int


def key_uses(document: Document, bibliography: Bibliography) -> list[Citation]:
    """The uses of citation keys, each at its `@key`, without the brackets and the words around it."""
    if document.format != "markdown" or "@" not in document.source:
        return []
    inline = _inline_keys(document)
    entries = bibliography.entries if not inline else Counter(bibliography.entries) + inline
    found = list(_keys(document, entries))
    is_ours = bibliography.is_named or bool(inline) or any(use.key in entries for use in found)
    # An inline list is read whole; files that are named beside it must have been read too.
    is_whole = bibliography.is_whole or (bool(inline) and not document.metadata.bibliography)
    counts: Counter[str] = Counter()
    citations = []
    for key, start, end in found:
        counts[key] += 1
        citations.append(
            Citation(
                "key", "use", start, end, key, key in entries, checked=is_ours and is_whole,
                occurrence=counts[key], entry_count=entries.get(key, 0),
            )
        )  # fmt: skip
    return citations


def _inline_keys(document: Document) -> Counter[str]:
    """The ids of the `references` that front matter itself lists."""
    first = document.blocks[0] if document.blocks else None
    if first is None or first.kind != "metadata":
        return Counter()
    head = _INLINE_LIST.search(document.source, first.start, first.end)
    return Counter(_INLINE_ID.findall(document.source, head.end(), first.end)) if head else Counter()


def _keys(document: Document, entries: Mapping[str, int]) -> Iterator[_Key]:
    examples = set(_EXAMPLE.findall(document.source)) if "(@" in document.source else ()
    for block, words in prose(document, _NO_PROSE, ("@",)):
        groups = [found.span(1) for found in _BRACKET.finditer(words) if _is_group(found[1], entries)]
        at = 0
        for use in _USE.finditer(words):
            key = use["braced"] or use["bare"]
            while at < len(groups) and groups[at][1] <= use.start():
                at += 1
            is_grouped = at < len(groups) and groups[at][0] <= use.start()
            if key in entries or (is_grouped and key not in examples and not _CROSS_REFERENCE.match(key)):
                yield _Key(key, *block.place(use.start(), use.end()))


def _is_group(words: str, entries: Mapping[str, int]) -> bool:
    """Whether what stands in brackets cites: each part has one key, and no key is the scope of a package."""
    for part in words.split(";"):
        uses = list(_USE.finditer(part))
        key = (uses[0]["braced"] or uses[0]["bare"]) if uses else ""
        if len(uses) != 1 or ("/" in key and ":" not in key and key not in entries):
            return False
    return True
