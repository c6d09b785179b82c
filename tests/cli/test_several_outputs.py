"""Several reports of one run: each -o belongs to the format before it."""

import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from tests.commands import BAD, one_sentence, provlint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(BAD)
    return tmp_path


def check(folder: Path, *arguments: str, **more: Any) -> str:
    done = provlint("check", "a.md", "--isolated", *arguments, folder=folder, **more)
    assert done.returncode == 1, done.stderr
    return done.stdout


def test_each_file_belongs_to_the_format_before_it(folder: Path) -> None:
    shown = check(
        folder, "--output-format", "sarif", "-o", "a.sarif", "--output-format", "markdown", "-o", "-",
        "--output-format=junit", "--output-file=a.xml",
    )  # fmt: skip
    assert shown.startswith("# provlint\n")
    assert json.loads((folder / "a.sarif").read_text())["version"] == "2.1.0"
    assert ET.parse(folder / "a.xml").getroot().tag == "testsuites"
    assert sorted(path.name for path in folder.iterdir()) == ["a.md", "a.sarif", "a.xml"]


def test_a_format_without_a_file_goes_to_standard_output(folder: Path) -> None:
    shown = check(folder, "--output-format", "text", "--output-format", "json", "-o", "a.json")
    assert shown.startswith("a.md:1:")
    assert json.loads((folder / "a.json").read_text())["version"] == 1


def test_a_single_file_belongs_to_the_single_format_wherever_it_stands(folder: Path) -> None:
    assert check(folder, "-o", "one.json", "--output-format", "json") == ""
    assert check(folder, "-o", "a b:c.txt") == ""
    assert json.loads((folder / "one.json").read_text())["version"] == 1
    assert (folder / "a b:c.txt").read_text().startswith("a.md:1:")


def test_the_environment_can_say_both(folder: Path) -> None:
    assert check(folder, PROVLINT_OUTPUT_FORMAT="json", PROVLINT_OUTPUT_FILE="a b.json") == ""
    assert json.loads((folder / "a b.json").read_text())["version"] == 1
    assert check(folder, "--output-format", "text", PROVLINT_OUTPUT_FORMAT="json").startswith("a.md:1:")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--output-format", "json", "--output-format", "text"), "two reports would go to standard output"),
        (("--output-format", "json", "-o", "x", "--output-format", "text", "-o", "./x"), "two reports would go to ./x"),
        (("-o", "x", "--output-format", "json", "--output-format", "text", "-o", "y"), "it belongs to no"),
        (("--output-format", "json", "-o", "x", "-o", "y"), "it belongs to no"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_written(
    folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = provlint("check", "a.md", "--isolated", *arguments, folder=folder)
    assert words in one_sentence(done)
    assert [path.name for path in folder.iterdir()] == ["a.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_links_stay_links_and_a_folder_is_refused(folder: Path) -> None:
    (folder / "kept").mkdir()
    (folder / "a.sarif").symlink_to("kept/real.sarif")
    check(folder, "--output-format", "sarif", "-o", "a.sarif", "--output-format", "gitlab", "-o", "gl.json")
    assert (folder / "a.sarif").is_symlink()
    assert json.loads((folder / "kept" / "real.sarif").read_text())["version"] == "2.1.0"
    assert json.loads((folder / "gl.json").read_text())[0]["location"]["path"] == "a.md"
    done = provlint("check", "a.md", "--output-format", "github", "-o", "kept", folder=folder)
    assert "directory" in one_sentence(done)
