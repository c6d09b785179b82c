"""Letters of a clause (`clauses`) → where its noun phrases, cues and their subjects stand.

All expressions run over windows of a bounded number of words, so that a paragraph without a full stop costs no more a
word than another.
"""

from collections.abc import Iterator
from typing import NamedTuple

from provlint.text.patterns import lazy

WINDOW = 60  # words

_CORE = r"(?:d[dbVGginNO0v]*?[nN][nN0]*+(?!O)|[0nNO]*[nN](?![nN])0?|D[nN]*|0)"
_JOINED = r"(?:c[dO]?N[nN]*)?"
#: A noun phrase with what "of", "for", "from", "at" hang on it.
_LONG_PHRASE = rf"(?:{_CORE}{_JOINED}(?>(?:(?:f|T(?=d?N)|r(?=[dNO]))[Td]?[nNO0]*[nN])*))"
PHRASE = rf"(?:{_CORE}{_JOINED}(?:f{_CORE})*)"

_PHRASE = lazy(PHRASE)

_CHAIN = r"(?:\([^(.]{1,6}\()?(?:[bHMBt]|rd?t|[VGvgB]s?T|(?<=B)V(?=T))*"
_LEFT = lazy(rf"(?P<subject>{_LONG_PHRASE}|p|w|h|D)(?P<chain>{_CHAIN})\Z")
_LAST_PHRASE = lazy(rf"(?P<subject>{_LONG_PHRASE}|p)(?:\([^(.]{{1,6}}\()?\Z")
_CHAIN_END = lazy(r"(?<=[,(-])[bHMBt]*\Z")
_MAIN = lazy(
    rf"[-cb,]*(?:(?:[rsfTGgkVyhtbv0]|[dn0]+t)[^,.]*,[cbt]*){{0,3}}(?P<subject>N+(?=n[doph])|{PHRASE}|p|D)(?=[^dN]|\Z)"
)
_PASSIVE = lazy(r"B[bB]*\Z")
_AFTER_INVERTED = lazy(rf"[,-]?[bH]*(?P<cue>v)b*(?P<subject>{PHRASE}|p(?=[,.;:Q]|\Z))(?![HMB](?!B))")
_INVERTED = lazy(rf"[vi]b*(?P<subject>{PHRASE})(?:,[^.Q]{{0,40}}?)?[,:]\Z")
_AFTER = lazy(
    rf"[,-]*s?b*(?P<subject>{PHRASE}|p|D)"
    r"(?:,[^.Q]{0,40}?,|-[^.Q-]{0,40}-|\([^.Q(]{0,20}\(|,?w[^.Q,]{0,20},?|[fr][^.Q,]{0,8}?)?[bHMBt]*(?P<cue>[vi])"
)
_AFTER_ACCORDING = lazy(rf"[,-]?(?P<cue>k)T?(?P<subject>{_LONG_PHRASE}|o)")
_ACCORDING = lazy(rf"(?P<cue>k)T?(?P<subject>{_LONG_PHRASE}|o)")
_AGENT = lazy(rf"[^.yQ]{{0,6}}y(?P<subject>{PHRASE}|o)")
_TITLE_BEFORE_NAME = lazy(r"d[n0]*n(?=N)")
_CLOSING_CLAUSE = lazy(rf"[,-](?P<subject>{PHRASE}|p)[bHM]*(?P<cue>v)[^vgi,]{{0,12}}\Z")
_CLOSING_INVERTED = lazy(rf"[,-](?P<cue>v)b*(?P<subject>{PHRASE})(?:,[^.Q]{{0,40}})?\Z")
#: "In the words of Ann Lee", "in Ann Lee's words", "as Ann Lee once put it"; which nouns and verbs, the caller asks.
_WORDS_OF = lazy(
    rf"rd(?P<noun>n)f(?P<subject>{_LONG_PHRASE})|r(?P<owner>[nN]{{0,3}}O)n?(?P<owned>n)"
    rf"|s(?P<putter>{PHRASE}|p)[bH]*(?P<verb>[Vvi])p(?=[,:.Q]|\Z)|s(?P<name>[dn0]{{0,3}}N+|p)b*(?P<puts>n)p(?=[,:.Q]|\Z)"
)
_THIS_IS_HOW = lazy(rf"(?:[dhD]B|B)s(?P<subject>{PHRASE}|p)[bHM]*(?P<cue>[vi])")
_NAME_BEFORE_COLON = lazy(r"(?:^|(?<=[.,;(-]))(?P<subject>[nO]{0,2}N[nN]*)(?:\([^(.]{1,6}\()?:\Z")
_BY_BEFORE_COLON = lazy(rf"y(?P<subject>{_LONG_PHRASE}):\Z")
_AFTER_COLON = lazy(rf":(?P<subject>{PHRASE})")
_OWNER = lazy(r"(?P<subject>O)[n0bVG]{0,2}\Z")


