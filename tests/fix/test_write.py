"""The one write: whole or not at all, with its permissions, through links, and never where it must not."""

import os
from pathlib import Path

import pytest

from provlint.fix.write import UnwrittenError, replace

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes and links are others there")


def test_permissions_stay_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace(str(path), b"old", b"new", str(tmp_path))
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "a.md").symlink_to("real.md")
    replace(str(tmp_path / "a.md"), b"old", b"new", str(tmp_path))
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out.md").write_bytes(b"old")
    root = tmp_path / "root"
    root.mkdir()
    (root / "a.md").symlink_to("../out.md")
    with pytest.raises(UnwrittenError, match="leads out"):
        replace(str(root / "a.md"), b"old", b"new", str(root))
    assert (tmp_path / "out.md").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("mode", "second", "was", "reason"),
    [(0o444, False, b"old", "read-only"), (0o644, True, b"old", "several names"), (0o644, False, b"ol", "meanwhile")],
)
def test_what_stays_as_it_is(tmp_path: Path, mode: int, second: bool, was: bytes, reason: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(mode)
    if second:
        os.link(path, tmp_path / "b.md")
    with pytest.raises(UnwrittenError, match=reason):
        replace(str(path), was, b"new", str(tmp_path))
    assert path.read_bytes() == b"old"


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(UnwrittenError, match="no such file"):
        replace(str(tmp_path / "a.md"), b"old", b"new", str(tmp_path))
    assert [*tmp_path.iterdir()] == []
