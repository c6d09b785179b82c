"""The HTML report as bytes: one file, nothing from elsewhere, the same for the same report."""

import base64
import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from provlint.model.findings import Report
from provlint.model.settings import Settings
from provlint.report.html.page import render
from provlint.run.check import check
from provlint.text.masking import cover_text

TEXT = "“The wall will not see another winter,” Ann <b>Harbour</b> said. [a](https://harbour.co.uk/?token=d3adb33fcafe99)\n"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("wall.md").write_text(TEXT, encoding="utf-8")
    checked = check(("wall.md",), Settings(jobs=1), today="2026-05-01", with_facts=True)
    first, second = (render(checked.report, (), checked.facts, {"wall.md": cover_text(TEXT)}) for _ in range(2))
    assert first == second
    return first


def test_it_asks_for_nothing_from_elsewhere(page: str) -> None:
    assert re.findall(r"(?:src|href)=[\"'](?!#)[^\"'> ]*", page) == []
    assert "@import" not in page
    assert "url(" not in page


def test_its_views_are_parts_of_the_page_to_whoever_reads_html(page: str, tmp_path: Path) -> None:
    """A folder that holds a report is checked as any other, and its links to parts of the page must lead there."""
    links = re.findall(r'href="#([^"]*)"', page)
    assert "map" in links
    assert set(links) <= set(re.findall(r'\bid="([^"]*)"', page))
    (tmp_path / "report.html").write_text(page, encoding="utf-8")
    assert check(("report.html",), Settings(jobs=1), today="2026-05-01").report.findings == ()


def test_its_policy_lets_only_its_own_style_and_script_run(page: str) -> None:
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[0]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert page.count("<script") == 3
    assert page.count("<style") == 1


def test_without_scripts_the_findings_stand_in_the_page(page: str) -> None:
    fallback = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "credentials-in-url" in fallback
    assert "d3adb33f" not in page


def test_secrets_are_covered_character_for_character(page: str) -> None:
    (text,) = unpacked(page, "texts")
    assert len(text) == len(TEXT)
    assert "d3adb33f" not in json.dumps([text, unpacked(page)])


SAVED = "<main><p>“The wall will never see another winter,” said Ann Harbour.</p></main>"


def test_it_shows_what_the_page_of_a_quotation_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = "“The wall will not see another winter,” Ann Harbour [said](https://harbour.co.uk/wall).\n"
    Path("wall.md").write_text(said, encoding="utf-8")
    Path("saved/harbour.co.uk").mkdir(parents=True)
    Path("saved/harbour.co.uk/wall.html").write_text(SAVED, encoding="utf-8")
    checked = check(("wall.md",), Settings(jobs=1), today="2026-05-01", with_facts=True, with_texts=True,
                    sources=("saved",))  # fmt: skip
    shown = render(checked.report, (), checked.facts, checked.texts, checked.matches)
    quotation = unpacked(shown)["documents"][0]["quotations"][0]
    assert quotation["page"]["kind"] == "altered"
    assert ["not", "never", "changed"] in quotation["page"]["wordings"]
    assert "".join(part[0] for part in quotation["page"]["wordings"]) == quotation["plain"]
    assert "never" not in json.dumps(checked.facts)


def unpacked(page: str, name: str = "data") -> Any:
    packed = re.findall(rf'id="{name}">([^<]*)<', page)[0]
    return json.loads(gzip.decompress(base64.b64decode(packed)))


def test_a_page_without_documents_says_why() -> None:
    assert "<li>No documents found.</li>" in render(Report((), (), ()))
    nothing = "Nothing to check: none of 3 documents changed since main."
    assert f"<li>{nothing}</li>" in render(Report((), (), (), nothing=nothing))
