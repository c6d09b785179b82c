"""Document → its links: what markup marks as an address, and what stands bare in running text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from provlint.extract.addresses import Addresses
from provlint.model.document import Document, Target
from provlint.model.facts import Link
from provlint.text.normal import key
from provlint.text.patterns import lazy
from provlint.text.urls import find, may_hold, unescape

_BESIDE = 40  # code points looked at on each side of an address: no list marker is longer
_LINE_START = lazy(r"(?:\A|[\n\r])[\s>*+•–—(<\"“-]*(?:\d{1,3}[.)]\s*)?[<(\"“]?\Z")
_LINE_END = lazy(r"[>)\"”.,;]{0,2}\s*?(?:[\n\r]|\Z)")


def links(document: Document, addresses: Addresses) -> tuple[Link, ...]:
    """Every link of the document in source order; `addresses` are those of the whole run."""
    targets = [*document.targets, *_bare(document)]
    targets.sort(key=itemgetter(1, 2))  # where they start and end
    source = document.source
    found: list[Link] = []
    earlier: dict[str, tuple[int, int, int]] = {}  # how many links there were to an address, and where the first stands
    for target in targets:
        kind, start, end, url, label, outer_start, outer_end, _ = target
        # Bare or between angle brackets, an address may lack its scheme: what shows it adds one.
        shown_as_written = outer_start >= start - 1 and outer_end <= end + 1 and label == source[start:end]
        address = addresses.of(url, marked=not shown_as_written)
        count, first_start, first_end = 1, start, end
        if kind != "definition":  # a definition and its uses are one citation of the address, not two
            form = key(address.canonical)
            count, first_start, first_end = earlier.get(form, (0, start, end))
            count += 1
            earlier[form] = count, first_start, first_end
        alone = _stands_alone(source, outer_start, outer_end)
        found.append(
            Link(
                kind, start, end, url, label, address, outer_start, outer_end, alone, count, first_start, first_end
            )
        )  # fmt: skip
    return tuple(found)


def _bare(document: Document) -> Iterator[Target]:
    """The addresses that no markup marks; inside a footnote their kind is "footnote"."""
    source, notes = document.source, document.notes
    escapes, entities = document.format in ("markdown", "rst"), document.format in ("markdown", "html")
    note_starts = [start for start, _ in notes]
    for first, last in may_hold(source, document.regions):
        for start, end in find(source, first, last):
            raw = source[start:end]
            note = bisect_right(note_starts, start) - 1
            inside = note >= 0 and start < notes[note][1]
            url = unescape(raw, backslashes=escapes) if entities else _without_backslashes(raw) if escapes else raw
            yield Target("footnote" if inside else "bare", start, end, url, raw, start, end, inside)


def _without_backslashes(raw: str) -> str:
    return re.sub(r"\\(.)", r"\1", raw) if "\\" in raw else raw


def _stands_alone(source: str, start: int, end: int) -> bool:
    """Whether nothing but list markers, brackets and quotation marks stands beside `source[start:end]` on its lines."""
    window = max(0, start - _BESIDE)
    return (
        _LINE_END.match(source, end, end + _BESIDE) is not None
        and _LINE_START.search(source[window:start] if window else f"\n{source[:start]}") is not None
    )
