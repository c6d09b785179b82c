"""`provlint audit` from outside: two files, an exit code, and nothing else changed."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.test_main import BAD, provlint
from tests.run.sites import serving


def test_two_reports_are_written_and_the_exit_code_is_0(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    done = provlint("audit", ".", "--output-dir", "out/audit", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert {path.name for path in (tmp_path / "out/audit").iterdir()} == {"report.json", "report.md"}
    report = json.loads((tmp_path / "out/audit/report.json").read_text())
    jsonschema.validate(report, json.loads(provlint("schema", "report", folder=tmp_path).stdout))
    checked = provlint("check", "--output-format", "json", "bad.md", folder=tmp_path).stdout
    assert (tmp_path / "out/audit/report.json").read_bytes() == checked
    assert "empty-link" in (tmp_path / "out/audit/report.md").read_text()


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 0), (("--fail-on", "warning"), 1), (("--fail-on", "error"), 0), (("--fail-on", "info", "--exit-zero"), 0)],
)
def test_only_fail_on_makes_findings_fail(options: tuple[str, ...], code: int, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "provlint.toml").write_text('fail-on = "info"\n')
    assert provlint("audit", "--output-dir", "out", *options, folder=tmp_path).returncode == code


def test_a_second_audit_leaves_out_what_the_first_wrote_and_gives_the_same_findings(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    provlint("audit", "--output-dir", ".", folder=tmp_path)
    first = json.loads((tmp_path / "report.json").read_text())
    assert provlint("audit", "--output-dir", ".", folder=tmp_path).returncode == 0
    assert json.loads((tmp_path / "report.json").read_text()) == first
    second = (tmp_path / "report.md").read_bytes()
    assert b"The report itself is not one of the documents." in second
    provlint("audit", "--output-dir", ".", folder=tmp_path)
    assert (tmp_path / "report.md").read_bytes() == second


@pytest.mark.parametrize("name", ["report.md", "report.json"])
def test_a_file_that_no_audit_wrote_stays_unless_forced(name: str, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / name).write_text("# Ours since 1998\n")
    done = provlint("audit", "bad.md", "--output-dir", ".", folder=tmp_path)
    assert done.returncode == 2
    assert b"--force" in done.stderr
    assert (tmp_path / name).read_text() == "# Ours since 1998\n"
    assert provlint("audit", "bad.md", "--output-dir", ".", "--force", folder=tmp_path).returncode == 0
    assert (tmp_path / name).read_text() != "# Ours since 1998\n"


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    for folder in ("bad.md", "bad.md/out"):
        done = provlint("audit", "bad.md", "--output-dir", folder, folder=tmp_path)
        assert done.returncode == 2, done.stderr
        assert b"--output-dir" in done.stderr
        assert b"Traceback" not in done.stderr
    assert provlint("audit", "missing", "--output-dir", "out", folder=tmp_path).returncode == 2
    assert not (tmp_path / "out").exists()


def test_a_page_behind_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "elsewhere.txt").write_text("kept\n")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/report.md").symlink_to(tmp_path / "elsewhere.txt")
    assert provlint("audit", "bad.md", "--output-dir", "out", folder=tmp_path).returncode == 2
    assert (tmp_path / "elsewhere.txt").read_text() == "kept\n"


def test_secrets_reach_neither_report(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "See https://clerk:tide99@www.gov.uk/x and https://www.gov.uk/?token=ab12cd34ef56.\n"
    )
    provlint("audit", "a.md", "--output-dir", "out", folder=tmp_path)
    for name in ("report.md", "report.json"):
        text = (tmp_path / "out" / name).read_text()
        assert "tide99" not in text
        assert "ab12cd34ef56" not in text
    assert "gov.uk  2  " in (tmp_path / "out/report.md").read_text()


def test_an_audit_that_asks_says_what_came_of_it(tmp_path: Path) -> None:
    with serving({}) as server:
        (tmp_path / "a.md").write_text(f"See [the wall](http://eels.co.uk:{server.port}/wall).\n")
        options = (*server.options("eels.co.uk"), "--no-cache", "--archive", "none", "--no-progress")
        done = provlint("audit", *options, "--output-dir", "out", folder=tmp_path)
    assert done.returncode == 0
    assert "### dead-link (PL101)" in (tmp_path / "out/report.md").read_text()
    assert '"verdict": "dead"' in (tmp_path / "out/report.json").read_text()
