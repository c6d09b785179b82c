"""`provlint check --watch` as a process of its own, beside somebody who writes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import BAD, COMMAND, environment, one_sentence, provlint

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


class Watching:
    """A run that watches a folder."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, "check", "--watch", "--color", "never", *arguments],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env=environment(PROVLINT_CACHE_DIR=str(folder.parent / "kept")),
        )  # fmt: skip

    def until(self, end: str) -> list[str]:
        """The lines up to the next one that ends so."""
        assert self.process.stdout
        lines: list[str] = []
        while not (lines and lines[-1].endswith(end)):
            line = self.process.stdout.readline()
            assert line, lines
            lines.append(line.rstrip("\n"))
        return lines

    def stop(self) -> list[str]:
        self.process.send_signal(signal.SIGINT)
        assert self.process.stdout
        return self.process.stdout.read().splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "texts"
    (place / "sub").mkdir(parents=True)
    (place / "old.md").write_text(BAD)
    return place


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    run = Watching(folder)
    yield run
    run.process.kill()
    run.process.communicate()


def test_only_what_is_different_is_said(folder: Path, watching: Watching) -> None:
    first = watching.until("Ctrl-C ends")
    assert any(line.startswith("old.md:1:") for line in first)

    (folder / "sub" / "new.md").write_text("Look at [the pier]().\n")
    told = watching.until("documents.")
    assert told[1].endswith("sub/new.md changed")
    assert next(line for line in told if "PL125" in line).startswith("sub/new.md:1:")
    assert not any(line.startswith("old.md") for line in told)
    assert told[-1] == "1 new, 0 gone; 2 warnings in 2 documents."

    (folder / "old.md").write_text("See the wall.\n")
    told = watching.until("documents.")
    assert told[2].startswith("gone: old.md:1: PL125 empty-link:")
    assert told[-1] == "0 new, 1 gone; 1 warning in 2 documents."


def test_settings_are_watched_and_survive_a_mistake(folder: Path, watching: Watching) -> None:
    watching.until("Ctrl-C ends")
    (folder / "provlint.toml").write_text("nonsense = 1\n")
    assert watching.until("unknown key")[-2].endswith("provlint.toml changed")
    (folder / "provlint.toml").write_text('ignore = ["PL125"]\n')
    assert watching.until("document.")[-1] == "0 new, 1 gone; no findings in 1 document."


def test_ctrl_c_ends_it(watching: Watching) -> None:
    watching.until("Ctrl-C ends")
    assert watching.stop() == ["provlint: no longer watching"]
    assert watching.process.wait() == 130


def test_settings_that_cannot_stand_end_the_first_check(folder: Path) -> None:
    (folder / "provlint.toml").write_text("nonsense = 1\n")
    assert "unknown key" in one_sentence(provlint("check", "--watch", folder=folder))


@pytest.mark.parametrize(
    "arguments",
    [("--fix",), ("--diff",), ("--output-format", "json"), ("-o", "x.txt"), ("--online",), ("-",), ("--with-facts",)],
)
def test_what_goes_not_with_watching(arguments: tuple[str, ...], folder: Path) -> None:
    assert "--watch" in one_sentence(provlint("check", "--watch", *arguments, folder=folder))


def test_a_reader_who_leaves(folder: Path) -> None:
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [*COMMAND, "check", "--watch"], cwd=folder, stdout=writing, stderr=subprocess.PIPE, env=environment()
    )
    os.close(writing)
    os.close(reading)
    _, errors = process.communicate()
    assert process.returncode == 1
    assert b"Traceback" not in errors
