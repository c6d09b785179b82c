"""Document → its claims: sentences that state something a reader could check, scored, with reasons and sources."""

from collections.abc import Iterator, Sequence

from provlint.extract.claims.attributions import attributed_to
from provlint.extract.claims.genres import genre
from provlint.extract.claims.quoted import unquoted
from provlint.extract.claims.reasons import reasons
from provlint.extract.claims.scores import score
from provlint.extract.claims.signs import SignReader
from provlint.extract.claims.sources import Sources
from provlint.extract.claims.vetoes import veto
from provlint.model.document import Block, Document, Label
from provlint.model.facts import Claim, Link, SourceInScope
from provlint.model.words import Genre
from provlint.text.sentences import split

_PROSE = frozenset({"paragraph", "list-item"})
_LISTED = _PROSE | {"quote", "excerpt", "post", "heading", "title", "caption"}  # what `every` lists besides
#: From which score a sentence is a claim. At .6 sentences of debates labelled as check-worthy are found four times in
#: five; other genres need more (see `genres`).
_LEAST: dict[Genre, float] = {"prose": 0.6, "how-to": 0.9, "changelog": 0.95, "reference": 0.9, "readme": 0.9}
_SHORTEST = 25  # characters of a sentence that can say who did what


class ClaimFinder:
    """Finds the claims of documents by the cue words of a table."""

    def __init__(self, signs: SignReader) -> None:
        self._signs = signs

    def claims(self, document: Document, links: Sequence[Link], *, every: bool = False) -> tuple[Claim, ...]:
        """The claims in source order; with `every`, each sentence with its score, whatever it says."""
        if every:
            return tuple(self._every(document))
        if document.metadata.language and not document.metadata.language.lower().startswith("en"):
            return ()
        kind = genre(document)
        sources = Sources(document, links, document.labels)
        return tuple(
            claim
            for index, block in enumerate(document.blocks)
            if block.kind in _PROSE and len(block.plain) >= _SHORTEST and not _is_quoted(document, block)
            for claim in self._block(block, index, kind, sources)
        )

    def _every(self, document: Document) -> Iterator[Claim]:
        for block in document.blocks:
            if block.plain and block.kind in _LISTED:
                for start, end in split(block.plain):
                    text = block.plain[start:end]
                    signs = self._signs.read(text)
                    yield Claim(*block.place(start, end), score(signs), reasons(text, signs.counts))

    def _block(self, block: Block, index: int, kind: Genre, sources: Sources) -> Iterator[Claim]:
        plain = unquoted(block.plain)
        spans = split(block.plain)
        for at, (start, end) in enumerate(spans):
            text = plain[start:end]
            if end - start < _SHORTEST:
                continue
            signs = self._signs.read(text)
            graded = score(signs)
            if graded < _LEAST[kind] or not (named := reasons(text, signs.counts)) or veto(text, signs):
                continue
            place = block.place(start, end)
            backed, social = self._backed(block, index, spans, at, sources, plain)
            yield Claim(*place, graded, named, backed, social, kind)

    def _backed(
        self, block: Block, index: int, spans: Sequence[tuple[int, int]], at: int, sources: Sources, plain: str
    ) -> tuple[tuple[SourceInScope, ...], str]:
        """The sources of sentence `at`, nearest scope first, and the network if they are posts and nothing else."""
        start, end = spans[at]
        zone_start = block.place(start, start + 1)[0]
        zone_end = block.place(spans[at + 1][0], spans[at + 1][0] + 1)[0] if at + 1 < len(spans) else block.end
        found = sources.within(zone_start, zone_end, "sentence") + sources.named(block, start, end)
        if found:
            return found, sources.social(zone_start, zone_end)
        if by := attributed_to(plain[start:end]):
            return (_attribution(block, start + by[0], start + by[1]),), ""
        if found := sources.within(block.start, block.end, "paragraph"):
            return found, sources.social(block.start, block.end)
        for near in (at - 1, at + 1):
            if 0 <= near < len(spans) and (by := attributed_to(plain[slice(*spans[near])])):
                return (_attribution(block, spans[near][0] + by[0], spans[near][0] + by[1]),), ""
        return sources.around(index), ""


def _attribution(block: Block, start: int, end: int) -> SourceInScope:
    return SourceInScope("document", block.plain[start:end], *block.place(start, end), "attribution")


def _is_quoted(document: Document, block: Block) -> bool:
    """Whether the block stands in a block quotation: its words are another's."""
    parent = block.parent
    while parent >= 0:
        if document.blocks[parent].kind == "quote":
            return True
        parent = document.blocks[parent].parent
    return False
