"""Prose → its claims: sentences that state something a reader could check, scored, with reasons and sources."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.extract.claims.attributions import attributed_to, document_named
from provlint.extract.claims.prose import Prose
from provlint.extract.claims.reasons import reasons
from provlint.extract.claims.scores import score
from provlint.extract.claims.signs import SignReader
from provlint.extract.claims.sources import Sources, is_item
from provlint.extract.claims.studies import Studies
from provlint.extract.claims.vetoes import is_statement, speaks, veto
from provlint.extract.claims.word_sets import word_set
from provlint.model.document import Block, Document
from provlint.model.facts import Claim, SourceInScope
from provlint.model.words import Genre
from provlint.text.sentences import split

#: Kinds of blocks whose sentences are listed when every sentence is asked for.
_LISTED = frozenset({"paragraph", "list-item", "quote", "excerpt", "post", "heading", "title", "caption"})
#: From which score a sentence is a claim. At .6 sentences of debates labelled as check-worthy are found four times in
#: five; other genres need more (see `genres`).
_LEAST: dict[Genre, float] = {"prose": 0.6, "how-to": 0.9, "changelog": 0.95, "reference": 0.9, "readme": 0.9}
_SENTENCES_BACK = 8  # of a paragraph before that are looked through
_SHORTEST = 25  # characters of a sentence that can say who did what
#: What a network counts of its own posts and profiles: of such a figure the post is the record, not hearsay.
_COUNTED_BY_NETWORKS = word_set(
    "follower followers subscriber subscribers view views viewer viewers watched likes liked share shares shared",
    "tweet tweets tweeted retweet retweets retweeted comment comments impressions engagements plays fans members reach",
    "reached trended trending hashtag posted posts published",
)


def every_sentence(document: Document, reader: SignReader) -> Iterator[Claim]:
    """Each sentence of a document with its score, whatever it says and whoever says it; sources are not looked for."""
    for block in document.blocks:
        if block.plain and block.kind in _LISTED:
            for start, end in split(block.plain):
                text = block.plain[start:end]
                signs = reader.read(text)
                yield Claim(*block.place(start, end), score(signs), reasons(text, signs.counts))


def claims(blocks: Sequence[Prose], genre: Genre, sources: Sources, reader: SignReader) -> Iterator[Claim]:
    """The claims in source order, each with what a reader could check it by."""
    least = _LEAST[genre]
    studies = Studies(blocks, sources)
    for place, prose in enumerate(blocks):
        if len(prose.plain) < _SHORTEST or not reader.may_concern(prose.plain, prose.words):
            continue
        for at, words in enumerate(prose.words):
            start, end = prose.spans[at]
            text = prose.plain[start:end]
            if end - start < _SHORTEST or speaks(words) or not reader.may_state(text, words):
                continue
            if not is_statement(text):  # `veto` says so too; it costs less to ask before signs are counted
                continue
            signs = reader.count(text, words)
            graded = score(signs)
            if graded < least or not (named := reasons(text, signs.counts)) or veto(text, signs):
                continue
            backed, social = _backed(prose, at, sources, _beside(blocks, place))
            if not backed and (study := studies.behind(prose)):
                backed = (study,)
            yield Claim(*prose.block.place(start, end), graded, named, backed, social, genre)


class _Beside(NamedTuple):
    """Up to two paragraphs before one and one after it, with no heading or other kind of block between."""

    before: tuple[Prose, ...]
    after: tuple[Prose, ...]


def _beside(blocks: Sequence[Prose], place: int) -> _Beside:
    number = blocks[place].number
    before = tuple(
        blocks[place - step] for step in (1, 2) if place >= step and blocks[place - step].number == number - step
    )
    after = blocks[place + 1 : place + 2]
    return _Beside(before, tuple(prose for prose in after if prose.number == number + 1))


def _backed(prose: Prose, at: int, sources: Sources, beside: _Beside) -> tuple[tuple[SourceInScope, ...], str]:
    """The sources of sentence `at`, nearest scope first, and the network if it rests on posts and nothing else."""
    block, spans = prose.block, prose.spans
    zone = prose.zone(at)
    found = sources.within(*zone, "sentence") + sources.named(block, *spans[at])
    if found:
        return found, "" if not _COUNTED_BY_NETWORKS.isdisjoint(prose.words[at]) else sources.social(*zone)
    if by := attributed_to(prose.plain[slice(*spans[at])]):
        return (_attribution(block, spans[at][0], by),), ""
    if found := sources.within(block.start, block.end, "paragraph"):
        return found, ""  # a link elsewhere in the paragraph may be there for another sentence
    for near in (at - 1, at + 1):
        if 0 <= near < len(spans) and (by := attributed_to(prose.plain[slice(*spans[near])])):
            return (_attribution(block, spans[near][0], by),), ""
    if found := sources.around(prose.number):
        return found, sources.network(found[0].text) if found[0].scope == "post" else ""
    named = _named_beside(beside, is_first=at == 0, is_last=at == len(spans) - 1) or _named_above(prose, sources)
    return (named,) if named else (), ""


def _named_above(item: Prose, sources: Sources) -> SourceInScope | None:
    """Whom the lines that introduce a list name as the source of what its items say."""
    if not is_item(item.block):
        return None
    for block in sources.introducing(item.number):
        for first, last in split(block.plain)[-_SENTENCES_BACK:]:
            text = block.plain[first:last]
            if by := attributed_to(text) if text.rstrip().endswith(":") else document_named(text):
                return _attribution(block, first, by)
    return None


def _named_beside(beside: _Beside, *, is_first: bool, is_last: bool) -> SourceInScope | None:
    """A document that a neighbouring paragraph names as the source of its figures.

    The paragraph before is looked through whole, for a report goes on for a while; the one after only where it begins.
    """
    near = [(prose, span) for prose in beside.before if is_first for span in prose.spans[-_SENTENCES_BACK:]]
    near += [(prose, prose.spans[0]) for prose in beside.after if is_last and prose.spans]
    for prose, span in near:
        if by := document_named(prose.plain[slice(*span)]):
            return _attribution(prose.block, span[0], by)
    return None


def _attribution(block: Block, start: int, by: tuple[int, int]) -> SourceInScope:
    first, last = start + by[0], start + by[1]
    return SourceInScope("document", block.plain[first:last].strip(), *block.place(first, last), "attribution")
