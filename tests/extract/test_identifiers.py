"""Identifiers in prose, lists and links: where they stand, their normal form, what is wrong with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.extract import check_digits
from tests.extract.documents import read


def found(source: str) -> list[tuple[str, str, bool]]:
    return [(fact.scheme, fact.value, fact.valid) for fact in read(source)[1].identifiers]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("See doi:10.1016/S0140-6736(20)30183-5.", ("doi", "10.1016/s0140-6736(20)30183-5", True)),
        ("(10.1000/182)", ("doi", "10.1000/182", True)),
        ("See <https://dx.doi.org/10.1000%2FAbc>.", ("doi", "10.1000/abc", True)),
        ("[p](https://nets.org/doi/full/10.1177/0123/pdf)", ("doi", "10.1177/0123", True)),
        ("doi: 10.12/abc", ("doi", "10.12/abc", False)),
        ("https://doi.org/10.1016/", ("doi", "10.1016/", False)),
        ("arXiv:2101.00001v2", ("arxiv", "2101.00001v2", True)),
        ("arXiv:math.GT/0309136", ("arxiv", "math/0309136", True)),
        ("arXiv:2113.00001", ("arxiv", "2113.00001", False)),
        ("arXiv:2101.0001", ("arxiv", "2101.0001", False)),
        ("https://arxiv.org/pdf/1201.0001", ("arxiv", "1201.0001", True)),
        ("PMID: 12345678", ("pmid", "12345678", True)),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/", ("pmid", "12345678", True)),
        ("PMCID: PMC123456", ("pmcid", "PMC123456", True)),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/", ("pmcid", "PMC123456", True)),
        ("ISBN 978-0-306-40615-7", ("isbn", "9780306406157", True)),
        ("ISBN-10: 0 8044 2957 X", ("isbn", "080442957X", True)),
        ("ISBN 0306406152 2004", ("isbn", "0306406152", True)),
        ("ISBN 978-0-306-40615-8", ("isbn", "9780306406158", False)),
        ("ISBN 97803064061", ("isbn", "97803064061", False)),
        ("a second, 978-0-306-40615-7", ("isbn", "9780306406157", True)),
        ("ISSN 0378-5955", ("issn", "0378-5955", True)),
        ("e-ISSN: 2434-561x", ("issn", "2434-561X", True)),
        ("ISSN 0378-5956", ("issn", "0378-5956", False)),
    ],
)
def test_one_identifier(source: str, expected: tuple[str, str, bool]) -> None:
    assert found(source) == [expected]


@pytest.mark.parametrize(
    "source",
    [
        "Version 10.1000 of 10.4/5 and 10.0.0.0/8 in `doi:10.1000/182`.",
        "The prefix doi:10.… and doi:10.1016/… are cut.",
        "Call 978-0-306-40615-8 or 1234-5678, PMC lives in room 12345678.",
        "The ISBN of a book has 13 digits; an ISSN has 8.",
        "https://harbour.co.uk/files/10.1234/nets.zip",
        "See https://doi.org/nets for a short one.",
    ],
)
def test_what_is_no_identifier(source: str) -> None:
    assert found(source) == []


def test_the_place_is_the_identifier_without_what_announces_it() -> None:
    source = "> \U0001f600 ISBN&nbsp;x, ISBN 0-306-40615-2;\r\n> DOI: <https://doi.org/10.1000/182?x=1>.\r\n"
    document, facts = read(source)
    assert [document.source[fact.start : fact.end] for fact in facts.identifiers] == ["0-306-40615-2", "10.1000/182"]


def test_linked_says_whether_a_reader_can_follow() -> None:
    def linked(source: str) -> list[bool]:
        return [fact.linked for fact in read(source)[1].identifiers]

    assert linked("doi:10.1000/182") == [False]
    assert linked("[doi:10.1000/182](https://doi.org/10.1000/182)") == [True, True]
    assert linked("doi:10.1000/182 at https://doi.org/10.1000/182") == [True, True]
    assert linked("ISBN 0-306-40615-2") == [True]


@given(st.integers(0, 999_999_999))
def test_one_check_digit_of_eleven_is_right(number: int) -> None:
    right = [char for char in "0123456789X" if check_digits.isbn10(f"{number:09}{char}")]
    assert len(right) == 1
    assert check_digits.isbn13(check_digits.isbn_as_13(f"{number:09}{right[0]}"))


PIECES = st.sampled_from(
    ["10.1000/182", "doi:", "https://doi.org/", "arXiv:", "2101.00001", "ISBN ", "0-306-40615-2", "ISSN 0378-5955",
     "PMID 1", ".", ")", "(", "\r\n", "\n\n", "&amp;", "\\", "*", "`", "[", "](", "\U0001f600", " ", "…", "%2F", "10."]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_identifier_lies_in_the_source_and_in_order(source: str) -> None:
    document, facts = read(source)
    assert [fact.start for fact in facts.identifiers] == sorted(fact.start for fact in facts.identifiers)
    for fact in facts.identifiers:
        assert 0 <= fact.start < fact.end <= len(document.source)
        assert document.source[fact.start].isalnum()
        assert fact.valid == (not fact.fault)
