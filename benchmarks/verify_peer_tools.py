"""Quotations and pages on standard input → what a tool says of each, in provlint's words, on standard output.

    PYTHON -P benchmarks/verify_peer_tools.py TOOL < CASES.jsonl > SAID.jsonl

Run by the interpreter that has the tool; needs nothing else of this project. A tool's own words stand for the nearest
of ours: one that knows "there", "like it" and "not there" says verbatim, altered and missing. Each is used as its
documentation says, offline. The last line gives the processor time.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

Case = dict[str, Any]
Tool = Callable[[Case], str]


def _quotecheck() -> Tool:
    from quotecheck.find import check
    from quotecheck.sources import load_text

    words = {"found": "verbatim", "interleaved": "verbatim", "drift": "altered", "absent": "missing"}

    def say(case: Case) -> str:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "page.html")
            path.write_text(case["page"], encoding="utf-8")
            return words[check(case["quotation"], load_text(path)).status]

    return say


def _krokai() -> Tool:
    from krokai.corpus import Corpus
    from krokai.verify import check

    words = {"ASSEMBLED": "marked", "TRUNCATED_CONDITION": "clipped", "TRUNCATED_OPENING": "clipped",
             "SPLICED": "spliced", "SCATTERED": "spliced", "ELLIPSIS_HIDES": "spliced", "NOT_FOUND": "missing",
             "NO_SOURCE_ON_DISK": "missing", "OPERATOR": "altered", "ALTERED": "altered", "PARTIAL": "altered",
             "FRAGMENTS": "altered"}  # fmt: skip

    def say(case: Case) -> str:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "page.html").write_text(case["page"], encoding="utf-8")
            return words.get(check(case["quotation"], Corpus([folder], quiet=True))[0], "verbatim")

    return say


def _proof_citations() -> Tool:
    from proof_citations import verify_citation

    words = {"verified": "verbatim", "partial": "altered", "not_found": "missing", "fetch_failed": "unavailable"}

    def say(case: Case) -> str:
        said = verify_citation("https://page.invalid/", case["quotation"], "B1", snapshot=case["page"],
                               skip_live_fetch=True, oa_lookup=False)  # fmt: skip
        return words[said["status"]]

    return say


def _substring() -> Tool:
    return lambda case: "verbatim" if _plain(case["quotation"]) in _plain(case["page"]) else "missing"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _provlint() -> Tool:
    import provlint

    return lambda case: provlint.verify(case["quotation"], case["page"]).kind


TOOLS: dict[str, Callable[[], Tool]] = {
    "provlint": _provlint,
    "quotecheck": _quotecheck,
    "krokai": _krokai,
    "proof-citations": _proof_citations,
    "a substring search": _substring,
}


def main() -> None:
    """Say something of every case."""
    written, sys.stdout = sys.stdout, sys.stderr  # some tools print
    say = TOOLS[sys.argv[1]]()
    start = process_time()
    for line in sys.stdin:
        case = json.loads(line)
        try:
            said = say(case)
        except Exception as error:  # a tool that fails on a case has said nothing of it
            said = f"error: {type(error).__name__}"
        written.write(json.dumps(said) + "\n")
    written.write(json.dumps(process_time() - start) + "\n")


if __name__ == "__main__":
    main()
