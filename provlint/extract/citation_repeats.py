"""Words that cite what was cited before: "ibid.", "op. cit.", "loc. cit.", "ebd.", "a. a. O."."""

from collections.abc import Sequence

from provlint.extract.prose import prose
from provlint.extract.reference_lists import ReferenceList
from provlint.model.document import Document
from provlint.model.facts import Citation
from provlint.model.words import MarkKind
from provlint.text.patterns import lazy

_NO_PROSE: frozenset[MarkKind] = frozenset({"code", "math", "image", "template"})
_SIGNS = (
    "ibid", "Ibid", ". cit", ". Cit", ".cit", ".\xa0cit", "ebd.", "Ebd.", "benda", "a.O.", "a. O.", "a.\xa0O.",
)  # fmt: skip
_REPEAT = lazy(
    r"\b(?:(?P<ibid>[Ii]bid(?:em)?\b\.?|[Ee]bd\.|[Ee]benda\b)|(?P<op>[Oo][pb]\.[ \xa0]?[Cc]it\b\.?)"
    r"|(?P<loc>[Ll]oc\.[ \xa0]?[Cc]it\b\.?|a\.[ \xa0]?a\.[ \xa0]?O\.))"
)
_KEYS = {"ibid": "ibid.", "op": "op. cit.", "loc": "loc. cit."}
_MARKER = lazy(r"(?:\[\^?[\w-]{1,20}\]:?|\d{1,4}[.)])?[\s*_]*\Z")


def repeat_citations(document: Document, lists: Sequence[ReferenceList]) -> list[Citation]:
    """Each such word; unresolved where it opens the very first note, so that nothing stands before it."""
    if not any(sign in document.source for sign in _SIGNS):
        return []
    opening = [start for start, _ in document.notes[:1]] + [listed.entries[0].start for listed in lists[:1]]
    return [
        Citation("key", "use", start, end, _KEYS[found.lastgroup or "ibid"], not _opens(document, opening, start))
        for block, words in prose(document, _NO_PROSE, _SIGNS)
        for found in _REPEAT.finditer(words)
        for start, end in [block.place(*found.span())]
    ]


def _opens(document: Document, notes: Sequence[int], at: int) -> bool:
    return any(0 <= at - start < 40 and _MARKER.match(document.source[start:at]) is not None for start in notes)
