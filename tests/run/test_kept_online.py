"""Documents whose answers are all in the store: what was found in them is taken from there, and only while it holds."""

import json
import random
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from provlint.model.document import Document
from provlint.model.online import Online, Resolved
from provlint.model.relations import Relation
from provlint.model.settings import Settings
from provlint.model.words import Format
from provlint.read.reader import read_file
from provlint.report.json import render
from provlint.run.check import check
from provlint.run.outcome import Input
from provlint.run.related import relations_by_path
from tests.run.sites import NOT_THERE, PAGE, Reply, serving
from tests.run.test_kept import read_again, settle

HOST = "eels.co.uk"
MOVED: Reply = (301, {"Location": "/a"}, "")
PATHS = ["a", "b", "c", "b#count", "c#nowhere"]


class Asked:
    """A folder that is checked against a server whose pages change."""

    def __init__(self, folder: Path, cache: Path, port: int, pages: dict[str, Reply]) -> None:
        self.folder, self.cache, self.port, self.pages = folder, cache, port, pages
        self.web = Settings().web

    def write(self, name: str, paths: list[str], date: str = "date: 2019-03-01\n") -> None:
        links = "\n\n".join(f"The [count](http://{HOST}:{self.port}/{path}) of {path}." for path in paths)
        (self.folder / name).write_text(f"---\n{date}---\n\n{links}\n")

    def write_related(self) -> None:
        """Two documents that quote the same words differently, and lead nowhere."""
        for name, word in (("one.md", "never"), ("two.md", "not")):
            said = f"“We will {word} close the night ferry before the bridge is open,” said Tomas Oduya."
            (self.folder / name).write_text(f"{said} See <http://{HOST}:{self.port}/a> and [that](no.md).\n")

    def report(self, archive: str = "none") -> str:
        online = Online(
            cache_dir=str(self.cache), allow_private=("127.0.0.1/32",), ports=(self.port,), archive=archive,
            resolved=(Resolved(HOST, self.port, ("127.0.0.1",)),),
        )  # fmt: skip
        return render(check(["."], Settings(web=self.web), today="2026-01-01", online=online).report)

    def forget(self, pattern: str) -> None:
        """Let the answers under the keys of this pattern be too old."""
        for file in self.cache.glob("answers-*.sqlite3"):
            with sqlite3.connect(file) as database:
                database.execute("UPDATE answers SET expires = 1 WHERE key LIKE ?", (pattern,))
            database.close()

    def without_findings(self) -> str:
        """What a run says that has the answers and nothing else."""
        for file in self.cache.glob("findings-*"):
            file.unlink()
        return self.report()


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    folder = tmp_path / "texts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    pages: dict[str, Reply] = {"/a": PAGE, "/b": PAGE, "/c": MOVED}
    with serving(pages) as server:
        yield Asked(folder, tmp_path / "cache", server.port, pages)


