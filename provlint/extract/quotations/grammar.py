"""Letters of a clause (`clauses`) → where its noun phrases, cues and their subjects stand.

All expressions run over windows of a bounded number of words, so that a paragraph without a full stop costs no more a
word than another.
"""

import re
from typing import NamedTuple

_CORE = r"(?:d[dbVGginNO0v]*?[nN][nN0]*|[0nNO]*[nN](?![nN])0?|D[nN]*|0)"
_JOINED = r"(?:c[dO]?N[nN]*)?"
#: A noun phrase with what "of", "for", "from", "at" hang on it.
NOUN_PHRASE = rf"(?:{_CORE}{_JOINED}(?:(?:f|r(?=[dNO]))[Td]?[nNO0]*[nN])*+)"
_SHORT_PHRASE = rf"(?:{_CORE}{_JOINED}(?:f{_CORE})*)"

_CHAIN = r"(?:[bHMBt]|[VGvgB]s?T|(?<=B)V(?=T))*"
_LEFT = re.compile(rf"(?P<subject>{NOUN_PHRASE}|p|w|h|D)(?P<chain>{_CHAIN})\Z")
_APPOSED = re.compile(rf"(?<![rfdnNO0Vc])(?P<subject>{_SHORT_PHRASE}|p)(?:,[^,.]*?|-[^-.]*?|\([^(.]*)(?:[,(-]{_CHAIN})\Z")
_AUXILIARIES = re.compile(r"[bHMBt]*\Z")
_MAIN = re.compile(
    rf"[-cb,]*(?:(?:[rsfTGgkVyhtbv0]|[dn0]+t)[^,.]*,[cbt]*){{0,3}}(?P<subject>{_SHORT_PHRASE}|p|D)(?=[^dN]|\Z)"
)
_PASSIVE = re.compile(r"B[bB]*\Z")
_AFTER_INVERTED = re.compile(rf"[,-]?b*(?P<cue>v)b*(?P<subject>{_SHORT_PHRASE}|p(?=[,.;:Q]|\Z))(?![HMB](?!B))")
_AFTER = re.compile(
    rf"[,-]*s?b*(?P<subject>{_SHORT_PHRASE}|p|D)(?:,[^.Q]{{0,40}}?,|-[^.Q-]{{0,40}}-|\([^.Q(]{{0,20}}\(|,?w[^.Q,]{{0,20}},?|[fr][^.Q,]{{0,8}}?)?[bHMBt]*(?P<cue>[vi])"
)
_AFTER_ACCORDING = re.compile(rf"[,-]?(?P<cue>k)T?(?P<subject>{NOUN_PHRASE}|o)")
_ACCORDING = re.compile(rf"(?P<cue>k)T?(?P<subject>{NOUN_PHRASE}|o)")
_AGENT = re.compile(rf"[^.yQ]{{0,6}}y(?P<subject>{_SHORT_PHRASE}|o)")
_TITLE_BEFORE_NAME = re.compile(r"d[n0]*n(?=N)")
WINDOW = 60  # words


class Subject(NamedTuple):
    """Tokens `start:end` that name whoever speaks, and the token of the cue that says so (-1: none)."""

    start: int
    end: int
    cue: int


def main_subject(letters: str, start: int, end: int) -> tuple[int, int] | None:
    """The subject of the clause that opens at a token: its first noun phrase after what leads up to it."""
    found = _MAIN.match(letters, start, min(end, start + WINDOW))
    return found.span("subject") if found else None


def direct_subject(letters: str, verb: int, start: int) -> tuple[int, int] | None:
    """The noun phrase or pronoun that stands before a verb, auxiliaries and appositions passed over."""
    start = max(start, verb - WINDOW)
    found = _LEFT.search(letters, start, verb)
    if found is None:
        found = _APPOSED.search(letters, start, verb)
        return found.span("subject") if found else None
    first, last = found.span("subject")
    if letters[first] in "wh" and last - first == 1:
        return _antecedent(letters, first, start)
    if first > start and letters[first - 1] in "rf":
        lead = _TITLE_BEFORE_NAME.match(letters, first, last)
        if lead:
            first = lead.end()  # "in a statement Ann Lee said"
    elif first > start and letters[first - 1] in "VvB":
        relative = letters.rfind("w", start, first)
        if relative > start and not set(letters[relative:first]) & set(",.;:Q"):
            return _antecedent(letters, relative, start) or (first, last)
    return first, last


def _antecedent(letters: str, relative: int, start: int) -> tuple[int, int] | None:
    found = re.compile(rf"(?P<subject>{NOUN_PHRASE}),?\Z").search(letters, start, relative)
    return found.span("subject") if found else None


def is_passive(letters: str, verb: int, start: int) -> bool:
    """Whether a form of "be" stands before the past participle."""
    return letters[verb] == "v" and _PASSIVE.search(letters, max(start, verb - 6), verb) is not None


def agent(letters: str, verb: int, end: int) -> tuple[int, int] | None:
    """By whom, after a passive."""
    found = _AGENT.match(letters, verb + 1, min(end, verb + 1 + WINDOW))
    return found.span("subject") if found else None


def after_chunk(letters: str, at: int) -> Subject | None:
    """The speaker in the clause that follows a chunk: "said X", "X said", "according to X"."""
    limit = min(len(letters), at + WINDOW)
    for pattern in (_AFTER_INVERTED, _AFTER, _AFTER_ACCORDING):
        if found := pattern.match(letters, at, limit):
            return Subject(*found.span("subject"), found.start("cue"))
    return None


def according(letters: str, start: int, end: int) -> Subject | None:
    """ "According to X" anywhere in the window."""
    found = _ACCORDING.search(letters, start, end)
    return Subject(*found.span("subject"), found.start("cue")) if found else None


def inherits(letters: str, verb: int) -> bool:
    """Whether the subject of a cue is that of the clause before: "and said", ", adding", "to call"."""
    at = verb - 1
    while at >= 0 and letters[at] in "bHMB":
        at -= 1
    return at < 0 or letters[at] in "c,Trsy.Q-(fG" or (letters[verb] == "g" and letters[at] in "nto0")
