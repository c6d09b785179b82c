import os
import socket
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.read.decode import Decoded, decode, load

FRENCH = "Le ministre a déclaré que l'été serait très sévère à l'égard des fraudeurs."
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def test_utf8_is_itself() -> None:
    assert decode("Zürich\r\n“ja”\r\U0001f600\n".encode()) == Decoded("Zürich\r\n“ja”\r\U0001f600\n", "utf-8")


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"") == Decoded("", "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_is_dropped_and_obeyed(encoding: str) -> None:
    text = "Caf\u00e9 \U0001f600\r\n"
    assert decode(text.encode(encoding)) == Decoded(text, encoding.removesuffix("-sig"))


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\0\0\xfe\xff", "utf-32-be")])
def test_big_endian_is_read_by_its_mark(mark: bytes, encoding: str) -> None:
    assert decode(mark + "née".encode(encoding)).source == "née"


def test_only_the_first_mark_is_dropped() -> None:
    assert decode("\ufeff\ufeffa".encode()).source == "\ufeffa"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (FRENCH, "cp1252", "windows-1252"),
        ("He said “no” – twice. It’s over.", "cp1252", "windows-1252"),
        ("Правительство вчера объявило о новых мерах поддержки.", "cp1251", "windows-1251"),
        ("Правительство вчера объявило о новых мерах поддержки.", "koi8_r", "koi8-r"),
        ("Zażółć gęślą jaźń. Rząd ogłosił wczoraj nowe przepisy.", "cp1250", "windows-1250"),
        ("政府は昨日、新しい経済対策を発表した。", "cp932", "shift_jis"),
        ("政府昨天宣布了新的经济措施，专家表示欢迎。", "gb18030", "gb18030"),
        ("정부는 어제 새로운 경제 대책을 발표했다.", "cp949", "euc-kr"),
    ],
)
def test_a_legacy_encoding_is_detected_and_named(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == Decoded(text, name)


@pytest.mark.parametrize("lead", [10, 5_000, 300_000])
def test_legacy_text_is_detected_wherever_it_begins(lead: int) -> None:
    text = "plain words\n" * (lead // 12) + FRENCH + "\nplain words" * 10_000
    assert decode(text.encode("cp1252")) == Decoded(text, "windows-1252")


def test_a_sample_does_not_end_inside_a_character() -> None:
    text = "政府は昨日、新しい経済対策を発表した。\n" * 5_000
    assert decode(text.encode("cp932")) == Decoded(text, "shift_jis")


def test_an_encoding_that_a_page_names_is_believed_where_all_bytes_fit() -> None:
    page = "<meta charset=%s><p>Мост закрыт.</p>"
    assert decode((page % "koi8-r").encode("koi8_r")) == Decoded(page % "koi8-r", "koi8-r")
    assert decode((page % "utf-8").encode("cp1251")).encoding != "utf-8"
    assert decode((page % "koi8-r").encode()) == Decoded(page % "koi8-r", "utf-8")


def test_damaged_utf8_is_not_garbled_as_a_legacy_encoding() -> None:
    whole = f"{FRENCH}\n{FRENCH}".encode()
    found = decode(whole + b"\x92 and on")
    assert (found.source, found.problem) == ("", "undecodable")
    assert f"UTF-8 except for byte {len(whole)} (0x92, line 2)" in found.detail


def test_a_wrong_mark_is_said() -> None:
    found = decode(b"\xff\xfea\0\xd8")
    assert (found.problem, found.detail) == ("undecodable", "its mark says UTF-16, byte 4 does not")


def test_bytes_that_fit_no_encoding() -> None:
    found = decode(bytes(number * number % 127 + 128 for number in range(500)))
    assert found.problem == "undecodable"
    assert "line 1" in found.detail


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"PK\x03\x04\x14\0\0\0", "ZIP"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\x1f\x8b\x08\0\0", "gzip"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a\x01\xff\xfe", "GIF"),
        (b"plain\0text", "NUL"),
        ("plain".encode("utf-16-le"), "UTF-16"),
        ("\ufeffa\0b".encode("utf-16-le"), "NUL"),
        (b"\x01\x02\x03 abc" * 100, "control"),
    ],
)
def test_what_is_no_text_is_binary(data: bytes, kind: str) -> None:
    found = decode(data)
    assert (found.source, found.problem) == ("", "binary")
    assert kind in found.detail


def test_a_few_control_characters_make_no_binary() -> None:
    text = "\x1b[31m" + "words " * 100 + "\x0b"
    assert decode(text.encode()) == Decoded(text, "utf-8")


def test_an_article_about_gif_is_text() -> None:
    assert decode(b"GIF89a was the second version.").problem == ""


def test_a_git_lfs_pointer_is_no_document() -> None:
    found = decode(b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n")
    assert (found.problem, "LFS" in found.detail) == ("not-regular", True)


def test_an_article_that_opens_like_a_pointer_is_a_document() -> None:
    assert decode(b"version https://git-lfs.github.com/spec/v1\n" + b"words " * 300).problem == ""


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_problem(data: bytes) -> None:
    found = decode(data)
    assert bool(found.problem) == bool(found.detail)
    assert not (found.problem and found.source)
    found.source.encode()  # fails for a lone surrogate


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=200))
def test_any_text_comes_back(text: str) -> None:
    assert decode(text.encode()).source == text.removeprefix("\ufeff")


def test_load_reads_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 100)
    assert load(str(path), 100).data == b"x" * 100
    found = load(str(path), 99)
    assert (found.data, found.problem, found.detail) == (b"", "too-large", "it has 100 bytes, the limit is 99")


def test_load_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    assert load(str(tmp_path / "a.md"), 10) == (b"", "", "")


def test_load_names_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert load(str(tmp_path / "none.md"), 10).problem == "missing"
    assert load(str(tmp_path), 10).problem == "not-regular"
    assert load("a\0b", 10).problem == "unreadable"


@POSIX_ONLY
def test_load_of_ten_sparse_gigabytes_reads_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.touch()
    os.truncate(path, 10_000_000_000)
    assert load(str(path), 20_000_000).problem == "too-large"


@POSIX_ONLY
def test_load_waits_for_no_pipe_socket_or_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    os.mkfifo("pipe.md")
    Path("null.md").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.md")
        for name in ("pipe.md", "null.md", "socket.md"):
            assert load(name, 10).problem == "not-regular"


@POSIX_ONLY
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="the superuser may read everything")
def test_load_says_that_it_may_not(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("x")
    path.chmod(0)
    assert load(str(path), 10) == (b"", "unreadable", "permission denied")


@POSIX_ONLY
def test_load_of_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("a.md")
    assert load(str(tmp_path / "a.md"), 10).problem == "unreadable"


def test_load_of_a_file_that_grows_ends(tmp_path: Path) -> None:
    path, done = tmp_path / "a.md", threading.Event()
    path.write_bytes(b"x" * 1_000_000)

    def grow() -> None:
        with path.open("ab", buffering=0) as file:
            while not done.is_set() and file.tell() < 50_000_000:
                file.write(b"x" * 100_000)

    writer = threading.Thread(target=grow)
    writer.start()
    found = load(str(path), 2_000_000)
    done.set()
    writer.join()
    assert len(found.data) <= 2_000_000
    assert bool(found.data) != (found.problem == "too-large")
