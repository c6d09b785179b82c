"""Facts that no rule is about need not be looked for: what rules find stays the same, only what is counted differs."""

from pathlib import Path

import pytest

from provlint.model.settings import Settings
from provlint.rulebook.shipped import shipped_rules
from provlint.run.check import check

_RULES = shipped_rules()
_ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("subject", sorted({rule.on for rule in _RULES}))
def test_without_counts_the_same_is_found(subject: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_ROOT)
    settings = Settings(select=tuple(rule.id for rule in _RULES if rule.on == subject), cache=False)
    counted, found = (check(["inputs"], settings, today="2026-01-01", counts=counts).report for counts in (True, False))
    assert found.findings == counted.findings
    assert found.links == counted.links
    assert any(document.quotations for document in counted.documents)


def test_what_rules_are_about_is_counted_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_ROOT)
    settings = Settings(select=("ALL",), cache=False)
    counted, found = (check(["inputs"], settings, today="2026-01-01", counts=counts).report for counts in (True, False))
    assert found == counted
