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


RECORDED = Path(__file__).parents[2] / "inputs" / "web.jsonl"
MOVED = "https://company.sbb.ch/en/media/press-releases.html"
GONE = "https://orf.at/stories/nightjet-demand/"


def test_what_answers_at_an_address_and_what_rules_make_of_it(tmp_path: Path) -> None:
    asked = ("--replay", str(RECORDED), MOVED, "The Economist", "http://192.168.4.20/tidal/costs.xlsx", GONE)
    done = source(*asked, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    moved, name, inside, gone = done.stdout.split("\n\n")
    assert "  the web     redirected-permanent: it has moved for good" in moved
    assert "  leads to    https://news.sbb.ch/en/releases" in moved
    assert "  PL102       permanent-redirect [" in moved
    assert "the web" not in name
    assert "the web     refused: " in inside
    assert "the web     dead: the server answered 404" in gone
    known = json.loads(source("--output-format", "json", *asked, folder=tmp_path).stdout)
    assert [one["web"] and one["web"]["verdict"] for one in known] == ["redirected-permanent", None, "refused", "dead"]
    assert known[0]["web"]["chain"] == [MOVED, "https://news.sbb.ch/en/releases"]
    assert [finding["id"] for finding in known[0]["findings"]] == ["PL102"]


def test_nobody_is_asked_unless_told_to(tmp_path: Path) -> None:
    (known,) = json.loads(source("--output-format", "json", GONE, folder=tmp_path).stdout)
    assert (known["web"], known["findings"]) == (None, [])
