"""`provlint explain`, `provlint schema` and `provlint init` from outside."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.commands import BAD, provlint


def test_explain_tells_fired_not_fired_ignored_and_off(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{BAD}\nSee [it]() <!-- provlint: ignore[PL125] being moved -->\n")
    fired = provlint("explain", "a.md:1", folder=tmp_path)
    assert (fired.returncode, fired.stderr) == (0, "")
    assert "PL125" in fired.stdout
    ignored = provlint("explain", "a.md:3", folder=tmp_path).stdout
    assert ignored != fired.stdout
    assert "ignored" in ignored
    off = provlint("explain", "--ignore", "PL125", "a.md:1", folder=tmp_path).stdout
    assert off != fired.stdout


@pytest.mark.parametrize("name", ["report", "extract", "settings"])
def test_each_schema_is_one(name: str, tmp_path: Path) -> None:
    done = provlint("schema", name, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    schema = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert not jsonschema.Draft202012Validator(schema).is_valid([1])


def test_a_start_of_settings_is_written_once_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    before = provlint("check", "--output-format", "json", ".", folder=tmp_path).stdout
    assert provlint("init", folder=tmp_path).returncode == 0
    assert provlint("check", "--output-format", "json", ".", folder=tmp_path).stdout == before
    (tmp_path / "provlint.toml").write_text("jobs = 1\n")
    refused = provlint("init", folder=tmp_path)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert (tmp_path / "provlint.toml").read_text() == "jobs = 1\n"
    assert provlint("init", "--force", folder=tmp_path).returncode == 0
    assert (tmp_path / "provlint.toml").read_text() != "jobs = 1\n"
