"""Document → its citations: what its reader found, keys of a bibliography, numbers and names of a reference list."""

from collections.abc import Iterator, Mapping, Sequence

from provlint.extract.citation_keys import key_uses
from provlint.extract.citation_names import name_citations
from provlint.extract.citation_numbers import number_citations
from provlint.extract.citation_repeats import repeat_citations
from provlint.extract.reference_lists import reference_lists
from provlint.extract.same_works import Again, listed_again
from provlint.extract.spans import Spans
from provlint.model.bibliography import Bibliography
from provlint.model.document import Document, Label
from provlint.model.facts import Citation, Identifier, Link
from provlint.text.patterns import lazy

_TWO_KEYS = lazy(r"\[[^\[\]]*@[^\[\]]*\]\[[^\[\]]*@[^\[\]]*\]")


def citations(
    document: Document, bibliography: Bibliography, links: Sequence[Link], identifiers: Sequence[Identifier]
) -> tuple[Citation, ...]:
    """Every citation in source order, uses and definitions; `links` and `identifiers` are those of the document."""
    labels = [label for label in document.labels if not _is_two_keys(document, label)]
    found = key_uses(document, bibliography)
    lists = reference_lists(document)
    if lists:
        found += number_citations(document, lists)
        found += name_citations(document, lists)
    found += repeat_citations(document, lists)
    taken = Spans((label.start, label.end) for label in labels)
    found = [citation for citation in found if not taken.cover(citation.start)]
    if again := listed_again(lists, links, identifiers):
        found = list(_with_repeated(found, again))
    return tuple(sorted([*map(_of_label, labels), *found], key=lambda citation: (citation.start, citation.end)))


def _of_label(label: Label) -> Citation:
    return Citation(*label)


def _is_two_keys(document: Document, label: Label) -> bool:
    """Whether what looks like a reference that is not defined is two citations, one behind the other."""
    return (
        label.kind == "reference-label"
        and not label.resolved
        and _TWO_KEYS.fullmatch(document.source, label.start, label.end) is not None
    )


def _with_repeated(found: Sequence[Citation], again: Mapping[int, Again]) -> Iterator[Citation]:
    """The citations, entries that list a work again told as such; an entry that had no name gets an empty one."""
    named = set()
    for citation in found:
        entry = again.get(citation.start) if citation.role == "definition" else None
        if entry:
            named.add(citation.start)
            citation = citation._replace(same=entry.same, first_start=entry.first.start, first_end=entry.first.end)
        yield citation
    for start, (same, first, end) in again.items():
        if start not in named:
            nameless = Citation("key", "definition", start, end, "", True, same=same)
            yield nameless._replace(first_start=first.start, first_end=first.end)
