"""Where reports go: to a file, whole or not at all; to a device or a pipe as it stands."""

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from provlint.cli.output import write
from provlint.errors import UserError
from tests.commands import BAD, one_sentence, provlint

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def test_a_file_is_replaced_and_nothing_else_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("old")
    write("näher", str(tmp_path / "report.md"))
    assert (tmp_path / "report.md").read_bytes() == "näher".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


@posix
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()
    write("words", str(pipe))
    reader.join()
    assert received == [b"words"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "report.md").symlink_to("kept/report.md")
    write("words", str(tmp_path / "report.md"))
    assert (tmp_path / "report.md").is_symlink()
    assert (tmp_path / "kept" / "report.md").read_text() == "words"


def test_a_folder_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="directory"):
        write("words", str(tmp_path))
    with pytest.raises(UserError, match="no such file"):
        write("words", str(tmp_path / "none" / "report.md"))
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_was_named_is_not_replaced_by_its_report(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    for arguments in (("check", "a.md"), ("verify", "./a.md")):
        assert "would be lost" in one_sentence(provlint(*arguments, "-o", "a.md", folder=tmp_path))
    assert (tmp_path / "a.md").read_text() == BAD
