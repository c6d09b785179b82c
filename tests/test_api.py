"""provlint for Python programs."""

import json
from pathlib import Path
from typing import Any

import pytest

import provlint
from provlint.errors import UserError
from provlint.model.online import Resolved
from tests.commands import BAD
from tests.commands import provlint as command
from tests.run.sites import PAGE, serving


def test_a_text_is_read_and_its_facts_are_those_of_the_command_line(tmp_path: Path) -> None:
    text = "# Tides\n\nThe [wall](https://www.gov.uk/wall) fell.[^1]\n\n[^1]: See https://www.gov.uk/note.\n"
    facts = provlint.extract(provlint.read_text("\ufeff" + text, path="a.md"))
    assert [link.url for link in facts.links] == ["https://www.gov.uk/wall", "https://www.gov.uk/note"]
    (tmp_path / "a.md").write_text(text)
    assert facts.model_dump(mode="json") == json.loads(command("extract", "a.md", folder=tmp_path).stdout)


def test_a_format_is_read_as_told() -> None:
    assert provlint.extract(provlint.read_text("See [the wall]().", "text")).links == []
    assert [link.url for link in provlint.extract(provlint.read_text("See [the wall]().")).links] == [""]


def test_a_check_gives_the_report_of_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(BAD)
    monkeypatch.chdir(tmp_path)
    report = provlint.check(["a.md"])
    assert [(finding.id, finding.line, finding.column) for finding in report.findings] == [("PL125", 1, 16)]
    shown = command("check", "--output-format", "json", "a.md", folder=tmp_path).stdout
    assert report.model_dump(mode="json") == json.loads(shown)


def test_settings_are_given_as_in_the_settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(BAD)
    (tmp_path / "provlint.toml").write_text('ignore = ["PL125"]\n')
    monkeypatch.chdir(tmp_path)
    assert provlint.check(["a.md"]).findings == []
    assert len(provlint.check(["a.md"], {"select": ["PL1"]}).findings) == 1
    with pytest.raises(UserError, match="selekt"):
        provlint.check(["a.md"], {"selekt": ["PL1"]})
    with pytest.raises(UserError, match="does not exist"):
        provlint.check(["none.md"])


def test_addresses_are_asked_where_that_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with serving({"/eels": PAGE}) as server:
        base = f"http://eels.co.uk:{server.port}"
        (tmp_path / "a.md").write_text(f"The [count]({base}/eels) and the [catch]({base}/catch) rose.\n")
        here = provlint.Online(
            cached=False, allow_private=("127.0.0.1/32",), ports=(server.port,), archive="none",
            resolved=(Resolved("eels.co.uk", 0, ("127.0.0.1",)),),
        )  # fmt: skip
        found = provlint.check(["a.md"], {}, online=here)
        assert [link.verdict for link in found.links] == ["dead", "ok"]
        asked = len(server.asked)
        assert [link.verdict for link in provlint.check(["a.md"], {}).links] == ["unchecked", "unchecked"]
        assert len(server.asked) == asked


def test_a_format_that_is_none_is_refused() -> None:
    docx: Any = "docx"
    with pytest.raises(UserError, match="docx: must be one of markdown, html, rst, text"):
        provlint.read_text("The wall fell.", format=docx)
    with pytest.raises(UserError, match="docx: must be one of markdown, html, rst, text"):
        provlint.verify("the wall fell", "The wall fell.", format=docx)


def test_a_single_path_may_stand_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(BAD)
    counted = [provlint.check(paths, {}).summary.documents for paths in (str(path), [path], [str(path)])]
    assert counted == [1, 1, 1]


def test_a_page_is_read_in_the_encoding_it_names() -> None:
    page = "<meta charset=shift_jis><p>市長は火曜日の朝に橋が閉鎖されたと述べた。</p>".encode("cp932")
    assert provlint.verify("火曜日の朝に橋が閉鎖された", page).kind == "verbatim"
