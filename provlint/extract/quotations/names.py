"""Names of a document → the fullest form of each, and whom a pronoun stands for.

Whom "he" means is told by nearness and by being a subject, after Hobbs, "Resolving Pronoun References" (1978), cut down
to what needs no syntax: the subject of the sentence before, else the last who spoke, else the last who was named.
"""

from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import NamedTuple

from provlint.extract.quotations.words import ANONYMOUS, CLASSES, ORGANISATIONS, TITLES, listed
from provlint.model.words import SpeakerKind
from provlint.text.patterns import lazy

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽА-ЯΑ-Ω]"
# Particles go on only between two capitals.
_FULL_NAME = (
    rf"{_CAPITAL}(?<![\w@#/].)[\w’'-]*+(?>(?:\.(?=[\s.]))?)"
    rf"(?>(?:[ \u00a0](?:{_CAPITAL}[\w’'-]*+(?>(?:\.(?=[ \u00a0]))?)"
    rf"|(?:de|del|della|di|da|du|van|von|der|den|bin|al|el|la|le|ibn|y)(?=[ \u00a0]{_CAPITAL})))+)"
)
_NAME = lazy(_FULL_NAME)
_CAPITAL_WORD = lazy(rf"{_CAPITAL}(?<![\w].)[\w-]++")
_WORD = lazy(r"[^\W\d_][\w’'.-]*")
_NO_NAME = (
    frozenset(CLASSES["en"]) - frozenset(("may", "will", "april", "june", "august", "mark"))
    | frozenset(("laut", "gemäß", "selon", "según"))  # "according to" of other languages
)
_COMPLEMENT = lazy(r" (?:of|for) (?:the )?[^\s,]+$")  # "the Minister of Education"
#: ", Ann Lee," behind a role: set off on both sides, so that it is no list and no subject of the next clause.
_APPOSITION = lazy(rf"[ \u00a0]?,\s{{1,2}}({_FULL_NAME})(?:(?<=\.)|(?=[,.;:)”\"“]|\s*\Z))")
#: First words of places, which commas set off as well.
_PLACES = listed(
    "new north south east west northern southern eastern western rhode saint st san santa los las el la le costa sri",
    "saudi puerto hong united great",
)
_OWNS = ("'s", "’s")
_PARTICLES = frozenset(("de", "del", "van", "von", "bin", "al"))
_AFTER_NAME = frozenset(("jr", "sr", "ii", "iii", "iv"))
_MALE, _FEMALE = frozenset(("mr", "sir", "lord")), frozenset(("ms", "mrs", "miss", "mme", "frau"))
_HANGS_ON = frozenset(("from", "at", "of", "with", "in", "on", "for"))
_LOOK_BACK = 3000  # characters in which the one a pronoun stands for was named
_MOST_RECENT = 3  # of those who spoke, how many a pronoun may stand for
_MOST_WORDS = 4


class Named(NamedTuple):
    """A full name where it stands in the source."""

    start: int
    name: str


