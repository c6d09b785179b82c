"""The last words of a text → how it ends: whole, or inside a word, inside a sentence, in an ellipsis, in "Read more".

That a sentence is unfinished is told by its last word (an article, a conjunction: Huddleston and Pullum, "The Cambridge
Grammar of the English Language", on what cannot be stranded), else by a missing full stop where the text sets its full
stops; what ends without one by custom (headlines, signatures, verses, lists) is left alone.
"""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from provlint.extract.ending_forms import (
    ABOUT_AUTHOR,
    BRACKETED_HINT,
    DOTS,
    ELLIPSIS,
    FEED,
    FUNCTION,
    MORE,
    NEVER_LAST,
    SELDOM_LAST,
    SENTENCE_WORDS,
    SIGN_OFF,
    SURE_HINTS,
    VERBS,
)
from provlint.extract.wording import Wording
from provlint.model.words import CutKind
from provlint.text.patterns import lazy
from provlint.text.sentences import split

#: How much a missing full stop says: `prose` where the text around sets its own, `loose` where people often leave
#: it out (comments, posts, quoted words).
Manner = Literal["prose", "loose"]

_TAIL = 1500  # characters of a block that are looked at
_FEED_TAIL = 320
_HINT_TAIL = 100
_LAST_WORD = lazy(r"(?<![\w@#/.&'’])[^\W\d_]+(?:['’][^\W\d_]{1,3})?-?\Z")
_CLOSERS = "\"'”’»)]*_ \n\r\t\u00a0"
_FINISHERS = ".!?:…‽。！？؟।"
_AND_SO_ON = ("etc", "etc.", "and more", "so on", "so forth", "and others")
_FEWEST_BEFORE = 4  # words before an ellipsis or "Read more": fewer are a label or an exclamation
_FEWEST = 3  # words of a sentence that is judged
_FEWEST_ALONE = 6  # and of one that is a block by itself
_SHORT = 3  # letters; headlines leave such words in lower case
_LONG_SENTENCE = 9  # words; few headlines have as many without one word that marks a sentence
_VERSE_LINE = 60  # letters; every line of a verse is shorter, and there are three or more
_OPEN_TO_CLOSE = {"“": "”", "«": "»", "(": ")", "[": "]"}
_SHOWN = 6  # words of an unfinished sentence that are shown


class Ending(NamedTuple):
    """How a text ends; `text[start:end]` are the words that show it, and `end` is where it stops."""

    cut: CutKind
    start: int
    end: int


class Hints(NamedTuple):
    """Which of the signs of "Read more" stand somewhere at the end of a document's texts: few do."""

    words: tuple[str, ...]
    bracketed: bool

    def stand_in(self, tail: str) -> bool:
        """Whether one stands in `tail`, which is in lower case."""
        return any(map(tail.__contains__, self.words)) or (self.bracketed and BRACKETED_HINT.search(tail) is not None)


def hints(texts: Iterable[str]) -> Hints | None:
    """What tells which of several texts may send their readers elsewhere; None where none does."""
    tails = "\n".join([text.rstrip()[-_HINT_TAIL:] for text in texts]).lower()
    found = Hints(tuple(filter(tails.__contains__, SURE_HINTS)), BRACKETED_HINT.search(tails) is not None)
    return found if any(found) else None


