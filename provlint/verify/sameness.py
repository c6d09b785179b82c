"""Two stretches of words that differ in letters → whether only typography or a house's spelling tells them apart."""

import re
from collections.abc import Sequence

_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TWENTY_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: f"{number}0" for number, word in enumerate(_TWENTY_TO_NINETY.split(), 2)}
_NUMBERS = {word: str(number) for number, word in enumerate(_TO_NINETEEN.split())} | _TENS
_NUMBERS |= {"1st": "first", "2nd": "second", "3rd": "third"}
_FOURTH_TO_TWELFTH = "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_NUMBERS |= {f"{number}th": word for number, word in enumerate(_FOURTH_TO_TWELFTH.split(), 4)}
_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
#: What newsrooms shorten behind a figure ("The Guardian and Observer Style Guide", AP's and Reuters' too), and in full.
_SHORTENED = {
    "k": "thousand", "m": "million", "mn": "million", "mln": "million", "b": "billion", "bn": "billion",
    "bln": "billion", "tn": "trillion", "trn": "trillion", "km": "kilometers", "kms": "kilometers", "cm": "centimeters",
    "mm": "millimeters", "kg": "kilograms", "kgs": "kilograms", "mph": "miles per hour", "kph": "kilometers per hour",
    "ft": "feet", "lb": "pounds", "lbs": "pounds", "hrs": "hours", "mins": "minutes", "secs": "seconds",
    "mio": "millionen", "mrd": "milliarden", "am": "am", "pm": "pm",
}  # fmt: skip
_ALONE = frozenset(("k", "m", "b"))  # these only where no blank parts them from the figure
_WITH_FIGURE = re.compile(rf"([0-9][0-9.:]*)({'|'.join(sorted(_SHORTENED, key=len, reverse=True))})")
#: Titles and months that are shortened wherever they stand.
_SHORT_NAMES = {
    "dr": "doctor", "prof": "professor", "sen": "senator", "gov": "governor", "rep": "representative",
    "gen": "general", "capt": "captain", "sgt": "sergeant", "lt": "lieutenant", "col": "colonel", "dept": "department",
    "govt": "government", "ok": "okay", "jan": "january", "feb": "february", "aug": "august", "sept": "september",
    "oct": "october", "nov": "november", "dec": "december",
}  # fmt: skip
_PARTS = {("1", "2"): ".5", ("1", "4"): ".25", ("3", "4"): ".75"}  # "3 1/2" is "3½"
_CLOCK = re.compile(r"([0-9]{1,2})\.([0-9]{2})")
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
    here, there = _read(here), _read(there)
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


def _read(forms: Sequence[str]) -> Sequence[str]:
    """The same words in full, with "forty two", "two hundred" and "3.5 million" as one figure."""
    forms = _in_full(forms)
    if not _POWERS.keys().isdisjoint(forms):
        forms = _multiplied(forms)
    if _TENS.keys().isdisjoint(forms):
        return forms
    found: list[str] = []
    tens = ""
    for form in forms:
        unit = _NUMBERS.get(form, "")
        if tens and len(unit) == 1 and unit not in "0":
            found[-1] = tens[0] + unit
        else:
            found.append(form)
        tens = _TENS.get(form, "")
    return found


def _in_full(forms: Sequence[str]) -> Sequence[str]:
    """The same words with what is shortened behind a figure written out: "3.4m", "90 mph", "5.30pm"."""
    found: list[str] = []
    for form in forms:
        joined = _WITH_FIGURE.fullmatch(form)
        if joined:
            clock = joined[2] in ("am", "pm")
            found.append(_CLOCK.sub(r"\1:\2", joined[1]) if clock else joined[1])
            found += _SHORTENED[joined[2]].split()
        elif found and form in _SHORTENED and form not in _ALONE and found[-1][:1].isdigit():
            if form in ("am", "pm"):
                found[-1] = _CLOCK.sub(r"\1:\2", found[-1])
            found += _SHORTENED[form].split()
        elif len(found) > 1 and found[-2].isdigit() and (part := _PARTS.get((found[-1], form))):
            found[-2:] = [f"{found[-2]}{part}"]
        else:
            found.append(_SHORT_NAMES.get(form, form))
    return found


def _multiplied(forms: Sequence[str]) -> list[str]:
    """The same words with a figure and the power of ten behind it as one figure: no more than that is the same."""
    found: list[str] = []
    for form in forms:
        power = _POWERS.get(form, 0)
        figure = _NUMBERS.get(found[-1], found[-1]) if power and found else ""
        if _FIGURE.fullmatch(figure):
            whole, _, rest = figure.partition(".")
            if len(rest) <= power:
                found[-1] = f"{whole}{rest.ljust(power, '0')}".lstrip("0") or "0"
                continue
        found.append(form)
    return found


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
    return here == there or _NUMBERS.get(here, here) == _NUMBERS.get(there, there) or _spelt(here) == _spelt(there)


def _spelt(form: str) -> str:
    if len(form) > 3 and form.isalpha():
        for british, american in _SPELLINGS:
            form = british.sub(american, form)
    return form