class Names:
    """The names of one document; offsets are those of its source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._spoke: set[str] = set()
        self._told: dict[str, str] = {}
        self._persons: dict[str, bool] = {}

    def _is_person(self, name: str) -> bool:
        if name not in self._persons:
            self._persons[name] = " " in name and kind_of(name, "N") == "named"
        return self._persons[name]

    def fullest(self, mention: str) -> str:
        """The fullest form of the name in a mention ("Mr. Dar", "the senator Ann Lee"); "" for one without a name."""
        name = self._told.get(mention)
        if name is None:
            name = self._told[mention] = self._fullest(mention)
        return name

    def _fullest(self, mention: str) -> str:
        words = _name_words(mention)
        if not words:
            return ""
        if len(words) == 1:
            if _COMPLEMENT.search(mention):
                return words[0]
            return self._by_last.get(words[0], "") or self._by_first.get(words[0], "") or words[0]
        known = self._by_last.get(words[-1], "")
        return known if known.startswith(words[0]) and len(known) > len(" ".join(words)) else " ".join(words)

    def beside(self, mention: str, plain: str, end: int) -> str:
        """The name that commas set off behind a mention which ends at an offset: "the chief executive, Ann Lee, said".

        "" where there is none, or where the mention has a name of its own.
        """
        found = _APPOSITION.match(plain, end) if plain[end : end + 2].lstrip()[:1] == "," else None
        if found is None or (_name_words(mention) and not _COMPLEMENT.search(mention) and not _is_role(mention)):
            return ""
        name = self.fullest(found[1])
        is_person = self._is_person(name) and name.split()[0].rstrip(".").lower() not in _PLACES
        return name if is_person else ""

    def spoke(self, name: str) -> None:
        """Note that a person has spoken."""
        self._spoke.add(name)

    def before(self, at: int, pronoun: str, spoken: list[Named], from_start: int) -> str:
        """The person that "he" or "she" at an offset stands for; `spoken` have spoken, its block is `from_start`."""
        wanted = {"he": _MALE, "she": _FEMALE}.get(pronoun[:3].strip("'’").lower())
        if wanted is None:
            return ""
        last = bisect_left(self._places, at)
        inside = [name for name in self._in_block(max(from_start, at - _LOOK_BACK), at) if name in self._spoke]
        if not inside:
            inside = [named.name for named in self._all[max(0, last - 20) : last] if named.start >= from_start]
        recent = [named.name for named in spoken[: -_MOST_RECENT - 1 : -1] if named.start >= at - _LOOK_BACK]
        nearest = [
            named.name for named in reversed(self._all[max(0, last - 20) : last]) if at - named.start < _LOOK_BACK
        ]
        for name in (*inside[:1], *recent, *nearest):
            if self._is_person(name) and self._fits(name, wanted):
                return name
        return ""

    def _in_block(self, start: int, end: int) -> list[str]:
        """The persons named in a stretch of the source, by whatever part of their names, in order."""
        words = (found[0] for found in _CAPITAL_WORD.finditer(self._source, start, end))
        return [self._by_last[word] for word in words if word in self._by_last]

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
        return self._full[0]

    @cached_property
    def _by_first(self) -> dict[str, str]:
        return self._full[1]

    @cached_property
    def _full(self) -> tuple[dict[str, str], dict[str, str]]:
        """The fullest names by their last word and by their first."""
        by_last: dict[str, str] = {}
        by_first: dict[str, str] = {}
        for _, text in self._found:
            words = _name_words(text)
            if 2 <= len(words) <= _MOST_WORDS:
                name = " ".join(words)
                for known, key in ((by_last, words[-1]), (by_first, words[0])):
                    before = known.get(key)
                    if before is None or (len(name) > len(before) and before.startswith(words[0])):
                        known[key] = name
        return by_last, by_first


def _is_role(mention: str) -> bool:
    """Whether a mention ends in a word of no name, as "the Rovers manager" does."""
    last = mention.split()[-1]
    return last.islower() or last.lower() in TITLES


@lru_cache(maxsize=8192)
def _name_words(mention: str) -> tuple[str, ...]:
    """The words of the name in a mention, titles and what stands before them left out."""
    words = mention.split(",", 1)[0].split()
    for at in range(len(words) - 1, 0, -1):
        if words[at - 1].endswith(_OWNS) and words[at][:1].isupper():
            words = words[at:]  # "the Harbour Office's Ann Lee"
            break
    if not "".join(words).isalpha():
        words = [_bare(word) for word in words]
    words = _without_complement(words)
    start = 0
    for at, word in enumerate(words):
        if (
            not word
            or word.lower() in TITLES
            or (at == start and word.lower() in _NO_NAME)
            or (not word[0].isupper() and word not in _PARTICLES)
        ):
            start = at + 1
    while len(words) > start + 1 and words[-1].lower() in _AFTER_NAME:
        words.pop()
    return tuple(words[start:])


def _without_complement(words: list[str]) -> list[str]:
    """ "Ann Lee from the Harbour Office" → "Ann Lee": what a preposition hangs on a full name is not the name."""
    last = len(words)
    while last and words[last - 1][:1].isupper():
        last -= 1
    if last and last < len(words) and words[last - 1] == "the":
        last -= 1
    if last < 3 or last == len(words) or words[last - 1] not in _HANGS_ON:
        return words
    is_name = all(word[:1].isupper() and word.rstrip(".").lower() not in TITLES for word in words[last - 3 : last - 1])
    return words[: last - 1] if is_name else words


def _bare(word: str) -> str:
    """A word without what stands around it and without "'s"."""
    word = word.strip("()[]\"“”'’‘,;:!?")
    if word.endswith(_OWNS):
        word = word[:-2]
    return word if len(word) < 3 else word.rstrip(".")


@lru_cache(maxsize=8192)
def kind_of(text: str, letter: str) -> SpeakerKind:
    """What kind of mention it is, told from its words and the letter of its first one."""
    if letter in "pwho":
        return "pronoun"
    words = _WORD.findall(text)
    lower = [word.rstrip(".").lower() for word in words]
    is_named = _is_named(words, lower)
    if not is_named and not ANONYMOUS.isdisjoint(lower):
        return "anonymous"
    if not ORGANISATIONS.isdisjoint(lower) and not _ends_in_person(words, lower):
        return "organisation"
    if not is_named:
        return "common"
    capitals = [word for word in words if word[0].isupper()]
    is_acronym = len(capitals) == 1 and capitals[0].isupper() and len(capitals[0]) > 2
    return "organisation" if is_acronym else "named"


def _ends_in_person(words: list[str], lower: list[str]) -> bool:
    """Whether a full name stands behind a role: "council leader Ann Lee", unlike "the research group True North"."""
    first = len(words)
    while first and words[first - 1][0].isupper() and lower[first - 1] not in TITLES | ORGANISATIONS:
        first -= 1
    return 0 < first <= len(words) - 2 and words[first - 1][0].islower() and lower[first - 1] not in ORGANISATIONS


def _is_named(words: list[str], lower: list[str]) -> bool:
    places = [at for at, word in enumerate(words) if word[0].isupper() and lower[at] not in TITLES]
    # A first word may have its capital from the sentence it opens.
    return bool(places) and (places != [0] or (len(words) == 1 and lower[0] not in ANONYMOUS))
