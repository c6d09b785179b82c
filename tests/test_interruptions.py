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


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_while_documents_are_read(jobs: str, tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.md").write_text("The [wall](https://www.gov.uk/wall) fell and [rose]().\n" * 1000)
    process = subprocess.Popen(
        [*COMMAND, "check", "--jobs", jobs, "-v", "."],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True,
    )  # fmt: skip
    wait_for_work(process.pid)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the run
    output, errors = process.communicate()
    assert process.returncode == 130
    assert output == b""
    assert errors == b"provlint: interrupted\n"


_LARGE_ANSWERS = """
import os, signal
from provlint.run.pool import spread
def answer(number):
    if number == 400:  # two processes have begun, and mostly send
        os.killpg(0, signal.SIGINT)
    return b"x" * 200_000
try:
    spread(answer, range(2_000), 2)
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked there")
def test_ctrl_c_while_answers_are_sent(tmp_path: Path) -> None:
    """A process that ended with half an answer sent would be waited for for ever."""
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", _LARGE_ANSWERS], cwd=tmp_path, capture_output=True, text=True, timeout=100,
            env=environment(PYTHONPATH=os.pathsep.join(sys.path)), start_new_session=True, check=False,
        )  # fmt: skip
        assert (done.stdout, done.stderr, done.returncode) == ("stopped\n", "", 0)


#: Python runs this before all else; here the process gets a real Ctrl-C as it begins to import a module.
_STOPPED_AT = """
import os, signal, sys
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["STOPPED_AT"]:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Stop())
"""


@pytest.mark.parametrize(
    "module",
    ["click", "typing", "provlint.cli.group", "provlint.cli.check", "provlint.run.check", "provlint.report.text"],
)
def test_ctrl_c_before_the_run_begins(module: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_STOPPED_AT)
    (tmp_path / "a.md").write_text(BAD)
    path = os.pathsep.join([str(tmp_path), *sys.path])
    process = subprocess.run(
        [sys.executable, "-c", "from provlint.cli.main import main; main()", "check", "--jobs", "1", "a.md"],
        cwd=tmp_path, capture_output=True, check=False, env=environment(STOPPED_AT=module, PYTHONPATH=path),
    )  # fmt: skip
    assert process.stderr == b"provlint: interrupted\n"
    assert (process.returncode, process.stdout) == (130, b"")


def wait_for_work(session: int) -> None:
    """Return when the processes of a session have used half a second: they read documents, and have many to go."""
    ticks = os.sysconf("SC_CLK_TCK")
    used = 0
    while used < 0.5 * ticks:
        used = 0
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = status.read_text().rpartition(")")[2].split()
            except OSError:  # it has ended
                continue
            used += int(fields[11]) if int(fields[3]) == session else 0
