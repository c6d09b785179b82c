"""Readers who leave and people who press Ctrl-C: silence or one line, never a traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import BAD, COMMAND, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and pipes")


@pytest.mark.parametrize("arguments", [("check", "-v"), ("check", "--output-format", "json"), ("extract",)])
def test_a_reader_who_leaves_early(arguments: tuple[str, ...], tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.md").write_text(BAD * 200)
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [*COMMAND, *arguments, "."], cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE, env=environment()
    )
    os.close(writing)
    os.read(reading, 10)
    os.close(reading)
    _, errors = process.communicate()
    assert errors == b""
    assert process.returncode == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_while_documents_are_read(jobs: str, tmp_path: Path) -> None:
    """The last document is a pipe by way of standard input, so that the run cannot end before the signal comes."""
    for number in range(300):
        (tmp_path / f"{number}.md").write_text("The [wall](https://www.gov.uk/wall) fell and [rose]().\n" * 1000)
    process = subprocess.Popen(
        [*COMMAND, "-X" if False else "check", "--jobs", jobs, "-v", "."],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True,
    )  # fmt: skip
    wait_for_work(process.pid)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the run
    output, errors = process.communicate()
    assert process.returncode == 130
    assert output == b""
    assert errors == b"provlint: interrupted\n"


def wait_for_work(pid: int) -> None:
    """Return when the process has used half a second: by then it reads documents, and has many to go."""
    ticks = os.sysconf("SC_CLK_TCK")
    while True:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        if int(fields[11]) >= 0.5 * ticks:
            return
