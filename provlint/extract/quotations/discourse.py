"""Paragraph after paragraph → each chunk with its speaker, also where only the sentences around it tell."""

from collections.abc import Iterable
from typing import NamedTuple

from provlint.extract.quotations import grammar
from provlint.extract.quotations.clauses import Clauses, clauses, is_headline
from provlint.extract.quotations.containers import signed_by
from provlint.extract.quotations.kinds import is_running, is_sure, is_term, is_title
from provlint.extract.quotations.lexicon import Lexicon
from provlint.extract.quotations.pairs import Pair
from provlint.extract.quotations.paragraphs import Paragraph
from provlint.extract.quotations.speakers import NOBODY, Found, How, Speech
from provlint.model.document import Block
from provlint.text.sentences import split

_LONGEST_INTRODUCTION = 2000  # characters
_SHORTEST_MONOLOGUE = 45  # characters
_FEWEST_TOLD = 3  # quotations with a cue that make a text one that quotes people
#: Kinds of cues after which the next sentence may be the speaker's own.
_HANDS_ON = frozenset(("say", "tell", "call", "judge"))
_NO_PERSON = frozenset(("this", "these", "that", "it", "its", "their", "you", "there"))
_WEAK_WAYS = frozenset(("none", "clause", "possessive"))


class Mention(NamedTuple):
    """Words of a paragraph that name a speaker or a cue: `block.plain[start:end]`, and the letter of the first."""

    block: Block
    start: int
    end: int
    letter: str = ""

    @property
    def text(self) -> str:
        """The words as rendered."""
        return self.block.plain[self.start : self.end]


class Said(NamedTuple):
    """One chunk, who speaks it and by which way that was told."""

    paragraph: Paragraph
    chunk: Pair
    group: int
    how: How
    direct: bool  # an utterance of its own, not a phrase in the writer's sentence
    term: bool
    speaker: Mention | None = None
    cue: Mention | None = None
    antecedent: Mention | None = None  # whom a relative pronoun stands for
    goes_on: bool = False  # left open, and the next paragraph goes on
    sure: bool = True  # enough stands beside it to call it a quotation, and its speaker by that name, in any text
    running: bool = True  # running text, too long for a term


