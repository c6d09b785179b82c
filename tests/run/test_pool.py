"""One process or several: the same report to the byte."""

import os
import sys
from pathlib import Path

import pytest

from provlint.run.pool import _parts, spread
from tests.commands import BAD, provlint


def test_the_report_is_the_same_bytes_whatever_the_number_of_processes(tmp_path: Path) -> None:
    for number in range(60):
        words = "The tide rose and fell. " * (number * 80)
        text = f"# {number}\n\n{BAD * (number % 7)}\n{words}\n\nhttps://www.gov.uk/{number}\n"
        (tmp_path / f"{number}.md").write_text(text)
    (tmp_path / "broken.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    for output in ("json", "text", "markdown"):
        reports = {
            provlint("check", "--no-cache", "--jobs", jobs, "--output-format", output, ".", folder=tmp_path).stdout
            for jobs in ("1", "2", "3")
        }
        assert len(reports) == 1
        assert "broken.md" in reports.pop()


def test_the_pieces_of_work_grow_smaller() -> None:
    sizes = [900, 500] + [40] * 20 + [5] * 400 + [0]
    parts = _parts(range(len(sizes)), sizes, 2)
    assert [at for part in parts for at in part] == list(range(len(sizes)))
    assert parts[:2] == [[0], [1]]
    weights = [sum(sizes[at] for at in part) for part in parts]
    assert weights == sorted(weights, reverse=True)
    assert sum(sizes) / 300 < weights[-2] < sum(sizes) / 200


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_a_function_is_called_with_each_of_many_things_in_order_whatever_it_holds(jobs: int) -> None:
    unsendable = [lambda number: (number * number, os.getpid())]
    found = spread(lambda number: unsendable[0](number), range(1000), jobs)
    assert [square for square, _ in found] == [number * number for number in range(1000)]
    assert (os.getpid() in {process for _, process in found}) == (jobs == 1 or sys.platform != "linux")


def test_a_few_things_are_not_worth_a_process() -> None:
    assert spread(lambda _: os.getpid(), range(20), 4) == [os.getpid()] * 20


def test_one_process_does_it_where_the_system_gives_no_locks(tmp_path: Path) -> None:
    """As in containers without shared memory: here, since no file may have a single byte."""
    for number in range(6):
        (tmp_path / f"{number}.md").write_text("The tide rose and fell.\n\n" * 15_000 + BAD)
    check = ("check", "--no-cache", "--jobs", "2", "--output-format", "json", ".")
    done = provlint(*check, folder=tmp_path, limits={"RLIMIT_FSIZE": 0})
    assert done.stderr == ""
    assert done.stdout == provlint(*check, folder=tmp_path).stdout
