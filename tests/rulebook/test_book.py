"""The rulebook of a run: shipped and user rules joined, selected, and changed by the settings."""

from pathlib import Path

import pytest

from provlint.errors import UserError
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.rulebook import load
from provlint.rulebook.selection import Selectors
from provlint.rulebook.shipped import shipped_rules
from tests.rulebook.rule_texts import SHORT_NOTE, WIKI_LINK, with_line, write_rules


def rule(rule_id: str, name: str, *was: str, default: bool = True) -> Rule:
    return Rule(rule_id, name, "link", "text", "warning", "high", default, "", "m", "alone", "", "", was)


RULES = (
    rule("PL101", "dead-link", "broken-link"),
    rule("PL102", "slow-link", default=False),
    rule("PL110", "odd-link"),
    rule("PL201", "odd-domain"),
    rule("DESK10", "wiki-link"),
)


@pytest.mark.parametrize(
    ("select", "extend", "ignore", "ids"),
    [
        ((), (), (), "PL101 PL110 PL201 DESK10"),
        ((), ("PL102",), (), "PL101 PL102 PL110 PL201 DESK10"),
        ((), ("PL1",), ("PL11",), "PL101 PL102 PL201 DESK10"),
        ((), (), ("ALL",), ""),
        ((), ("PL201",), ("ALL",), "PL201"),
        (("ALL",), (), (), "PL101 PL102 PL110 PL201 DESK10"),
        (("PL",), (), (), "PL101 PL102 PL110 PL201"),
        (("PL1",), (), (), "PL101 PL102 PL110"),
        (("PL10",), (), (), "PL101 PL102"),
        (("DESK",), (), (), "DESK10"),
        (("PL101", "odd-domain"), (), (), "PL101 PL201"),
        (("broken-link",), (), (), "PL101"),
        (("ALL",), (), ("PL1",), "PL201 DESK10"),
        (("PL101",), (), ("PL1",), "PL101"),
        (("PL1",), (), ("PL1",), ""),
        (("PL101",), (), ("dead-link",), ""),
        (("PL1",), (), ("ALL",), "PL101 PL102 PL110"),
        (("PL1",), (), ("slow-link",), "PL101 PL110"),
    ],
)
def test_the_more_exact_selector_wins(
    select: tuple[str, ...], extend: tuple[str, ...], ignore: tuple[str, ...], ids: str
) -> None:
    assert Selectors(RULES, "provlint.toml").selected(select, extend, ignore) == frozenset(ids.split())


@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("PL999", ""),
        ("P", ""),
        ("PL10x", ""),
        ("pl101", "did you mean PL101?"),
        ("dead-lnk", "did you mean dead-link?"),
        ("", ""),
        ("all", "did you mean ALL?"),
        ("PL101 ", "did you mean PL101?"),
    ],
)
def test_an_unknown_selector_is_refused(selector: str, hint: str) -> None:
    selectors = Selectors(RULES, "provlint.toml")
    for key, given in (("select", ((selector,), (), ())), ("ignore", ((), (), (selector,)))):
        with pytest.raises(UserError) as refused:
            selectors.selected(*given)
        assert (refused.value.where, refused.value.key) == ("provlint.toml", key)
        assert hint in refused.value.reason
    assert selectors.meant(selector) == frozenset()


def test_without_settings_all_shipped_rules_are_known_and_the_default_ones_on() -> None:
    book = load(Settings())
    assert {one.id for one in book.rules} == {one.id for one in shipped_rules()}
    assert [one.id for one in book.rules] == sorted(one.id for one in book.rules)
    assert book.selected == {one.id for one in book.rules if one.default}
    assert book.disabled == 0
    assert book.ignored_in("any/where.md") == frozenset()


def desk_settings(folder: Path, **changes: object) -> Settings:
    """Settings of a project with the two rules of the tests."""
    write_rules(folder / "desk", wiki_link=WIKI_LINK, short_note=SHORT_NOTE)
    settings = Settings(root=str(folder), origin="provlint.toml", rule_folders=("desk",))
    return settings._replace(**changes)  # type: ignore[arg-type]


def find(settings: Settings, rule_id: str) -> Rule:
    (found,) = (one for one in load(settings).rules if one.id == rule_id)
    return found


def test_rules_of_the_user_stand_beside_the_shipped_ones(tmp_path: Path) -> None:
    book = load(desk_settings(tmp_path))
    assert {"DESK101", "DESK200"} <= {one.id for one in book.rules}
    assert "DESK101" in book.selected
    assert "DESK200" not in book.selected
    assert book.meant("DESK") == {"DESK101", "DESK200"}
    assert book.meant("thin-note") == {"DESK200"}
    assert book.meant("nothing") == frozenset()


def test_what_the_settings_switch_off_is_counted(tmp_path: Path) -> None:
    default = sum(one.default for one in shipped_rules())
    assert load(desk_settings(tmp_path, select=("DESK",))).disabled == default
    assert load(desk_settings(tmp_path, ignore=("ALL",))).disabled == default
    assert load(desk_settings(tmp_path, ignore=("DESK",))).disabled == 0


def test_options_of_the_settings_stand_in_the_condition(tmp_path: Path) -> None:
    for name in ("short-note", "DESK200", "thin-note"):
        changed = find(desk_settings(tmp_path, options=((name, (("least_words", 7),)),)), "DESK200")
        assert changed.when == "title != '' and word_count < 7"
        assert changed.options == (("least_words", 7),)
    assert find(desk_settings(tmp_path), "DESK200").when == "title != '' and word_count < 40"


