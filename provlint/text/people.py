"""Two speakers → whether they are surely two people, or surely one."""

from provlint.model.facts import Speaker

_TITLES = "mr mrs ms dr sir the of and jr sr de la van von al el bin president minister senator"
_NO_NAMES = frozenset(_TITLES.split())
_SHORTEST = 3
_SAME_START = 4  # letters: Zelensky and Zelenskyy, Netanyahu and Netanyahus


def differ(here: Speaker | None, there: Speaker | None) -> bool:
    """True only for two persons named with no name in common; an official or a pronoun may be anybody."""
    if here is None or there is None or not here.kind == there.kind == "named":
        return False  # whom a pronoun stands for is told wrongly too often
    return bool((one := _names(here)) and (two := _names(there))) and not _meet(one, two)


def agree(here: Speaker | None, there: Speaker | None) -> bool:
    """True only if both are named, and have a name in common."""
    return here is not None and there is not None and _meet(_names(here), _names(there))


def _names(speaker: Speaker) -> set[str]:
    """The names of a person, lower case; none for whoever is not named."""
    name = speaker.name or (speaker.text if speaker.kind == "named" else "")
    if speaker.kind not in ("named", "pronoun", "author") or not name[:1].isupper():
        return set()
    words = "".join(letter if letter.isalpha() else " " for letter in name.lower().replace("’s", "").replace("'s", ""))
    return {word for word in words.split() if len(word) >= _SHORTEST and word not in _NO_NAMES}


def _meet(one: set[str], two: set[str]) -> bool:
    return bool(one & two) or any(
        a[:_SAME_START] == b[:_SAME_START] or a[-_SAME_START:] == b[-_SAME_START:] for a in one for b in two
    )
