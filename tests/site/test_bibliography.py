"""Keys of bibliography files, and which files a document may cite."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.model.bibliography import Bibliography
from provlint.model.settings import Settings
from provlint.read.reader import read_file
from provlint.run.check import check
from provlint.run.local import open_library, open_site
from provlint.site.bibliography import bibtex_keys, csl_keys, keys

NETS = "@article{nets2019,\n  title = {Nets},\n}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NETS, {"nets2019": 1}),
        ("@Book(boats:2020,\r\n title = {x})\r\n@misc{ a+b/c , }", {"boats:2020": 1, "a+b/c": 1}),
        (NETS + NETS, {"nets2019": 2}),
        ("@string{bay = {Bay}}\n@preamble{\"x\"}\n@comment{nets}\n" + NETS, {"nets2019": 1}),
        ("@comment{\n" + NETS + "}\n@misc{b,}", {"b": 1}),
        ("@comment{ never closed\n" + NETS, {"nets2019": 1}),
        ("@misc{a, note = {mail x@misc{y, } }}\n", {"a": 1}),
        ("@misc{a,\n  ids = {old, older},\n}", {"a": 1, "old": 1, "older": 1}),
        ("@misc{a, x = {y}}@misc{b, x = {y}}", {"a": 1, "b": 1}),
        ("@misc{a, title = {never closed\n\n@misc{b, title = {x}}", {"a": 1, "b": 1}),
        ("", {}),
    ],
)  # fmt: skip
def test_keys_of_bibtex(text: str, expected: dict[str, int]) -> None:
    assert bibtex_keys(text) == expected


def test_keys_of_csl() -> None:
    assert csl_keys('[{"id": "a"}, {"id": 7}, {"id": "a", "citation-key": "b"}]') == {"a": 2, "7": 1, "b": 1}
    assert csl_keys('{"references": [{"id": "a"}]}') == {"a": 1}
    assert keys("references:\n- id: a\n  title: x\n- title: y\n  id: 'b'\n", "refs.yaml") == {"a": 1, "b": 1}


@pytest.mark.parametrize("text", ["", "{}", "[]", "[1]", '[{"title": "x"}]', "[" * 100_000, "nets"])
def test_what_is_no_csl_is_not_known(text: str) -> None:
    assert csl_keys(text) is None


def test_other_formats_are_not_known() -> None:
    assert keys("TY  - BOOK", "refs.ris") is None


@given(st.text(alphabet='@{}(), \nabmisc=comnt"', max_size=200))
def test_any_text_has_keys_without_white_space(text: str) -> None:
    assert all(key and not set(key) & set(" \n{},()") for key in bibtex_keys(text))


def bibliography(folder: Path, files: dict[str, str], path: str = "a.md", limit: int = 10_000) -> Bibliography:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    document = read_file(path, path, "markdown", 10_000)
    return open_library(open_site(Settings(), (".",)), limit).of(document)


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def test_front_matter_names_the_files(repository: Path) -> None:
    named = "---\nbibliography:\n  - refs.bib\n  - more/csl.json\n---\n[@nets2019]"
    found = bibliography(
        repository, {"a.md": named, "refs.bib": NETS, "more/csl.json": '[{"id": "b"}]', "c.bib": "@misc{c,}"}
    )
    assert (found.entries, found.is_whole, found.is_named) == ({"nets2019": 1, "b": 1}, True, True)


def test_a_name_is_relative_to_the_document_or_to_a_folder_above(repository: Path) -> None:
    files = {"docs/a.md": "---\nbibliography: refs.bib\n---\n[@nets2019]", "refs.bib": NETS}
    assert bibliography(repository, files, "docs/a.md").entries == {"nets2019": 1}


def test_files_beside_the_document_count_where_none_is_named(repository: Path) -> None:
    found = bibliography(repository, {"a.md": "[@nets2019]", "refs.bib": NETS, "package.json": '[{"id": "x"}]'})
    assert (found.entries, found.is_whole, found.is_named) == ({"nets2019": 1}, True, False)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("lost.bib", "no such file"),
        ("../outside.bib", "out of the repository"),
        ("/etc/passwd", "not a file of the repository"),
        ("https://harbour.co.uk/refs.bib", "not a file of the repository"),
        ("refs.ris", "no BibTeX"),
        ("big.bib", "limit"),
        ("link.bib", "out of the repository"),
        ("folder.bib", "no such file"),
    ],
)
def test_what_is_not_read_is_said_and_nothing_is_checked(repository: Path, name: str, reason: str) -> None:
    (repository.parent / "outside.bib").write_text(NETS)
    (repository / "link.bib").symlink_to(repository.parent / "outside.bib")
    (repository / "folder.bib").mkdir()
    files = {"a.md": f"---\nbibliography: [{name}]\n---\n[@nets2019]", "refs.ris": "TY", "big.bib": NETS * 1000}
    found = bibliography(repository, files)
    assert not found.is_whole
    assert found.entries == {}
    (note,) = found.notes
    assert name in note
    assert reason in note


def test_a_book_builder_may_name_more(repository: Path) -> None:
    files = {"a.md": "---\nbibliography: refs.bib\n---\n[@x]", "refs.bib": NETS, "_quarto.yml": "bibliography: b.bib"}
    assert not bibliography(repository, files).is_whole


def test_a_report_says_what_was_not_read(repository: Path) -> None:
    (repository / "a.md").write_text("---\nbibliography: lost.bib\n---\nNets tear [@nets2019].\n")
    report = check((".",), Settings(), today="2025-06-01").report
    assert [note for note in report.notes if "lost.bib" in note]
    assert "undefined-citation" not in {finding.rule for finding in report.findings}
