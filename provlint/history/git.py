"""Git, called as a stranger's repository allows it: fixed arguments, no shell, none of the repository's own programs.

What a repository's settings and attributes can start – filters, hooks, monitors, external and textual diffs, fetches of
missing objects – is switched off through the environment. The machine's and the user's own settings hold: they say
which folders are safe.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack

from provlint.errors import UserError

_WAIT = 120  # seconds; a repository of a million files answers in a few
#: Settings of a repository that would start a program or reach for the network.
_DEFUSED = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.quotePath": "false",
    "diff.autoRefreshIndex": "false",
    "diff.external": "",
    "diff.trustExitCode": "false",
    "log.showSignature": "false",
    "protocol.allow": "never",
    "submodule.recurse": "false",
}


_FILTERS = ("config", "--null", "--name-only", "--get-regexp", r"^filter\..*\.(clean|smudge|process)$")
#: Commands that look at no file of the working tree, and so run no filter.
_READ_NO_FILE = frozenset({"cat-file", "config", "ls-files", "merge-base", "rev-parse"})


class GitError(Exception):
    """Git said no; the message is its own first line."""


class Git:
    """Git in one folder."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._environment = _environment(os.environ, _DEFUSED)
        self._is_defused = False

    def ask(self, *arguments: str) -> bytes:
        """What a command prints; `GitError` if it fails, `UserError` if there is no Git."""
        return self.each(arguments)[0]

    def line(self, *arguments: str) -> str:
        """The first line a command prints, as a path is decoded."""
        return os.fsdecode(self.ask(*arguments).partition(b"\n")[0])

    def each(self, *commands: Sequence[str]) -> list[bytes]:
        """What each of several commands prints, which run side by side; `GitError` for the first that fails."""
        if any(command[0] not in _READ_NO_FILE for command in commands):
            self._defuse_filters()
        with ExitStack() as stack:
            started = [stack.enter_context(self._started(command)) for command in commands]
            stack.callback(_end, started)
            return [_answer(process, command[0]) for process, command in zip(started, commands, strict=True)]

    def objects(self, names: Sequence[str]) -> list[bytes | None]:
        """What each of these objects (hexadecimal digits) holds, None for one that is not there."""
        with self._started(("cat-file", "--batch"), subprocess.PIPE) as process:
            try:
                said = _answer(process, "cat-file", "".join(f"{name}\n" for name in names).encode("ascii"))
            finally:
                _end([process])
        found: list[bytes | None] = []
        at = 0
        for _ in names:
            line = said.index(b"\n", at)
            size = said[at:line].rpartition(b" ")[2]
            at = line + 1
            found.append(said[at : at + int(size)] if size.isdigit() else None)
            at += int(size) + 1 if size.isdigit() else 0
        return found

    def _started(self, arguments: Sequence[str], stdin: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
        command = ["git", "--no-pager", "--no-replace-objects", *arguments]
        try:
            return subprocess.Popen(  # noqa: S603 a list of our own words, and revisions Git has verified
                command,
                cwd=self._folder,
                env=self._environment,
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except FileNotFoundError:
            raise UserError("git", "", "is not installed, and only Git knows what a change adds") from None

    def _defuse_filters(self) -> None:
        """Leave no filter a program: to compare a file, Git would run those its attributes name."""
        if not self._is_defused:
            self._is_defused = True
            self._environment = _environment(self._environment, dict(self._filters()))

    def _filters(self) -> Iterator[tuple[str, str]]:
        try:
            names = self.ask(*_FILTERS)
        except GitError:  # there are none, or this is no repository, which the first question will tell
            return
        for name in filter(None, os.fsdecode(names).split("\0")):
            yield name, ""
            yield name.rpartition(".")[0] + ".required", "false"


def _answer(process: "subprocess.Popen[bytes]", command: str, told: bytes | None = None) -> bytes:
    try:
        said, complaint = process.communicate(told, timeout=_WAIT)
    except subprocess.TimeoutExpired:
        raise UserError("git", command, f"did not answer within {_WAIT} seconds") from None
    if process.returncode:
        raise GitError(_complaint(complaint))
    return said


def _end(started: Sequence["subprocess.Popen[bytes]"]) -> None:
    """Let none of them outlive the question: one has failed, or somebody pressed Ctrl-C."""
    for process in started:
        if process.poll() is None:
            process.kill()


def _environment(given: Mapping[str, str], settings: Mapping[str, str]) -> dict[str, str]:
    """The environment with settings added to those it gives to Git already."""
    count = given.get("GIT_CONFIG_COUNT", "")
    number = int(count) if count.isascii() and count.isdigit() else 0
    environment = {**given, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    environment |= {"LC_ALL": "C", "GIT_CONFIG_COUNT": str(number + len(settings))}
    environment.pop("GIT_EXTERNAL_DIFF", None)
    environment.pop("GIT_TRACE", None)
    for at, (key, value) in enumerate(settings.items(), number):
        environment |= {f"GIT_CONFIG_KEY_{at}": key, f"GIT_CONFIG_VALUE_{at}": value}
    return environment


def _complaint(said: bytes) -> str:
    line = said.decode("utf-8", "replace").strip().partition("\n")[0]
    return line.removeprefix("fatal: ").removeprefix("error: ")
