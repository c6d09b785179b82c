"""Quotations and pages of the web: fetched once however many quotations, and never "missing" where nobody could look."""

import json
from pathlib import Path

import pytest

from tests.commands import provlint
from tests.run.sites import Reply, serving
from tests.run.test_online import HOST, ids, report

WORDS = "We will not close the night ferry before the bridge is open"
FILL = (
    "<p>" + "The harbour office answers letters on Mondays and keeps the tide tables for the whole coast. " * 9 + "</p>"
)
STORY: Reply = (
    200,
    {},
    f"<html lang=en><title>Ferry</title><main><p>“{WORDS},” said Tomas Oduya.</p>{FILL}</main></html>",
)
WALL: Reply = (
    200,
    {},
    "<html lang=en><title>Ferry</title><main><p>The ferry stays.</p><p>Subscribe to continue reading</p></main>",
)


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("cache"))


def quoting(port: int, words: str, path: str) -> str:
    return f"“{words},” said Tomas Oduya, [in a speech](http://{HOST}:{port}/{path}).\n\n"


def test_a_page_is_fetched_once_for_all_its_quotations(tmp_path: Path, cache: str) -> None:
    with serving({"/ferry": STORY}) as server:
        changed = WORDS.replace("not", "never")
        (tmp_path / "a.md").write_text(quoting(server.port, WORDS, "ferry") + quoting(server.port, changed, "ferry"))
        (tmp_path / "b.md").write_text(quoting(server.port, "The bridge will be paid for by the town alone", "ferry"))
        options = (".", "--select", "PL33", *server.options(HOST), "--cache-dir", cache)
        found = report(tmp_path, *options)
        assert ids(found) == ["PL330", "PL333"]
        assert [finding["path"] for finding in found["findings"]] == ["a.md", "b.md"]
        assert server.asked.count(f"{HOST}/ferry") == 1
        assert report(tmp_path, *options)["findings"] == found["findings"]
        assert server.asked.count(f"{HOST}/ferry") == 1


def test_blocked_and_walled_pages_are_unavailable_and_never_missing(tmp_path: Path, cache: str) -> None:
    with serving({"/wall": WALL, "/no": (403, {}, "no"), "/gone": (404, {}, "gone")}) as server:
        text = "".join(quoting(server.port, WORDS, path) for path in ("wall", "no", "gone"))
        (tmp_path / "a.md").write_text(text)
        found = report(tmp_path, ".", "--select", "PL33", *server.options(HOST), "--cache-dir", cache)
    assert ids(found) == ["PL336"] * 3


def sheet(folder: Path, *options: str) -> list[dict[str, object]]:
    done = provlint("verify", "a.md", "--output-format", "json", *options, folder=folder)
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, object]] = json.loads(done.stdout)["quotations"]
    return rows


def test_the_sheet_asks_the_web_once_for_each_page_and_keeps_the_answers(tmp_path: Path, cache: str) -> None:
    with serving({"/ferry": STORY, "/wall": WALL}) as server:
        text = quoting(server.port, WORDS, "ferry") + quoting(server.port, WORDS.replace("not", "never"), "ferry")
        (tmp_path / "a.md").write_text(text + quoting(server.port, WORDS, "wall"))
        options = (*server.options(HOST), "--cache-dir", cache, "--isolated")
        rows = sheet(tmp_path, *options)
        assert [row["match"] for row in rows] == ["verbatim", "altered", "unavailable"]
        assert sheet(tmp_path, *options) == rows
        assert server.asked.count(f"{HOST}/ferry") == 1


def test_the_sheet_asks_nobody_unless_it_is_told_to(tmp_path: Path, cache: str) -> None:
    with serving({"/ferry": STORY}) as server:
        (tmp_path / "a.md").write_text(quoting(server.port, WORDS, "ferry"))
        assert [row["match"] for row in sheet(tmp_path, "--cache-dir", cache)] == ["unavailable"]
        assert server.asked == []


def test_what_is_saved_is_not_asked_for(tmp_path: Path, cache: str) -> None:
    with serving({"/ferry": STORY}) as server:
        (tmp_path / "a.md").write_text(quoting(server.port, WORDS, "ferry"))
        (tmp_path / "saved").mkdir()
        (tmp_path / "saved" / "sources.json").write_text(json.dumps({f"http://{HOST}:{server.port}/ferry": "f.html"}))
        (tmp_path / "saved" / "f.html").write_text(f"<main><p>“{WORDS},” said Tomas Oduya.</p></main>")
        rows = sheet(tmp_path, *server.options(HOST), "--cache-dir", cache, "--sources", "saved")
        assert [row["match"] for row in rows] == ["verbatim"]
        assert server.asked == []
