"""Document → the passages that copying or a tool left in it, of every kind, in source order."""

from provlint.extract.chat_leftovers import chat_leftovers
from provlint.extract.doubled import doubled
from provlint.extract.foreign import foreign
from provlint.extract.furniture import furniture
from provlint.extract.fused_words import fused_words
from provlint.extract.mojibake import mojibake
from provlint.extract.wording import Wording
from provlint.model.document import Document
from provlint.model.facts import Excerpt, Passage


def passages(document: Document, excerpts: tuple[Excerpt, ...], wording: Wording) -> tuple[Passage, ...]:
    """All passages, the excerpts being told; what needs to know words is looked for in English alone."""
    found = chat_leftovers(document) + mojibake(document) + furniture(document) + doubled(document)
    found += fused_words(document, wording) + foreign(document, excerpts, wording)
    return tuple(sorted(found, key=lambda passage: (passage.start, passage.end, passage.kind)))
