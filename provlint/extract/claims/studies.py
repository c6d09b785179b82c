"""Blocks of prose → the study, poll or report that a text goes on to tell about, paragraph after paragraph.

News of a poll names it once and then gives its figures; that it is still told of shows where the text takes it up with
"the report", "the survey", "respondents" (definite and bridging noun phrases: Clark, "Bridging", 1975).
"""

from bisect import bisect_right
from collections.abc import Sequence

from provlint.extract.claims.prose import Prose
from provlint.extract.claims.sources import Sources
from provlint.extract.claims.word_sets import word_set
from provlint.model.facts import SourceInScope
from provlint.text.patterns import lazy

_NOUN = r"(?:report|survey|study|poll|polling|census|research|analysis|index|questionnaire)"
_NOUNS = word_set(
    "report survey study poll polling census research analysis index questionnaire surveyed polled respondents",
    "respondent researchers pollsters interviewed",
)
_WHO = r"[A-Z][\w.&’'-]*+"
#: A study with whoever made it: "a Pew survey", "a survey by the Harbour Union", "Pew surveyed 1,200 people".
_NAMED = lazy(
    rf"\b{_WHO}(?:\s(?:{_WHO}|of|for|and|the)){{0,6}}\s(?:[a-z][\w-]*+\s){{0,2}}{_NOUN}\b"
    rf"|\b{_NOUN}\s(?:[a-z]+\s){{0,2}}(?:by|from|of|at)\s(?:the\s)?{_WHO}"
    rf"|\b{_WHO}\s(?:(?:has|have|had|recently|also|just)\s){{0,2}}(?:surveyed|polled|interviewed)\b"
)
_NOUN_ALONE = lazy(rf"\b{_NOUN}\b")
_TAKEN_UP = lazy(
    r"\b(?:the|this|that|its|their|these)\s(?:[\w-]+\s){0,2}"
    r"(?:report|survey|study|poll|researchers?|pollsters?|research|analysis|findings)\b"
    r"|\b(?:respondents?|those\s(?:surveyed|polled|asked|interviewed)|(?:were|was)\s(?:surveyed|polled|interviewed))\b"
)
_OPENING = 4  # paragraphs in which a text names the study that all of it is about
_OFTEN = 2  # sentences that take it up in such a text


class Studies:
    """Where a document names studies, and where it takes them up again; told when a claim first asks."""

    def __init__(self, blocks: Sequence[Prose], sources: Sources) -> None:
        self._blocks = blocks
        self._sources = sources
        around = sources.document.blocks
        self._headings = [number for number, block in enumerate(around) if block.kind in ("heading", "title")]
        self._read = False
        self._named: dict[int, SourceInScope] = {}  # section → the first study it names
        self._last: dict[int, int] = {}  # section → the last block that takes one up
        self._count = 0  # of sentences that do
        self._opening: SourceInScope | None = None

    def behind(self, prose: Prose) -> SourceInScope | None:
        """The study that a block's figures are from, as far as the text shows that it still speaks of one."""
        if not self._read:
            self._look()
        section = self._section(prose.number)
        named = self._named.get(section)
        place = prose.block.start
        if named and named.start < place and self._last.get(section, -1) >= prose.number:
            return named
        often = self._count >= _OFTEN
        return self._opening if often and self._opening and self._opening.start < place else None

    def _section(self, number: int) -> int:
        return bisect_right(self._headings, number)

    def _look(self) -> None:
        self._read = True
        for place, prose in enumerate(self._blocks):
            if prose.lacks(_NOUNS):
                continue
            section = self._section(prose.number)
            for at, (start, end) in enumerate(prose.spans):
                text = prose.plain[start:end]
                if section not in self._named and (study := self._study(prose, at, text)):
                    self._named[section] = study
                    if place < _OPENING:
                        self._opening = self._opening or study
                elif _TAKEN_UP.search(text):
                    self._last[section] = prose.number
                    self._count += 1

    def _study(self, prose: Prose, at: int, text: str) -> SourceInScope | None:
        """The study a sentence names: with whoever made it, or with a link."""
        found = _NAMED.search(text)
        if found is None and (alone := _NOUN_ALONE.search(text)) and self._sources.within(*prose.zone(at), "sentence"):
            found = alone
        if found is None:
            return None
        start = prose.spans[at][0]
        place = prose.block.place(start + found.start(), start + found.end())
        return SourceInScope("document", found[0], *place, "attribution")
