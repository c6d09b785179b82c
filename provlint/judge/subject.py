"""What a rule is judged on: a record, and the place a finding about it would cover."""

from collections.abc import Mapping
from typing import NamedTuple

from provlint.model.answers import Answer
from provlint.model.facts import Facts, Link
from provlint.model.findings import Related
from provlint.model.records import Record

#: What is known about addresses, by address as the document gives it.
Answers = Mapping[str, Answer]
#: The kinds of block, link, citation or passage that some rule may be about; None: every kind. A document has none.
Kinds = frozenset[str] | None
#: Characters of a text that a record holds.
CUT = 200
#: Links that are no source: of images, of a document's metadata, where an address is only defined.
NO_SOURCE = frozenset({"image", "metadata", "definition"})


class Subject(NamedTuple):
    """A record to judge, the span a finding would cover, and where else it should point (start, end, words)."""

    record: Record
    start: int
    end: int
    link: Link | None = None
    related: tuple[int, int, str] | None = None
    elsewhere: tuple[Related, ...] = ()  # the same, in another document
    replaceable: bool = False  # the span is the words themselves, with no markup in it


def word_count(text: str) -> int:
    """Words as told from the white space between them: good to a few per cent, and fast."""
    return text.count(" ") + (text.count("\n") or text.count("\r")) + 1 if text else 0


def source_count(facts: Facts) -> int:
    """Links to other sites, footnotes and citations."""
    return sum(link.address.reach == "public" for link in facts.links if link.kind not in NO_SOURCE) + sum(
        citation.kind != "reference-label" and citation.key != "" for citation in facts.citations
    )
