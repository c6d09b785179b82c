"""`provlint source`: what is known of addresses and names, as people and programs ask."""

import json
import subprocess
import sys
from pathlib import Path


def source(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "provlint", "source", *arguments],
        cwd=folder, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip


def test_an_address_axis_by_axis_with_list_and_date(tmp_path: Path) -> None:
    done = source("https://www.rt.com/news/12", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "state-controlled: listed by State Media Matrix, 2024-02" in done.stdout


def test_a_cut_name_is_suggested_and_not_taken_for_the_whole(tmp_path: Path) -> None:
    (known,) = json.loads(source("--output-format", "json", "The Econom", folder=tmp_path).stdout)
    assert known["outlets"] == []
    assert known["suggestions"][0] == "The Economist"


def test_a_name_of_several_outlets_gives_them_all(tmp_path: Path) -> None:
    (known,) = json.loads(source("--output-format", "json", "The Nation", folder=tmp_path).stdout)
    assert {"PK", "US"} <= {outlet["country"] for outlet in known["outlets"]}


def test_what_no_table_knows_is_no_reproach(tmp_path: Path) -> None:
    done = source("harbour-echo.co.uk", folder=tmp_path)
    assert done.returncode == 0
    assert "says nothing against it" in done.stdout


def test_the_house_list_wins_and_is_shown_to(tmp_path: Path) -> None:
    tables = tmp_path / "house" / "tables"
    tables.mkdir(parents=True)
    (tables / "domain-categories.tsv").write_text("address\taxis\tcategory\tevidence\nrt.com\tkind\tblog\t-\n")
    done = source("--rules", "house", "rt.com", folder=tmp_path)
    assert "blog: listed by house/tables/domain-categories.tsv (house policy)" in done.stdout
    assert "(overridden by the house)" in done.stdout


def test_a_policy_is_told_beside_what_lists_say(tmp_path: Path) -> None:
    (tmp_path / "provlint.toml").write_text('[[policy]]\npaths = ["reports/"]\ndeny = ["state-controlled"]\n')
    done = source("rt.com", folder=tmp_path)
    assert "policy      denied in reports/ as state-controlled (listed by " in done.stdout
    assert "house policy in provlint.toml, line 1" in done.stdout


def test_what_is_no_question_is_refused(tmp_path: Path) -> None:
    done = source(" ", folder=tmp_path)
    assert done.returncode == 2
    assert "give an address or the name of an outlet" in done.stderr
