"""The file that findings are kept in: bounded, private, and never a reason to fail."""

import os
from pathlib import Path

import pytest

from provlint.model.seen import Seen
from provlint.store import findings
from provlint.store.findings import Kept, Store, files, read, write

STORE = Store({"a.md": Kept(Seen((1, 2), b"d", ("/p",)), b"g", b"o", b"s", (b"r", b"q"))}, (b"key", ("a.md",)))
NAME = "0" * 32


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write(str(tmp_path / "kept"), NAME, STORE)
    assert read(str(tmp_path / "kept"), NAME) == STORE
    assert read(str(tmp_path / "kept"), "1" * 32) == Store({})


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_it_is_for_its_owner_only(tmp_path: Path) -> None:
    write(str(tmp_path / "kept"), NAME, STORE)
    (file,) = (tmp_path / "kept").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0


def test_old_stores_make_room_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "theirs.txt").write_text("stays")
    for number in range(findings._MOST_FILES + 3):
        name = f"{number:032x}"
        write(str(tmp_path), name, STORE)
        os.utime(tmp_path / f"findings-{name}.marshal", (number, number))
    kept = files(str(tmp_path))
    assert len(kept) == findings._MOST_FILES
    assert kept[0].endswith(f"{3:032x}.marshal")
    assert (tmp_path / "theirs.txt").exists()


def test_one_that_is_too_large_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "_MOST_BYTES", 10)
    write(str(tmp_path), NAME, STORE)
    assert not files(str(tmp_path))


def test_what_a_killed_process_left_is_removed_in_time(tmp_path: Path) -> None:
    for name, age in (("findings-1_1.part", 0), ("findings-2_2.part", 2 * 10**9)):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (age, age))
    write(str(tmp_path), NAME, STORE)
    assert [Path(path).name for path in files(str(tmp_path))] == ["findings-" + NAME + ".marshal", "findings-2_2.part"]
