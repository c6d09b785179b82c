"""Indirect speech and reported facts: "officials said that …", "…, the ministry said", "according to SIPRI, …".

The forms are those of the attribution relations in the Penn Discourse Treebank and PARC 3 (Pareti, 2012): a source, a
cue and the words that are given to the source.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from provlint.extract.quotations import grammar
from provlint.extract.quotations.clauses import Clauses, sentence_clauses
from provlint.extract.quotations.lexicon import Lexicon
from provlint.extract.quotations.paragraphs import Paragraph
from provlint.extract.quotations.speakers import Speech
from provlint.extract.quotations.words import listed
from provlint.tables.tables import CueWord
from provlint.text.bare import bare, sentence_words
from provlint.text.patterns import lazy
from provlint.text.sentences import split

_KINDS = frozenset(("say", "tell", "source"))
_FINITE = frozenset(("past", "present"))
#: Verbs whose words often follow without "that"; others take an object there.
_NEED_NO_THAT = listed("say add insist claim argue acknowledge tell contend maintain believe warn complain predict")
_DASH = lazy(r"--|[^\x00-\x7f]|_")  # what stands for a dash in `clauses`, and more
_ODD = lazy(r"[^\x00-\x7f\w]")  # marks that are left in bared text
_LONGEST = 3000  # characters of a sentence that is read
_NOT_OTHERS = frozenset(("i", "we", "you", "i've", "i’ve", "we've", "we’ve", "one"))


class Attributed(NamedTuple):
    """The words `plain[start:end]` of a paragraph, and the tokens that name their source and the cue."""

    paragraph: Paragraph
    words: Clauses
    start: int
    end: int
    source: tuple[int, int]
    cue: int


class Attributions:
    """Finds indirect speech; holds the words by which a sentence without any is known at once."""

    def __init__(self, words: Lexicon) -> None:
        self._lexicon = words
        forms = {form: cue for form, cue in words.cues.items() if cue.kind in _KINDS}
        self._signs = frozenset(form + end for form in forms for end in ("", ",", ".", ":"))
        self._any = _bared(forms)
        self._sure = _bared(form for form, cue in forms.items() if cue.kind == "source" or cue.lemma in _NEED_NO_THAT)
        self._that = _bared(word for word, letter in words.classes.items() if letter == "h")
        self._closing = _bared(form for form, cue in forms.items() if cue.kind == "say" and cue.form in _FINITE)

    def found(self, paragraphs: Sequence[Paragraph]) -> list[Attributed]:
        """Every attribution in the paragraphs, in order; of a sentence the first that stands."""
        return [one for paragraph in paragraphs for one in self._paragraph(paragraph)]

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Attributed]:
        plain = paragraph.block.plain
        if paragraph.block.kind in ("heading", "title"):
            return
        words_of_each = sentence_words(plain)
        if all(map(self._any.isdisjoint, words_of_each)):
            return
        bared = bare(plain)
        has_apostrophe = "'" in bared
        if has_apostrophe:
            bared = bared.replace("'", " ")
        in_step = len(bared) == len(plain)  # but for letters whose small form is longer, as in Turkish
        is_told_by_words = in_step and (bared.isascii() or _ODD.search(bared) is None)
        outer = [chunk for chunk in paragraph.chunks if not chunk.depth]
        number = 0
        for (start, end), bare_words in zip(split(plain), words_of_each, strict=True):
            single = bared[start:end].split() if has_apostrophe else bare_words
            if is_told_by_words and self._any.isdisjoint(single):
                continue
            while number < len(outer) and outer[number].closing <= start:
                number += 1
            last = number
            while last < len(outer) and outer[last].closing <= end:
                last += 1
            crossing = last < len(outer) and outer[last].opening < end
            if crossing or end - start > _LONGEST:
                continue
            held = outer[number:last]
            if is_told_by_words and not self._may_hold(plain, bared, start, end, single, quotes=bool(held)):
                continue
            if self._signs.isdisjoint(plain[start:end].lower().split()):
                continue
            words = sentence_clauses(plain, start, end, held, self._lexicon)
            found = _in_sentence(paragraph, words, Speech(plain, held, words), start, end)
            if found:
                yield found

    def _may_hold(self, plain: str, bared: str, start: int, end: int, words: Sequence[str], *, quotes: bool) -> bool:
        """Whether the words of a sentence could make an attribution: a few of many that hold a verb of saying could.

        What `_in_sentence` accepts needs "according to", "that" or a verb that goes without, or a verb of saying behind
        the last comma or dash.
        """
        cues = self._any.intersection(words)
        if not (self._sure.isdisjoint(cues) and self._that.isdisjoint(words)):
            return True
        closing = self._closing & cues
        if quotes or not closing:  # a comma may stand inside the quoted words
            return bool(closing)
        comma = plain.rfind(",", start, end)
        if comma < 0:
            return _DASH.search(plain, start, end) is not None
        return not closing.isdisjoint(bared[comma:end].split())


def _bared(words: Iterable[str]) -> frozenset[str]:
    """The words as they stand in bared text; of one with a mark in it the first part."""
    return frozenset(part for word in words for part in bare(word).replace("'", " ").split()[:1])


def _in_sentence(paragraph: Paragraph, words: Clauses, speech: Speech, start: int, end: int) -> Attributed | None:
    letters = words.letters
    if opening := grammar.opening_source(letters):
        source, at = opening
        if at < len(letters) and letters[at] != "Q":
            return Attributed(paragraph, words, words.place(at, at + 1)[0], end, source, 0)
    for cue, word in words.cues.items():
        if word.kind == "source":
            if cue and (told := grammar.according(letters, cue, len(letters))) and letters[cue - 1] != "Q":
                return _before(paragraph, words, start, cue, (told.start, told.end), cue)
        elif (at := _clause_of(letters, cue, word)) >= 0:
            whose = speech.subject(cue, 0)
            if whose and words.text(*whose).lower() not in _NOT_OTHERS:
                return Attributed(paragraph, words, words.place(at, at + 1)[0], end, whose, cue)
    closing = grammar.closing_clause(letters, 0, len(letters))
    if closing is None or closing.start < 3 or "Q" in letters[: closing.start]:
        return None
    if words.cues[closing.cue].kind == "say" and words.text(closing.start, closing.end).lower() not in _NOT_OTHERS:
        return _before(paragraph, words, start, closing.start, (closing.start, closing.end), closing.cue)
    return None


def _clause_of(letters: str, cue: int, word: CueWord) -> int:
    """The token at which the clause that a verb of saying hands over begins; -1 if there is none."""
    if word.kind not in ("say", "tell") or letters[cue] not in "vig" or grammar.is_passive(letters, cue, 0):
        return -1
    that = grammar.attributed(letters, cue, word.kind == "tell")
    if that is None or letters[that[0] : that[0] + 1] in ("Q", ""):
        return -1
    return that[0] if letters[that[0] - 1] == "h" or word.lemma in _NEED_NO_THAT else -1


def _before(
    paragraph: Paragraph, words: Clauses, start: int, at: int, source: tuple[int, int], cue: int
) -> Attributed | None:
    """The words from the head of the sentence up to token `at`."""
    while at > 0 and words.letters[at - 1] in ",-":
        at -= 1
    if at < 3:
        return None
    return Attributed(paragraph, words, start, words.place(at - 1, at)[1], source, cue)
