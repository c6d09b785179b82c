"""The store: what it gives back and for how long, and that neither a kill, a full disk nor a broken file harms a run."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from provlint.model.web import Look, Wanted
from provlint.store.answer_json import Kept, decode, encode
from provlint.store.answers import New
from provlint.store.clean import clean
from provlint.store.identity import identity
from tests.store.writers import ANSWER, LOOK, NOW, URL, killed, store

WHOLE = Wanted(URL)


def test_an_answer_comes_back_as_it_was_given(tmp_path: Path) -> None:
    kept = Kept(ANSWER, frozenset(("x",)), (LOOK, Look("2025-06-16", True)))
    assert decode(encode(kept)) == kept
    first = store(tmp_path)
    first.put("k", kept, LOOK, 60)
    first.close()
    found = store(tmp_path).get("k", Wanted(URL, frozenset(("x",))))
    assert found
    assert found._replace(mark=0) == kept


def test_marks_tell_an_answer_from_every_other_one(tmp_path: Path) -> None:
    first = store(tmp_path)
    marks = first.put_all(
        [New("k", Kept(ANSWER), LOOK, 60), New("l", Kept(ANSWER._replace(url="http://l.org/")), LOOK, 90)]
    )
    assert first.holds([*marks.items()])
    kept = first.get("k", WHOLE)
    assert kept
    assert kept.mark == marks["k"]
    assert not first.holds([("k", marks["k"]), ("m", 1)])
    assert not store(tmp_path, NOW + 70).holds([*marks.items()])
    assert store(tmp_path, NOW + 70).holds([("l", marks["l"])])
    first.put("k", Kept(ANSWER._replace(checked_at="2026-06-18T00:00:00Z")), LOOK, 60)
    assert not first.holds([("k", marks["k"])])


def test_a_process_that_was_forked_opens_the_store_anew(tmp_path: Path) -> None:
    first = store(tmp_path)
    first.put("k", Kept(ANSWER), LOOK, 60)
    child = os.fork()
    if not child:
        first.put("child", Kept(ANSWER), LOOK, 60)
        os._exit(first._connection is None)
    assert os.waitpid(child, 0)[1] == 0
    first.put("later", Kept(ANSWER), LOOK, 60)
    assert all(store(tmp_path).get(key, WHOLE) for key in ("k", "child", "later"))


@pytest.mark.parametrize(
    "line",
    ["", "{}", "[]", "null", '{"answer":{}}', '{"answer":{"url":1}}', '{"answer":{"url":"u","status":"200"}}',
     '{"answer":{"url":"u","hops":[["u"],5]}}', '{"answer":{"url":"u","new":1}}', '{"answer":{"url":"u","page":[]}}',
     '{"answer":{"url":"u"},"looks":[["2025","x",1,"",""]]}', '{"answer":{"url":"u","page":{"ids":[1]}}}', "[" * 9000],
)  # fmt: skip
def test_a_line_that_is_no_answer_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        decode(line)


def test_an_answer_is_good_until_its_time_is_over_and_its_history_longer(tmp_path: Path) -> None:
    first = store(tmp_path)
    first.put("k", Kept(ANSWER), LOOK, 3_600)
    first.close()
    assert store(tmp_path, NOW + 3_599).get("k", WHOLE)
    late = store(tmp_path, NOW + 3_601)
    assert late.get("k", WHOLE) is None
    assert late.looks(["k", "l"]) == {"k": (LOOK,)}


def test_runs_that_would_be_answered_otherwise_share_nothing(tmp_path: Path) -> None:
    store(tmp_path, realm="intranet").put("k", Kept(ANSWER), LOOK, 60)
    assert store(tmp_path).get("k", WHOLE) is None
    assert store(tmp_path, realm="intranet").get("k", WHOLE)


def test_a_page_that_was_cut_says_nothing_of_new_fragments(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.put("whole", Kept(ANSWER), LOOK, 60)
    kept.put("cut", Kept(ANSWER._replace(body="cut"), frozenset(("a",))), LOOK, 60)
    assert kept.get("whole", Wanted(URL, frozenset(("b",))))
    assert kept.get("whole", Wanted(URL, frozenset((":~:text=eels",)))) is None
    assert kept.get("cut", Wanted(URL, frozenset(("a",))))
    assert kept.get("cut", Wanted(URL, frozenset(("b",)))) is None


def test_the_text_of_a_page_is_kept_where_it_is_wanted(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.put("k", Kept(ANSWER._replace(text="Äle \ud800")), LOOK, 60)
    kept.put("without", Kept(ANSWER), LOOK, 60)
    found = kept.get("k", Wanted(URL, text=True))
    assert found
    assert found.answer.text == "Äle ?"
    plain = kept.get("k", WHOLE)
    assert plain
    assert plain.answer.text == ""
    assert kept.get("without", Wanted(URL, text=True)) is None


def test_a_new_answer_leaves_no_text_of_an_older_one(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.put("k", Kept(ANSWER._replace(text="eels")), LOOK, 60)
    kept.put("k", Kept(ANSWER), LOOK, 60)
    assert kept.get("k", Wanted(URL, text=True)) is None


def test_a_page_of_an_error_has_no_text_to_wait_for(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.put("gone", Kept(ANSWER._replace(status=404)), LOOK, 60)
    assert kept.get("gone", Wanted(URL, text=True))


def test_a_secret_stands_in_no_key() -> None:
    first, second = (
        identity(f"https://u:{word}@harbour.co.uk/?token={word}") for word in ("opensesame1", "opensesame2")
    )
    assert first != second
    assert "opensesame" not in first
    assert identity("HTTPS://Harbour.co.uk:443/a/../b#c") == identity("https://harbour.co.uk/b")


@pytest.mark.parametrize("damage", ["cut", "noise", "text", "empty"])
def test_a_broken_file_is_a_cold_start(tmp_path: Path, damage: str) -> None:
    first = store(tmp_path)
    for number in range(200):
        first.put(f"k{number}", Kept(ANSWER), LOOK, 60)
    first.close()
    (file,) = (tmp_path / "kept").glob("*.sqlite3")
    data = bytearray(file.read_bytes())
    noise = random.Random(7)
    broken = {
        "cut": bytes(data[: len(data) // 2]),
        "noise": bytes(data[:100]) + noise.randbytes(len(data) - 100),
        "text": b"no database\n" * 50,
        "empty": b"",
    }
    file.write_bytes(broken[damage])
    second = store(tmp_path)
    for number in range(200):
        second.get(f"k{number}", WHOLE)
    second.put("new", Kept(ANSWER), LOOK, 60)
    assert second.get("new", WHOLE)
    second.close()
    assert store(tmp_path).get("new", WHOLE)


def test_a_flipped_bit_is_no_answer(tmp_path: Path) -> None:
    first = store(tmp_path)
    first.put("k", Kept(ANSWER), LOOK, 60)
    first.close()
    (file,) = (tmp_path / "kept").glob("*.sqlite3")
    file.write_bytes(file.read_bytes().replace(b'"status":200', b'"status":404'))
    assert store(tmp_path).get("k", WHOLE) is None


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")
def test_a_full_disk_loses_answers_and_nothing_else(tmp_path: Path) -> None:
    program = f"""
import resource
from tests.store.test_store import *
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
kept = store(Path({str(tmp_path)!r}))
for number in range(2_000):
    kept.put(f"k{{number}}", Kept(ANSWER), LOOK, 60)
print(kept.problem)
kept.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2]
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("no store is used: ")
    assert store(tmp_path).get("k0", WHOLE)


def test_no_folder_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")
    kept = store(tmp_path)
    assert kept.get("k", WHOLE) is None
    kept.put("k", Kept(ANSWER), LOOK, 60)
    assert kept.problem == "no store is used: file exists"


def test_two_writers_of_which_one_is_killed_lose_nothing(tmp_path: Path) -> None:
    told = killed(tmp_path, 4)
    kept = store(tmp_path)
    assert len(told) > 4
    assert all(kept.get(name, WHOLE) for name in told)
    assert kept.problem == ""


def test_clean_counts_what_it_removes(tmp_path: Path) -> None:
    store(tmp_path).put("k", Kept(ANSWER), LOOK, 60)
    count, size = clean(str(tmp_path / "kept"))
    assert count >= 1
    assert size > 0
    assert not (tmp_path / "kept").exists()
    assert clean(str(tmp_path / "kept")) == (0, 0)
