"""Rendered words → the spans of their sentences; linear, newlines count as spaces.

A stop ends a sentence when white space follows and the next word could open one; what could be an abbreviation is
judged by the words before and after it, in the manner of Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary
Detection" (2006), with short written lists where they learn.
"""

import re
from functools import lru_cache

from provlint.text.patterns import lazy

_WIDE = "。！？｡．"  # these end a sentence with no space after them
_STOPS = f".!?…‽؟۔।॥։።{_WIDE}"
_CLOSERS = "\"'”’»›)\\]}」』】）〉》"
# A run of stops (only its first mark may open a match, so that a run is read once; ". . ." is a run), what closes after
# it, note marks; then white space, unless the stop is a wide one.
_STOP = lazy(
    rf"[{_STOPS}](?<![{_STOPS}].)(?<!\. .)[{_STOPS}]*+(?>(?: \.++(?!\w))*)(?>(?:(?<=[{_WIDE}])(?P<wide>))?)"
    rf"(?P<close>[{_CLOSERS}]*+)(?>(?:\[\d{{1,3}}\]|[¹²³⁰⁴-⁹])*)(?P<end>)(?:\s++|\Z|(?(wide)|(?!)))"
)
_QUOTE_MARKS = "\"'”’»›」』"
_OPENERS = "\"'“‘«‹„([{「『（¿¡*_—–- "
_WORD = lazy(r"[^\W\d_]+")
_REMEMBERED = 1024  # texts: those of one document, as a rule
_LONGER = 7  # letters
_LAST_WORD = 24  # no abbreviation is longer; looking back no further keeps the whole linear
_SPEECH = lazy(
    r"(?:[^\W\d_][\w.'’-]*+\s++){1,3}?(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|answered|cried"
    r"|shouted|exclaimed|tweeted|demanded|wondered)\b"
)


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# Never the end: a name follows a title, a figure or an example the rest. Names must be capitalised, for "he was ill."
# and "in the sun." do end.
_NAME_LEADS_ON = _words(
    "mr mrs ms mx dr prof rev fr hon gen col lt cpl sgt capt cmdr maj adm brig pvt sen rep gov pres amb atty supt det",
    "insp messrs mme mlle sra srta vgl",
)
_LEADS_ON = _words("e.g i.e eg ie cf viz vs v approx ca incl esp resp bzw z.b d.h")
_BEFORE_FIGURE = _words(
    "no nos nr vol vols p pp par art sec secs ch chap fig figs eq eqs ex sect abs bd ref refs ed eds c ver v",
    "jan feb mar apr jun jul aug sep sept oct nov dec",
)
# The end only when an ordinary opening word follows.
_NAME_MAY_END = _words(
    "bros ave blvd rd dept univ assn st mt ft vol natl intl govt mon tue tues wed thu thur thurs fri sat sun",
    "jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan kans ky la",
    "md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo",
)
_MAY_END = _words("inc ltd co corp llc plc jr sr esq etc al gmbh")
_OPENING_WORDS = _words(
    "the a an in it he she they we i you but and so this that these those there then when while if as at on for from",
    "after before since by with to his her their its our my your what who how why where which although though however",
    "not no yes or yet now here one some many most all both each also according more",
)


@lru_cache(maxsize=_REMEMBERED)
def split(plain: str) -> list[tuple[int, int]]:
    """The spans of the sentences of a block's rendered words, in order, without the white space around them.

    Several stages ask of the same words: the list is everybody's, and not to be changed.
    """
    spans: list[tuple[int, int]] = []
    start, length = len(plain) - len(plain.lstrip()), len(plain)
    for found in _STOP.finditer(plain):
        after = found.end()
        if after < length and _goes_on(plain, start, found, after):
            continue
        spans.append((start, found.end("end")))
        start = after
    if start < (end := len(plain.rstrip())):
        spans.append((start, end))
    return spans


def _goes_on(plain: str, start: int, found: re.Match[str], after: int) -> bool:
    """Whether the sentence that began at `start` goes on after a stop."""
    stop, following, close = found.start(), plain[after], found["close"]
    if following.islower() or following in ",;:)]%/&=+":
        return True
    if following in "—–-([" and plain[after : after + 4].lstrip(_OPENERS)[:1].islower():
        return True
    if found["wide"] is not None:
        return following in "とっ" if close else plain[stop] == "．" and following.isdigit()
    if close:
        return plain[stop] in "!?" and close[-1] in _QUOTE_MARKS and _SPEECH.match(plain, after) is not None
    single = found.start("close") == stop + 1
    return single and plain[stop] == "." and _abbreviates(plain, start, stop, after)


def _abbreviates(plain: str, start: int, stop: int, after: int) -> bool:
    """Whether a full stop belongs to the word before it and does not end the sentence."""
    if stop - _LONGER > start and plain[stop - _LONGER : stop].isalpha():
        return False  # the word is longer than any of those below
    before = plain[max(start, stop - _LAST_WORD) : stop].split()
    written = before[-1].lstrip(_OPENERS) if before else ""
    word, capital, following = written.lower(), written[:1].isupper(), plain[after]
    if word in _LEADS_ON or (capital and word in _NAME_LEADS_ON):
        return True
    if following.isdigit():
        return word in _BEFORE_FIGURE
    if written.isdigit():
        return stop - len(written) == start  # the number of a list's item
    # "J", "U.S", "p.m"; "I" ends a sentence more often than it opens a name
    initial = written[-2:-1] in "." and written[-1:].isalpha() and (written != "I" or stop == start + 1)
    if not (initial or word in _MAY_END or (capital and word in _NAME_MAY_END)):
        return False
    opening = _WORD.match(plain, after)
    return opening is not None and opening[0].lower() not in _OPENING_WORDS
