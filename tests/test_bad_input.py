"""Documents that are none, or were made to hurt: a sentence, the right exit code, and the others are still judged."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.commands import BAD, one_sentence, provlint

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def rules_found(folder: Path, *options: str) -> list[tuple[str, str]]:
    done = provlint("check", "--output-format", "json", *options, ".", folder=folder)
    assert done.stderr == ""
    return [(finding["path"], finding["rule"]) for finding in json.loads(done.stdout)["findings"]]


@pytest.mark.parametrize("command", [("check",), ("extract",), ("check", "--show-files")])
def test_a_path_that_is_not_there_stops_the_run_before_any_document(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    assert "none.md: does not exist" in one_sentence(provlint(*command, "a.md", "none.md", folder=tmp_path))
    assert "empty path" in one_sentence(provlint(*command, "", folder=tmp_path))


@pytest.mark.parametrize(("command", "words"), [("check", "No documents found.\n"), ("extract", "")])
def test_a_folder_without_documents_is_no_failure(command: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_text("{}")
    done = provlint(command, ".", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, words, "")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"The wall\0fell.\n", "NUL bytes"),
        ("The wall fell.\n".encode("utf-16-le"), "UTF-16 without its byte-order mark"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF file"),
    ],
)
def test_what_is_no_text_is_a_finding_and_its_neighbours_are_judged(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(data)
    (tmp_path / "b.md").write_text(BAD)
    done = provlint("check", ".", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "a.md:1:1: PL001 unreadable-document [error]" in done.stdout
    assert reason in done.stdout
    assert "b.md:1:16: PL125 empty-link" in done.stdout


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "cp1252", "koi8-r"])
def test_other_encodings_are_read_and_places_count_their_characters(encoding: str, tmp_path: Path) -> None:
    words = (
        "Вода стояла высоко, и вал упал." if encoding == "koi8-r" else "L’été passé, la digue a cédé à l’aube, hélas."
    )
    (tmp_path / "a.md").write_bytes(f"{words * 3}\n\n{BAD}".encode(encoding))
    done = provlint("check", ".", folder=tmp_path)
    assert done.stdout.startswith("a.md:3:16: PL125 empty-link")


def test_extract_gives_the_others_and_says_what_it_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "b.md").write_text(BAD)
    done = provlint("extract", ".", folder=tmp_path)
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == ["b.md"]
    assert done.stderr == "provlint: a.md: was left out: it is a PNG image\n"
    assert done.returncode == 0
    assert provlint("extract", ".", "--fail-on", "error", folder=tmp_path).returncode == 1


@pytest.mark.parametrize("command", ["check", "extract"])
def test_standard_input_over_the_limit_is_never_taken_for_the_whole(command: str, tmp_path: Path) -> None:
    options = ("--config", "max-file-size = 10", "--fail-on", "error")
    done = provlint(command, *options, "-", folder=tmp_path, stdin=BAD.encode())
    assert done.returncode == 1
    assert "more than 10 bytes" in done.stdout + done.stderr
    assert '"blocks"' not in done.stdout


def test_a_line_of_25_megabytes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "The wall by the river has stood there since the flood of that year. " * 370_000 + BAD
    )
    (tmp_path / "b.md").write_text(BAD)
    assert rules_found(tmp_path) == [("a.md", "unreadable-document"), ("b.md", "empty-link")]
    done = provlint("check", "--config", "max-file-size = 30000000", "--select", "PL125", ".", folder=tmp_path)
    assert done.returncode == 1
    assert "a.md:1:25160016: PL125" in done.stdout
    assert len(done.stdout) < 2000


HOSTILE = {
    "quotes": ">" * 100_000 + " deep",
    "spaced quotes": "> " * 100_000 + "deep",
    "quotation marks": "“" * 20_000 + '"' * 20_000,
    "brackets": "[" * 100_000,
    "closed brackets": "[" * 100_000 + "a" + "]" * 100_000,
    "links in links": "[a](" * 20_000,
    "images in images": "![" * 10_000 + "a" + "](b)" * 10_000,
    "links on a line": "a [b](c) " * 12_000,
    "anchors": "<a href='b'>c " * 8_000,
    "round brackets": "https://www.gov.uk/" + "(" * 10_000 + ")" * 10_000,
    "list items": "- " * 10_000 + "a",
    "stars": "*a _b " * 10_000,
    "unclosed fences": "```\n" * 10_001,
    "backticks": " ".join("`" * count for count in range(1, 600)),
    "unclosed comments": "<!-- " * 10_000,
    "unclosed tags": "<a href='" * 10_000,
    "nested tags": "<div>" * 10_000,
    "unclosed templates": "{{< " * 10_000,
    "footnotes": "[^a]: x\n\n" * 2_000,
    "definitions": "[a]: https://www.gov.uk\n" * 2_000,
    "table": "|a" * 2_000 + "\n" + "|-" * 2_000 + "\n" + "|b" * 2_000,
    "addresses": "http://" * 8_000,
    "mailboxes": "a@" * 20_000,
    "entities": "&" * 20_000 + "&amp;" * 4_000,
    "front matter": "---\n" + "a: [" * 10_000,
}


def test_hostile_markup_is_read_to_its_end(tmp_path: Path) -> None:
    for number, text in enumerate(HOSTILE.values()):
        (tmp_path / f"{number:02}.md").write_text(f"{BAD}\n{text}\n")
        (tmp_path / f"{number:02}.txt").write_text(text)
    done = provlint("check", "--select", "PL125", "--output-format", "json", ".", folder=tmp_path)
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert report["summary"]["documents"] == 2 * len(HOSTILE)
    names = list(HOSTILE)
    firsts = {finding["path"] for finding in report["findings"] if finding["line"] == 1}
    assert {names[int(path[:2])] for path in firsts} == set(names)


@posix
def test_what_is_no_regular_file_is_passed_over_in_a_folder_and_told_of_by_name(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "gone.md").symlink_to("nowhere")
    (tmp_path / "round.md").symlink_to("round.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "z.md").write_text(BAD)
    assert rules_found(tmp_path) == [("z.md", "empty-link")]
    done = provlint("check", "pipe.md", "gone.md", "round.md", "folder.md", "z.md", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count("PL001 unreadable-document") == 3
    assert "z.md:1:16" in done.stdout


def test_a_name_with_control_characters_cannot_move_the_cursor(tmp_path: Path) -> None:
    name = "\x1b]0;taken\x07\r.md"
    shown = provlint("check", "-", "--stdin-filename", name, folder=tmp_path, stdin=BAD.encode())
    left_out = provlint("extract", "-", "--stdin-filename", name, folder=tmp_path, stdin=b"a\0b")
    for words in (shown.stdout, shown.stderr, left_out.stderr):
        assert not set(words) & {"\x1b", "\x07", "\r"}
    assert "taken" in shown.stdout
    assert "taken" in left_out.stderr
