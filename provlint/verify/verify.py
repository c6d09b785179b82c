"""A quotation and the words of its page → what the page says of it. Pure; the page is indexed once (`SourceIndex`)."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from provlint.model.facts import Speaker
from provlint.model.matches import Match, MatchEdit
from provlint.text.people import agree, differ
from provlint.verify.chain import chain
from provlint.verify.clauses import language_of, limiting_clause, sentences_between
from provlint.verify.differences import Differences, differences
from provlint.verify.frames import denying_frame, negation_left_out
from provlint.verify.passage import passage
from provlint.verify.place import Place
from provlint.verify.quotation import Quoted, leave_accents, read_quotation
from provlint.verify.sameness import negated
from provlint.verify.source import SourceIndex
from provlint.verify.voices import Voices

_SHORT = 2  # words: so few stand on a page by chance
_FAR = 3  # sentences that may end inside what an ellipsis leaves out
_FAR_WORDS = 120
_FEW = 3  # words: with so few left out, a negation among them is what is left out

#: The speaker of the words at a span of the page's text, None when the page does not say.
SpeakerAt = Callable[[int, int], Speaker | None]


class Source:
    """A page ready for any number of quotations."""

    def __init__(self, index: SourceIndex, speaker_at: SpeakerAt = lambda _, __: None) -> None:
        self.index = index
        self.voices = Voices(index)
        self.speaker_at = speaker_at
        self.language = language_of(index)
        if self.language == "en":
            index.leave_accents()

    def verify(self, quotation: str) -> Match:
        """What the page says of a quotation, given as rendered words without its marks."""
        quoted = read_quotation(quotation)
        return _Comparison(self, leave_accents(quoted) if self.language == "en" else quoted).match()


class _Found(NamedTuple):
    """The parts that stand on the page: which of the quotation's, where, and how they differ."""

    number: int
    place: Place
    differences: Differences