_SIGNATURE = lazy(r"\.?-(?P<subject>N[nN0cfdOr]*)(?:[,(][^.Q]{0,20})?(?=[.Q]|\Z)")


#: After a cue: when and where it was said, then the words, with or without "that".
_SAID_THAT = lazy(r"[tb,]*(?:r[dnNO0tf]{1,8}(?:,|(?=h))?[tb]*)?(?P<that>h|(?=[pdDNnO0]))")
_TOLD_THAT = lazy(r"(?:o|[dDO]?[nN0]+(?:f[dnN]+)?)[tb]*(?:r[dnNO0t]{1,6})?(?P<that>h|(?=[pdDN]))")
_HOLDS_VERB = lazy(r"[BHMVvi]")
_OPENING_SOURCE = lazy(rf"k+T?(?P<subject>{_LONG_PHRASE}|o),")


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
    found = _LEFT.search(letters, _phrase_bound(letters, start, verb), verb)
    if found is None:
        return _before_apposition(letters, verb, start)
    first, last = found.span("subject")
    if letters[first] == "h" and letters[first - 1 : first] in ("r", "f") and first > start:
        return None  # "with that said"
    if first > start and letters[first - 1] in "rf":
        lead = _TITLE_BEFORE_NAME.match(letters, first, last)
        if lead:
            first = lead.end()  # "in a statement Ann Lee said"
    elif first > start and letters[first - 1] in "VvB":
        relative = letters.rfind("w", start, first)
        if relative > start and not set(letters[relative:first]) & set(",.;:Q"):
            return antecedent(letters, relative, start) or (first, last)
    return first, last


def _phrase_bound(letters: str, start: int, end: int) -> int:
    """The first token from which a phrase that ends before `end` may begin: no phrase crosses a comma or a chunk."""
    return max(start, letters.rfind(",", start, end) + 1, letters.rfind("Q", start, end) + 1,
               letters.rfind("-", start, end) + 1, letters.rfind(".", start, end) + 1)  # fmt: skip


def _before_apposition(letters: str, verb: int, start: int) -> tuple[int, int] | None:
    """The noun phrase before what commas, dashes or brackets set off: "Ann Lee, a fellow at the institute, said"."""
    chain = _CHAIN_END.search(letters, start, verb)
    if chain is None:
        return None
    at = chain.start() - 1
    for _ in range(4):
        opening = letters.rfind(letters[at], start, at)
        if opening < start:
            return None
        found = _LAST_PHRASE.search(letters, _phrase_bound(letters, start, opening), opening)
        if found is None:
            return None
        first, last = found.span("subject")
        before = letters[first - 1] if first > start else "."
        set_off = before == letters[at] and letters[first] in "d0nD"
        if before in "rf" and letters.rfind(letters[at], start, first) >= start:
            opening = letters.rfind(letters[at], start, first) + 1
            at = opening - 1
            continue
        if not set_off:
            return first, last
        at = first - 1
    return first, last


def antecedent(letters: str, relative: int, start: int) -> tuple[int, int] | None:
    """The noun phrase that "who" or "which" stands for."""
    end = relative - 1 if relative > start and letters[relative - 1] == "," else relative
    found = _LAST_PHRASE.search(letters, _phrase_bound(letters, max(start, relative - WINDOW), end), end)
    return found.span("subject") if found else None


def is_passive(letters: str, verb: int, start: int) -> bool:
    """Whether a form of "be" stands before the past participle."""
    return letters[verb] == "v" and _PASSIVE.search(letters, max(start, verb - 6), verb) is not None


def agent(letters: str, verb: int, end: int) -> tuple[int, int] | None:
    """By whom, after a passive."""
    found = _AGENT.match(letters, verb + 1, min(end, verb + 1 + WINDOW))
    return found.span("subject") if found else None


def after_chunk(letters: str, at: int, end: int) -> Subject | None:
    """The speaker in the clause that follows a chunk: "said X", "X said", "according to X"."""
    for pattern in (_AFTER_INVERTED, _AFTER, _AFTER_ACCORDING):
        if found := pattern.match(letters, at, min(end, at + WINDOW)):
            return Subject(*found.span("subject"), found.start("cue"))
    return None


