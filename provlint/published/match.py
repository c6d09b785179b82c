"""What comparing a quotation with its page gives, as a pydantic model."""

from typing import Annotated

from pydantic import Field

from provlint.model.matches import Match as Found
from provlint.model.words import MatchEditKind, MatchKind, PageRegion
from provlint.published.parts import Count, End, Shape, Start, Text

PageStart = Annotated[int, Field(ge=0, description="first code point, from 0 in the page as given")]
PageEnd = Annotated[int, Field(ge=0, description="the code point after the last one")]


class Passage(Shape):
    """The place on the page where the quotation's words stand."""

    start: PageStart
    end: PageEnd
    text: Text = Field(description="the passage as a reader sees it, white space as single blanks")
    region: PageRegion = Field(description="where on the page it stands")
    before: Text = Field(description="the words that lead up to it")
    after: Text = Field(description="the words that follow it")
    ending: Text | None = Field(description="the clause that limits it, where the quotation stops before")


class Difference(Shape):
    """One stretch in which quotation and passage differ."""

    kind: MatchEditKind = Field(description="added, dropped or replaced; elided by an ellipsis; cut from the end")
    quoted: Text = Field(description="the quotation's words; empty where it has none")
    source: Text = Field(description="the page's words; empty where it has none")
    start: Start
    end: End
    marked: bool = Field(description="brackets or an ellipsis show it")


class Match(Shape):
    """What a page says of a quotation."""

    kind: MatchKind = Field(description="the verdict in one word")
    reason: Text | None = Field(description="why, in words; null where the word says all")
    passage: Passage | None = Field(description="where the words stand; null when they were not found")
    difference: list[Difference] = Field(description="the edits between quotation and passage, word by word")
    speaker: Text | None = Field(description="whom the page gives the words to; null when it does not say")
    short: bool = Field(description="the quotation is too short to tell it from chance")
    words: Count = Field(description="words of the quotation, insertions left out")
    matched: Count = Field(description="how many of them stand in the passage")


def published_match(found: Found) -> Match:
    """The model of what was found; `start:end` of a difference are offsets into the quotation."""
    passage = found.passage
    return Match(
        kind=found.kind,
        reason=found.reason or None,
        passage=Passage(
            start=passage.start,
            end=passage.end,
            text=passage.text,
            region=passage.region,
            before=passage.before,
            after=passage.after,
            ending=passage.ending or None,
        )
        if passage
        else None,
        difference=[Difference(**edit._asdict()) for edit in found.difference],
        speaker=(found.speaker.name or found.speaker.text) if found.speaker else None,
        short=found.short,
        words=found.word_count,
        matched=found.matched,
    )
