"""Processes that write to a store until they are killed; also run a hundred times by benchmarks.store."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from provlint.model.web import Hop, Look, Page, WebAnswer
from provlint.store.answers import Store

NOW = 1_750_000_000
URL = "https://harbour.co.uk/eels"
ANSWER = WebAnswer(
    URL,
    (Hop(URL, 301), Hop("https://harbour.co.uk/fish/eels", 200, "location")),
    status=200,
    headers=(("server", "quay"),),
    content_type="text/html",
    body="whole",
    page=Page(title="Eels “and” elvers\n", ids=frozenset(("b", "a")), sample=(3, 1, 2), text_length=90),
    sibling=Page(not_found="the title"),
    checked_at="2025-06-15T15:06:40Z",
)
LOOK = Look("2025-06-15", False, 200, "Eels", "en")


def store(folder: Path, now: int = NOW, realm: str = "") -> Store:
    return Store(str(folder / "kept"), realm, now)


WRITER = """
import sys
from pathlib import Path
from provlint.store.answer_json import Kept
from provlint.store.answers import New
from tests.store.writers import ANSWER, LOOK, store
kept = store(Path(sys.argv[1]))
print("ready", flush=True)
number = 0
while True:
    several = number % 7 + 1
    kept.put_all([New(f"{sys.argv[2]}-{number + at}", Kept(ANSWER), LOOK, 600) for at in range(several)])
    number += several
    print(number - 1, flush=True)
    if kept.problem:
        sys.exit(kept.problem)
"""


def writer(folder: Path, name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), name], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip


def kill(process: "subprocess.Popen[str]") -> int:
    """Kill without a word; the number of the last answer that was told to be kept, -1 for none."""
    os.kill(process.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    told, _ = process.communicate()
    numbers = [line for line in told.split("\n")[:-1] if line.isdigit()]
    return int(numbers[-1]) if numbers else -1


def killed(folder: Path, times: int) -> list[str]:
    """Keep one process writing and kill another `times` times; the keys that they had told to be kept."""
    steady = writer(folder, "steady")
    chance = random.Random(5)
    told: list[str] = []
    for turn in range(times):
        process = writer(folder, f"turn{turn}")
        assert process.stdout
        process.stdout.readline()
        time.sleep(chance.random() / 5)
        told += [f"turn{turn}-{number}" for number in range(kill(process) + 1)]
    assert steady.poll() is None
    return told + [f"steady-{number}" for number in range(kill(steady) + 1)]