def phrase(letters: str, at: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token."""
    found = _PHRASE.match(letters, at, min(len(letters), at + WINDOW))
    return found.span() if found else None


def inverted(letters: str, cue: int, at: int) -> tuple[int, int] | None:
    """The speaker between a cue that opens its sentence and the chunk at token `at`: "Said Ann Lee, a fellow: “…”"."""
    found = _INVERTED.match(letters, cue, at) if at - cue <= WINDOW else None
    return found.span("subject") if found else None


def according(letters: str, start: int, end: int) -> Subject | None:
    """ "According to X" anywhere in the window."""
    found = _ACCORDING.search(letters, start, end)
    return Subject(*found.span("subject"), found.start("cue")) if found else None


def closing_clause(letters: str, start: int, end: int) -> Subject | None:
    """A cue and its subject at the end of a sentence: "…, the lawsuit says"."""
    found = _CLOSING_CLAUSE.search(letters, max(start, end - WINDOW), end)
    return Subject(*found.span("subject"), found.start("cue")) if found else None


def closing_speaker(letters: str, start: int, end: int) -> Subject | None:
    """Who says it, at the end of a sentence, in either order: "…, Ann Lee said", "…, said Ann Lee, a fellow"."""
    found = _CLOSING_INVERTED.search(letters, max(start, end - WINDOW), end)
    return Subject(*found.span("subject"), found.start("cue")) if found else closing_clause(letters, start, end)


def words_of(letters: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Tokens that may say whose words are given: a noun or verb, and the subject's first and last."""
    for found in _WORDS_OF.finditer(letters, start, end):
        if found["noun"]:
            yield found.start("noun"), *found.span("subject")
        elif found["owner"]:
            yield found.start("owned"), *found.span("owner")
        elif found["putter"]:
            yield found.start("verb"), *found.span("putter")
        else:
            yield found.start("puts"), *found.span("name")


def this_is_how(letters: str, start: int, end: int) -> Subject | None:
    """Who speaks in a sentence that takes up the words before it: "This is how Ann Lee puts it"."""
    found = _THIS_IS_HOW.match(letters, start, min(end, start + WINDOW))
    return Subject(*found.span("subject"), found.start("cue")) if found else None


def name_before_colon(letters: str, start: int, at: int) -> tuple[int, int] | None:
    """The name that stands by itself before a colon, "Ann Lee: “…”", or after "by": "as told by Ann Lee: “…”"."""
    if at == 0 or letters[at - 1] != ":":
        return None
    first = max(start, at - 12)
    found = _NAME_BEFORE_COLON.search(letters, first, at) or _BY_BEFORE_COLON.search(letters, first, at)
    return found.span("subject") if found else None


def name_after_colon(letters: str, at: int) -> tuple[int, int] | None:
    """Who speaks in a headline, "‘…’: Lee", whose chunk ends before token `at`."""
    found = _AFTER_COLON.match(letters, at, min(len(letters), at + WINDOW))
    return found.span("subject") if found else None


def owner(letters: str, start: int, at: int) -> tuple[int, int] | None:
    """Whose words a chunk is said to be: "Romney's “…”"."""
    found = _OWNER.search(letters, max(start, at - 4), at)
    return found.span("subject") if found else None


def attributed(letters: str, cue: int, tells: bool) -> tuple[int, int] | None:
    """The tokens of the clause that a cue hands over to: "officials said on Monday that …"; None if there is none."""
    at = cue + 1
    found = (_TOLD_THAT if tells else _SAID_THAT).match(letters, at, min(len(letters), at + WINDOW))
    if found is None:
        return None
    start = found.end()
    if not _HOLDS_VERB.search(letters, start, start + WINDOW):
        return None
    return start, len(letters)


def opening_source(letters: str) -> tuple[tuple[int, int], int] | None:
    """ "According to X, …" at the head of a sentence: who, and the token at which the words begin."""
    found = _OPENING_SOURCE.match(letters)
    return (found.span("subject"), found.end()) if found else None


def signature(letters: str, at: int) -> tuple[int, int] | None:
    """The name that signs a chunk which ends before token `at`: “…” — Ann Lee."""
    found = _SIGNATURE.match(letters, at, min(len(letters), at + WINDOW))
    return found.span("subject") if found else None


def inherits(letters: str, verb: int) -> bool:
    """Whether the subject of a cue is that of the clause before: "and said", ", adding", "to call"."""
    at = verb - 1
    while at >= 0 and letters[at] in "bHMB":
        at -= 1
    return at < 0 or letters[at] in "cTrsy.Q-(fG" or (letters[verb] == "g" and letters[at] in "nto0,")
