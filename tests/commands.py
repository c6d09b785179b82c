"""Running the command line as people do, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

BAD = "See [the wall]().\n"
COMMAND = (sys.executable, "-m", "provlint")
#: The settings' and the interpreter's variables that would change what a test sees.
_LEFT_OUT = ("PROVLINT_", "NO_COLOR", "FORCE_COLOR", "PYTHONUNBUFFERED")


def environment(**more: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)} | more


def provlint(
    *arguments: str, folder: Path, stdin: bytes = b"", limits: Mapping[str, int] | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """The finished process; its output as text, where every byte that is no UTF-8 is a failure.

    `limits` are what the system gives it at most, by the names of the module `resource`; without that a test is skipped.
    """
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        env=environment(**more),
        preexec_fn=_limiting(limits) if limits else None,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def _limiting(limits: Mapping[str, int]) -> Callable[[], None]:
    resource = pytest.importorskip("resource")

    def limit() -> None:
        for name, most in limits.items():
            resource.setrlimit(getattr(resource, name), (most, most))

    return limit


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What a refused command says: nothing on standard output, one line on standard error, exit code 2."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("provlint: ")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr
