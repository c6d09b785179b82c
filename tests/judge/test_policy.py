"""What a house says of sources, from the settings file to the finding."""

from pathlib import Path

import pytest

from provlint.model.findings import Finding
from provlint.run.check import check
from provlint.settings.load import load
from tests.settings.folders import refusal, repository

POSTS = "The mayor [resigned](https://x.com/mayor/status/12).\n"


def found(folder: Path, toml: str, monkeypatch: pytest.MonkeyPatch, *select: str, **documents: str) -> list[Finding]:
    repository(folder, toml)
    for name, text in documents.items():
        path = folder / (name.replace("__", "/") + ".md")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    monkeypatch.chdir(folder)
    return list(check((".",), load((".",), overrides={"select": select}), today="2026-01-01").report.findings)


def test_a_policy_names_itself_its_line_and_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    toml = "[[policy]]\ndeny = ['x.com']\nreason = 'too quick'\n"
    (one,) = found(tmp_path, toml, monkeypatch, "PL212", a=POSTS)
    assert one.message.endswith("it is a domain that is denied (house policy in provlint.toml, line 1: too quick)")


def test_a_policy_holds_for_its_folders_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    toml = "[[policy]]\npaths = ['reports/']\ndeny = ['social-media']\n"
    findings = found(tmp_path, toml, monkeypatch, "PL212", reports__a=POSTS, notes=POSTS)
    assert [one.path for one in findings] == ["reports/a.md"]


@pytest.mark.parametrize(
    ("policies", "count"),
    [
        ("deny = ['social-media']\nallow = ['x.com']", 0),
        ("allow = ['x.com']\n[[policy]]\ndeny = ['social-media']", 1),
        ("deny = ['social-media']\n[[policy]]\nallow = ['social-media']", 0),
        ("only = ['government', 'journal']", 1),
        ("only = ['x.com']", 0),
    ],
)
def test_the_last_policy_that_speaks_of_a_source_decides(
    policies: str, count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(found(tmp_path, f"[[policy]]\n{policies}\n", monkeypatch, "PL212", a=POSTS)) == count


def test_an_own_site_may_be_kept_from_standing_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    toml = "[[sources]]\ndomains = ['harbour-post.co.uk']\nown = true\n[[policy]]\nnot-alone = ['own']\n"
    alone = "[So](https://news.harbour-post.co.uk/1) [it was](https://harbour-post.co.uk/2).\n"
    beside = alone + "\n[Others](https://www.dawn.com/3) agree.\n"
    findings = found(tmp_path, toml, monkeypatch, "PL214", alone=alone, beside=beside)
    assert [one.path for one in findings] == ["alone.md"]


def test_the_houses_own_list_goes_before_all_others_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = "It was [said](https://www.infowars.com/1).\n"
    own = "[[sources]]\ndomains = ['infowars.com']\nassessment = "
    assert not found(tmp_path, own + "'no-consensus'\n", monkeypatch, "PL207", a=link)
    (one,) = found(tmp_path, own + "'deprecated'\n", monkeypatch, "PL207", a=link)
    assert "listed by house policy in provlint.toml" in one.message


def test_an_outlet_of_the_house_is_found_by_its_aliases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    toml = "[[sources]]\ndomains = ['harbour-post.co.uk']\nname = 'The Harbour Post'\naliases = ['HaPo']\n"
    text = "The wall fell, HaPo reported.\n"
    (one,) = found(tmp_path, toml, monkeypatch, "PL401", a=text)
    assert one.message.startswith("The Harbour Post is given as a source")


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[[sources]]\nname = 'x'", "sources[0].domains: is missing"),
        ("[[sources]]\ndomains = ['https://a.co']", "domains[0]: must be a host such as"),
        ("[[sources]]\ndomains = ['a.co']\nkind = 'paper'", "sources[0].kind: must be one of"),
        ("[[sources]]\ndomains = ['a.co']\n[[sources]]\ndomains = ['A.co']", "a.co stands in sources[0] too"),
        ("[[policy]]\ndeny = ['social']", 'policy[0].deny: "social" is neither a category'),
        ("[[policy]]\ndeny = ['goverment']", "did you mean `government`?"),
        ("[[policy]]\npaths = ['a']", "policy[0]: says nothing"),
        ("[[policy]]\ndenies = ['wiki']", "policy[0].denies: unknown key; did you mean `deny`?"),
    ],
)
def test_what_cannot_stand_is_refused_with_its_place(toml: str, said: str, tmp_path: Path) -> None:
    assert said in refusal(tmp_path, toml)
