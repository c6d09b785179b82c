"""A pasted article and its page → whether its words, its title and its date are the page's, and how much it holds."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from provlint.model.document import Block, Document
from provlint.model.facts import Excerpt
from provlint.model.matches import Match, MatchEdit, PageText, Verified
from provlint.model.words import MatchKind
from provlint.page.plain import plain_page
from provlint.page.wording import segments
from provlint.text.dates import iso_date
from provlint.text.differing import both_wordings
from provlint.text.fragments import text_fragment, with_fragment
from provlint.text.people import differ
from provlint.text.visible import cut
from provlint.verify.extent import extent
from provlint.verify.source import SourceIndex
from provlint.verify.verify import Source

_PROSE = frozenset(("paragraph", "list-item", "quote"))
_CHANGED = frozenset(("altered", "spliced"))
_MOST_TOLD = 5  # further paragraphs whose differences are told
_SHOWN = 90  # characters
_FEWEST_IN_TITLE = 3  # words
_SAME_TITLE = 0.7  # of its words, from which on a title is the page's with words changed, and no other title
_MOST_TITLES = 12
_MOST_EDITS = 2
_CLOCKS = 1  # day by which the dates of one moment may differ round the world


class Pasted(NamedTuple):
    """What somebody pasted: its paragraphs, its title and the line that says when it was published."""

    paragraphs: tuple[Block, ...]
    title: Block | None = None
    date: Block | None = None

    @classmethod
    def of(cls, document: Document, excerpt: Excerpt, fewest: int) -> "Pasted":
        """The parts of an excerpt; paragraphs of fewer than `fewest` words are bylines, captions, headings."""
        blocks = document.blocks  # by their starts
        first, last = (bisect_left(blocks, at, key=lambda block: block.start) for at in (excerpt.start, excerpt.end))
        inside = [block for block in blocks[first:last] if block.end <= excerpt.end]
        prose = (block for block in inside if block.kind in _PROSE and len(block.plain.split()) >= fewest)
        return cls(
            tuple(prose),
            next((block for block in inside if block.kind == "title" and block.plain), None),
            next((block for block in inside if block.kind == "dateline" and block.plain), None),
        )

    @property
    def text(self) -> str:
        """All paragraphs."""
        return "\n\n".join(block.plain for block in self.paragraphs)


def compared(base: Verified, pasted: Pasted, source: Source) -> list[Verified]:
    """The excerpt beside its page; its title and date too, where its paragraphs stand there."""
    body = _body(base, pasted.paragraphs, source)
    if not body.match.passage and body.match.kind != "altered":
        return [body]
    page = source.index.page
    others = (_title(base, pasted.title, page), _date(base, pasted.date, page))
    return [body, *(one._replace(title=body.title, date=body.date) for one in others if one)]


def with_match(base: Verified, source: Source, match: Match) -> Verified:
    """What was compared, with all that its page says."""
    page = source.index.page
    directive = ""
    if match.passage and match.passage.region in ("article", "furniture"):
        directive = text_fragment(match.passage.text, match.passage.before, match.passage.after)
    return base._replace(
        match=match,
        respoken=differ(base.speaker, match.speaker),
        title=page.title,
        date=page.date,
        fragment=with_fragment(base.source, directive) if directive else "",
    )


def with_extent(one: Verified, source: Source, matches: Sequence[Match]) -> Verified:
    """The same with how much of the page's article it holds, and where it was cut."""
    held = extent(source.index, [match.passage for match in matches if match.passage])
    return one._replace(share=held.share, remarks=(*one.remarks, *held.remarks))


def _body(base: Verified, paragraphs: Sequence[Block], source: Source) -> Verified:
    """The paragraphs taken together: one that differs stands for all, and the others are told."""
    matches = [source.verify(block.plain) for block in paragraphs]
    found = [number for number, match in enumerate(matches) if match.passage]
    if not found:
        return with_match(base, source, matches[0])
    # A paragraph between two that stand there was put in; at the ends, pages are cut and people add notes.
    put_in = [number for number in range(found[0], found[-1]) if matches[number].kind == "missing"]
    for number in put_in:
        matches[number] = _put_in(paragraphs[number].plain, matches[number])
    changed = [number for number, match in enumerate(matches) if match.kind in _CHANGED]
    first = changed[0] if changed else found[0]
    absent = len(matches) - len(found) - len(put_in)
    kind: MatchKind = "altered" if changed else "marked" if absent else matches[first].kind
    reason = _told(len(changed), len(matches)) if changed else matches[first].reason
    match = matches[first]._replace(
        kind=kind,
        reason=reason,
        word_count=sum(match.word_count for match in matches),
        matched=sum(matches[number].matched for number in found),
    )
    made = with_match(base._replace(text=paragraphs[first].plain), source, match)
    made = made._replace(remarks=tuple(_others(paragraphs, matches, changed[1:], absent)))
    return with_extent(made, source, [matches[number] for number in found])


