"""Words of a stretch → the same with what is shortened written out, and figures in words as figures."""

import re
from collections.abc import Sequence

_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TWENTY_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: f"{number}0" for number, word in enumerate(_TWENTY_TO_NINETY.split(), 2)}
NUMBERS = {word: str(number) for number, word in enumerate(_TO_NINETEEN.split())} | _TENS
_CARDINALS = dict(NUMBERS)
NUMBERS |= {"1st": "first", "2nd": "second", "3rd": "third"}
_FOURTH_TO_TWELFTH = "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
NUMBERS |= {f"{number}th": word for number, word in enumerate(_FOURTH_TO_TWELFTH.split(), 4)}
_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_HUNDRED = 2
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
_WITH_FIGURE = re.compile(rf"([0-9][0-9.,:]*)({'|'.join(sorted(_SHORTENED, key=len, reverse=True))})")
#: Titles and months that are shortened wherever they stand.
_SHORT_NAMES = {
    "dr": "doctor", "prof": "professor", "sen": "senator", "gov": "governor", "rep": "representative",
    "gen": "general", "capt": "captain", "sgt": "sergeant", "lt": "lieutenant", "col": "colonel", "dept": "department",
    "govt": "government", "ok": "okay", "jan": "january", "feb": "february", "aug": "august", "sept": "september",
    "oct": "october", "nov": "november", "dec": "december",
}  # fmt: skip
_PARTS = {("1", "2"): ".5", ("1", "4"): ".25", ("3", "4"): ".75"}  # "3 1/2" is "3½"
_CLOCK = re.compile(r"([0-9]{1,2})\.([0-9]{2})")


def in_full(forms: Sequence[str]) -> Sequence[str]:
    """The same words in full, with "forty two", "one hundred and twenty" and "3.5 million" as one figure."""
    forms = _written_out(forms)
    if _POWERS.keys().isdisjoint(forms) and _TENS.keys().isdisjoint(forms):
        return forms
    found: list[str] = []
    at = 0
    while at < len(forms):
        value, end = _counted(forms, at)
        found.append(str(value) if end > at + 1 else forms[at])
        at = max(end, at + 1)
    return _multiplied(found)


def _counted(forms: Sequence[str], at: int) -> tuple[int, int]:
    """The number that words from `at` on spell, and where they end: "two thousand five hundred and one"."""
    total = group = 0
    limit = 10**15  # each power is smaller than the one before
    for number in range(at, len(forms)):
        form = forms[number]
        value, power = int(_CARDINALS.get(form, -1)), _POWERS.get(form, 0)
        if form == "and":
            follows = int(_CARDINALS.get(forms[number + 1], 0)) if number + 1 < len(forms) else 0
            if not follows or group % 100 or not (total or group):
                return total + group, number
        elif power == _HUNDRED and 0 < group < 100:
            group *= 100
        elif power > _HUNDRED and group > 0 and 10**power < limit:
            total, group, limit = total + group * 10**power, 0, 10**power
        elif (value > 0 and group % 100 == 0) or (0 < value < 10 and group % 100 >= 20 and group % 10 == 0):
            group += value
        else:
            return total + group, number
    return total + group, len(forms)


def _written_out(forms: Sequence[str]) -> Sequence[str]:
    """The same words with what is shortened behind a figure written out: "3.4m", "90 mph", "5.30pm"."""
    found: list[str] = []
    for form in forms:
        joined = _WITH_FIGURE.fullmatch(form)
        if joined:
            clock = joined[2] in ("am", "pm")
            found.append(_CLOCK.sub(r"\1:\2", joined[1]) if clock else joined[1])
            found += _SHORTENED[joined[2]].split()
        elif form in _SHORTENED and form not in _ALONE and (not found or found[-1][:1].isdigit()):
            if found and form in ("am", "pm"):
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
        figure = NUMBERS.get(found[-1], found[-1]) if power and found else ""
        if _FIGURE.fullmatch(figure):
            whole, _, rest = figure.partition(".")
            if len(rest) <= power:
                found[-1] = f"{whole}{rest.ljust(power, '0')}".lstrip("0") or "0"
                continue
        found.append(form)
    return found
