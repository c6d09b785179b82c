"""Names of a document → the fullest form of each, and whom a pronoun stands for.

Whom "he" means is told by nearness and by being a subject, after Hobbs, "Resolving Pronoun References" (1978), cut down
to what needs no syntax: the subject of the sentence before, else the last who spoke, else the last who was named.
"""

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from provlint.extract.quotations.words import ANONYMOUS, ORGANISATIONS, TITLES
from provlint.model.words import SpeakerKind

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽА-ЯΑ-Ω]"
# Particles go on only between two capitals.
_NAME = re.compile(
    rf"{_CAPITAL}(?<![\w@#/].)[\w’'-]*+(?:\.(?=[\s.]))?+(?:[ \u00a0](?:{_CAPITAL}[\w’'-]*+(?:\.(?=[ \u00a0]))?+"
    rf"|(?:de|del|della|di|da|du|van|von|der|den|bin|al|el|la|le|ibn|y)(?=[ \u00a0]{_CAPITAL})))++"
)
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_POSSESSIVE = re.compile(r"['’]s\Z")
_AFTER_NAME = frozenset(("jr", "sr", "ii", "iii", "iv"))
_MALE, _FEMALE = frozenset(("mr", "sir", "lord")), frozenset(("ms", "mrs", "miss", "mme", "frau"))
_LOOK_BACK = 3000  # characters in which the one a pronoun stands for was named
_MOST_WORDS = 4


class Named(NamedTuple):
    """A full name where it stands in the source."""

    start: int
    name: str


class Names:
    """The names of one document; offsets are those of its source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._known: dict[str, list[str]] = {}
        self._persons: dict[str, bool] = {}

    def _words(self, mention: str) -> list[str]:
        words = self._known.get(mention)
        if words is None:
            words = self._known[mention] = _name_words(mention)
        return words

    def _is_person(self, name: str) -> bool:
        if name not in self._persons:
            self._persons[name] = " " in name and kind_of(name, "N") == "named"
        return self._persons[name]

    def fullest(self, mention: str) -> str:
        """The fullest form of the name in a mention ("Mr. Dar", "the senator Ann Lee"); "" for one without a name."""
        words = self._words(mention)
        if not words:
            return ""
        if len(words) == 1:
            return self._by_last.get(words[0], "") or self._by_first.get(words[0], "") or words[0]
        known = self._by_last.get(words[-1], "")
        return known if known.startswith(words[0]) and len(known) > len(" ".join(words)) else " ".join(words)

    def before(self, at: int, pronoun: str, spoken: list[Named], from_start: int) -> str:
        """The person that "he" or "she" at an offset stands for; `spoken` are those who spoke, `from_start` its block."""
        wanted = {"he": _MALE, "she": _FEMALE}.get(pronoun[:3].strip("'’").lower())
        if wanted is None:
            return ""
        last = bisect_left(self._places, at)
        inside = [named.name for named in self._all[max(0, last - 20) : last] if named.start >= from_start]
        recent = [named.name for named in reversed(spoken) if named.start >= at - _LOOK_BACK]
        nearest = [named.name for named in reversed(self._all[max(0, last - 20) : last]) if at - named.start < _LOOK_BACK]
        for name in (*inside[:1], *recent[:3], *nearest):
            if self._is_person(name) and self._fits(name, wanted):
                return name
        return ""

    def _fits(self, name: str, wanted: frozenset[str]) -> bool:
        told = self._titles.get(name.rsplit(" ", 1)[-1])
        return told is None or told in wanted

    @cached_property
    def _found(self) -> list[tuple[int, str]]:
        return [(found.start(), found[0]) for found in _NAME.finditer(self._source)]

    @cached_property
    def _all(self) -> list[Named]:
        return [Named(start, name) for start, text in self._found if (name := self.fullest(text))]

    @cached_property
    def _places(self) -> list[int]:
        return [named.start for named in self._all]

    @cached_property
    def _titles(self) -> dict[str, str]:
        told: dict[str, str] = {}
        for _, text in self._found:
            first, _, rest = text.partition(" ")
            title = first.rstrip(".").lower()
            if title in _MALE or title in _FEMALE:
                told.setdefault(rest.rsplit(" ", 1)[-1], title)
        return told

    @cached_property
    def _by_last(self) -> dict[str, str]:
        return self._by(-1)

    @cached_property
    def _by_first(self) -> dict[str, str]:
        return self._by(0)

    def _by(self, place: int) -> dict[str, str]:
        made: dict[str, str] = {}
        for _, text in self._found:
            words = self._words(text)
            if 2 <= len(words) <= _MOST_WORDS:
                name = " ".join(words)
                key = words[place]
                if len(name) > len(made.get(key, "")) and (key not in made or made[key].split()[0] == words[0]):
                    made[key] = name
        return made


def _name_words(mention: str) -> list[str]:
    """The words of the name in a mention, titles and what stands before them left out."""
    words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(mention.split(",")[0])]
    words = [word if len(word) < 3 else word.rstrip(".") for word in words]
    start = 0
    for at, word in enumerate(words):
        if word.lower().rstrip(".") in TITLES or (word[0].islower() and word not in ("de", "del", "van", "von", "bin", "al")):
            start = at + 1
    while len(words) > start + 1 and words[-1].lower() in _AFTER_NAME:
        words.pop()
    return words[start:]


def kind_of(text: str, letter: str) -> SpeakerKind:
    """What kind of mention it is, told from its words and the letter of its first one."""
    if letter in "pwho":
        return "pronoun"
    words = [word.rstrip(".").lower() for word in _WORD.findall(text)]
    if any(word in ANONYMOUS for word in words) and not _is_named(text):
        return "anonymous"
    if any(word in ORGANISATIONS for word in words):
        return "organisation"
    if not _is_named(text):
        return "common"
    capitals = [word for word in _WORD.findall(text) if word[0].isupper()]
    is_acronym = len(capitals) == 1 and capitals[0].isupper() and len(capitals[0]) > 2
    return "organisation" if is_acronym else "named"


def _is_named(text: str) -> bool:
    words = _WORD.findall(text)
    capitals = [word for word in words if word[0].isupper() and word.lower().rstrip(".") not in TITLES]
    if not capitals:
        return False
    # A first word may have its capital from the sentence it opens.
    return capitals != words[:1] or (len(words) == 1 and words[0].lower() not in ANONYMOUS)
