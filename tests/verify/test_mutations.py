"""The benchmark's own changes of quotations and pages: what is verbatim is called so, and hardly anything goes wrong."""

import pytest

import provlint
from benchmarks.verify_mutations import SENTENCES, Case, cases, long_cases


@pytest.fixture(scope="module")
def wrong() -> list[tuple[Case, str]]:
    made = [*cases(SENTENCES, 1), *long_cases(1)]
    judged = [(case, provlint.verify(case.quotation, case.page).kind) for case in made]
    assert len(judged) > 500
    return [(case, said) for case, said in judged if said != case.expected]


def test_the_same_words_are_verbatim_whatever_they_are_dressed_in(wrong: list[tuple[Case, str]]) -> None:
    assert [(case.kind, said, case.quotation) for case, said in wrong if case.expected == "verbatim"] == []


def test_what_was_changed_is_told_from_what_was_not(wrong: list[tuple[Case, str]]) -> None:
    assert len(wrong) <= 5, [(case.kind, said, case.quotation) for case, said in wrong]


def test_words_that_are_on_no_page_are_missing() -> None:
    for case in cases(SENTENCES[:3], 2):
        if case.expected == "missing":
            assert provlint.verify(case.quotation, case.page).kind == "missing", case.quotation