def _put_in(words: str, match: Match) -> Match:
    edit = MatchEdit("added", words, "", 0, len(words), False)
    return match._replace(kind="altered", reason="it does not stand on the page", difference=(edit,), short=False)


def _told(changed: int, count: int) -> str:
    return (
        f"{changed} of its {count} paragraphs {'differs' if changed == 1 else 'differ'}" if count > 1 else "it differs"
    )


def _others(
    paragraphs: Sequence[Block], matches: Sequence[Match], changed: Sequence[int], absent: int
) -> Iterator[str]:
    """What is to be said of the paragraphs beside the first that differs."""
    for number in changed[:_MOST_TOLD]:
        quoted, there = both_wordings(paragraphs[number].plain, matches[number])
        yield f"also “{there}” there, “{quoted}” here"
    if len(changed) > _MOST_TOLD:
        yield f"{len(changed) - _MOST_TOLD} more paragraphs differ"
    if absent:
        words = next(block.plain for block, one in zip(paragraphs, matches, strict=True) if one.kind == "missing")
        yield f"{absent} of its paragraphs {'is' if absent == 1 else 'are'} not on the page: “{cut(words, _SHOWN)}”"


def _title(base: Verified, block: Block | None, page: PageText) -> Verified | None:
    """The title beside the titles that the page has: one of them, one with words changed, or another."""
    if block is None or len(block.plain.split()) < _FEWEST_IN_TITLE or block.plain.rstrip().endswith(("…", "...")):
        return None
    titles = [title for title in page.titles()[:_MOST_TITLES] if title]
    if not titles:
        return None
    made = base._replace(kind="title", start=block.start, end=block.end, text=block.plain)
    compared = [(_beside(block.plain, title), title) for title in titles]
    best, title = max(compared, key=lambda one: (one[0].kind != "altered", one[0].matched))
    if best.kind not in ("altered", "spliced", "missing"):
        return made._replace(match=best._replace(kind="verbatim", reason="", difference=()))
    if _has_segment(block.plain, titles):
        return None  # with the name of its site
    edits = [edit for edit in best.difference if not edit.marked]
    if best.kind == "altered" and best.matched >= _SAME_TITLE * best.word_count and len(edits) <= _MOST_EDITS:
        return made._replace(match=best)
    return made._replace(match=Match("missing", f"its page has another title, “{cut(title, _SHOWN)}”"))


def _beside(title: str, theirs: str) -> Match:
    return Source(SourceIndex(plain_page(theirs))).verify(title)


def _has_segment(title: str, titles: Sequence[str]) -> bool:
    own = [part for part in segments(title)[1:] if len(part.split()) >= _FEWEST_IN_TITLE]
    theirs = {part for other in titles for part in segments(other)}
    return any(part in theirs for part in own)


def _date(base: Verified, block: Block | None, page: PageText) -> Verified | None:
    """The day of an excerpt beside the days on which the page says it was published or changed."""
    written = iso_date(block.plain) if block else None
    days = sorted({day for told in page.days() if (day := iso_date(told))})
    if block is None or written is None or not days:
        return None
    made = base._replace(kind="date", start=block.start, end=block.end, text=block.plain)
    if any(abs((date.fromisoformat(written) - date.fromisoformat(day)).days) <= _CLOCKS for day in days):
        return made._replace(match=Match("verbatim", word_count=1, matched=1))
    published = iso_date(page.date) or days[0]
    edit = MatchEdit("replaced", block.plain, published, 0, len(block.plain), False)
    return made._replace(match=Match("altered", "its page gives another day", difference=(edit,), word_count=1))