def test_the_second_run_reads_no_document(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    asked.write("one.md", PATHS)
    asked.write("two.md", ["a", "gone"])
    settle(asked.folder)
    first = asked.report()
    assert "permanent" in first
    assert not read_again(monkeypatch, asked.report)
    assert asked.report() == first
    asked.forget("%/gone")
    assert set(read_again(monkeypatch, asked.report)) == {"two.md"}


def test_a_run_that_waits_reads_each_document_once(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(path: str, name: str, format: Format, limit: int) -> Document:
        read.append(path)
        return read_file(path, name, format, limit)

    monkeypatch.setattr("provlint.run.work.read_file", noted)
    asked.write("one.md", PATHS)
    asked.report()
    assert read == ["one.md"]


def test_after_any_change_a_run_says_what_one_without_findings_says(asked: Asked) -> None:
    chance = random.Random(7)
    asked.write("one.md", PATHS)
    for _ in range(25):
        what = chance.randrange(5)
        if what == 0:
            asked.write(chance.choice(["one.md", "two.md"]), chance.sample(PATHS, chance.randint(1, 4)))
        elif what == 1:
            asked.pages[f"/{chance.choice('abc')}"] = chance.choice([PAGE, NOT_THERE, MOVED, (403, {}, "no")])
        elif what == 2:
            asked.forget(chance.choice(["%", "%/a", "%/b", "%/c"]))
        elif what == 3:
            asked.web = asked.web._replace(words=chance.choice([(), ((403, "ok"),), ((404, "ok"),)]))
        else:
            settle(asked.folder)
        warm = asked.report()
        assert warm == asked.report()
        assert warm == asked.without_findings()


def test_an_address_has_one_verdict_in_a_report(asked: Asked) -> None:
    asked.write("one.md", ["b"])
    settle(asked.folder)
    assert '"dead"' not in asked.report()
    asked.pages["/b"] = NOT_THERE
    assert '"dead"' not in asked.report()  # from the store
    asked.write("two.md", ["b#:~:text=Count"])  # which the answer in the store cannot tell of
    report = json.loads(asked.report())
    dead = {finding["path"] for finding in report["findings"] if finding["id"] == "PL101"}
    assert dead == {"one.md", "two.md"}


def test_what_git_says_of_a_day_is_asked_anew(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    asked.pages["/copies"] = (200, {"Content-Type": "application/json"}, "{}")
    service = f"http://{HOST}:{asked.port}/copies"
    asked.write("one.md", ["gone"], date="")
    settle(asked.folder)
    asked.report(archive=service)
    assert set(read_again(monkeypatch, lambda: asked.report(archive=service))) == {"one.md"}


def test_standard_input_stands_for_the_file_whose_name_it_goes_by(asked: Asked) -> None:
    asked.write("one.md", ["a", "gone"])
    typed = Input(f"See [it](http://{HOST}:{asked.port}/b) and [that](typed.md).\n".encode(), "./one.md", "markdown")
    online = Online(
        cache_dir=str(asked.cache), allow_private=("127.0.0.1/32",), ports=(asked.port,), archive="none",
        resolved=(Resolved(HOST, asked.port, ("127.0.0.1",)),),
    )  # fmt: skip
    for name in ("one.md", "./one.md"):
        report = check(["."], Settings(), stdin=typed._replace(path=name), today="2026-01-01", online=online).report
        assert [document.path for document in report.documents] == [name]
        assert {finding.snippet for finding in report.findings} == {"typed.md"}


def test_relations_are_told_without_a_network(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    asked.write_related()
    settle(asked.folder)
    assert '"PL320"' in asked.report()
    monkeypatch.setattr("provlint.web.resolve.system_resolve", no_network)
    asked.folder.joinpath("three.md").write_text("\n".join(f"<http://quay{n}.co.uk/>\n" for n in range(3)))
    without = asked.report()
    assert '"no network"' in without
    assert '"PL320"' in without


def no_network(host: str, _: int) -> list[str]:
    raise socket.gaierror(socket.EAI_NONAME, f"{host} is not known")


def test_what_a_stopped_run_did_not_ask_is_asked_by_the_next(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    asked.write("one.md", ["a"])
    asked.report()
    asked.write("one.md", ["a#:~:text=herons", "a"])
    settle(asked.folder)
    with monkeypatch.context() as stopped:
        stopped.setattr("provlint.web.schedule.ask", lambda *_, **__: None)
        assert "not asked yet" in asked.report()
    assert "not asked yet" not in asked.report()


def test_findings_stay_when_the_store_goes_meanwhile(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process may clean the store while relations are looked for."""
    asked.write_related()
    asked.report()
    found = asked.without_findings()
    assert found.count('"PL110"') == 2

    def cleaned(*given: Any, **named: Any) -> dict[str, list[Relation]]:
        asked.forget("%")
        return relations_by_path(*given, **named)

    monkeypatch.setattr("provlint.run.related.relations_by_path", cleaned)
    assert asked.without_findings().count('"PL110"') == 2