def read_more(text: str, told: Hints) -> Ending | None:
    """The ending of a text that sends its reader elsewhere for the rest; `told` are the hints of its document."""
    end = len(text.rstrip())
    tail = text[max(0, end - _HINT_TAIL) :].lower()
    if not told.stand_in(tail):
        return None
    if "appeared" in tail and (feed := FEED.search(text, max(0, end - _FEED_TAIL), end)):
        return Ending("read-more", feed.start(), end)
    found = MORE.search(text, max(0, end - _HINT_TAIL), end)
    if found is None:
        return None
    before = text[max(0, found.start() - 200) : found.start()].rstrip(" \n\t[(")
    dotted = before.endswith(DOTS) or "…" in found[0][:3] or "..." in found[0][:5]
    words = found[0].lstrip("[( ")
    if words[:1].lower() in "sr" and words[:4].lower() in ("subs", "sign", "regi") and not dotted:
        if not re.search(r" (?:to|and) ", words):
            return None  # "Subscribe" alone is a button
    elif words[:4].lower() == "log " and not dotted and " to " not in words:
        return None
    if before.count(" ") + 1 < _FEWEST_BEFORE and not found[0].startswith("[+"):
        return None
    whole = before.endswith((".", "!", "?", '"', "”", ":")) and not dotted
    if found["at"] and whole:
        return None  # a pointer to another text, not the rest of this one
    if not (dotted or found[0][0] in "[(" or words[0].isupper()):
        return None
    return Ending("read-more", found.start(), end)


def ellipsis(text: str) -> Ending | None:
    """The ending of a text that trails off; "and more…" and "etc…" do not."""
    end = len(text.rstrip())
    if end == 0 or text[end - 1] not in "….)]\"'”’»":
        return None
    found = ELLIPSIS.search(text, max(0, end - 16), end)
    if found is None:
        return None
    line = text.rfind("\n", 0, found.start()) + 1
    before = text[max(line, found.start() - 200) : found.start()].split()
    # ". [...]" too: a whole sentence stands before it, and the rest is left out
    if len(before) < _FEWEST_BEFORE or (not found["set"] and " ".join(before[-2:]).lower().endswith(_AND_SO_ON)):
        return None
    return Ending("ellipsis", found.start() - len(" ".join(before[-3:])), end)


def unfinished(text: str, wording: Wording, manner: Manner, *, stops: bool) -> Ending | None:
    """The ending of a text that stops inside a word or a sentence, or with an open mark or bracket.

    `stops` says that the paragraphs around end in full stops. English only.
    """
    end = len(text.rstrip())
    bare = len(text[:end].rstrip(_CLOSERS))
    if bare == 0 or not _could_be_cut(text, end, bare):
        return None
    start = max(0, end - _TAIL)
    spans = split(text[start:end])
    first = start + spans[-1][0] if spans else start
    sentence = text[first:end]
    alone = first == 0
    stops = stops or not alone
    token = _LAST_WORD.search(text, max(0, end - 60), end)
    half = _inside_word(token, wording) if token is not None else ""
    if _is_verse(text[start:end]) or not (_is_prose(sentence, alone) or (half == "sure" and stops)):
        return None
    if token is not None and half and _word_counts(half, sentence, alone, manner, stops=stops):
        return Ending("mid-word", _words_back(text, token.start(), 1), end)
    words = sentence.split()
    last = words[-1]
    if last in NEVER_LAST and len(words) >= _FEWEST:
        return Ending("mid-sentence", _words_back(text, end, _SHOWN), end)
    if manner == "loose":
        return None
    if _sentence_stands(sentence, alone, stops):
        return Ending("mid-sentence", _words_back(text, end, _SHOWN), end)
    return None


def left_open(text: str) -> Ending | None:
    """The ending of a text whose last sentences open a quotation mark or a bracket and never close it."""
    end = len(text.rstrip())
    begin = max(0, end - _TAIL)
    for opening, closing in _OPEN_TO_CLOSE.items():
        at = text.rfind(opening, begin, end)
        if at < 0 or text.find(closing, at, end) >= 0 or end - at < 3:
            continue
        if text.count(opening, begin, end) <= text.count(closing, begin, end):
            continue
        return Ending("unclosed-mark" if opening in "“«" else "unclosed-bracket", at, end)
    return None


