"""Dates as documents write them → ISO 8601."""

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s++(?P<m2>{_MONTH})\.?,?\s++(?P<y2>\d{{4}})(?!\d)"
    rf"|(?<!\w)(?P<m3>{_MONTH})\.?\s++(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s++(?P<y3>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def iso_date(text: str) -> str | None:
    """The first date in a text with day, month name or ISO order, and year, as `YYYY-MM-DD`; None if there is none.

    `3/4/2021` is left alone: which number is the month depends on the writer's country.
    """
    for found in _DATE.finditer(text):
        year = int(found["y"] or found["y2"] or found["y3"])
        name = found["m2"] or found["m3"]
        month = _MONTHS.index(name[:3].lower()) + 1 if name else int(found["m"])
        day = int(found["d"] or found["d2"] or found["d3"])
        if year and 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1] + (month == 2 and _is_leap(year)):
            return f"{year:04}-{month:02}-{day:02}"
    return None


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
