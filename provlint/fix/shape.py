"""What a document says apart from a few edits → one value, by which to tell that they changed nothing else."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any, NamedTuple, Protocol

from provlint.fix.edits import Places
from provlint.model.document import Block, Document
from provlint.model.facts import Facts, Link
from provlint.model.findings import Edit


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


#: Facts whose words must stay: what is counted, compared or derived from them may change with an address.
_KINDS = ("quotations", "attributions", "citations", "identifiers", "outlets", "phrases", "excerpts", "suppressions")
_BACKSLASH = re.compile(r"\\([()])")


class Reading(NamedTuple):
    """A document and what was found in it."""

    document: Document
    facts: Facts


def same(old: Reading, new: Reading, edits: Sequence[Edit]) -> bool:
    """Whether `new` is `old` but for the edits: the same blocks and words, and facts at the same places.

    What lies wholly inside an edited stretch is what the edit is about, and is not compared.
    """
    if new.document.problem or old.document.source == new.document.source:
        return False
    places = Places(edits)
    if not _are_written(old, new, edits, places):
        return False
    inside = [(edit.start, edit.end) for edit in edits]
    made = [(places.end(edit.start), places.end(edit.start) + len(edit.text)) for edit in edits]
    blocks, others = [*_blocks(old.document, inside)], [*_blocks(new.document, made)]
    if len(blocks) != len(others) or not all(map(_is_same_block, blocks, others)):
        return False
    moved = _facts(old.facts, inside, places)
    return moved == _facts(new.facts, made, None)


def _are_written(old: Reading, new: Reading, edits: Sequence[Edit], places: Places) -> bool:
    """Whether each address that was replaced reads back as the one that was meant."""
    were = {(link.start, link.end) for link in old.facts.links}
    now = {(link.start, link.end): link.url for link in new.facts.links}
    for edit in edits:
        if (edit.start, edit.end) in were:
            start = places.end(edit.start)
            url = now.get((start, start + len(edit.text)))
            if url not in (edit.text, unescape(edit.text), unescape(_BACKSLASH.sub(r"\1", edit.text))):
                return False
    return True


def _blocks(document: Document, edited: Sequence[tuple[int, int]]) -> Iterator[Block]:
    return _outside(document.blocks, edited, [end for _, end in edited])


def _is_same_block(old: Block, new: Block) -> bool:
    """The same words, or the same but for words that are addresses: those are compared as links."""
    if (old.kind, old.level, old.author) != (new.kind, new.level, new.author):
        return False
    words, others = old.plain.split(), new.plain.split()
    return words == others or _without_addresses(words) == _without_addresses(others)


def _without_addresses(words: list[str]) -> list[str]:
    return [word for word in words if "://" not in word and "www." not in word]


def _facts(facts: Facts, edited: Sequence[tuple[int, int]], places: Places | None) -> list[tuple[object, ...]]:
    """Kind and place of each fact, moved by `places`."""
    ends = [end for _, end in edited]
    found: list[tuple[object, ...]] = [
        ("links", link.kind, _url(link), *_moved(link, places)) for link in _outside(facts.links, edited, ends)
    ]
    for kind in _KINDS:
        found += [(kind, *_moved(fact, places)) for fact in _outside(getattr(facts, kind), edited, ends)]
    return found


def _url(link: Link) -> str:
    """The address that stands there: that of a reference stands in its definition, and changes with it."""
    return "" if link.kind == "reference" else link.url


def _outside(facts: Iterable[Any], edited: Sequence[tuple[int, int]], ends: Sequence[int]) -> Iterator[Any]:
    """The facts that lie not wholly inside an edited stretch."""
    for fact in facts:
        at = bisect_left(ends, fact.end)
        if at == len(edited) or not (edited[at][0] <= fact.start < fact.end <= edited[at][1]):
            yield fact


def _moved(fact: _Placed, places: Places | None) -> tuple[int, int]:
    return (fact.start, fact.end) if places is None else (places.start(fact.start), places.end(fact.end))
