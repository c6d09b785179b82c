"""Document → its quotations, each with its speaker, its cue and the sources in scope."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from provlint.extract.quotations.alterations import NOTHING, alterations
from provlint.extract.quotations.attributions import Attributed, Attributions
from provlint.extract.quotations.containers import containers, held
from provlint.extract.quotations.discourse import Mention, Said, antecedent_of, discourse
from provlint.extract.quotations.endings import closes_later
from provlint.extract.quotations.kinds import is_title
from provlint.extract.quotations.lexicon import Lexicon
from provlint.extract.quotations.names import Named, Names, kind_of
from provlint.extract.quotations.pairs import Pair
from provlint.extract.quotations.paragraphs import Paragraph, paragraphs
from provlint.extract.quotations.scopes import Scopes
from provlint.extract.quotations.transcripts import Turn, turns
from provlint.extract.quotations.venues import Venue, venue
from provlint.model.document import Block, Document
from provlint.model.facts import Attribution, Citation, Cue, Link, Quotation, Speaker
from provlint.model.words import QuotationKind
from provlint.tables.tables import Tables
from provlint.text.patterns import lazy

_WORDS = lazy(r"[^\W\d_]+")
_SPACES = 2  # in a phrase of three words
_SAMPLE = 1500  # characters of prose from which the language is told
_FREQUENT = {
    word: language
    for language, words in {
        "en": "the of and to in is that was",
        "de": "der die und das nicht ist den mit",
        "fr": "le les des et est une du dans",
        "es": "el los las y del una por con",
    }.items()
    for word in words.split()
}


class Spoken(NamedTuple):
    """What a document says that others said."""

    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]


class _Voice(NamedTuple):
    """Words of the source, and who speaks them."""

    start: int
    end: int
    speaker: Speaker | None


class QuotationFinder:
    """What finding quotations keeps between the documents of a run: the words of each language."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._lexicons: dict[str, Lexicon] = {}
        self._attributions: dict[str, Attributions] = {}

    def quotations(
        self, document: Document, links: Iterable[Link] = (), citations: Iterable[Citation] = ()
    ) -> tuple[Quotation, ...]:
        """Every marked chunk and every quoted block, in source order; terms, which quote nobody, among them."""
        words = self.lexicon(document)
        writer = _Writer(document, Scopes(document, links, citations))
        return _quotations(document, list(paragraphs(document)), words, writer)

    def speech(self, document: Document, links: Iterable[Link] = (), citations: Iterable[Citation] = ()) -> Spoken:
        """The quotations and the attributions of a document, found in one reading."""
        words = self.lexicon(document)
        read = list(paragraphs(document))
        writer = _Writer(document, Scopes(document, links, citations))
        found = _quotations(document, read, words, writer)
        told = tuple(writer.attribution(one) for one in self._attributions[words.language].found(read))
        return Spoken(found, told)

    def speaker(self, document: Document, place: int) -> Speaker | None:
        """Whom a document gives the words at a place of its source to: the speaker of the innermost quotation there.

        What else is to be told of its quotations is left out: whoever compares many with a page asks for this alone.
        """
        words = self.lexicon(document)
        writer = _Writer(document, Scopes(document, (), ()))
        told = [writer.voice(one) for one in discourse(list(paragraphs(document)), words) if not one.term]
        whole = [held(document, one, writer.scopes) for one in containers(document)]
        whole += [writer.turn(one) for one in turns(document.blocks)]
        told += [_Voice(one.start, one.end, one.speaker) for one in whole]
        around = [voice for voice in told if voice.start <= place < voice.end]
        return sorted(around, key=lambda voice: (voice.start, -voice.end))[-1].speaker if around else None

    def lexicon(self, document: Document) -> Lexicon:
        """The words of the document's language, English if there are none for it."""
        language = (document.metadata.language or "")[:2].lower() or told_language(document)
        if language not in self._lexicons:
            cues = self._tables.cues(language) or self._tables.cues("en")
            known = language if self._tables.cues(language) else "en"
            words = self._lexicons[language] = Lexicon(known, cues)
            self._attributions.setdefault(known, Attributions(words))
        return self._lexicons[language]


def quotations(
    document: Document, tables: Tables, links: Iterable[Link] = (), citations: Iterable[Citation] = ()
) -> tuple[Quotation, ...]:
    """The quotations of a single document."""
    return QuotationFinder(tables).quotations(document, links, citations)


def told_language(document: Document) -> str:
    """The language of a document told from its commonest words; "en" if none stands out."""
    sample: list[str] = []
    length = 0
    for block in document.blocks:
        if block.plain:
            sample.append(block.plain[:_SAMPLE])
            length += len(sample[-1])
            if length >= _SAMPLE:
                break
    text = " ".join(sample)[:_SAMPLE].lower()
    if " the " in text and " of " in text:
        return "en"
    counts = dict.fromkeys(("en", "de", "fr", "es"), 0)
    for word in _WORDS.findall(text):
        if word in _FREQUENT:
            counts[_FREQUENT[word]] += 1
    return max(counts, key=lambda language: counts[language])