def _is_prose(sentence: str, alone: bool) -> bool:
    """Whether words that end without a full stop read like an English sentence: no headline, no list, no signature.

    What follows another sentence in the same paragraph (not `alone`) may have more names in it.
    """
    words = sentence.split()
    if len(words) < _FEWEST or sentence.isupper():
        return False
    content = [word for word in words if len(word) > _SHORT and word.lower() not in FUNCTION]
    lower = sum(word[0].islower() for word in content)
    function = sum(word.lower() in FUNCTION for word in words)
    if not alone:
        return (lower >= 0.15 * len(content) or words[-1].islower()) and function >= len(words) // 10
    if not content or function < max(1, len(words) // 10):
        return False
    if lower == 0 and len(content) > 1:  # a headline, or names and a verb of the grammar
        return not VERBS.isdisjoint(words)
    return lower >= 0.25 * len(content) or sum(word[0].islower() for word in words) >= len(words) / 3


def _could_be_cut(text: str, end: int, bare: int) -> bool:
    """Whether the last character leaves open that the text goes on: a letter, a figure, a comma, a dash."""
    last = text[end - 1]
    return bare == end and (last.isalnum() or last in ",;-–—") and last not in _FINISHERS


def _sentence_stands(sentence: str, alone: bool, stops: bool) -> bool:
    """Whether a sentence without a full stop is the text's own, told from its words and its place."""
    words = sentence.split()
    last = words[-1]
    if last in NEVER_LAST or last in SELDOM_LAST:
        return not alone or len(words) >= _FEWEST_ALONE
    if SIGN_OFF.match(sentence) or not _LAST_WORD.search(last) or "@" in words[-2:][0] or "://" in sentence[-80:]:
        return last[-1] in ",;" and stops and len(words) >= _FEWEST_ALONE and not SIGN_OFF.match(sentence)
    if not stops:
        return False
    lowered = {word.lower() for word in words}
    if alone and last.istitle() and ABOUT_AUTHOR.match(sentence):
        return False
    if alone:
        return len(words) >= _FEWEST_ALONE and (bool(lowered & SENTENCE_WORDS) or len(words) >= _LONG_SENTENCE)
    return last.islower() or bool(lowered & SENTENCE_WORDS) or len(lowered & FUNCTION) > 1


def _word_counts(half: str, sentence: str, alone: bool, manner: Manner, *, stops: bool) -> bool:
    """Whether a word that may be cut tells that the text is."""
    if manner == "loose":
        return half == "sure"
    if SIGN_OFF.match(sentence):
        return False
    return (stops and half != "likely") or _sentence_stands(sentence, alone, stops)


def _inside_word(token: re.Match[str], wording: Wording) -> str:
    """ "sure", "fair" or "likely" if a text stops inside its last word, "" if that may be a whole one.

    A word of the document that goes on from these letters says so, or the table of words; a name may be anything, so
    capitals need a common word that begins with five letters of theirs or more.
    """
    word = token[0]
    if word.endswith("-"):
        return "likely" if len(word) > 2 else ""
    letters = word.lower()
    if not word.isascii() or not word.isalpha() or len(word) < 2 or word.isupper():
        return ""
    if wording.counts[word] > 1:
        return ""
    if wording.words.is_common(letters):
        return "fair" if len(word) > 2 and word[0].isupper() and wording.goes_on_elsewhere(word) else ""
    if wording.words.has(letters):  # among the rare ones are many abbreviations: "polit", "adm"
        return "likely" if len(letters) <= 5 and wording.words.begins_common(letters) else ""
    if wording.goes_on_elsewhere(word):
        return "sure"
    if word.islower():
        if not wording.words.begins(letters):
            return ""
        if len(word) < 3 or not wording.words.begins_common(letters):
            return "likely"
        return "sure" if len(word) > 3 else "fair"
    return "sure" if len(word) >= 5 and wording.words.begins_common(letters) else ""


def _is_verse(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) >= 3 and max(map(len, lines)) < _VERSE_LINE


def _words_back(text: str, end: int, count: int) -> int:
    """Where the `count` words before `end` begin, in the same line."""
    at = len(text[:end].rstrip()) if count else end
    floor = text.rfind("\n", 0, at) + 1
    for _ in range(count):
        blank = text.rfind(" ", floor, at)
        if blank < 0:
            return floor
        at = len(text[:blank].rstrip()) if _ < count - 1 else blank + 1
    return at
