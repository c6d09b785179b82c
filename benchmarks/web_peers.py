"""Link checkers side by side on the simulated web of the tests: who is right, who is wrongly sure, at what cost.

    python -m benchmarks.web_peers [--rows FILE] [--tools NAMES] [--path FOLDERS] [--wrong]

Runs itself in a network of its own (Linux, `unshare`): nothing but loopback is there, names are told by a name server
of the simulated web, and ports are the usual ones, so that every tool runs as it is. Tools that are not installed are a
counted skip; `--path` names folders with their programs. A row is right when all its cases are.

A tool without provlint's words says "ok", "broken" or nothing certain. "broken" is right where a page cannot be read
for a reason of its own: dead, transient, suspect, a TLS problem, no such fragment, malformed, refused. It is a false
dead where the server only turns the asker away. With `--rows`, a JSON file of lines with `row` and `accepted`, those
words count in place of the tests' own.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.web_peer_tools import BROKEN, OK, TOOLS, Said
from tests.web_sim.alone import alone
from tests.web_sim.web import CASES, Web, running

_FINE = frozenset(("ok", "redirected-permanent", "redirected-temporary"))
_AMISS = frozenset(("dead", "transient", "suspect", "tls-problem", "fragment-missing", "malformed", "refused"))
_INSIDE = "PROVLINT_WEB_PEERS"


class Score(NamedTuple):
    right: int = 0
    false_dead: int = 0
    false_ok: int = 0
    wrong: tuple[str, ...] = ()


def score(said: Mapping[str, str], rights: Mapping[str, frozenset[str]]) -> Score:
    """`said` and `rights` by a case's name; counted by row."""
    rows: dict[int, list[str]] = {}
    for case in CASES:
        rows.setdefault(case.row, []).append(_fault(said.get(case.id, ""), rights[case.id]))
    faults = list(rows.values())
    wrong = tuple(
        f"{case.id}: {said.get(case.id, 'nothing')}" for case in CASES if _fault(said.get(case.id, ""), rights[case.id])
    )
    return Score(
        sum(not any(row) for row in faults),
        sum("dead" in row for row in faults),
        sum("ok" in row for row in faults),
        wrong,
    )


def _fault(word: str, right: frozenset[str]) -> str:
    """What is wrong with a word: "dead", "ok", "other"; "" when it is right."""
    if word in right or (word == OK and right & _FINE) or (word == BROKEN and right & _AMISS):
        return ""
    if word in (BROKEN, "dead"):
        return "" if word == BROKEN and right & _AMISS else "dead"
    if word in _FINE or word == OK:
        return "ok"
    return "" if not word and not right & (_FINE | _AMISS) else "other"


def accepted(file: str | None) -> dict[str, frozenset[str]]:
    """The words that are right for each case."""
    if not file:
        return {case.id: case.right for case in CASES}
    lines = [json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = {line["row"]: frozenset(line["accepted"]) for line in lines}
    return {case.id: rows[case.row] for case in CASES}


def measure(name: str, folder: Path) -> tuple[dict[str, str], Web] | None:
    """What a tool says of each case, and the web that it asked; None when it is not there."""
    with running(folder, 80, 443) as web:
        urls = [web.address(case) for case in CASES]
        with web.name_server():
            said: Said | None = TOOLS[name](urls, web, folder)
        return None if said is None else ({case.id: said.get(web.address(case), "") for case in CASES}, web)


def inside(arguments: argparse.Namespace) -> int:
    """The runs, where nothing but loopback is."""
    rights = accepted(arguments.rows)
    count = len({case.row for case in CASES})
    print(f"{'':14}right of {count}  false dead  false ok  requests  bytes sent to it")
    skipped = []
    for name in arguments.tools:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(name, Path(folder))
        if found is None:
            skipped.append(name)
            continue
        said, web = found
        result = score(said, rights)
        requests = sum(web.plain.requests.values()) + sum(web.safe.requests.values())
        sent = web.plain.sent + web.safe.sent
        print(
            f"{name:14}{result.right:12}{result.false_dead:12}{result.false_ok:10}{requests:10}{sent:18,}", flush=True
        )
        if arguments.wrong:
            print("    " + "\n    ".join(result.wrong))
    if skipped:
        print(f"skipped, not installed: {len(skipped)} ({', '.join(skipped)})")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", help="lines of JSON with row and accepted")
    parser.add_argument("--tools", type=lambda text: text.split(","), default=list(TOOLS))
    parser.add_argument("--path", default="", help="folders with the programs, joined as in PATH")
    parser.add_argument("--wrong", action="store_true", help="list every wrong case")
    arguments = parser.parse_args()
    if os.environ.get(_INSIDE):
        with tempfile.TemporaryDirectory() as folder:
            alone(Path(folder))
            return inside(arguments)
    unshare = shutil.which("unshare")
    if not unshare:
        print("skipped: 1 (needs Linux and unshare)")
        return 0
    path = os.pathsep.join(part for part in (arguments.path, os.environ.get("PATH", "")) if part)
    command = [unshare, "--map-root-user", "--mount", "--net", sys.executable, "-m", "benchmarks.web_peers"]
    return subprocess.run(
        [*command, *sys.argv[1:]], env=os.environ | {_INSIDE: "1", "PATH": path}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
