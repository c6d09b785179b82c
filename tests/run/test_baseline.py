"""A baseline: what is accepted stays accepted whatever is edited elsewhere, and hides nothing that is new."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from provlint.errors import UserError
from provlint.model.findings import Finding, Report
from provlint.run import baseline
from provlint.run.check import Checked, check
from provlint.run.sieve import Asked, Sieve
from provlint.settings.load import load
from tests.run.paragraphs import BAD, GOOD, HANGING, NEW, SOURCES, paragraph, text, word

FILE = "accepted.json"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*paths: str, write: bool = False, known: bool = True, **settings: object) -> Checked:
    loaded = load(paths or (".",), isolated=True, overrides=settings)
    sieve = Sieve(Asked(baseline=FILE, write=write), loaded.max_file_size) if known or write else None
    return check(paths or (".",), loaded, today="2025-06-01", sieve=sieve)


def accept(**settings: Any) -> Report:
    checked = run(write=True, **settings)
    Path(FILE).write_text(baseline.text_of(checked.entries), encoding="utf-8")
    return checked.report


def told(report: Report) -> list[tuple[str, str]]:
    return [(one.id, one.snippet) for one in report.findings]


class Edited:
    """Documents under random edits. Paragraphs are lists of one text, so that the same words stay tell-apart-able."""

    def __init__(self, folder: Path, seed: int, bad: tuple[str, ...] = BAD, good: tuple[str, ...] = GOOD) -> None:
        self.random = Random(seed)
        self.bad, self.good = bad, good
        self.folder = folder
        self.documents = {
            f"d{number}.md": [f"# Notes on {word(self.random)}", *self._paragraphs(14)] for number in range(4)
        }
        self.renames = 0
        self.write()

    def _paragraphs(self, count: int) -> list[str]:
        return [paragraph(self.random, self.bad if self.random.random() < 0.5 else self.good) for _ in range(count)]

    def write(self) -> None:
        for path in self.folder.glob("*.md"):
            path.unlink()
        for name, paragraphs in self.documents.items():
            (self.folder / name).write_text(text(paragraphs), encoding="utf-8")

    def edit(self) -> None:
        """One edit to something else than an accepted finding: good paragraphs come and go, any paragraph moves."""
        name = self.random.choice(sorted(self.documents))
        paragraphs = self.documents[name]
        at = self.random.randrange(1, len(paragraphs))
        match self.random.choice(("insert", "delete", "move", "move", "rename", "other document")):
            case "insert":
                paragraphs.insert(at, paragraph(self.random, self.good))
            case "delete":
                if self._is_good(paragraphs[at]) and len(paragraphs) > 3:
                    del paragraphs[at]
            case "move":
                moved = paragraphs.pop(at)
                paragraphs.insert(self.random.randrange(1, len(paragraphs) + 1), moved)
            case "rename":
                self.renames += 1
                self.documents[f"r{self.renames}.md"] = self.documents.pop(name)
            case _:
                if len(paragraphs) > 3:
                    other = self.documents[self.random.choice(sorted(self.documents))]
                    other.insert(self.random.randrange(1, len(other) + 1), paragraphs.pop(at))

    def _is_good(self, words: str) -> bool:
        opening = {kind.partition("{}")[0] for kind in self.good}
        return any(words.startswith(start) for start in opening if start)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_accepted_comes_back_and_nothing_new_is_hidden(folder: Path, seed: int) -> None:
    edited = Edited(folder, seed)
    accept()
    assert run().report.findings == ()
    for step in range(1, 201):
        edited.edit()
        if step % 40 == 0:
            edited.write()
            report = run().report
            everything = run(known=False, max_findings_per_rule=0).report
            assert told(report) == [], step
            assert report.baselined == len(everything.findings)
    name = sorted(edited.documents)[0]
    edited.write()
    before = len(run(known=False, max_findings_per_rule=0).report.findings)
    for kind in BAD:
        edited.documents[name].insert(2, paragraph(edited.random, (kind,)))
        edited.write()
        report = run().report
        everything = run(known=False, max_findings_per_rule=0).report
        assert len(report.findings) == len(everything.findings) - before > 0, kind
        del edited.documents[name][2]


@pytest.mark.parametrize("seed", range(4))
def test_what_hangs_on_neighbours_comes_not_back_either(folder: Path, seed: int) -> None:
    """Other words may become findings when their neighbours leave; those that were accepted stay known."""
    edited = Edited(folder, seed, bad=(*HANGING, *BAD[:2]), good=(*GOOD, *SOURCES))
    accept()
    accepted = {(one.id, one.snippet) for one in run(known=False, max_findings_per_rule=0).report.findings}
    assert {"PL301", "PL320", "PL501"} <= {rule for rule, _ in accepted}
    for step in range(1, 201):
        edited.edit()
        if step % 40 == 0:
            edited.write()
            assert accepted.isdisjoint(told(run().report)), step
    name = sorted(edited.documents)[0]
    for kind in NEW:
        edited.documents[name].insert(2, paragraph(edited.random, (kind,)))
        edited.write()
        written = text(edited.documents[name])
        line = written[: written.index(edited.documents[name][2])].count("\n") + 1
        found = run().report.findings
        places = {(one.path, one.line) for one in found}.union(
            (place.path, place.line) for one in found for place in one.related
        )
        assert (name, line) in places, kind
        del edited.documents[name][2]


def test_words_that_differ_are_known_whichever_of_them_is_told(folder: Path) -> None:
    words = "“The new lock will cost the town {} million crowns,” said Mara Lindqvist.\n"
    for name, number in (("a.md", "six"), ("b.md", "nine"), ("c.md", "ten")):
        (folder / name).write_text(words.format(number), encoding="utf-8")
    accept(select=("PL320",))
    (folder / "a.md").rename(folder / "z.md")
    report = run(select=("PL320",)).report
    assert report.findings == ()
    assert not any("Fixed" in note for note in report.notes)
    (folder / "d.md").write_text(words.format("seven"), encoding="utf-8")
    assert [one.path for one in run(select=("PL320",)).report.findings] == ["d.md"]
    (folder / "d.md").write_text(words.format("ten"), encoding="utf-8")
    assert len(run(select=("PL320",)).report.findings) == 1


def test_a_document_is_known_by_its_end_when_it_was_renamed_and_its_opening_changed(folder: Path) -> None:
    words = "".join(f"The keeper remembers summer {number} well, and the boats with it. " for number in range(40))
    (folder / "a.md").write_text(words, encoding="utf-8")
    assert "PL002" in {one.id for one in run(known=False).report.findings}
    accept()
    (folder / "a.md").unlink()
    (folder / "b.md").write_text("A new opening.\n\n" + words, encoding="utf-8")
    assert run().report.findings == ()


def test_a_file_is_known_to_be_renamed_by_a_finding_with_one_of_its_neighbours(folder: Path) -> None:
    (folder / "a.md").write_text("We were told to see [the wall]() before noon.\n", encoding="utf-8")
    accept()
    (folder / "a.md").unlink()
    (folder / "b.md").write_text("We were told to see [the wall]() after dark.\n", encoding="utf-8")
    assert run().report.findings == ()


def test_the_same_words_once_more_are_new(folder: Path) -> None:
    (folder / "a.md").write_text("See [the wall]().\n\nIt is old.\n", encoding="utf-8")
    accept()
    (folder / "a.md").write_text("It is old.\n\nSee [the wall]().\n\nSee [the wall]().\n", encoding="utf-8")
    assert len(run().report.findings) == 1


def test_one_neighbour_may_change(folder: Path) -> None:
    (folder / "a.md").write_text("We were told to see [the wall]() before noon.\n", encoding="utf-8")
    accept()
    (folder / "a.md").write_text("We were told to see [the wall]() after dark.\n", encoding="utf-8")
    assert run().report.findings == ()
    (folder / "a.md").write_text("Nobody was sent up to [the wall]() at night.\n", encoding="utf-8")
    assert [one.id for one in run().report.findings] == ["PL125"]


def test_a_speaker_is_known_though_another_quotation_comes_first(folder: Path) -> None:
    first = "“The pier will be closed until spring,” said Mara Lindqvist on Monday.\n"
    second = "“Nobody has asked the keeper of the boats,” said Mara Lindqvist on Sunday.\n"
    (folder / "a.md").write_text(f"{first}\n{second}", encoding="utf-8")
    assert [one.id for one in accept(select=("PL301",)).findings] == []
    assert [one.id for one in run(known=False, select=("PL301",)).report.findings] == ["PL301"]
    (folder / "a.md").write_text(f"{second}\n{first}", encoding="utf-8")
    assert run(select=("PL301",)).report.findings == ()


def test_an_edit_in_the_line_above_of_a_list_is_elsewhere(folder: Path) -> None:
    (folder / "a.md").write_bytes(b"- one\r\n- [wall]()\r\n- two\r\n")
    accept()
    (folder / "a.md").write_bytes(b"- other words\r\n- [wall]()\r\n- and more of them\r\n")
    assert run().report.findings == ()


def test_a_document_without_sources_is_known_by_its_path_though_it_grows_at_the_top(folder: Path) -> None:
    words = "The keeper remembers the summer well, and the boats with it. " * 30
    (folder / "a.md").write_text(words, encoding="utf-8")
    assert "PL002" in {one.id for one in accept().findings} | {one.id for one in run(known=False).report.findings}
    (folder / "a.md").write_text("A new opening.\n\n" + words, encoding="utf-8")
    assert run().report.findings == ()
    (folder / "b.md").write_text("Another document altogether. " * 60, encoding="utf-8")
    assert [(one.path, one.id) for one in run().report.findings] == [("b.md", "PL002")]


def test_what_is_fixed_is_said_and_goes_with_the_next_baseline(folder: Path) -> None:
    (folder / "a.md").write_text("See [the wall]().\n", encoding="utf-8")
    (folder / "b.md").write_text("See [the pier]().\n", encoding="utf-8")
    accept()
    (folder / "a.md").write_text("See the wall.\n", encoding="utf-8")
    (note,) = [note for note in run().report.notes if "baseline" in note]
    assert note.startswith("Fixed since the baseline was written: 1 finding in 1 document;")
    accept()
    assert [note for note in run().report.notes if "baseline" in note] == []
    assert [entry.path for entry in baseline.read(FILE)] == ["b.md"]


def test_documents_that_are_not_checked_and_rules_that_are_off_keep_their_entries(folder: Path) -> None:
    (folder / "a.md").write_text("See [the wall]().\n", encoding="utf-8")
    (folder / "b.md").write_text("See [the pier]() of http:///x\n", encoding="utf-8")
    accept()
    before = baseline.read(FILE)
    assert run("a.md").report.notes == ()
    checked = run("b.md", write=True, select=("PL120",))
    assert sorted(checked.entries) == before


def test_paths_are_those_from_the_baseline(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a.md").write_text("See [the wall]().\n", encoding="utf-8")
    accept()
    assert [entry.path for entry in baseline.read(FILE)] == ["sub/a.md"]
    monkeypatch.chdir(folder / "sub")
    loaded = load(("a.md",), isolated=True)
    sieve = Sieve(Asked(baseline=f"../{FILE}"), loaded.max_file_size)
    assert check(("a.md",), loaded, today="2025-06-01", sieve=sieve).report.findings == ()


def test_the_strongest_are_chosen_among_what_is_new(folder: Path) -> None:
    claims = [f"Some {number} percent of the {word(Random(number))} boats sank in 2019.\n" for number in range(11, 19)]
    (folder / "a.md").write_text("\n".join(claims[:4]), encoding="utf-8")
    accept(select=("PL501",))
    (folder / "a.md").write_text("\n".join(claims), encoding="utf-8")
    report = run(select=("PL501",), max_findings_per_rule=2).report
    assert (len(report.findings), report.baselined) == (2, 4)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"[]", b"{", b'{"version": 2, "findings": []}', b'{"version": 1, "findings": [{"path": 1}]}',
        b'{"version": 1, "findings": [{"path": "a", "rule": "r", "fingerprint": "f", "count": 0}]}',
        b'{"version": 1, "findings": [{"path": "a", "rule": "r", "fingerprint": "f", "count": true}]}',
        b"[" * 100_000,
    ],
    ids=range(8),
)  # fmt: skip
def test_what_is_no_baseline_is_refused(folder: Path, data: bytes) -> None:
    (folder / FILE).write_bytes(data)
    with pytest.raises(UserError):
        baseline.read(FILE)


def test_the_file_is_the_same_for_the_same_findings(folder: Path) -> None:
    Edited(folder, 1)
    accept()
    first = Path(FILE).read_bytes()
    accept()
    assert Path(FILE).read_bytes() == first
    assert baseline.text_of(reversed(baseline.read(FILE))).encode() == first


def test_findings_of_a_run_have_fingerprints_of_their_own(folder: Path) -> None:
    (folder / "a.md").write_text("See [the wall]().\n\n" * 9, encoding="utf-8")
    findings: tuple[Finding, ...] = run(known=False).report.findings
    assert len({one.fingerprint for one in findings}) == len(findings)
