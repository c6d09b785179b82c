"""What is kept between runs: a warm run says the same bytes as a cold one, whatever changed in between."""

import os
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from provlint.model.settings import Ignore, Settings
from provlint.report.json import render
from provlint.rulebook.book import load
from provlint.run import pool
from provlint.run.benches import workbench
from provlint.run.check import check
from provlint.run.outcome import Outcome
from provlint.run.plain import packed, packed_sketch, unpacked, unpacked_sketch
from provlint.run.plan import Plan
from provlint.run.work import Workbench
from provlint.store.findings import files
from provlint.tables.tables import open_tables

SAID = "“We mended the northern harbour wall with granite from the quarry this winter,” said Jo Reed.\n"
TURNED = "“We mended the southern harbour wall with granite from the quarry this winter,” said Ann Pike.\n"
PARTS = (
    "See [the wall]().\n",
    "Read [more](other.md#a-heading) and [yet more](gone.md).\n",
    SAID,
    TURNED,
    "Some 4.5 million tons were shipped in 2019, a rise of 12 percent.\n",
    "A claim [@reed2019] and another [@pike].\n",
    "## A heading\n",
    "[here](https://example.org/?utm_source=x) stands what many say.\n",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "documents"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def settings(folder: Path, **more: object) -> Settings:
    return Settings(select=("ALL",), cache_dir=str(folder.parent / "kept"), jobs=1)._replace(**more)  # type: ignore[arg-type]


def report(folder: Path, today: str = "2026-01-01", **more: object) -> str:
    return render(check(["."], settings(folder, **more), today=today).report)


def cold(folder: Path, today: str = "2026-01-01", **more: object) -> str:
    return report(folder, today, cache=False, **more)


def read_again(monkeypatch: pytest.MonkeyPatch, run: Callable[[], object]) -> list[str]:
    """The paths that a run gives to a workbench."""
    asked: list[str] = []
    judged = pool.outcomes

    def noted(make: Callable[[], Workbench], paths: Sequence[str], jobs: int) -> Iterator[Outcome]:
        asked.extend(paths)
        return judged(make, paths, jobs)

    for module in ("check", "related"):
        monkeypatch.setattr(f"provlint.run.{module}.outcomes", noted)
    run()
    return asked


def settle(folder: Path) -> None:
    """Times long past, as those of files that nobody has just written."""
    for path in folder.rglob("*"):
        os.utime(path, ns=(10**18, 10**18))


def test_after_any_edits_a_warm_run_says_what_a_cold_one_says(folder: Path) -> None:
    chance = random.Random(4)
    names = ["a.md", "b.md", "other.md", "refs.bib", "deep/c.md", "deep/d.html"]
    (folder / "deep").mkdir()
    for _ in range(40):
        path = folder / chance.choice(names)
        if path.exists() and chance.random() < 0.25:
            path.unlink()
        elif path.exists() and chance.random() < 0.2:
            path.rename(path.with_name(f"moved-{path.name}"))
        elif path.suffix == ".bib":
            path.write_text("@book{reed2019, title={Walls}}\n" if chance.random() < 0.5 else "@book{pike, title={W}}\n")
        else:
            path.write_text("\n".join(chance.sample(PARTS, chance.randint(1, 5))))
        if chance.random() < 0.3:
            settle(folder)
        assert report(folder) == cold(folder)


def test_nothing_is_read_twice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("a.md", SAID), ("b.md", TURNED), ("c.md", PARTS[1])):
        (folder / name).write_text(text)
    first = report(folder)
    assert "PL3" in first
    assert read_again(monkeypatch, lambda: report(folder)) == []
    settle(folder)
    assert read_again(monkeypatch, lambda: report(folder)) == []
    (folder / "c.md").write_text("Else.\n")
    assert read_again(monkeypatch, lambda: report(folder)) == ["c.md"]


