"""provlint for Python programs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

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


NOTHING: Any = None


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: provlint.read_text(NOTHING), "text: must be text, not None"),
        (lambda: provlint.read_text(cast("Any", b"The wall fell.")), "text: must be text, not bytes"),
        (lambda: provlint.read_text("", path=cast("Any", 3)), "path: must be a path, not int"),
        (lambda: provlint.extract(NOTHING), "document: must be a Document, as read_text gives it, not None"),
        (lambda: provlint.verify(NOTHING, "The wall fell."), "quotation: must be text, not None"),
        (lambda: provlint.verify("the wall fell", NOTHING), "page: must be text or bytes, not None"),
        (lambda: provlint.verify("the wall fell", "", format=NOTHING), "format: None: must be one of markdown, "),
        (lambda: provlint.check(NOTHING), "paths: must be a path or several, not None"),
        (lambda: provlint.check(cast("Any", [b"a.md"])), "paths: must be a path, not bytes"),
        (lambda: provlint.check([], cast("Any", ["PL1"])), "settings: must be a dict of keys as in provlint.toml, or None"),
        (lambda: provlint.check([], cast("Any", {1: 2})), "a key of settings: must be text, not int"),
        (lambda: provlint.check([], {"select": 3}), "--select: must be a list"),
        (lambda: provlint.check([], {}, online=cast("Any", "yes")), "online: must be True, False or an Online, not str"),
        (lambda: provlint.check([], {}, online=provlint.Online(ports=(0,))), "online: ports: must be from 1 to 65535"),
        (
            lambda: provlint.check([], {}, online=provlint.Online(ports=cast("Any", ("http",)))),
            "online: ports[0]: must be a valid integer",
        ),
        (
            lambda: provlint.check([], {}, online=provlint.Online(timeout=float("nan"))),
            "online: timeout: must be from 0 to 3600 seconds",
        ),
    ],
)  # fmt: skip
def test_an_argument_of_the_wrong_type_is_named(call: Callable[[], object], said: str) -> None:
    with pytest.raises(UserError) as raised:
        call()
    assert str(raised.value).startswith(said)


def test_no_text_fails_for_its_signs() -> None:
    document = provlint.read_text("A \ud800 [wall](https://www.gov.uk/wall).", path=Path("notes") / "a.md")
    assert document.path == "notes/a.md"
    assert [(link.url, link.start) for link in provlint.extract(document).links] == [("https://www.gov.uk/wall", 11)]


def test_a_single_path_may_stand_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(BAD)
    counted = [provlint.check(paths, {}).summary.documents for paths in (str(path), path, [path], [str(path)])]
    assert counted == [1, 1, 1, 1]


def test_a_page_is_read_in_the_encoding_it_names() -> None:
    page = "<meta charset=shift_jis><p>市長は火曜日の朝に橋が閉鎖されたと述べた。</p>".encode("cp932")
    assert provlint.verify("火曜日の朝に橋が閉鎖された", page).kind == "verbatim"
