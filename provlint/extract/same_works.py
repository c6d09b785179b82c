"""Lists of references → the entries that list a work again which an earlier entry of the same list gives."""

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from provlint.extract.identifiers import same_work
from provlint.extract.reference_lists import Entry, ReferenceList
from provlint.model.facts import Identifier, Link
from provlint.model.words import SameWork
from provlint.text.normal import key, split
from provlint.text.patterns import lazy

_WORD = lazy(r"\w+")
_FEWEST_WORDS = 5  # shorter entries ("Same source, page 3") may be alike and mean two things
_PAGES = lazy(r"\b(?:pp?|S|ch|chap|cap)\.[ ]?\d|\bin:", re.IGNORECASE)
_NO_SOURCE = frozenset({"image", "reference", "definition", "metadata"})


class Again(NamedTuple):
    """What an entry has in common with the earlier entry that is the same work."""

    same: SameWork
    first: Entry
    end: int  # where the later entry, or its number, ends


def listed_again(
    found: Sequence[ReferenceList], links: Sequence[Link], identifiers: Sequence[Identifier]
) -> dict[int, Again]:
    """The entries listed again, by where they start; notes may name a work as often as they like."""
    link_starts = [link.start for link in links]
    identifier_starts = [identifier.start for identifier in identifiers]
    again: dict[int, Again] = {}
    for listed in found:
        if listed.is_notes:
            continue
        seen: dict[Hashable, Entry] = {}
        for entry in listed.entries:
            own = identifiers[bisect_left(identifier_starts, entry.first) : bisect_left(identifier_starts, entry.last)]
            cited = links[bisect_left(link_starts, entry.first) : bisect_left(link_starts, entry.last)]
            for same, mark in _marks(entry, own, cited):
                earlier = seen.setdefault(mark, entry)
                if earlier is not entry and not _are_parts(same, earlier, entry):
                    again.setdefault(entry.start, Again(same, earlier, entry.end))
    return again


def _marks(
    entry: Entry, identifiers: Sequence[Identifier], links: Sequence[Link]
) -> Iterator[tuple[SameWork, Hashable]]:
    """What tells an entry's work: its first identifier of each scheme, its first address, its words."""
    schemes = set()
    for identifier in identifiers:
        if identifier.valid and identifier.scheme not in schemes and identifier.scheme != "issn":
            schemes.add(identifier.scheme)
            yield identifier.scheme, same_work(identifier.scheme, identifier.value)
    url = next((link.address.canonical for link in links if link.kind not in _NO_SOURCE and _is_page(link)), "")
    if url and not schemes:
        yield "address", ("address", key(url), url.partition("#")[2])
    words = _WORD.findall(entry.words.casefold())
    # A work has a name or a number in it; entries of nothing but common words are no works.
    if len(words) >= _FEWEST_WORDS and any(sign.isupper() or sign.isdigit() for sign in entry.words):
        yield "words", ("words", " ".join(words))


def _is_page(link: Link) -> bool:
    """Whether an address leads to a page of its own, not to the front of a site."""
    parts = split(link.address.canonical)
    return link.address.reach == "public" and (parts.path.strip("/") != "" or parts.query != "")


def _are_parts(same: SameWork, one: Entry, other: Entry) -> bool:
    """Whether two entries for one book name different parts of it."""
    return same == "isbn" and _PAGES.search(one.words) is not None and _PAGES.search(other.words) is not None
