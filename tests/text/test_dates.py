from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.text.dates import iso_date

DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04T10:00:00Z", "2021-03-04"),
        ("seen 2021/3/4, later", "2021-03-04"),
        ("4 March 2021", "2021-03-04"),
        ("4th of no month; 4th March, 2021", "2021-03-04"),
        ("4. Mar. 2021", "2021-03-04"),
        ("Published: SEPT. 9, 2021", "2021-09-09"),
        ("March 4th, 2021", "2021-03-04"),
        ("May 3, 2021, updated 2022-01-01", "2021-05-03"),
        ("no day 2021-13-01 but 3 May\n2021", "2021-05-03"),
        ("29 February 2024", "2024-02-29"),
        ("29 February 2023", None),
        ("31 April 2021", None),
        ("3/4/2021", None),
        ("Maybe 3, 2021", None),
        ("dismay 3, 2021", None),
        ("12021-03-04", None),
        ("2021-03-041", None),
        ("0000-01-01", None),
        ("4 March 20211", None),
        ("March 2021", None),
        ("", None),
    ],
)
def test_the_first_whole_date_is_found(text: str, found: str | None) -> None:
    assert iso_date(text) == found


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "on %A, %d %B, %Y."]))
def test_every_day_comes_back_from_every_form(day: date, form: str) -> None:
    assert iso_date(day.strftime(form)) == day.isoformat()


@given(st.text("0123456789-/. amyjune,\n", max_size=60))
def test_what_is_found_is_a_day(text: str) -> None:
    found = iso_date(text)
    assert found is None or date.fromisoformat(found)