def attributions(
    document: Document, tables: Tables, links: Iterable[Link] = (), citations: Iterable[Citation] = ()
) -> tuple[Attribution, ...]:
    """The attributions of a single document."""
    return QuotationFinder(tables).speech(document, links, citations).attributions


def _quotations(
    document: Document, read: Sequence[Paragraph], words: Lexicon, writer: "_Writer"
) -> tuple[Quotation, ...]:
    found = [writer.quotation(one) for one in discourse(read, words)]
    found += [held(document, one, writer.scopes) for one in containers(document)]
    found += [writer.turn(one) for one in turns(document.blocks)]
    found.sort(key=lambda one: (one.start, -one.end))
    return tuple(found)


class _Writer:
    """Turns what was read into facts at their places in the source."""

    def __init__(self, document: Document, scopes: Scopes) -> None:
        self.scopes = scopes
        self._document = document
        self._names = Names(document.source)
        self._spoken: list[Named] = []

    def voice(self, said: Said) -> _Voice:
        speaker = self._named(said.speaker, said.antecedent) if said.speaker else None
        return _Voice(*said.paragraph.block.place(said.chunk.start, said.chunk.end), speaker)

    def quotation(self, said: Said) -> Quotation:
        block, chunk = said.paragraph.block, said.chunk
        if said.term and not chunk.depth and self._is_noted(block, chunk):
            said = said._replace(term=False, direct=False, speaker=None, cue=None, how="none")
        start, end = block.place(chunk.start, chunk.end)
        kind: QuotationKind = "term" if said.term else "direct" if said.direct else "partial"
        speaker = self._named(said.speaker, said.antecedent) if said.speaker and not said.term else None
        around = Venue() if said.term else venue(block.plain, chunk.opening, chunk.closing)
        words = block.plain[chunk.start : chunk.end]
        return Quotation(
            kind=kind,
            start=start,
            end=end,
            plain=words,
            group=said.group,
            speaker=speaker,
            cue=_cue(said.cue) if said.cue and not said.term else None,
            sources=() if said.term else self.scopes.around(said.paragraph.number, start, end),
            depth=chunk.depth,
            opened=chunk.opened,
            closed=chunk.closed,
            goes_on=said.goes_on or self._closes_later(said),
            clue=said.how if speaker else "none",
            venue=around.venue,
            relay=around.relay,
            alterations=NOTHING if said.term else alterations(words, block.plain[chunk.closing : chunk.closing + 60]),
        )

    def _is_noted(self, block: Block, chunk: Pair) -> bool:
        """Whether a footnote right behind the closing mark says where a phrase stands; a title's tells more of it."""
        if not self.scopes.noted_at(block.place(chunk.opening, chunk.closing)[1]):
            return False
        return block.plain.count(" ", chunk.start, chunk.end) >= _SPACES and not is_title(
            block.plain, chunk.start, chunk.end
        )

    def _closes_later(self, said: Said) -> bool:
        chunk, plain = said.chunk, said.paragraph.block.plain
        if chunk.closed or chunk.depth or chunk.end < len(plain.rstrip()):
            return False
        return closes_later(self._document.blocks, said.paragraph.number)

    def turn(self, turn: Turn) -> Quotation:
        """What one speaker of a transcript says, as one quotation."""
        block = turn.block
        start, end = block.place(turn.start, turn.end)
        plain = block.plain[turn.start : turn.end]
        speaker = self._named(Mention(block, turn.first, turn.last, "N"), None)
        sources = self.scopes.around(turn.number, start, end)
        group = -len(self._document.blocks) - turn.number - 1
        changed = alterations(plain)
        return Quotation(
            "direct", start, end, plain, group, speaker, sources=sources, clue="colon", turn=True, alterations=changed
        )

    def attribution(self, told: Attributed) -> Attribution:
        block, words = told.paragraph.block, told.words
        start, end = block.place(told.start, told.end)
        first, last = told.source
        mention = Mention(block, *words.place(first, last), words.letters[first])
        cue = _cue(Mention(block, *words.place(told.cue, told.cue + 1)))
        sources = self.scopes.around(told.paragraph.number, start, end)
        return Attribution(start, end, self._named(mention, antecedent_of(block, words, first)), cue, sources)

    def _named(self, mention: Mention, antecedent: Mention | None) -> Speaker:
        start, end = mention.block.place(mention.start, mention.end)
        kind = kind_of(mention.text, mention.letter)
        name = ""
        if antecedent:
            name = self._names.fullest(antecedent.text)
        elif kind == "pronoun":
            name = self._names.before(start, mention.text, self._spoken, mention.block.start)
        else:
            name = self._names.beside(mention.text, mention.block.plain, mention.end)
            if name:
                kind = "named"
            elif kind != "anonymous":
                name = self._names.fullest(mention.text)
        if name and kind in ("named", "pronoun"):
            self._spoken.append(Named(start, name))
            self._names.spoke(name)
        return Speaker(mention.text, start, end, kind, name)


def _cue(mention: Mention) -> Cue:
    block: Block = mention.block
    return Cue(mention.text, *block.place(mention.start, mention.end))
