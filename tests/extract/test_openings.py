"""Look-aheads that name what an expression opens with: each form behind one opens with something that it names."""

import importlib
import re
from pathlib import Path

import pytest

import provlint
from provlint.text.patterns import lazy

_PACKAGE = Path(provlint.__file__).parent
_CLAIMS = sorted((_PACKAGE / "extract" / "claims").glob("*.py"))
_OPENING = re.compile(r"\(\?=(\[[^\]^]+\])\)")


def _patterns() -> dict[str, re.Pattern[str]]:
    """The expressions of the rooms that hold such a look-ahead, by name."""
    found: dict[str, re.Pattern[str]] = {}
    for path in _CLAIMS:
        module = importlib.import_module(f"provlint.extract.claims.{path.stem}")
        for name, value in vars(module).items():
            known = value if isinstance(value, dict) else {"": value}
            for key, one in known.items():
                if isinstance(one, type(lazy(""))) and _OPENING.search(one.pattern):
                    found[f"{path.stem}.{name}{key}"] = one
    return found


_FORMS = {
    "attributions._ACCORDING": (
        "according to|as shown by|reported by|published in|estimated by|calculated by|tallied by|measured by|tracked by"
        "|counted by|compiled by|conducted by|released by|issued by|commissioned by|data from|figures of|statistics by"
        "|estimates from|numbers from|information from|findings of|results of|survey by|study by|report by|poll by"
        "|analysis by|audit by|review by|census of|research by|citing|cites|cited|in its annual report|Source:|via Ann"
    ),
    "phrases._WEASEL": (
        "one can argue|it is said that|some say so|many say so|most say so|several say so|numerous people say so"
        "|certain people say so|a number of people say so|various people say so|there are some who say|is widely seen as"
        "|are widely seen as|was widely seen as|were widely seen as|been widely seen as|studies show|research shows"
        "|recent studies show|critics say|observers say|commentators say|pundits say|skeptics say|opponents say"
        "|detractors say|sceptics say"
    ),
    "phrases._OPEN_MARK": "[citation needed]|(source missing)|[who?]|{{cn}}|TODO: add source|FIXME: source|TK source|XXX cite",
    "unnamed._OPENS": (
        "officials|sources|insiders|aides|diplomats|analysts|experts|advisers|executives|lawmakers|observers|strategists"
        "|operatives|staffers|envoys|economists|investigators|traders|witnesses|informants|person close to"
        "|people close to|individuals close to|someone close to|man close to|woman close to|men close to|women close to"
    ),
    "vetoes._FORMSplan": (
        "will|shall|would|could|should|must|may|might|can|cannot|won't|to be held|plans to|planned|hopes to|aims to"
        "|intends to|expects to|is expected to|are set to|was due to|were meant to|needs to|has to|ought to|goal|target|upcoming"
        "|proposed|proposal|he'll"
    ),
    "vetoes._FORMSversion or code": "v2|version 3.1|1.2.3|{|\\|<|>|= 3|f()|12 px|0x1f",
    "vetoes._FORMSappointment": (
        "10 am|9:30 p.m|editor's note|register|rsvp|deadline|agenda|registration|subscribe|newsletter|ticket|prize|prizes"
        "|award|awarded|winner|contest|555-010-1234"
    ),
}


def test_each_expression_with_such_a_look_ahead_has_its_forms_here() -> None:
    assert set(_patterns()) == set(_FORMS)


@pytest.mark.parametrize("name", _FORMS)
def test_each_form_is_found_at_the_head_of_a_text_and_in_capitals(name: str) -> None:
    pattern = _patterns()[name]
    for form in _FORMS[name].split("|"):
        assert pattern.search(form), form
        if name != "vetoes._FORMSplan":  # it tells capitals
            assert pattern.search(form.upper()), form
