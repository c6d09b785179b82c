"""Rendered words → sources that are persons without a name, told by the subject of a reporting verb.

A subject is a noun for a person (its head), what stands before it in its phrase, and what limits it ("at the embassy",
"familiar with the talks"); with a name beside it ("an official, Ann Pike, said") it is no unnamed source. Which nouns
count are those that style guides of news agencies list under anonymous sources.
"""

import re
from collections.abc import Iterator

from provlint.extract.claims.word_sets import word_set
from provlint.text.patterns import lazy

_PERSON = (
    r"(?:officials?|sources?|insiders?|aides?|diplomats?|analysts?|experts?|advisers?|advisors?|executives?"
    r"|lawmakers?"
    r"|observers?|strategists?|operatives?|staffers?|envoys?|economists?|investigators?|traders?|witness(?:es)?"
    r"|informants?)"
)
_NAMELESS = r"(?:person|people|individuals?|someone|man|woman|men|women)"
#: Words without one of which no such subject can stand.
PERSON_WORDS = word_set(
    "official officials source sources insider insiders aide aides diplomat diplomats analyst analysts expert",
    "experts adviser advisers advisor advisors executive executives lawmaker lawmakers observer observers",
    "strategist strategists operative operatives staffer staffers envoy envoys economist economists investigator",
    "investigators trader traders witness witnesses informant informants person people individual individuals",
    "someone man woman men women",
)
_KNOWING = (
    r"(?:familiar\swith|close\sto|with\s(?:direct\s)?knowledge\sof|briefed\son|involved\sin"
    r"|who\sspoke\son\scondition)"
)
_VERBS = word_set(
    "said says say told tell tells added add warned warns warn argued argues argue believed believes believe claimed",
    "claims claim confirmed confirms confirm acknowledged acknowledge insisted insist explained explain suggested",
    "suggest suggests noted estimated estimate estimates predicted predict predicts speculated speculate alleged",
    "allege contend contended admitted admit complained denied deny stressed cautioned caution concede conceded",
)
_SAYS = rf"(?:{'|'.join(sorted(_VERBS))}|declined\sto)"
_SAYING = _VERBS | {"declined", "according"}
#: Of the same verbs, the forms that no single person takes: "having an official say so" reports nothing.
_BASE_FORMS = word_set(
    "say tell add warn argue believe claim confirm acknowledge insist explain suggest estimate predict speculate",
    "allege contend admit deny caution concede",
)
_MODAL = r"(?:to|can|cannot|will|would|should|could|may|might|must|is|are|was|were)"
_ADVERBS = r"(?:(?:also|have|had|has|later|then|now|still|privately|publicly|previously|\w+ly)\s){0,2}"
_LIMIT = (
    rf"(?:\s(?:at|in|of|from|with|within|inside|on|to(?=\s(?:[A-Z]|the\s|his\s|her\s))|who|close|familiar|briefed"
    rf"|involved|including)\s(?:(?!{_SAYS}\b|{_MODAL}\b)[\w’'.&-]++\s?){{1,12}}?)?"
)
# The look-ahead names the letters of the nouns: most words are passed over.
_OPENS = lazy(rf"\b(?=[adeilmopstw])(?:(?P<person>{_PERSON})|(?P<nameless>{_NAMELESS}\s{_KNOWING}))\b", re.IGNORECASE)
_THEN = lazy(rf"{_LIMIT},?\s?{_ADVERBS}{_SAYS}\b")
_KNOWING_THEN = lazy(rf"\s(?:(?!{_SAYS}\b|{_MODAL}\b)[\w’'.&-]++\s){{1,12}}?{_ADVERBS}{_SAYS}\b")
_INVERTED = lazy(r"(?:[,\s]\s*(?:said|says|according\sto|[Aa]ccording\sto)\s)$")
_ENDS = lazy(r"[,.;:)]|$|\s(?:who|at|in|with|on|close|familiar|briefed|and|but|from|speaking)\b")
_TITLES = word_set("mr. mrs. ms. dr. sen. rep. gov. gen. prof.")
_CLAUSE_OPENERS = word_set(
    "while although though but as since because when if that despite however meanwhile so after before yet still",
    "once then these those few no",
)
_NAME_BESIDE = lazy(
    r",?\s(?:(?:named|called)\s)?[A-Z][\w’'-]+(?:\s[A-Z]|,|\ssaid|\ssays)|,\s(?:Mr|Ms|Mrs|Dr)\b|\s[A-Z][a-z]+\s[A-Z]"
)
_OBJECT_OF = word_set(
    "of by for with to from among between about against at in on as into toward towards through like than and or",
    "told tell asked ask met meet said including when where whose where's is are was were be been not via per",
    "across help helps help'",
)
_PHRASE_WORDS = word_set(
    "the a an one two three another other some several many senior top former unnamed anonymous most those these",
    "multiple his her their its our all both few",
)
_WORD_OR_MARK = lazy(r"[\w’'.&-]++|[^\w\s]")
_MOST_WORDS_BEFORE = 7
_LOOK_BACK = 80
_LOOK_AHEAD = 160


