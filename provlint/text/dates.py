"""Dates as documents write them → ISO 8601."""

import re
from functools import cache

from provlint.text.patterns import lazy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_ISO = lazy(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?!\d)")
_DATE = (
    r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s++(?P<m2>{_MONTH})\.?,?\s++(?P<y2>\d{{4}})(?!\d)"
    rf"|(?<!\w)(?P<m3>{_MONTH})\.?\s++(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s++(?P<y3>\d{{4}})(?!\d)"
)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def iso_date(text: str) -> str | None:
    """The first date in a text with day, month name or ISO order, and year, as `YYYY-MM-DD`; None if there is none.

    `3/4/2021` is left alone: which number is the month depends on the writer's country.
    """
    iso = _ISO.match(text)
    if iso and _is_date(*map(int, iso.groups())):  # the usual form, told without the long expression
        return iso[0]
    for found in _pattern().finditer(text):
        year = int(found["y"] or found["y2"] or found["y3"])
        name = found["m2"] or found["m3"]
        month = _MONTHS.index(name[:3].lower()) + 1 if name else int(found["m"])
        day = int(found["d"] or found["d2"] or found["d3"])
        if _is_date(year, month, day):
            return f"{year:04}-{month:02}-{day:02}"
    return None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_DATE, re.IGNORECASE)


def _is_date(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1] + (month == 2 and _is_leap(year))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
