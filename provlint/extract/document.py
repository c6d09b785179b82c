"""One document → its facts, each kind handed the earlier ones it needs."""

from provlint.extract.addresses import Addresses
from provlint.extract.links import links
from provlint.extract.outlets import Outlets
from provlint.extract.passages import passages
from provlint.extract.suppressions import suppressions
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.tables.tables import Tables


class Extractor:
    """What extraction keeps between the documents of a run: the addresses it has looked at."""

    def __init__(self, tables: Tables) -> None:
        self._addresses = Addresses(tables)
        self.outlets = Outlets(tables.sources)

    def facts(self, document: Document) -> Facts:
        """What the document contains; a pure function of the document and the tables."""
        found = links(document, self._addresses)
        return Facts(
            links=found,
            citations=document.labels,
            passages=passages(document),
            suppressions=suppressions(document),
            outlets=self.outlets.mentions(document, found),
        )


def extract(document: Document, tables: Tables) -> Facts:
    """The facts of a single document."""
    return Extractor(tables).facts(document)
