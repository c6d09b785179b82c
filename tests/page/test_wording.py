"""Wordings are asked only where one of their words stands: no match may do without."""

from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import provlint.page
from provlint.page.wording import Wording, folded

_MODULES = [import_module(f"provlint.page.{found.name}") for found in iter_modules(provlint.page.__path__)]
_WORDINGS = {
    f"{module.__name__}.{name}": value
    for module in _MODULES
    for name, value in vars(module).items()
    if isinstance(value, Wording)
}


@pytest.mark.parametrize("name", _WORDINGS)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data())
def test_every_match_of_a_wording_holds_one_of_its_words(name: str, data: st.DataObject) -> None:
    wording = _WORDINGS[name]
    text = data.draw(st.from_regex(wording.pattern.pattern, fullmatch=True))
    assert any(word in text for word in wording.words)


def test_wordings_are_told_from_pages_without_them() -> None:
    wording = Wording("quay|ferry", r"(?:the )?(?:quay|ferry) is closed")
    assert wording.search("alas the ferry is closed")
    assert not wording.search("the ferry is late")
    assert not wording.search("the bridge is closed")


def test_folding_leaves_one_spelling_of_marks_and_spaces() -> None:
    assert folded("  Don’t\u00a0\u00adST\u00adOP\n‘here’  STRASSE ẞ ") == "don't stop 'here' strasse ss"
