"""`provlint verify`: the sheet of one document, what was fine included."""

import json
from pathlib import Path

from tests.commands import one_sentence, provlint

PAGE = "<html><body><p>On Monday the wall fell down, said Ann Pike, who keeps the lock.</p></body></html>"


def documents(folder: Path, said: str) -> None:
    (folder / "saved" / "harbour.co.uk").mkdir(parents=True)
    (folder / "saved" / "harbour.co.uk" / "wall.html").write_text(PAGE)
    (folder / "a.md").write_text(f"“{said},” Ann Pike [said](https://harbour.co.uk/wall.html).\n")


def test_what_is_right_is_shown_as_well(tmp_path: Path) -> None:
    documents(tmp_path, "On Monday the wall fell down")
    done = provlint("verify", "a.md", "--sources", "saved", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "VERBATIM" in done.stdout


def test_both_wordings_are_shown_where_they_differ(tmp_path: Path) -> None:
    documents(tmp_path, "On Tuesday the wall fell down")
    done = provlint("verify", "a.md", "--sources", "saved", "--output-format", "json", folder=tmp_path)
    told = json.dumps(json.loads(done.stdout), ensure_ascii=False)
    assert "altered" in told
    assert "Monday" in told
    assert "Tuesday" in told


def test_a_document_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "gone.md" in one_sentence(provlint("verify", "gone.md", folder=tmp_path))


def test_without_pages_it_says_how_to_give_some(tmp_path: Path) -> None:
    documents(tmp_path, "On Monday the wall fell down")
    told = provlint("verify", "a.md", folder=tmp_path).stderr
    assert "--sources" in told
    assert "--online" in told
    assert provlint("verify", "a.md", "--sources", ".", folder=tmp_path).stderr == ""


def test_a_document_may_come_on_standard_input(tmp_path: Path) -> None:
    documents(tmp_path, "On Monday the wall fell down")
    text = (tmp_path / "a.md").read_bytes()
    given = provlint("verify", "-", "--stdin-filename", "b.md", "--sources", "saved", folder=tmp_path, stdin=text)
    assert given.stdout.startswith("b.md: 1 quotation: 1 verbatim")


def test_sources_that_are_no_folder_are_refused(tmp_path: Path) -> None:
    documents(tmp_path, "On Monday the wall fell down")
    assert "it is not a folder" in one_sentence(provlint("verify", "a.md", "--sources", "a.md", folder=tmp_path))
    assert "no such folder" in one_sentence(provlint("check", "--sources", "", folder=tmp_path))


def test_a_quotation_of_several_lines_is_shown_in_one(tmp_path: Path) -> None:
    documents(tmp_path, "On Monday the wall fell down")
    signed = "> On Monday the wall fell down\n>\n> — [Ann Pike](https://harbour.co.uk/wall.html)\n"
    (tmp_path / "b.md").write_text(signed, encoding="utf-8")
    done = provlint("verify", "b.md", "--sources", "saved", folder=tmp_path)
    assert "VERBATIM" in done.stdout
    assert "the wall fell down — Ann Pike" in done.stdout
