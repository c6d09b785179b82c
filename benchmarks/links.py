"""How well links are found: specifications' own cases, and every difference from lychee's extraction explained.

    python -m benchmarks.links [--data DIR]…

DIR may hold `commonmark_spec.jsonl`, `gfm.jsonl`, `twitter_text.jsonl` (one case a line: id, format, text,
expected_urls, tags), or Markdown documents, on which `lychee --dump` is run beside our own extraction.
"""

import html
import json
import re
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from benchmarks import datasets
from benchmarks.lychee import compare
from provlint.extract.document import extract
from provlint.read.reader import read_text
from provlint.tables.tables import open_tables

#: Fixture → the share of untagged cases that must be right.
FIXTURES = {"commonmark_spec.jsonl": 1.0, "gfm.jsonl": 1.0, "twitter_text.jsonl": 0.97}
#: Tags of cases that ask for a decision (docs/decisions.md), not for a score.
POLICIES = ("ambiguous", "policy", "fuzzy", "bare-", "protocol-relative", "mailto", "malformed")
_SHOWN = re.compile(r"(?:https?|mailto):|(?![a-z][a-z0-9+.-]*:)", re.IGNORECASE)
_ADDED = re.compile(r"(?:https?://|mailto:)(?=www\.|[^/]*@)")
_MAILBOX = re.compile(r"[^\s:/@]+@[^\s:/@]+")


def found(text: str, format: str) -> list[str]:
    """The addresses of every link in a text, those of definitions left out: their uses are counted."""
    document = read_text(text, "text" if format == "text" else "markdown", "case")
    return [link.url for link in extract(document, open_tables(())).links if link.kind != "definition"]


def comparable(urls: list[str]) -> list[str]:
    """Web, mail and relative addresses in a form that leaves out what a renderer adds: escapes and a scheme."""
    return sorted(_ADDED.sub("", unquote(html.unescape(url)).strip()) for url in urls if url and _SHOWN.match(url))


def score(name: str, path: Path) -> int:
    """Print a fixture's score and each untagged case that is wrong; 1 if too many are."""
    right, total = 0, 0
    decided: Counter[tuple[str, bool]] = Counter()
    for case in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        want, got = comparable(case["expected_urls"]), comparable(found(case["text"], case["format"]))
        same = want == got or set(want) == set(got)
        policies = [tag for tag in case.get("tags", ()) if tag.startswith(POLICIES)]
        if not same and not policies and want == [url for url in got if not _MAILBOX.fullmatch(url)]:
            policies = ["bare e-mail, untagged"]  # plain CommonMark and the GFM fixture contradict each other
        decided.update((policy, same) for policy in policies)
        if not policies:
            total += 1
            right += same
            if not same:
                print(f"  {case['id']} {case['text'][:80]!r}: expected {want}, found {got}")
    print(f"{name}: {right} of {total} untagged cases right ({right / total:.1%})")
    for policy in sorted({policy for policy, _ in decided}):
        agreed, other = decided[policy, True], decided[policy, False]
        print(f"  {policy}: {agreed} as the fixture says, {other} as docs/decisions.md says")
    return int(right / total < FIXTURES[name])


def main() -> int:
    """The exit code: 1 when a fixture falls short or a difference from lychee has no class."""
    places = datasets.folders(__doc__)
    fixtures = [(name, datasets.named(places, name), partial(score, name)) for name in FIXTURES]
    return datasets.run_parts([*fixtures, ("links of Markdown beside lychee's", datasets.documents(places), compare)])


if __name__ == "__main__":
    sys.exit(main())
