"""Two stretches of words that differ in letters → whether only typography or a house's spelling tells them apart."""

import re
from collections.abc import Sequence

from provlint.verify.figures import NUMBERS, in_full

#: Contractions of "not" that are no other word without their apostrophe.
_NEGATED = "do did does is are was were has have had could would should must need ai"
_CONTRACTED = frozenset(f"{verb}nt" for verb in _NEGATED.split())
#: British and American spelling of one word (Oxford's "New Hart's Rules", 2014, ch. 21), from the former to the latter.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ful|less|able|ite|ites|hood|hoods|ly)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})ys(?=(?:e|es|ed|ing|er|ers)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2}[bt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{3})ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"(?<=[a-z]{2})ogue(?=s?$)"), "og"),
    (re.compile(r"^per ?cent$"), "percent"),
    (re.compile(r"(?<=p)a(?=ed)|a(?=esthe|emi[ac]$|emor)|o(?=estr|et(?:al|us)|euv)"), ""),
    (re.compile(r"(?<=euv)re(?=[sd]?$)"), "er"),
    (re.compile(r"^gre(?=y(?:s|er|est|ing)?$)"), "gra"),
    (re.compile(r"(?<=^program)me(?=s?$)"), ""),
    (re.compile(r"(?<=dg)e(?=ments?$)"), ""),
    (re.compile(r"(?<=^toward)s$|(?<=^afterward)s$|(?<=^backward)s$|(?<=^upward)s$|(?<=^downward)s$"), ""),
)
_FEW = 12  # words of a stretch in which some may be broken
_STEPS = ((1, 2), (2, 1), (1, 3), (3, 1))  # words of either text that a broken word takes
NEGATIONS = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "nowhere",
        "cannot",
        "without",
        "hardly",
        "barely",
        "nicht",
        "kein",
        "keine",
        "keinen",
        "keiner",
        "keinem",
        "nie",
        "niemals",
        "niemand",
        "nichts",
        "weder",
        "ohne",
        "pas",
        "jamais",
        "aucun",
        "aucune",
        "personne",
        "rien",
        "sans",
        "ni",
        "non",
        "mai",
        "nessuno",
        "nessuna",
        "niente",
        "nada",
        "nadie",
        "nunca",
        "ningún",
        "ninguna",
        "sin",
        "niet",
        "geen",
        "nooit",
        "niemand",
        "não",
        "nenhum",
        "nenhuma",
        "sem",
        "inte",
        "ingen",
        "inga",
        "aldrig",
        "ikke",
        "aldri",
        "не",
        "нет",
        "никогда",
        "никто",
        "ничего",
        "без",
        "nigdy",
        "nikt",
        "nic",
        "bez",
        "není",
        "nikdy",
        "nikdo",
        "لا",
        "لن",
        "لم",
        "ليس",
        "ليست",
        "לא",
        "אין",
        "δεν",
        "μην",
        "değil",
        "nem",
    ]
)


def negated(forms: Sequence[str]) -> int:
    """How many of the words deny something."""
    return sum(form in NEGATIONS or form.endswith("n't") for form in forms)


def same(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether the stretches are the same words: broken or joined otherwise, or spelt as another house does."""
    if not here or not there:
        return False
    one, two = "".join(here), "".join(there)
    if one == two or (one.replace("'", "") == two.replace("'", "") and len(here) != len(there)):
        return _denies_alike(here, there)
    if len(here) != len(there) and 1 in (len(here), len(there)) and _spelt(one) == _spelt(two):
        return _denies_alike(here, there)  # broken at the end of a line, and of another house
    here, there = in_full(here), in_full(there)
    if len(here) == len(there):
        return all(map(_same_word, here, there))
    return max(len(here), len(there)) <= _FEW and _same_in_pieces(here, there)


def _same_in_pieces(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether the words agree one by one, some of them broken at line ends: "cou- ncil twelve", "council 12"."""
    one = two = 0
    while one < len(here) and two < len(there):
        if _same_word(here[one], there[two]):
            one, two = one + 1, two + 1
            continue
        step = next((step for step in _STEPS if _broken(here, one, step[0], there, two, step[1])), None)
        if step is None:
            return False
        one, two = one + step[0], two + step[1]
    return one == len(here) and two == len(there)


def _broken(here: Sequence[str], one: int, own: int, there: Sequence[str], two: int, other: int) -> bool:
    """Whether so many words from `one` and from `two` on are one word, broken in one of the texts."""
    left, right = here[one : one + own], there[two : two + other]
    whole = len(left) == own and len(right) == other and _spelt("".join(left)) == _spelt("".join(right))
    return whole and _denies_alike(left, right)


def _denies_alike(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether no negation is joined away: "not able" is not "notable", but "wit-" and "hout" are "without"."""
    fewer, more = sorted((here, there), key=len)
    return len(fewer) == len(more) or _denials(more) <= _denials(fewer)


def _denials(forms: Sequence[str]) -> int:
    return sum(form in NEGATIONS for form in forms) if "cannot" not in forms else 1


def _same_word(here: str, there: str) -> bool:
    if here in _CONTRACTED or there in _CONTRACTED:
        return here.replace("'", "") == there.replace("'", "")
    if here[:1].isdigit() and there[:1].isdigit() and here.replace("'", "") == there.replace("'", ""):
        return True  # "the 1990's"
    return here == there or NUMBERS.get(here, here) == NUMBERS.get(there, there) or _spelt(here) == _spelt(there)


def _spelt(form: str) -> str:
    if len(form) > 3 and form.isalpha():
        for british, american in _SPELLINGS:
            form = british.sub(american, form)
    return form
