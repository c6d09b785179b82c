import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.model.settings import HouseSource, Ignore, Policy, Settings, SiteSettings
from provlint.settings.keys import IGNORE_KEYS, INNER_KEYS, KEYS, POLICY_KEYS, SOURCE_KEYS
from provlint.settings.load import load_with_sources
from provlint.settings.schema import schema
from provlint.settings.show import show, template
from tests.settings.folders import loaded, repository

UNCOMMENTED = [
    "\n".join(re.sub(r"^#(?! )", "", line) for line in part.splitlines()) for part in template().split("\n\n")[1:]
]
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8)


def test_the_start_file_changes_nothing(tmp_path: Path) -> None:
    assert loaded(tmp_path, template()) == Settings(origin="provlint.toml")


@pytest.mark.parametrize("part", UNCOMMENTED)
def test_each_part_of_the_start_file_stands_without_its_comment_sign(part: str, tmp_path: Path) -> None:
    assert loaded(tmp_path, part).origin == "provlint.toml"
    assert tomllib.loads(part)


def test_the_start_file_has_every_key() -> None:
    parts = [tomllib.loads(part) for part in UNCOMMENTED]
    assert {key for part in parts for key in part} == {key.name for key in KEYS}
    for name, keys in (("ignore", IGNORE_KEYS), ("sources", SOURCE_KEYS), ("policy", POLICY_KEYS)):
        assert {key.name for key in keys} in [set(part[name][0]) for part in parts if part.get(name)]


def test_what_is_shown_can_be_read_back(tmp_path: Path) -> None:
    settings = Settings(
        origin="provlint.toml",
        select=("PL1",),
        ignore=("PL126",),
        exclude=('a"b', "c\\d"),
        per_file_ignores=(("x/*.md", ("PL1", "PL2")),),
        severity=(("PL1", "error"),),
        options=(("empty-link", (("words", 3), ("share", 0.5), ("on", True), ("names", ("a", "b")))),),
        formats=(("*.page", "rst"),),
        ignores=(Ignore(("PL1",), ("b.md",), (), 'say "no"', "2027-03-31"), Ignore(reason="é\n")),
        site=SiteSettings("content", "https://harbour.co.uk/a", (("/news/old/", "old"), ("/news/", "posts"))),
        sources=(HouseSource(("harbour-post.co.uk",), "The Harbour Post", ("HP",), "GB", "newspaper", own=True),),
        policies=(Policy(("reports/**",), ("tabloid",), not_alone=("social-media",), reason="so"),),
        fail_on="never",
        jobs=3,
    )
    again = loaded(tmp_path, show(settings))
    assert again._replace(ignores=(), policies=(), said_by=()) == settings._replace(ignores=(), policies=())
    assert [policy._replace(line=0) for policy in again.policies] == list(settings.policies)
    assert [ignore._replace(line=0) for ignore in again.ignores] == list(settings.ignores)


@given(
    st.lists(WORDS, max_size=3),
    st.dictionaries(WORDS.filter(lambda word: word[0] != "!"), st.lists(WORDS, max_size=2), max_size=2),
)
def test_any_words_are_shown_as_toml(words: list[str], table: dict[str, list[str]]) -> None:
    settings = Settings(
        exclude=tuple(words), per_file_ignores=tuple((glob, tuple(rules)) for glob, rules in table.items())
    )
    values = tomllib.loads(show(settings))
    assert values["exclude"] == words
    assert values.get("per-file-ignores", {}) == table


def test_a_file_name_cannot_add_a_line_or_obey_a_terminal() -> None:
    shown = show(Settings(origin="a\n]x\x1b[2J.toml", exclude=("\x1b[2J\udcff",)))
    assert "\x1b" not in shown
    assert tomllib.loads(shown)["exclude"] == ["\x1b[2J\ufffd"]


def test_who_said_it_is_shown(tmp_path: Path) -> None:
    repository(tmp_path, "jobs = 3\n[severity]\nPL1 = 'info'")
    told = load_with_sources(cwd=str(tmp_path), overrides={"fail_on": "never"})
    lines = show(told.settings, told.sources).splitlines()
    assert "jobs = 3  # provlint.toml" in lines
    assert 'fail-on = "never"  # command line' in lines
    assert 'min-confidence = "low"  # default' in lines
    assert "[severity]  # provlint.toml" in lines


def test_the_schema_says_what_the_checks_say() -> None:
    made = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    assert set(made["properties"]) == {key.name for key in KEYS}
    assert all(field["description"] for field in made["properties"].values())
    validator = jsonschema.Draft202012Validator(made)
    assert validator.is_valid({"select": ["PL1"], "jobs": 2, "ignore": [{"rules": ["PL1"], "until": "2027-03-31"}]})
    assert validator.is_valid({"ignore": ["PL1"], "rules": {"x": {"words": 3, "names": []}}})
    wrongs: list[dict[str, object]] = [
        {"selekt": []},
        {"jobs": -1},
        {"fail-on": "eror"},
        {"ignore": [{"rule": []}]},
        {"ignore": 3},
    ]
    for wrong in wrongs:
        assert not validator.is_valid(wrong), wrong


def test_every_table_with_keys_of_its_own_has_them_explained() -> None:
    def fields(described: Any) -> Any:
        choices = (described, *described.get("anyOf", ()))
        return next((found for choice in choices if (found := choice.get("items", choice).get("properties"))), None)

    tables = {name: set(found) for name, described in schema()["properties"].items() if (found := fields(described))}
    assert tables == {name: {key.name for key in keys} for name, keys in INNER_KEYS.items()}