class _Comparison:
    """One quotation on its way to a verdict."""

    def __init__(self, source: Source, quoted: Quoted) -> None:
        self.source, self.quoted = source, quoted
        self.index, self.page = source.index, source.index.page
        self.count = quoted.word_count

    def match(self) -> Match:
        short = self.count <= _SHORT
        if not self.count:
            return Match("missing", "it holds no words to look for", short=True)
        if not len(self.index):
            return Match(
                "unavailable", self.page.unavailable() or "it holds no words", short=short, word_count=self.count
            )
        chosen = chain(self.quoted.parts, self.index)
        found = [
            _Found(number, place, self._differences(number, place))
            for number, place in enumerate(chosen)
            if place is not None
        ]
        if not found:
            return self._missing(short)
        match = self._judged(found)
        if short:
            match = match._replace(short=True, reason=match.reason or "so few words may stand there by chance")
        return match

    def _differences(self, number: int, place: Place) -> Differences:
        part, source = self.quoted.parts[number], self.source
        return differences(self.quoted.text, part, place, self.index, source.voices, source.language)

    def _missing(self, short: bool) -> Match:
        if why := self.page.unavailable():
            return Match("unavailable", why, short=short, word_count=self.count)
        reason = "too few words to judge" if short else "no passage of the page is like them"
        return Match("missing", reason, short=short, word_count=self.count)

    def _judged(self, found: list[_Found]) -> Match:
        places = [one.place for one in found]
        matched = sum(place.matched for place in places)
        seen = passage(self.index, places)
        edits = self._edits(found)
        changed = sum(one.differences.changed for one in found)
        lost = sum(len(part.forms) for part in self.quoted.parts) - sum(
            len(self.quoted.parts[one.number].forms) for one in found
        )
        base = Match("verbatim", "", seen, edits, word_count=self.count, matched=matched)
        if (lost or (changed and self._at_the_end(places[-1]))) and (why := self.page.unavailable()):
            return base._replace(kind="unavailable", reason=why)
        base = base._replace(speaker=self._speaker(places))
        if spliced := self._spliced(places):
            return base._replace(kind="spliced", reason=spliced)
        if denied := self._denial_left_out(places):
            return base._replace(kind="altered", reason=denied)
        if lost:
            return base._replace(kind="altered", reason="a part of it does not stand on the page")
        turned = next((one.differences.turned for one in found if one.differences.turned), "")
        if changed or turned:
            return base._replace(kind="altered", reason=turned or _changed(changed))
        if mixed := self._mixed(places):
            return base._replace(kind="altered", reason=mixed)
        if limit := self._limit(places[-1]):
            cut = MatchEdit("cut", "", limit, len(self.quoted.text), len(self.quoted.text), False)
            clipped = seen._replace(ending=limit)
            return base._replace(
                kind="clipped", reason="its sentence goes on", passage=clipped, difference=(*edits, cut)
            )
        if frame := self._negation(places[0]) or self._frame(places[0]):
            cut = MatchEdit("cut", "", frame, 0, 0, False)
            return base._replace(kind="clipped", reason="its sentence begins by denying it", difference=(cut, *edits))
        if edits:
            return base._replace(kind="marked", reason="all that differs is marked")
        return base

    def _edits(self, found: Sequence[_Found]) -> tuple[MatchEdit, ...]:
        """The edits of all parts, and what the ellipses between them leave out."""
        edits = [edit for one in found for edit in one.differences.edits]
        missing = set(range(len(self.quoted.parts))) - {one.number for one in found}
        for number in missing:
            words = self.quoted.parts[number].words
            start, end = words[0].start, words[-1].end
            edits.append(MatchEdit("added", " ".join(self.quoted.text[start:end].split()), "", start, end, False))
        for one, two in pairwise(found):
            if two.number == one.number + 1 and two.place.first > one.place.last:
                start, end = self._gap(one.number)
                left_out = self.index.text(one.place.last, two.place.first, 40)
                edits.append(MatchEdit("elided", self.quoted.text[start:end].strip(), left_out, start, end, True))
        return tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))

    def _gap(self, number: int) -> tuple[int, int]:
        parts = self.quoted.parts
        return parts[number].words[-1].end, parts[number + 1].words[0].start

    def _spliced(self, places: Sequence[Place]) -> str:
        """Why the parts do not make one statement; "" if they do."""
        for one, two in pairwise(places):
            if two.first < one.last:
                return "its parts stand in another order on the page"
            if self.index.block(one.last - 1).section != self.index.block(two.first).section:
                return "its parts come from different sections of the page"
            count = sentences_between(self.index, one.last, two.first)
            if count > _FAR or two.first - one.last > _FAR_WORDS:
                return f"its parts stand {max(count, 2)} sentences apart"
            if why := self._two_voices(one, two):
                return why
        return ""

    def _denial_left_out(self, places: Sequence[Place]) -> str:
        """Whether an ellipsis stands for a "not" and little else: "we will … sell" for "we will not sell"."""
        for one, two in pairwise(places):
            words = range(one.last, two.first)
            if not 0 < len(words) <= _FEW or any(self.index.between(word).strip() for word in (*words, two.first)):
                continue
            if negated([self.index.forms[word] for word in words]) % 2:
                return "the ellipsis leaves out a negation"
        return ""

    def _two_voices(self, one: Place, two: Place) -> str:
        turns = self.source.voices.turn(one.last - 1), self.source.voices.turn(two.first)
        if all(turns) and turns[0] != turns[1]:
            return f"one part is {turns[0]}'s, the other {turns[1]}'s"
        first, second = self.source.voices.utterance(one.last - 1), self.source.voices.utterance(two.first)
        if (first is None) != (second is None):
            return "one part is quoted on the page, the other is the page's own"
        return self._two_speakers(one, two)

    def _two_speakers(self, one: Place, two: Place) -> str:
        first, second = self.source.voices.utterance(one.last - 1), self.source.voices.utterance(two.first)
        if first and second and first != second:
            speakers = self._speaker([one]), self._speaker([two])
            if differ(*speakers):
                return f"one part is {_named(speakers[0])}'s, the other {_named(speakers[1])}'s"
        return ""

    def _of_two_entries(self, one: Place, two: Place) -> str:
        """Whether two pieces stand in two entries of a page, and not surely by one speaker: a live blog's posts."""
        if self.index.block(one.last - 1).section == self.index.block(two.first).section:
            return ""
        here, there = self._speaker([one]), self._speaker([two])
        if here is None or there is None or "pronoun" in (here.kind, there.kind) or agree(here, there):
            return ""
        return f"one part is {_named(here)}'s, the other {_named(there)}'s, in another entry of the page"

    def _mixed(self, places: Sequence[Place]) -> str:
        """Whether what stands between two pieces of one part ends the words of a speaker and begins another's."""
        for place in places:
            for gap in place.gaps:
                if gap.first == gap.last and place.first < gap.begin < gap.end < place.last:
                    before = max(place.first, self.index.starts[self.index.block_number(gap.begin - 1)])
                    after = self._end_of_block(gap.end, place.last)
                    one, two = Place(before, gap.begin, 0, 0), Place(gap.end, after, 0, 0)
                    if why := self._two_speakers(one, two) or self._of_two_entries(one, two):
                        return why
        return ""

    def _end_of_block(self, word: int, last: int) -> int:
        number = self.index.block_number(word) + 1
        return min(last, self.index.starts[number]) if number < len(self.index.starts) else last

    def _speaker(self, places: Sequence[Place]) -> Speaker | None:
        place = places[0]
        if self.index.block(place.first).region == "data" or not self.source.voices.utterance(place.first):
            return None
        return self.source.speaker_at(self.index.span(place.first)[0], self.index.span(place.last - 1)[1])

    def _limit(self, place: Place) -> str:
        if self.quoted.ends:
            return ""
        return limiting_clause(self.index, place.first, place.last, self.source.language)

    def _frame(self, place: Place) -> str:
        if self.quoted.opens or self.quoted.parts[0].words[0].inserted:
            return ""
        return denying_frame(self.index, place.first, self.source.language)

    def _negation(self, place: Place) -> str:
        first = self.quoted.parts[0].words[0]
        if self.quoted.opens or first.inserted or (place.gaps and place.gaps[0].first == 0):
            return ""
        return negation_left_out(self.index, place.first, place.last, self.quoted.text[first.start])

    def _at_the_end(self, place: Place) -> bool:
        """Whether a place runs into the end of its block in words that differ, as before a wall."""
        gap = place.gaps[-1] if place.gaps else None
        return bool(
            gap
            and gap.last > gap.first
            and self.index.block_number(place.last - 1) != self.index.block_number(gap.begin)
        )


def _named(speaker: Speaker | None) -> str:
    return (speaker.name or speaker.text) if speaker else ""


def _changed(count: int) -> str:
    return f"{count} {'word is' if count == 1 else 'words are'} changed with nothing to show it"