class Discourse:
    """Reads paragraphs in order and remembers who spoke last."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.group = 0
        self.last: Said | None = None  # the last chunk with a speaker
        self.before: Paragraph | None = None  # the paragraph read before
        self.spoke_before = False  # whether `last` stands in it, or it goes on from `last`

    def read(self, paragraph: Paragraph) -> list[Said]:
        """The chunks of the next paragraph, those inside others after those that hold them."""
        if not paragraph.chunks:
            self.before = paragraph
            self.spoke_before = False
            return []
        outer = [chunk for chunk in paragraph.chunks if not chunk.depth]
        plain = paragraph.block.plain
        headline = is_headline(plain, outer)
        read = clauses(plain, outer, [end for _, end in split(plain)], self.words, headline)
        said = self._outer(paragraph, Speech(plain, outer, read, headline))
        self.before = paragraph
        self.spoke_before = any(one.speaker for one in said)
        inner = [chunk for chunk in paragraph.chunks if chunk.depth]
        return said + [self._inner(paragraph, chunk) for chunk in inner]

    def _outer(self, paragraph: Paragraph, speech: Speech) -> list[Said]:
        said: list[Said] = []
        found = speech.found()
        for number in range(len(speech.chunks)):
            one = self._one(paragraph, speech, number, found, said)
            said.append(one)
            if one.speaker:
                self.last = one
        return said

    def _one(self, paragraph: Paragraph, speech: Speech, number: int, found: list[Found], said: list[Said]) -> Said:
        chunk, own = speech.chunks[number], found[number]
        previous = said[-1] if said else None
        if number == 0 and paragraph.continues and self.last:
            return self._carried(paragraph, chunk, self.last, self.last.group)
        opens = speech.opens_sentence(number) or (number > 0 and speech.resumes(number, found[number - 1]))
        if own.how in _WEAK_WAYS and speech.is_full(number) and opens:
            carried = self._around(paragraph, speech, number, found, previous)
            if carried:
                return carried
        if own.how == "none" and number + 1 == len(found) and (signed := self._signed(paragraph, speech, chunk)):
            return signed
        term = is_term(speech, number, own)
        group = self._group(own, found[number - 1] if number else NOBODY, previous)
        mentions = _mentions(paragraph.block, speech.words, own)
        goes_on = previous is not None and previous.direct and previous.group == group
        return Said(
            paragraph,
            chunk,
            group,
            own.how,
            goes_on or speech.is_direct(number, own),
            term,
            *mentions,
            sure=is_sure(speech, number, own),
            running=is_running(speech, number),
        )

    def _group(self, own: Found, before: Found, previous: Said | None) -> int:
        if previous and own.cue >= 0 and own.cue == before.cue and before.how == "after":
            return previous.group
        self.group += 1
        return self.group

    def _carried(self, paragraph: Paragraph, chunk: Pair, origin: Said, group: int) -> Said:
        return Said(
            paragraph, chunk, group, "carried", True, origin.term, origin.speaker, origin.cue, origin.antecedent
        )

    def _around(
        self, paragraph: Paragraph, speech: Speech, number: int, found: list[Found], previous: Said | None
    ) -> Said | None:
        """The speaker of a full utterance whose own sentence names none."""
        chunk = speech.chunks[number]
        if previous and previous.speaker and not previous.term and previous.how != "clause":
            return self._carried(paragraph, chunk, previous, previous.group)
        if number == 0 and speech.words.chunk_at[0] == 0:
            if introduced := self._introduced(paragraph, chunk):
                return introduced
        else:
            told = self._told_before(paragraph, speech, number)
            if told:
                return told
        following = found[number + 1] if number + 1 < len(found) else NOBODY
        if following.how == "after":
            self.group += 1
            mentions = _mentions(paragraph.block, speech.words, following)
            return Said(paragraph, chunk, self.group, "carried", True, False, *mentions)
        if number == 0 and self.spoke_before and self.last and self._is_alone(self.last, chunk, speech):
            return self._carried(paragraph, chunk, self.last, self.last.group)
        return None

    def _is_alone(self, last: Said, chunk: Pair, speech: Speech) -> bool:
        """Whether the paragraph is quoted words and nothing else, and no turn in a dialogue: both are long."""
        shortest = min(last.chunk.end - last.chunk.start, chunk.end - chunk.start)
        return shortest >= _SHORTEST_MONOLOGUE and speech.is_all_quoted

    def _signed(self, paragraph: Paragraph, speech: Speech, chunk: Pair) -> Said | None:
        """The name in the line below, where the paragraph is quoted words and nothing else."""
        below = paragraph.following
        place = signed_by(below) if below and speech.is_all_quoted else None
        if below is None or place is None:
            return None
        self.group += 1
        return Said(paragraph, chunk, self.group, "signature", True, False, Mention(below, *place, "N"))

    def _introduced(self, paragraph: Paragraph, chunk: Pair) -> Said | None:
        """The speaker whom the paragraph before names, if it ends in a colon or a cue."""
        before = self.before
        if before is None or not before.block.plain.rstrip().endswith((":", ",")):
            return None
        plain = before.block.plain
        cut = max(0, len(plain) - _LONGEST_INTRODUCTION)
        start = split(plain[cut:])[-1][0] + cut
        # The chunk is read as if it stood at the end of that sentence.
        masked, here = _stub(0, start), _stub(len(plain), len(plain))
        held = [pair for pair in before.chunks if not pair.depth and pair.opening >= start]
        read = clauses(plain, [masked, *held, here], [start], self.words)
        found = Speech(plain, [masked, *held, here], read).chunk(len(held) + 1)
        if found.start < 0:
            return None
        self.group += 1
        return Said(paragraph, chunk, self.group, "introduced", True, False, *_mentions(before.block, read, found))

    def _told_before(self, paragraph: Paragraph, speech: Speech, number: int) -> Said | None:
        """The subject of the sentence before, in the same paragraph."""
        at = speech.words.chunk_at[number]
        start = speech.letters.rfind(".", 0, at - 1) + 1
        subject = grammar.main_subject(speech.letters, start, at - 1)
        if subject is None:
            return None
        self.group += 1
        cues = speech.words.cues
        cue = next(
            (index for index in range(at - 1, start - 1, -1) if index in cues and cues[index].kind in _HANDS_ON), -1
        )
        if cue >= 0 and (closing := grammar.closing_speaker(speech.letters, start, at - 1)) and closing.cue == cue:
            subject = closing.start, closing.end
        if cue < 0 or speech.words.text(subject[0], subject[0] + 1).lower() in _NO_PERSON:
            return None
        found = Found(*subject, cue, "introduced")
        mentions = _mentions(paragraph.block, speech.words, found)
        chunk = speech.chunks[number]
        titled = is_title(speech.plain, chunk.start, chunk.end)
        return Said(paragraph, chunk, self.group, "introduced", True, titled, *mentions)

    def _inner(self, paragraph: Paragraph, chunk: Pair) -> Said:
        self.group += 1
        return Said(paragraph, chunk, self.group, "none", False, True)


def _stub(start: int, end: int) -> Pair:
    """A chunk that is none: its words are passed over."""
    stub = Pair(start, start, "double", "", 0)
    stub.cut(end)
    return stub


def _mentions(block: Block, words: Clauses, found: Found) -> tuple[Mention | None, Mention | None, Mention | None]:
    if found.start < 0:
        return None, _cue(block, words, found), None
    letter = words.letters[found.start]
    speaker = Mention(block, *words.place(found.start, found.end), letter)
    return speaker, _cue(block, words, found), antecedent_of(block, words, found.start)


def antecedent_of(block: Block, words: Clauses, at: int) -> Mention | None:
    """Whom the relative pronoun at a token stands for; None for another word."""
    if words.letters[at] in "wh" and (who := grammar.antecedent(words.letters, at, 0)):
        return Mention(block, *words.place(*who), words.letters[who[0]])
    return None


def _cue(block: Block, words: Clauses, found: Found) -> Mention | None:
    return Mention(block, *words.place(found.cue, found.cue + 1)) if found.cue >= 0 else None


def discourse(paragraphs: Iterable[Paragraph], words: Lexicon) -> list[Said]:
    """Every chunk of the paragraphs, in order.

    In a text where marks mostly quote people, a marked phrase without a cue quotes someone too; elsewhere it is a term.
    """
    reader = Discourse(words)
    found = [one for paragraph in paragraphs for one in reader.read(paragraph)]
    told = sum(1 for one in found if not one.term and one.sure and one.speaker)
    if told >= _FEWEST_TOLD and told * 2 >= len(found):
        return found
    return [one if one.sure else _unsure(one) for one in found]


def _unsure(one: Said) -> Said:
    """A chunk that only the sentence's subject could have said: a term, or words of which nothing tells the speaker."""
    if one.running and not one.term:
        return one._replace(speaker=None, cue=None, antecedent=None, how="none")
    return one._replace(term=True)
