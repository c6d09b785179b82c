"""Marked chunks that quote nobody: names, titles, words as words, glosses, scare quotes, attributes of markup.

The classes are those that manuals of style give quotation marks besides speech (The Chicago Manual of Style, 17th ed.,
7.57 and 7.63 words as words, 8.163 titles of short works, 14.86 articles).
"""

import re

from provlint.extract.quotations.speakers import Found, Speech
from provlint.extract.quotations.words import listed
from provlint.text.patterns import lazy

_WORD = lazy(r"[^\W_]+(?:['’-][^\W_]+)*")
_VALUE = lazy(r"[”\"]\s?:\s?\Z")  # of a pair of name and value, as data is written: "name": "value"
_SMALL = listed(
    "a an and as at but by for from in into nor of on or over per so than the to up via vs with yet de la le du",
    "des",
)
_NAMING_NOUNS = listed(
    "word words term terms phrase name nickname moniker label expression title slogan motto adjective noun verb",
    "called titled entitled named dubbed nicknamed labeled labelled termed known so-called aka hashtag initials",
    "letters subtitled christened headlined billed branded captioned called: abbreviated pronounced spelled spelt",
)
_WORK_NOUNS = listed(
    "book novel film movie documentary show series episode podcast program programme song album single track",
    "magazine newspaper website site channel blog column section article essay story poem play musical game video",
    "drama comedy sitcom opera symphony exhibition exhibit painting sculpture memoir biography anthology trilogy",
    "hit classic tune hymn ballad ad commercial trailer paper chapter lecture report study sketch skit bestseller",
    "operation project character role ship boat group band team restaurant bar club",
)


_EXAMPLE = lazy(r"[(\[](?:e\.\s?g\.|i\.\s?e\.|for example|for instance|such as),?:?\s*\Z", re.IGNORECASE)
_YEAR = lazy(r"[,.]?\s?[(\[](?:1[5-9]|20)\d\d[)\]]")
#: What stands behind words to say where they are: (p. 21), (section 3(b) of the act), (Pike 2012), [4].
_LOCATOR = lazy(
    r"[,.]?\s?(?:[(\[](?:see\s)?(?:(?:pp?|pages?|paras?|paragraphs?|sections?|secs?|arts?|articles?|chapters?|ch|lines?|ll?"
    r"|vv?|verses?|clauses?|cols?|fols?|slides?|mins?)\b\.?\s?\d|§|ibid\b|[A-Z][^()\[\]\n]{1,60}?\b(?:1[5-9]|20)\d\d[a-z]?\b)"
    r"|\[\d{1,3}\])"
)
_FEWEST_CITED = 3  # words
_FEWEST_RUNNING = 12  # words
_SHORTEST_MONOLOGUE = 40  # characters
_WRITER_OR_READER = frozenset(
    form
    for word in ("you", "we", "i", "one")
    for form in (word, f"{word}'re", f"{word}’re", f"{word}'ve", f"{word}’ve")
)
_BEFORE_TITLES = frozenset("OfrTnNdDtVGy0-wsQ")  # letters of the words after which a name or title stands


def is_term(speech: Speech, number: int, found: Found) -> bool:
    """Whether a chunk quotes nobody, told from its form and from what stands before it in its sentence."""
    plain, chunk = speech.plain, speech.chunks[number]
    if _is_value(plain, chunk.opening):
        return True
    at = speech.words.chunk_at[number]
    letters = speech.letters
    if found.how in ("carried", "introduced") or (found.how == "after" and letters[at - 1 : at] not in _BEFORE_TITLES):
        return False
    words = _WORD.findall(plain, chunk.start, min(chunk.end, chunk.start + 200))
    if not words:
        return True
    if found.how == "after":
        return is_titled(words) and letters[at - 1] in "dOn" and speech.last_sign(number).isalnum()
    titled = is_titled(words) and not speech.headline
    if titled and _YEAR.match(plain, chunk.closing):
        return True
    if is_cited(speech, number):
        return False
    if len(words) <= 6 and _in_brackets(letters, at):
        return True
    return _stands_like_a_term(speech, number, found, len(words), titled=titled)


def _stands_like_a_term(speech: Speech, number: int, found: Found, count: int, *, titled: bool) -> bool:
    """Whether the word before a chunk of `count` words, or the clause it stands in, makes it a name or a title."""
    at, letters = speech.words.chunk_at[number], speech.letters
    previous = _word_before(speech, at)
    if previous in _NAMING_NOUNS and found.cue not in (at - 1, at - 2) and found.how != "according":
        return True
    if found.how == "before" and not speech.is_direct(number, found) and _is_idle(speech, found):
        return True
    if speech.leads_in(at):
        return found.how == "passive" and speech.words.cues[found.cue].kind == "call" and not speech.is_full(number)
    if titled and (letters[at - 1 : at] in _BEFORE_TITLES or previous in _WORK_NOUNS):
        return True
    if previous in _WORK_NOUNS and count <= 3:
        return True
    return found.how in ("clause", "possessive", "none") and (count < 3 or titled)


