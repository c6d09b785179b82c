"""Two stretches of words that differ in letters → whether only typography or a house's spelling tells them apart."""

import re
from collections.abc import Sequence

_TO_TWELVE = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: str(number) for number, word in enumerate(_TO_TWELVE.split())}
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
)
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
        # "not able" and "notable": where a negation is joined away, the words are not the same.
        return len(here) == len(there) or _denials(here) == _denials(there)
    return len(here) == len(there) and all(map(_same_word, here, there))


def _denials(forms: Sequence[str]) -> int:
    return sum(form in NEGATIONS for form in forms) if "cannot" not in forms else 1


def _same_word(here: str, there: str) -> bool:
    return here == there or _NUMBERS.get(here, here) == _NUMBERS.get(there, there) or _spelt(here) == _spelt(there)


def _spelt(form: str) -> str:
    if len(form) > 3 and form.isalpha():
        for british, american in _SPELLINGS:
            form = british.sub(american, form)
    return form
