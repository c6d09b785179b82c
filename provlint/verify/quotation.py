"""A quotation → its words, part by part: what stands in brackets is the writer's, an ellipsis parts what it joins."""

import re
from typing import NamedTuple

from provlint.verify.forms import WORD, form_of, without_accents

_CAPITAL = re.compile(r"\[([^\W\d_])\](?=\w)")  # "[T]he": a letter changed to fit the sentence
_ELLIPSIS = r"(?>(?:[\[(]\s*+)?)(?:…|\.\s?\.\s?\.(?>(?:\s?\.)?)|\. \. \.)(?>(?:\s*+[\])])?)"
_TOKEN = re.compile(
    rf"(?P<gap>{_ELLIPSIS})|(?P<open>\[)|(?P<close>\])|(?P<aside>\((?=\s*+(?:…|\.\.\.)))"
    rf"|(?P<word>{WORD.pattern})"
)
_MARKED = re.compile(r"[\[\]…]|\.\s?\.")
_REMARKS = frozenset({
    ("sic",), ("emphasis", "added"), ("emphasis", "mine"), ("italics", "mine"), ("my", "emphasis"), ("laughs",),
    ("laughter",), ("applause",), ("pause",), ("crosstalk",), ("inaudible",), ("hervorhebung", "im", "original"),
})  # fmt: skip
_MOST_PARTS = 30  # of a quotation that are told apart
_LONGEST_NOTE = 3  # digits in the mark of a note


class QuotedWord(NamedTuple):
    """A word of the quotation at `start:end`; `inserted` says that it stands in brackets, or a part of it does.

    Of such a part, "walk[s]" or "[re]opened", `stem` and `tail` are what claims to be the source's.
    """

    form: str
    start: int
    end: int
    inserted: bool
    stem: str = ""
    tail: str = ""


class Part(NamedTuple):
    """What stands between two ellipses: all its words, and the forms of those that claim to be the source's."""

    words: tuple[QuotedWord, ...]
    forms: list[str]


class Quoted(NamedTuple):
    """A quotation taken apart. `opens` and `ends` say that an ellipsis stands at that end."""

    text: str
    parts: tuple[Part, ...]
    opens: bool
    ends: bool

    @property
    def word_count(self) -> int:
        """Words that claim to be the source's."""
        return sum(len(part.forms) for part in self.parts)


def read_quotation(text: str) -> Quoted:
    """The words of a quotation as rendered; offsets are those of `text`."""
    if not _MARKED.search(text):
        found = [(form_of(word[0]), *word.span()) for word in WORD.finditer(text)]
        plain_words = tuple(QuotedWord(form, start, end, False) for form, start, end in found if form)
        only = (Part(plain_words, [word.form for word in plain_words]),) if plain_words else ()
        return Quoted(text, only, False, False)
    parts, words = list[Part](), list[QuotedWord]()
    inserted: list[QuotedWord] | None = None
    opens = ends = False
    plain = _CAPITAL.sub(lambda found: f"\u200b{found[1]}\u200b", text) if "[" in text else text
    for token in _TOKEN.finditer(plain):
        kind, start, end = token.lastgroup, *token.span()
        ends = kind == "gap" or (ends and kind != "word")
        if kind == "gap" and len(parts) >= _MOST_PARTS:
            continue
        if kind == "gap":
            opens = opens or not (parts or words)
            words += inserted or ()
            inserted = None
            _finish(parts, words)
        elif kind == "open":
            words += inserted or ()
            inserted = []
        elif kind == "close":
            _insert(text, words, _kept(inserted or []))
            inserted = None
        elif kind == "word":
            form = form_of(plain[start:end])
            if not form:
                continue
            if inserted is None:
                words.append(_with_head(text, words, QuotedWord(form, start, end, False)))
            else:
                inserted.append(QuotedWord(form, start, end, True))
    words += [word._replace(inserted=False) for word in inserted or ()]  # a bracket that nothing closes
    _finish(parts, words)
    return Quoted(text, tuple(parts), opens, ends)


def leave_accents(quoted: Quoted) -> Quoted:
    """The quotation with its words without accents."""
    if quoted.text.isascii():
        return quoted
    parts = tuple(
        Part(
            tuple(word._replace(form=without_accents(word.form)) for word in part.words),
            [without_accents(form) for form in part.forms],
        )
        for part in quoted.parts
    )
    return quoted._replace(parts=parts)


def _finish(parts: list[Part], words: list[QuotedWord]) -> None:
    if words:
        parts.append(Part(tuple(words), [word.form for word in words if not word.inserted]))
        words.clear()


def _insert(text: str, words: list[QuotedWord], inserted: list[QuotedWord]) -> None:
    """Add an insertion; where it goes on with a word, that word is the writer's from there on: "th[ey]"."""
    if inserted and words and not words[-1].inserted and _meet(text, words[-1], inserted[0], "["):
        stem = words.pop()
        inserted = [_joined(text, stem, inserted[0])._replace(stem=stem.form), *inserted[1:]]
    words += inserted


def _with_head(text: str, words: list[QuotedWord], word: QuotedWord) -> QuotedWord:
    """The word, with the insertion before it that is a part of it: "[re]opened"."""
    if not words or not words[-1].inserted or not _meet(text, words[-1], word, "]"):
        return word
    head = words.pop()
    return _joined(text, head, word)._replace(stem=head.stem, tail=word.form)


def _meet(text: str, one: QuotedWord, other: QuotedWord, bracket: str) -> bool:
    """Whether two words are one, but for a bracket between them."""
    return text[one.end : other.start] == bracket and text[one.end - 1].isalpha() and text[other.start].isalpha()


def _joined(text: str, one: QuotedWord, other: QuotedWord) -> QuotedWord:
    form = form_of(re.sub(r"[\[\]]", "", text[one.start : other.end]))
    return QuotedWord(form, one.start, other.end, True)


def _kept(inserted: list[QuotedWord]) -> list[QuotedWord]:
    """The insertion, unless it is a remark on the quotation or the mark of a note."""
    forms = tuple(word.form for word in inserted)
    note = len(forms) == 1 and forms[0].isdigit() and len(forms[0]) <= _LONGEST_NOTE
    return [] if note or forms in _REMARKS else inserted
