"""Document → its lists of references: headed by a word for them, each entry with its place, words and number."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.model.document import Block, Document
from provlint.model.words import BlockKind
from provlint.text.patterns import lazy

_REFERENCES = (
    "references cited|references and notes|references|reference list|list of references|bibliography|works cited"
    "|literature cited|literature|cited literature|citations|cited sources|sources cited|sources|source list"
    "|literaturverzeichnis|literatur|quellenverzeichnis|quellen|quellenangaben|referenzen|bibliographie|bibliografie"
    "|références bibliographiques|références|sources et références|ouvrages cités"
    "|referencias bibliográficas|referencias|bibliografía|fuentes|obras citadas|literatura citada"
)
_NOTES = (
    "notes|footnotes|endnotes|notes and references|anmerkungen|fußnoten|endnoten|einzelnachweise|notas"
    "|notes de bas de page"
)
_HEADING = lazy(
    rf"[\W_]*(?:\d{{1,2}}[.)]?\s+|[ivx]{{1,4}}[.)]\s+|[a-z][.)]\s+)?(?:(?P<references>{_REFERENCES})|{_NOTES})[\W_]*",
    re.IGNORECASE,
)
#: What every such heading holds: most documents are done after these plain searches.
_STEMS = (
    "referen", "référen", "bibliogra", "works cited", "literatur", "citations", "sources", "source list", "quellen",
    "ouvrages cités", "fuentes", "obras citadas", "notes", "nachweise", "anmerkungen", "notas", "noten",
)  # fmt: skip
_LONGEST_HEADING = 60
_BRACKETED = lazy(r"^[ \t]*(\[(\d{1,4})\])[ \t\xa0]+(?=\S)", re.M)
_NUMBERED = lazy(r"^[ \t]*((\d{1,4})[.)])[ \t\xa0]+(?=\S)", re.M)
_ITEM_NUMBER = lazy(r"(?:(\d{1,9})[.)]|\[(\d{1,4})\])[ \t]+\Z")
_OPEN_LIST = lazy(r"<(ol|ul)\b", re.IGNORECASE)
_LOOK_BACK = 16  # code points before an item in which its number stands
_LONGEST_TAG_WINDOW = 2000
_HEADS: frozenset[BlockKind] = frozenset({"heading", "title"})
_MAY_HEAD = _HEADS | {"paragraph"}
_ENTRIES: frozenset[BlockKind] = frozenset({"list-item", "paragraph", "other", "link-list"})


class Entry(NamedTuple):
    """One entry; `start:end` is its number as written, or all of it where none is; `words` are its rendered words.

    `first:last` is the whole entry in the source; `number` is 0 for an entry that has none.
    """

    number: int
    start: int
    end: int
    first: int
    last: int
    words: str


class ReferenceList(NamedTuple):
    """The entries under one heading, at `source[start:end]`; `is_bracketed`: each begins with its number in brackets.

    A list of notes may name one work many times, a list of references (`is_notes` false) names each once.
    """

    start: int
    end: int
    is_notes: bool
    is_bracketed: bool
    entries: tuple[Entry, ...]


def reference_lists(document: Document) -> tuple[ReferenceList, ...]:
    """All lists of references in source order."""
    blocks, index = document.blocks, 0
    short = [block.plain for block in blocks if len(block.plain) <= _LONGEST_HEADING and block.kind in _MAY_HEAD]
    lower = "\n".join(short).lower()
    if not any(stem in lower for stem in _STEMS):
        return ()
    found: list[ReferenceList] = []
    while index < len(blocks):
        heading = _heading(blocks[index])
        if heading is None:
            index += 1
            continue
        last = _section_end(blocks, index)
        if made := _list(document, blocks[index + 1 : last], blocks[index], heading):
            found.append(made)
        index = last
    return tuple(found)


def _heading(block: Block) -> bool | None:
    """Whether a heading announces notes; None when it announces no references at all."""
    if block.kind not in _MAY_HEAD or not block.plain or len(block.plain) > _LONGEST_HEADING:
        return None
    found = _HEADING.fullmatch(block.plain)
    return None if not found else found["references"] is None


def _section_end(blocks: Sequence[Block], index: int) -> int:
    """The index after the last block of the section that `blocks[index]` heads."""
    level = blocks[index].level if blocks[index].kind in _HEADS else 0
    for at in range(index + 1, len(blocks)):
        if blocks[at].kind in _HEADS and (not level or blocks[at].level <= level or _heading(blocks[at]) is not None):
            return at
    return len(blocks)


def _list(document: Document, blocks: Sequence[Block], head: Block, is_notes: bool) -> ReferenceList | None:
    written = [block for block in blocks if block.plain and block.kind in _ENTRIES]
    for pattern in (_BRACKETED, _NUMBERED):
        entries = [entry for block in written for entry in _marked(block, pattern)]
        if entries:
            break
    is_bracketed = bool(entries) and pattern is _BRACKETED
    if not entries:
        entries = list(_items(document, written, head.end))
    if not entries:
        return None
    return ReferenceList(head.start, max(block.end for block in blocks), is_notes, is_bracketed, tuple(entries))


def _marked(block: Block, pattern: re.Pattern[str]) -> Iterator[Entry]:
    """The entries of a block whose lines begin with their numbers."""
    marks = list(pattern.finditer(block.plain))
    if not marks or block.plain[: marks[0].start()].strip():
        return  # a number inside a text
    ends = [mark.start() for mark in marks[1:]] + [len(block.plain)]
    for mark, end in zip(marks, ends, strict=True):
        words = block.plain[mark.end() : end].rstrip()
        first, last = block.place(mark.start(1), mark.end() + len(words))
        yield Entry(int(mark[2]), *block.place(*mark.span(1)), first, last, words)


def _items(document: Document, blocks: Sequence[Block], head_end: int) -> Iterator[Entry]:
    """The entries of a list: numbered as a reader sees it, or without numbers; paragraphs where there is no list."""
    items = [block for block in blocks if block.kind == "list-item"] or blocks
    is_ordered = document.format == "html" and _opens_ordered(document.source, head_end, items)
    before = 0  # the number of the entry before
    written_before, end_before = -1, head_end
    for block in items:
        if before and is_ordered and _OPEN_LIST.search(document.source, end_before, block.start):
            return  # another list
        end_before = block.end
        number = before + 1 if is_ordered else 0
        window = document.source[max(0, block.start - _LOOK_BACK) : block.start]
        mark = _ITEM_NUMBER.search(window) if block.kind == "list-item" else None
        start, end = block.start, _with_closing(document.source, block.end)
        if mark:
            written = int(mark[1] or mark[2])
            # Renderers count on from the first number, and many writers give each item the same.
            number = before + 1 if written == written_before else written
            written_before = written
            start = block.start - len(window) + mark.start()
            end = start + len(mark[0].rstrip())
        before = number
        yield Entry(number, start, end, block.start, _with_closing(document.source, block.end), block.plain)


def _with_closing(source: str, end: int) -> int:
    """`end` moved over the marks that close an address or emphasis at the end of an item."""
    while source[end : end + 1] in (">", "*", "_"):
        end += 1
    return end


def _opens_ordered(source: str, head_end: int, items: Sequence[Block]) -> bool:
    if not items or items[0].start < head_end:
        return False
    tags = _OPEN_LIST.findall(source, max(head_end, items[0].start - _LONGEST_TAG_WINDOW), items[0].start)
    return bool(tags) and tags[-1].lower() == "ol"
