"""One document → its facts, each kind handed the earlier ones it needs; a stage is imported when one is asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from provlint.extract.addresses import Addresses
from provlint.extract.links import links
from provlint.extract.suppressions import suppressions
from provlint.extract.wording import Wording
from provlint.model.bibliography import NO_BIBLIOGRAPHY, Bibliography
from provlint.model.document import Document
from provlint.model.facts import Citation, Excerpt, Facts, Identifier, Link, Mention, Passage, Quotation
from provlint.tables.tables import Tables

if TYPE_CHECKING:
    from provlint.extract.claims.stated import ClaimFinder
    from provlint.extract.outlets import Outlets
    from provlint.extract.quotations.find import QuotationFinder

#: The kinds of facts that may be left out ("story": which links lead to one story); links and suppressions never are.
ALL = frozenset({"quotation", "claim", "excerpt", "passage", "outlet", "identifier", "citation", "story"})


class Extractor:
    """What extraction keeps between the documents of a run: addresses it has looked at, the words of each language."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._addresses = Addresses(tables)

    def facts(
        self,
        document: Document,
        bibliography: Bibliography = NO_BIBLIOGRAPHY,
        *,
        all_claims: bool = False,
        wanted: frozenset[str] = ALL,
    ) -> Facts:
        """What the document contains; a pure function of the document, the bibliography it cites and the tables.

        With `all_claims`, `claims` holds every sentence with its score. Of the kinds that are not `wanted` there are
        none; who wants one wants those it is handed (`provlint.judge.needs`).
        """
        wording = Wording(document, self._tables)
        found = links(document, self._addresses)
        pasted = _excerpts(document, found, wording) if "excerpt" in wanted else ()
        named = _identifiers(document, found) if "identifier" in wanted else ()
        cited = _citations(document, bibliography, found, named) if "citation" in wanted else ()
        said = self._quotations.speech(document, found, cited) if "quotation" in wanted else None
        stated = None
        if "claim" in wanted and not wording.other_language:
            stated = self._claims.stated(document, found, cited)
        claims = stated.claims if stated else ()
        mentions = self.outlets.mentions(document, found) if "outlet" in wanted else ()
        return Facts(
            links=_with_stories(found, mentions) if "story" in wanted else found,
            quotations=_with_outlets(document, said.quotations, mentions, found) if said else (),
            attributions=said.attributions if said else (),
            identifiers=named,
            citations=cited,
            claims=self._claims.every_sentence(document) if all_claims else claims,
            phrases=stated.phrases if stated else (),
            passages=_passages(document, pasted, wording) if "passage" in wanted else (),
            suppressions=suppressions(document),
            excerpts=pasted,
            outlets=mentions,
            other_language=wording.other_language,
        )

    @cached_property
    def outlets(self) -> "Outlets":
        """Finds outlets that prose names."""
        from provlint.extract.outlets import Outlets

        return Outlets(self._tables.sources)

    @cached_property
    def _quotations(self) -> "QuotationFinder":
        from provlint.extract.quotations.find import QuotationFinder

        return QuotationFinder(self._tables)

    @cached_property
    def _claims(self) -> "ClaimFinder":
        from provlint.extract.claims.stated import ClaimFinder

        return ClaimFinder(self._tables)


def _excerpts(document: Document, found: tuple[Link, ...], wording: Wording) -> tuple[Excerpt, ...]:
    from provlint.extract.excerpts import excerpts

    return excerpts(document, found, wording)


def _identifiers(document: Document, found: tuple[Link, ...]) -> tuple[Identifier, ...]:
    from provlint.extract.identifiers import identifiers

    return identifiers(document, found)


def _citations(
    document: Document, bibliography: Bibliography, found: tuple[Link, ...], named: tuple[Identifier, ...]
) -> tuple[Citation, ...]:
    from provlint.extract.citations import citations

    return citations(document, bibliography, found, named)


def _with_outlets(
    document: Document, said: tuple[Quotation, ...], mentions: tuple[Mention, ...], found: tuple[Link, ...]
) -> tuple[Quotation, ...]:
    if not said:
        return ()
    from provlint.extract.quotation_outlets import with_outlets

    return with_outlets(document, said, mentions, found)


def _with_stories(found: tuple[Link, ...], mentions: tuple[Mention, ...]) -> tuple[Link, ...]:
    if len(found) < 2:
        return found
    from provlint.extract.same_stories import with_stories

    return with_stories(found, mentions)


def _passages(document: Document, pasted: tuple[Excerpt, ...], wording: Wording) -> tuple[Passage, ...]:
    from provlint.extract.passages import passages

    return passages(document, pasted, wording)


def extract(
    document: Document, tables: Tables, bibliography: Bibliography = NO_BIBLIOGRAPHY, *, all_claims: bool = False
) -> Facts:
    """The facts of a single document; with `all_claims`, every sentence with its score among them."""
    return Extractor(tables).facts(document, bibliography, all_claims=all_claims)