@pytest.mark.parametrize("name", ["gone.md", "other.md", ".git", "mkdocs.yml"])
def test_a_file_that_comes_or_goes_makes_answers_that_rest_on_it_old(name: str, folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "a.md").write_text(PARTS[1])
    (folder / "deep" / "b.md").write_text("[up](../a.md) and [out](../../x.md)\n")
    before = report(folder)
    (folder / name).write_text(PARTS[6])
    assert report(folder) == cold(folder)
    (folder / name).unlink()
    assert report(folder) == before


def test_a_heading_that_goes_makes_links_to_it_old(folder: Path) -> None:
    (folder / "a.md").write_text(PARTS[1])
    (folder / "other.md").write_text(PARTS[6])
    before = report(folder)
    (folder / "other.md").write_text("## A houding\n")
    after = report(folder)
    assert after == cold(folder)
    assert before != after


def test_settings_and_the_day_of_an_ignore_count(folder: Path) -> None:
    (folder / "a.md").write_text(PARTS[0])
    ignores = (Ignore(reason="later", until="2026-03-01"),)
    assert report(folder, ignores=ignores) != report(folder)
    for today in ("2026-02-01", "2026-04-01"):
        assert report(folder, today, ignores=ignores) == cold(folder, today, ignores=ignores)
    for more in ({"select": ("PL1",)}, {"per_file_ignores": (("a.md", ("PL1",)),)}, {"no_ignores": True}):
        assert report(folder, **more) == cold(folder, **more)


def test_a_part_of_the_documents_is_no_less_warm(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.md", "b.md"):
        (folder / name).write_text(PARTS[0])
    report(folder)
    part = lambda: check(["a.md"], settings(folder), today="2026-01-01")  # noqa: E731
    assert read_again(monkeypatch, part) == []
    (folder / "a.md").write_text(PARTS[2])
    assert read_again(monkeypatch, part) == ["a.md"]
    assert read_again(monkeypatch, lambda: report(folder)) == []


@pytest.mark.parametrize("damage", [b"", b"x", b"provlint findings 1\n" + b"\0" * 40])
def test_a_damaged_store_is_a_cold_start(damage: bytes, folder: Path) -> None:
    (folder / "a.md").write_text(PARTS[0])
    before = report(folder)
    (store,) = files(str(folder.parent / "kept"))
    for data in (damage, Path(store).read_bytes()[:-3]):
        Path(store).write_bytes(data)
        assert report(folder) == before


def test_a_place_that_cannot_be_written_stops_nothing(folder: Path) -> None:
    (folder / "a.md").write_text(PARTS[0])
    (folder.parent / "kept").write_text("a file")
    assert report(folder) == cold(folder)


def test_several_processes_keep_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_WORTH", 0)
    for number in range(6):
        (folder / f"{number}.md").write_text("\n".join(PARTS[number:]))
    assert report(folder, jobs=2) == cold(folder)
    assert read_again(monkeypatch, lambda: report(folder)) == []


def test_without_a_cache_nothing_is_written(folder: Path) -> None:
    (folder / "a.md").write_text(PARTS[0])
    cold(folder)
    assert not (folder.parent / "kept").exists()


def test_every_part_of_an_outcome_comes_back_as_what_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent.parent)
    house = Settings(select=("ALL",))
    bench = workbench(Plan(house, load(house), open_tables(()), "2026-01-01", ["inputs"]))
    for path in sorted(str(path) for path in Path("inputs").rglob("*.*")):
        outcome = bench.file(path)
        assert repr(unpacked_sketch(packed_sketch(outcome.sketch))) == repr(outcome.sketch)
        assert repr(unpacked(packed(outcome))) == repr(outcome._replace(sketch=None, seen=None))


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX only")
def test_a_name_that_is_no_text_and_a_file_that_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(os.fsdecode(b"a\xff.md")).write_text(SAID + PARTS[1])
    (folder / "b.md").write_text(TURNED)
    (folder / "c.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    first = report(folder)
    assert read_again(monkeypatch, lambda: report(folder)) == ["c.md"]
    assert report(folder) == first == cold(folder)
