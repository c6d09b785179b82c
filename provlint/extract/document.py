"""One document → its facts, each kind handed the earlier ones it needs."""

from provlint.extract.addresses import Addresses
from provlint.extract.claims.find import claims, every_sentence
from provlint.extract.claims.genres import genre
from provlint.extract.claims.phrases import phrases
from provlint.extract.claims.prose import prose
from provlint.extract.claims.signs import SignReader
from provlint.extract.claims.sources import Sources
from provlint.extract.links import links
from provlint.extract.passages import passages
from provlint.extract.suppressions import suppressions
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.tables.tables import Tables


class Extractor:
    """What extraction keeps between the documents of a run: the addresses it has looked at."""

    def __init__(self, tables: Tables) -> None:
        self._addresses = Addresses(tables)
        self._signs = SignReader(tables.claim_cues)

    def facts(self, document: Document, *, all_claims: bool = False) -> Facts:
        """What the document contains; a pure function of the document and the tables.

        With `all_claims`, `claims` holds every sentence with its score.
        """
        found = links(document, self._addresses)
        sources = Sources(document, found, document.labels)
        blocks = list(prose(document))
        stated = (
            every_sentence(document, self._signs)
            if all_claims
            else claims(blocks, genre(document), sources, self._signs)
        )
        return Facts(
            links=found,
            citations=document.labels,
            passages=passages(document),
            suppressions=suppressions(document),
            claims=tuple(stated),
            phrases=phrases(document, blocks, sources),
        )


def extract(document: Document, tables: Tables, *, all_claims: bool = False) -> Facts:
    """The facts of a single document; with `all_claims`, every sentence with its score among them."""
    return Extractor(tables).facts(document, all_claims=all_claims)
