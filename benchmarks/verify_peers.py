"""Tools that compare quotations with their sources, side by side on the same cases.

    python -m benchmarks.verify_peers CASES.jsonl… [--python PATH] [--pages]

CASES holds lines with kind, quotation, page (HTML) and expected, as `benchmarks.verify_mutations --write` makes them;
`pairs` stands for the pairs made by hand. `--python` is the interpreter of an environment with the peers (`pip install
quotecheck krokai proof-citations`); one that is not there is a counted skip. None needs a key or a network here:
krokai's questions to language models are another command of it, and proof-citations is given the page.

Two figures for each: how often it says the right word, and how often it is right about whether anything is amiss, which
is all that tools with fewer words can be. With `--pages` the table of docs/verify.md is written anew.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.verify_peer_tools import TOOLS
from tests.verify.pairs import PAIRS

PEERS_BEGIN, PEERS_END = "<!-- peers: begin -->", "<!-- peers: end -->"
_DOCS = Path(__file__).parents[1] / "docs" / "verify.md"
_OURS = frozenset(("provlint", "a substring search"))
_FINE = frozenset(("verbatim", "marked"))
_LIMIT = 900  # seconds

Case = dict[str, Any]


class Score(NamedTuple):
    """Shares of cases, and milliseconds of processor time a case."""

    words: float
    amiss: float
    missed: float  # of what is amiss, called fine
    alarms: float  # of what is fine, called amiss
    milliseconds: float


def score(tool: str, cases: Sequence[Case], python: str) -> Score | None:
    """How a tool does; None if it is not installed."""
    path = Path(__file__).with_name("verify_peer_tools.py")
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    command = [sys.executable if tool in _OURS else python, "-P", str(path), tool]
    done = subprocess.run(
        command, input=lines, capture_output=True, text=True,
        timeout=_LIMIT, check=False,
    )  # fmt: skip
    if done.returncode:
        return None
    *said, seconds = map(json.loads, done.stdout.splitlines())
    both = list(zip(cases, said, strict=True))
    fine = [word in _FINE for case, word in both if case["expected"] in _FINE]
    amiss = [word in _FINE for case, word in both if case["expected"] not in _FINE]
    return Score(
        sum(case["expected"] == word for case, word in both) / len(both),
        (sum(fine) + len(amiss) - sum(amiss)) / len(both),
        sum(amiss) / max(1, len(amiss)),
        1 - sum(fine) / max(1, len(fine)),
        1000 * seconds / len(both),
    )


def table(sets: dict[str, list[Case]], python: str) -> str:
    """Every tool on every set as a Markdown table."""
    lines = ["| cases | tool | right word | right that something is amiss | missed | false alarms | ms a case |",
             "| --- | --- | --- | --- | --- | --- | --- |"]  # fmt: skip
    for name, cases in sets.items():
        for tool in TOOLS:
            found = score(tool, cases, python)
            told = "not installed | | | |"
            if found:
                shares = " | ".join(f"{share:.3f}" for share in found[:4])
                told = f"{shares} | {found.milliseconds:.1f}"
            lines.append(f"| {name} ({len(cases)}) | {tool} | {told} |")
    return "\n".join(lines)


def cases_of(name: str) -> list[Case]:
    """The cases in a file, or the pairs made by hand."""
    if name == "pairs":
        return [{"quotation": pair.quotation, "page": pair.page, "expected": pair.expected} for pair in PAIRS]
    with Path(name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> int:
    """Print the table, or write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cases", nargs="+", metavar="CASES.jsonl")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--pages", action="store_true")
    given = parser.parse_args()
    made = table({Path(name).stem: cases_of(name) for name in given.cases}, given.python)
    print(made)
    if given.pages:
        page = _DOCS.read_text(encoding="utf-8")
        before, _, rest = page.partition(PEERS_BEGIN)
        _DOCS.write_text(f"{before}{PEERS_BEGIN}\n{made}\n{PEERS_END}{rest.partition(PEERS_END)[2]}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
