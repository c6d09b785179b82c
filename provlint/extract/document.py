"""One document → its facts, each kind handed the earlier ones it needs."""

from provlint.extract.addresses import Addresses
from provlint.extract.citations import citations
from provlint.extract.claims.stated import ClaimFinder, Stated
from provlint.extract.excerpts import excerpts
from provlint.extract.identifiers import identifiers
from provlint.extract.links import links
from provlint.extract.outlets import Outlets
from provlint.extract.passages import passages
from provlint.extract.quotation_outlets import with_outlets
from provlint.extract.quotations.find import QuotationFinder
from provlint.extract.same_stories import with_stories
from provlint.extract.suppressions import suppressions
from provlint.extract.wording import Wording
from provlint.model.bibliography import NO_BIBLIOGRAPHY, Bibliography
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.tables.tables import Tables


class Extractor:
    """What extraction keeps between the documents of a run: addresses it has looked at, the words of each language."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._addresses = Addresses(tables)
        self.outlets = Outlets(tables.sources)
        self._quotations = QuotationFinder(tables)
        self._claims = ClaimFinder(tables)

    def facts(
        self, document: Document, bibliography: Bibliography = NO_BIBLIOGRAPHY, *, all_claims: bool = False
    ) -> Facts:
        """What the document contains; a pure function of the document, the bibliography it cites and the tables.

        With `all_claims`, `claims` holds every sentence with its score.
        """
        wording = Wording(document, self._tables)
        found = links(document, self._addresses)
        pasted = excerpts(document, found, wording)
        named = identifiers(document, found)
        cited = citations(document, bibliography, found, named)
        said = self._quotations.speech(document, found, cited)
        stated = Stated((), ()) if wording.other_language else self._claims.stated(document, found, cited)
        mentions = self.outlets.mentions(document, found)
        return Facts(
            links=with_stories(found, mentions),
            quotations=with_outlets(document, said.quotations, mentions, found),
            attributions=said.attributions,
            identifiers=named,
            citations=cited,
            claims=self._claims.every_sentence(document) if all_claims else stated.claims,
            phrases=stated.phrases,
            passages=passages(document, pasted, wording),
            suppressions=suppressions(document),
            excerpts=pasted,
            outlets=mentions,
            other_language=wording.other_language,
        )


def extract(
    document: Document, tables: Tables, bibliography: Bibliography = NO_BIBLIOGRAPHY, *, all_claims: bool = False
) -> Facts:
    """The facts of a single document; with `all_claims`, every sentence with its score among them."""
    return Extractor(tables).facts(document, bibliography, all_claims=all_claims)
