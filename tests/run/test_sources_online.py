"""Quotations and pages of the web: fetched once however many quotations, and never "missing" where nobody could look."""

from pathlib import Path

import pytest

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
