"""What the sources of a document's quotations say of them → the records that rules are judged on."""

from collections.abc import Iterator, Sequence

from provlint.judge.subject import CUT, Subject
from provlint.model.document import Document
from provlint.model.facts import Speaker
from provlint.model.matches import Match, Verified
from provlint.model.record_matches import MatchRecord
from provlint.text.differing import both_wordings, unmarked

_WHOLE = frozenset(("excerpt", "title", "date"))  # of a pasted article


def subjects(document: Document, verified: Sequence[Verified]) -> Iterator[Subject]:
    """The quotations that were compared, each at its place; a fix may put the source's words there."""
    for one in verified:
        plain = document.source[one.start : one.end] == one.text
        yield Subject(_record(document, one), one.start, one.end, replaceable=plain)


def _record(document: Document, one: Verified) -> MatchRecord:
    match = one.match
    quoted, source = both_wordings(one.text, match)
    return MatchRecord(
        path=document.path,
        format=document.format,
        kind=match.kind,
        what=one.kind,
        text=one.text[:CUT],
        source=one.source,
        source_scope=one.scope,
        source_place=one.place,
        reason=_reason(one),
        quoted_words=quoted,
        source_words=source,
        passage=match.passage.text if match.passage else "",
        ending=match.passage.ending if match.passage else "",
        difference_count=len(unmarked(match)),
        word_count=match.word_count,
        matched_percent=_percent(match),
        share=one.share,
        short=match.short,
        speaker=_name(one.speaker),
        source_speaker=_name(match.speaker),
        respoken=one.respoken,
        source_title=one.title[:CUT],
        source_date=one.date,
    )


def _reason(one: Verified) -> str:
    """Why, with all that else is to be said where a message has nothing better to show."""
    told = one.kind in _WHOLE or one.match.kind in ("missing", "unavailable")
    return "; ".join(filter(None, (one.match.reason, *(one.remarks if told else ()))))


def _percent(match: Match) -> int:
    return 100 * match.matched // match.word_count if match.word_count else 0


def _name(speaker: Speaker | None) -> str:
    return (speaker.name or speaker.text) if speaker else ""
