"""The accepted reports of the sample documents; `python -m benchmarks.accept` renews them, and the diff is read."""

import pytest

from benchmarks.accept import REPORTS, documents, reports

TEXTS = reports()


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_report_is_the_accepted_one(name: str) -> None:
    assert (REPORTS / name).read_text(encoding="utf-8") == TEXTS[name]


def test_every_input_has_its_reports_and_nothing_else_stands_there() -> None:
    assert {path.name for path in REPORTS.iterdir()} == set(TEXTS)
    assert len(documents()) * 2 == len(TEXTS)
