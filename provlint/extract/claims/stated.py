"""Document → its claims and phrases, found in one cutting of its prose into sentences."""

from collections.abc import Sequence
from typing import NamedTuple

from provlint.extract.claims.genres import genre
from provlint.extract.claims.phrases import phrases
from provlint.extract.claims.prose import Prose, prose
from provlint.extract.claims.signs import SignReader
from provlint.extract.claims.sources import Sources
from provlint.model.document import Document
from provlint.model.facts import Citation, Claim, Link, Phrase
from provlint.tables.tables import Tables


class Stated(NamedTuple):
    """What a document states, and the words by which it hides who, when or where."""

    claims: tuple[Claim, ...]
    phrases: tuple[Phrase, ...]


class ClaimFinder:
    """What finding claims keeps between the documents of a run: the signs of each word it has met."""

    def __init__(self, tables: Tables) -> None:
        self._signs = SignReader(tables.claim_cues)

    def stated(self, document: Document, links: Sequence[Link], citations: Sequence[Citation]) -> Stated:
        """Claims and phrases of a document in English, in source order; `links` and `citations` are its own."""
        sources = Sources(document, links, citations)
        blocks = list(prose(document))
        return Stated(self._claims(document, blocks, sources), phrases(document, blocks, sources))

    def _claims(self, document: Document, blocks: Sequence[Prose], sources: Sources) -> tuple[Claim, ...]:
        """The forms of claims are compiled for the first document in which one could stand."""
        if not any(self._signs.may_concern(block.plain, block.words) for block in blocks):
            return ()
        from provlint.extract.claims.find import claims

        return tuple(claims(blocks, genre(document), sources, self._signs))

    def every_sentence(self, document: Document) -> tuple[Claim, ...]:
        """Each sentence with its score, whatever it says; sources are not looked for."""
        from provlint.extract.claims.find import every_sentence

        return tuple(every_sentence(document, self._signs))