def _is_value(plain: str, opening: int) -> bool:
    """Whether a mark opens an attribute of markup, the value of a name in data, or an example in brackets."""
    return (
        plain[opening - 1 : opening] == "="
        or _VALUE.search(plain, max(0, opening - 4), opening) is not None
        or _EXAMPLE.search(plain, max(0, opening - 16), opening) is not None
    )


def is_cited(speech: Speech, number: int) -> bool:
    """Whether a mark tells where the words of a chunk stand: a page, a section, an author with a year, a note."""
    chunk = speech.chunks[number]
    if _LOCATOR.match(speech.plain, chunk.closing) is None:
        return False
    words = _WORD.findall(speech.plain, chunk.start, min(chunk.end, chunk.start + 200))
    return len(words) >= _FEWEST_CITED and not is_titled(words)


def is_title(plain: str, start: int, end: int) -> bool:
    """Whether the words at `plain[start:end]` are set like a title."""
    return is_titled(_WORD.findall(plain, start, min(end, start + 200)))


def _is_idle(speech: Speech, found: Found) -> bool:
    """Whether a phrase is only thought, or said by whoever reads or writes: "you may call it …", "we use …"."""
    words = speech.words
    subject = words.text(found.start, found.end).lower()
    kind = words.cues[found.cue].kind
    return kind == "think" or (
        subject in _WRITER_OR_READER and not (kind in ("say", "tell") and found.cue + 1 in words.chunk_at)
    )


def is_running(speech: Speech, number: int) -> bool:
    """Whether a chunk is running text: too long for a name, a title or a phrase held at arm's length, or cited."""
    if is_cited(speech, number):
        return True
    chunk = speech.chunks[number]
    words = _WORD.findall(speech.plain, chunk.start, chunk.end)
    low = sum(1 for word in words if word[0].islower())
    return len(words) >= _FEWEST_RUNNING and low * 3 >= len(words) * 2


def is_sure(speech: Speech, number: int, found: Found) -> bool:
    """Whether what gives a chunk its speaker is enough to call it a quotation whatever the text is like."""
    at, words = speech.words.chunk_at[number], speech.words
    if found.how in ("none", "passive"):
        return speech.is_full(number) and _is_monologue(speech, number)
    if found.how in ("clause", "possessive"):
        return False
    if words.text(found.start, found.end).lower() == "you":
        return False  # "you may say": nobody said it
    if found.how != "before":
        return True
    if speech.leads_in(at):
        return words.cues[found.cue].kind in ("say", "tell", "manner", "think")
    if speech.letters[found.cue] == "i" and speech.letters[found.cue - 1] in "TM":
        return False
    chunk = speech.chunks[number]
    count = len(_WORD.findall(speech.plain, chunk.start, min(chunk.end, chunk.start + 200)))
    kind = words.cues[found.cue].kind
    return (kind in ("say", "tell") and count > 1) or (kind in ("call", "judge") and count > 2)


def _is_monologue(speech: Speech, number: int) -> bool:
    """Whether a paragraph is one long utterance and no question to fill in."""
    chunk = speech.chunks[number]
    is_alone = speech.is_all_quoted and speech.last_sign(number) in ".!…"
    return is_alone and chunk.end - chunk.start >= _SHORTEST_MONOLOGUE


def is_titled(words: list[str]) -> bool:
    """Whether every word of weight is capitalised, as in titles and names."""
    heavy = [word for word in words if word.lower() not in _SMALL]
    return bool(heavy) and all(word[0].isupper() or word[0].isdigit() for word in heavy)


def _in_brackets(letters: str, at: int) -> bool:
    before = letters[max(0, at - 6) : at].rstrip("dcQ,nb")
    return before.endswith("(") and letters[at + 1 : at + 2] in ("(", ",", "c", ";")


def _word_before(speech: Speech, at: int) -> str:
    words = speech.words
    at -= 1
    if at >= 0 and speech.letters[at] in ",:":
        at -= 1
    if at >= 0 and speech.letters[at] not in "nNvVgGi":
        return ""  # no noun and no participle: nothing that the lists hold
    return words.text(at, at + 1).lower() if at >= 0 else ""