def may_name_none(text: str, words: list[str]) -> bool:
    """Whether a sentence of these words may hold such a subject: it needs a person and a verb; quick."""
    if PERSON_WORDS.isdisjoint(words):
        return False
    return not _SAYING.isdisjoint(words) or "'" in text or "’" in text  # which may touch the verb


def unnamed_sources(plain: str) -> Iterator[tuple[int, int]]:
    """The spans of such subjects in a sentence, verb left out; quotations in it are blanked by the caller."""
    for found in _OPENS.finditer(plain):
        start, end = found.span()
        before = plain[max(0, start - _LOOK_BACK) : start]
        after = plain[end : end + _LOOK_AHEAD]
        if _NAME_BESIDE.match(after) or (found[0][0].isupper() and before.strip()):
            continue
        opening, word = _opening(before)
        lead = before[: len(before) - opening]
        if _INVERTED.search(f" {lead}"):
            if found["nameless"] or _ENDS.match(after):
                yield start - opening, end
        elif word not in _OBJECT_OF and (then := (_KNOWING_THEN if found["nameless"] else _THEN).match(after)):
            if found["person"] and _is_one(found["person"].lower()) and then[0].split()[-1].lower() in _BASE_FORMS:
                continue
            stands_beside = "," in then[0] and lead.rstrip().endswith(",")  # "Ann Pike, an analyst at the bank, said"
            if not stands_beside:
                yield start - opening, end


def _is_one(noun: str) -> bool:
    """Whether a noun for a person is in the singular."""
    return noun == "witness" or not noun.endswith("s")


def _opening(before: str) -> tuple[int, str]:
    """How far before its head a noun phrase begins, and the word in front of it, in lower case ("" at a mark).

    Determiners, names and adjectives belong to it; what stands between a determiner and the head is taken for one.
    """
    words = [(found.start(), found[0]) for found in _WORD_OR_MARK.finditer(before)][-_MOST_WORDS_BEFORE:]
    opening = 0
    for at, word in reversed(words):
        low = word.lower()
        if not word[0].isalnum() or (
            word.endswith(".") and len(word) > 2 and "." not in word[:-1] and low not in _TITLES
        ):
            return opening, ""
        if low in _OBJECT_OF or low in _CLAUSE_OPENERS or low.endswith("ly"):
            return opening, low
        if low in _PHRASE_WORDS or word[0].isupper():
            opening = len(before) - at
            if low in ("the", "a", "an", "another"):
                previous = before[:at].split()[-1:]
                return opening, previous[0].lower().rstrip(",") if previous and not previous[0].endswith(",") else ""
        elif low.endswith(("ed", "ing")) and len(low) > 5:
            return opening, low
    return opening, ""
