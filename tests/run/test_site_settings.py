"""The table `site` of the settings: which folders the site's own addresses lead to."""

from pathlib import Path

import pytest

from provlint.errors import UserError
from provlint.run.check import check
from provlint.settings.load import load
from tests.read.repositories import write

TOML = '[site]\nroot = "content"\nbase-url = "https://harbour.co.uk"\nroutes = { "/news/" = "posts" }\n'


def found(folder: Path, monkeypatch: pytest.MonkeyPatch, toml: str) -> list[str]:
    write(folder, "content/wall.md", "posts/may.md", text="# Wall\n")
    write(folder, "a.md", text="[a](/wall/) [b](/walls.md) [c](/news/may/) [d](/news/june.md) [e](/wall/#cost)\n")
    write(folder, "provlint.toml", text=toml)
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder)
    report = check(["a.md"], load(["a.md"]), today="2026-01-01").report
    return [finding.snippet for finding in report.findings]


def test_links_from_the_root_are_answered_by_its_folder_and_routes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(tmp_path, monkeypatch, TOML) == ["/walls.md", "/news/june.md", "/wall/#cost"]


def test_without_the_setting_they_are_not_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(tmp_path, monkeypatch, "") == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match=r"site\.root: there is no folder contents"):
        found(tmp_path, monkeypatch, '[site]\nroot = "contents"\n')
