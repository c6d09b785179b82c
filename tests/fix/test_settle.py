"""Changes that hold are made though others beside them do not, and reading has a limit."""

from collections.abc import Sequence

from provlint.fix.settle import Change, Settled, allowance, settle
from provlint.fix.shape import Reading
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.model.findings import Edit


def reading(source: str) -> Reading:
    return Reading(Document("a.md", "markdown", source), Facts())


def no_x(_: Reading, new: Reading, __: Sequence[Edit]) -> bool:
    return "x" not in new.document.source


def settled(words: Sequence[Sequence[str]], most: int = 200) -> Settled:
    changes = [Change(tuple((Edit(at, at + 1, word),) for word in ways)) for at, ways in enumerate(words)]
    return settle(reading("." * len(words)), changes, reading, most, no_x)


def test_what_holds_is_made_in_one_reading() -> None:
    found = settled([["a"]] * 50)
    assert (found.reading.document.source, found.withheld, found.readings) == ("a" * 50, (), 1)


def test_the_culprits_are_found() -> None:
    words = [["x"] if at in (3, 17) else ["a"] for at in range(32)]
    found = settled(words)
    assert found.withheld == (3, 17)
    assert found.reading.document.source == "".join("." if word == ["x"] else "a" for word in words)
    assert found.readings < 30


def test_another_way_is_tried() -> None:
    found = settled([["x", "b"], ["a"]])
    assert (found.reading.document.source, found.made) == ("ba", (0, 1))


def test_what_is_not_proved_in_time_is_withheld() -> None:
    found = settled([["x"]] * 64, most=10)
    assert (len(found.withheld), found.readings, found.edits) == (64, 10, ())


def test_a_large_document_is_read_less_often() -> None:
    assert allowance("a" * 20_000_000) < allowance("a" * 1_000_000) < allowance("a") == 200