@pytest.mark.parametrize(
    ("options", "key", "reason"),
    [
        (("short-note", (("least_word", 7),)), "rules.short-note.least_word", "did you mean least_words?"),
        (("short-note", (("least_words", "7"),)), "rules.short-note.least_words", "must be a number"),
        (("short-note", (("least_words", True),)), "rules.short-note.least_words", "must be a number"),
        (("short-note", (("least_words", float("nan")),)), "rules.short-note.least_words", "must be a number"),
        (("wiki-link", (("hosts", "a.test"),)), "rules.wiki-link.hosts", "must be a list of text"),
        (("short-nte", (("least_words", 7),)), "rules", "did you mean short-note?"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    tmp_path: Path, options: tuple[str, tuple[tuple[str, int | str | float], ...]], key: str, reason: str
) -> None:
    with pytest.raises(UserError) as refused:
        load(desk_settings(tmp_path, options=(options,)))
    assert (refused.value.where, refused.value.key) == ("provlint.toml", key)
    assert reason in refused.value.reason


def test_an_option_cannot_take_the_guard_from_a_message(tmp_path: Path) -> None:
    guarded = with_line(SHORT_NOTE, "when", "when = 'length(title) > least_words'")
    write_rules(tmp_path / "other", short_note=guarded)
    settings = Settings(root=str(tmp_path), origin="provlint.toml", rule_folders=("other",))
    assert find(settings, "DESK200").when == "length(title) > 40"
    with pytest.raises(UserError, match=r"provlint\.toml: rules\.short-note: title may be empty"):
        load(settings._replace(options=(("short-note", (("least_words", -1),)),)))


def test_the_more_exact_severity_wins_and_of_equals_the_later(tmp_path: Path) -> None:
    severity = (("wiki-link", "info"), ("DESK1", "error"), ("ALL", "error"), ("DESK2", "info"), ("DESK2", "error"))
    settings = desk_settings(tmp_path, severity=severity)
    assert find(settings, "DESK101").severity == "info"
    assert find(settings, "DESK200").severity == "error"
    assert {one.severity for one in load(settings).rules if one.id.startswith("PL")} == {"error"}
    with pytest.raises(UserError, match="severity: no rule is called"):
        load(desk_settings(tmp_path, severity=(("wiki-lnk", "info"),)))


def test_rules_are_left_out_by_file(tmp_path: Path) -> None:
    settings = desk_settings(tmp_path, per_file_ignores=(("drafts", ("DESK",)), ("drafts/old", ("ALL",))))
    book = load(settings)
    assert book.ignored_in("notes/a.md") == frozenset()
    assert book.ignored_in("drafts/a.md") == {"DESK101", "DESK200"}
    assert book.ignored_in("drafts/old/a.md") == {one.id for one in book.rules}
    with pytest.raises(UserError, match="per-file-ignores: no rule is called"):
        load(desk_settings(tmp_path, per_file_ignores=(("drafts", ("wiki",)),)))


def test_a_rule_yields_only_to_one_there_is(tmp_path: Path) -> None:
    settings = Settings(root=str(tmp_path), rule_folders=("desk",))
    write_rules(tmp_path / "desk", short_note=with_line(SHORT_NOTE, "was", "yields-to = ['empty-links']"))
    with pytest.raises(UserError, match="short-note.toml: yields-to: there is no rule empty-links"):
        load(settings)
    write_rules(tmp_path / "desk", short_note=with_line(SHORT_NOTE, "was", "yields-to = ['empty-link']"))
    assert {one.name: one.yields_to for one in load(settings).rules}["short-note"] == ("empty-link",)


@pytest.mark.parametrize(
    ("key", "line", "where", "reason"),
    [
        ("id", "id = 'DESK101'", "desk/wiki-link.toml: id", "DESK101 is taken by desk/a/short-note.toml"),
        ("was", "was = ['wiki-link']", "desk/wiki-link.toml: name", "wiki-link is taken by desk/a/short-note.toml"),
    ],
)
def test_ids_and_names_are_unique(tmp_path: Path, key: str, line: str, where: str, reason: str) -> None:
    write_rules(tmp_path / "desk" / "a", short_note=with_line(SHORT_NOTE, key, line))
    write_rules(tmp_path / "desk", wiki_link=WIKI_LINK)
    with pytest.raises(UserError) as refused:
        load(Settings(root=str(tmp_path), rule_folders=("desk",)))
    assert str(refused.value) == f"{where}: {reason}"


def test_a_user_rule_may_not_take_a_shipped_name(tmp_path: Path) -> None:
    name = shipped_rules()[0].name
    write_rules(tmp_path / "desk", **{name: with_line(WIKI_LINK, "name", f"name = '{name}'")})
    with pytest.raises(UserError, match=f"desk/{name}.toml: name: {name} is taken by rules/"):
        load(Settings(root=str(tmp_path), rule_folders=("desk",)))


def test_a_folder_named_twice_is_read_once_and_one_that_is_missing_is_refused(tmp_path: Path) -> None:
    assert load(desk_settings(tmp_path, rule_folders=("desk", "desk"))).rules == load(desk_settings(tmp_path)).rules
    with pytest.raises(UserError, match=r"provlint\.toml: rule-folders: there is no folder dsk"):
        load(desk_settings(tmp_path, rule_folders=("dsk",)))
    with pytest.raises(UserError, match="command line: rule-folders"):
        load(Settings(root=str(tmp_path), rule_folders=("dsk",)))
