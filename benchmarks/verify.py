"""How quotations are verified: right and wrong by kind, and what it costs.

    python -m benchmarks.verify [--data DIR]… [--pages]

DIR holds `*cases.jsonl`: lines with id, kind, quotation, page (HTML) and expected. Costs are measured on pages made
here: 1,000 quotations against 100 pages of 100 kB (at most 3 s of processor time), 200 against a page of 5 MB (at most
2 s), and hostile pages that must take at most 2.5 times as long at each doubling. With `--pages` the table of
docs/verify.md is written anew. Its peers – quotecheck, krokai, proof-citations – are run on the same cases by the
interpreter that PROVLINT_PEERS names, where they are installed (`benchmarks.verify_peers` does that alone).
"""

import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from itertools import islice, pairwise
from pathlib import Path
from time import process_time

import provlint
from benchmarks import datasets
from benchmarks.verify_peers import table
from tests.verify.pairs import PAIRS

PAIRS_BEGIN, PAIRS_END = "<!-- pairs: begin -->", "<!-- pairs: end -->"
_DOCS = Path(__file__).parents[1] / "docs" / "verify.md"
_SYLLABLES = "ka lo mi ten ru sha vor bel dan es quo ni pra tu wen gor".split()  # noqa: SIM905
_COMMON = "the of and to in a is that it was for on with as he they at be this from".split()  # noqa: SIM905
_MOST = 2.5
_FLOOR = 0.03  # seconds below which memory that grows out of the cache weighs more than the work
_MOST_CASES = 400  # that the peers are given


def pairs_table() -> str:
    """The pairs made by hand as a Markdown table, those that are judged wrongly last."""
    lines = ["| pair | right | provlint says |", "| --- | --- | --- |"]
    for pair in sorted(PAIRS, key=lambda pair: pair.given is not None):
        said = provlint.verify(pair.quotation, pair.page).kind
        lines.append(f"| {pair.name} | {pair.expected} | {said if said == pair.expected else f'**{said}**'} |")
    right = sum(pair.given is None for pair in PAIRS)
    return "\n".join([*lines, "", f"{right} of {len(PAIRS)} are right."])


def score(path: Path) -> int:
    """Right and wrong by kind of case; what is verbatim and called otherwise is a failure."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    instead: dict[str, Counter[str]] = {}
    start = process_time()
    with path.open(encoding="utf-8") as lines:
        for case in map(json.loads, lines):
            said = provlint.verify(case["quotation"], case["page"]).kind
            total[case["kind"]] += 1
            right[case["kind"]] += said == case["expected"]
            if said != case["expected"]:
                instead.setdefault(case["kind"], Counter())[said] += 1
    print(f"{path.name}: {sum(total.values())} cases in {process_time() - start:.1f} s")
    for kind in sorted(total):
        share = right[kind] / total[kind]
        print(f"  {kind:10} {share:.3f} of {total[kind]}  instead: {dict(instead.get(kind, {}))}")
    print(f"  {'all':10} {sum(right.values()) / sum(total.values()):.3f}")
    return int(bool(instead.get("verbatim")))


def costs() -> int:
    """Processor time for many quotations, and for pages made to be slow."""
    chosen = random.Random(7)
    pages, quotations = zip(*(_page(chosen, 100_000, 10) for _ in range(100)), strict=True)
    provlint.verify("warm", "<p>up</p>")
    many = _timed(
        lambda: [provlint.verify(one, page) for page, own in zip(pages, quotations, strict=True) for one in own]
    )
    big, own = _page(chosen, 5_000_000, 200)
    large = _timed(lambda: [provlint.verify(one, big) for one in own])
    print(f"1,000 quotations, 100 pages of 100 kB: {many:.2f} s; 200 quotations, a page of 5 MB: {large:.2f} s")
    return int(many > 3) + int(large > 2) + sum(_doubling(name, make) for name, make in HOSTILE.items())


def _page(chosen: random.Random, size: int, count: int) -> tuple[str, list[str]]:
    """A page of so many characters, and quotations of it: one in two as it stands, the others changed in a word."""
    vocabulary = ["".join(chosen.choices(_SYLLABLES, k=chosen.randint(1, 3))) for _ in range(4000)]
    paragraphs, length = [], 0
    while length < size:
        words = [chosen.choice(_COMMON if chosen.random() < 0.45 else vocabulary) for _ in range(60)]
        paragraphs.append(f"<p class='story'>“{' '.join(words[:30])},” said Ann Harbour. {' '.join(words[30:])}.</p>\n")
        length += len(paragraphs[-1])
    taken = []
    for number in range(count):
        words = chosen.choice(paragraphs).partition("“")[2].partition(",”")[0].split()
        if number % 2:
            words[12] = "otherwise"
        taken.append(" ".join(words))
    return f"<!doctype html><title>Made</title><main>{''.join(paragraphs)}</main>", taken


#: Pages that grow, each with a quotation: nesting, what nothing closes, words that repeat.
HOSTILE: dict[str, Callable[[int], tuple[str, str]]] = {
    "nested elements": lambda size: ("<div>" * size + "the wall of the harbour is old", "the wall of the harbour fell"),
    "open tags": lambda size: ("<a " * size + "the wall of the harbour", "the wall of the harbour"),
    "open attributes": lambda size: ("<p title=\"" * size, "the wall of the harbour"),
    "furniture in furniture": lambda size: ("<nav><aside class=menu>" * (size // 4), "the wall of the harbour"),
    "one word": lambda size: ("<p>" + "wall " * size, "wall wall wall wall harbour wall wall wall wall wall"),
    "two words in turn": lambda size: ("<p>" + "wall harbour " * size, "harbour harbour wall harbour wall wall " * 4),
    "one long quotation": lambda size: ("<p>" + "wall of harbour " * size, "wall of stone and harbour " * (size // 50)),
    "ellipses": lambda size: ("<p>" + "the wall of the harbour " * size, "wall … harbour … " * (size // 100)),
    "references": lambda size: ("<p>" + "&amp;&#8212;&nope" * size, "the wall of the harbour"),
    "marks": lambda size: ("<p>" + "“wall‘ \"of " * size, "wall of wall of wall of harbour of wall"),
    "data": lambda size: ("<script type=application/ld+json>" + "[" * size + "</script>", "the wall of the harbour"),
}  # fmt: skip


def _doubling(name: str, make: Callable[[int], tuple[str, str]]) -> int:
    times = []
    for size in (40_000, 80_000, 160_000):  # smaller ones take too little time to tell
        page, quotation = make(size)
        times.append(min(_timed(lambda: provlint.verify(quotation, page + " " * n)) for n in range(1, 4)))  # noqa: B023
    growth = max(two / max(one, _FLOOR) for one, two in pairwise(times))
    print(f"  {name:24} {times[-1]:.2f} s, at most {growth:.1f} times as long at a doubling")
    return int(growth > _MOST)


def _timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def peers(path: Path) -> int:
    """Other tools on the same cases, as far as the interpreter that PROVLINT_PEERS names has them."""
    with path.open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line in islice(lines, _MOST_CASES)]
    print(table({path.stem: cases}, os.environ.get("PROVLINT_PEERS", sys.executable)))
    return 0


def write_pages() -> None:
    """Put the table of pairs into the documentation."""
    page = _DOCS.read_text(encoding="utf-8")
    before, _, rest = page.partition(PAIRS_BEGIN)
    _DOCS.write_text(
        f"{before}{PAIRS_BEGIN}\n{pairs_table()}\n{PAIRS_END}{rest.partition(PAIRS_END)[2]}", encoding="utf-8"
    )


def main() -> int:
    if "--pages" in sys.argv:
        write_pages()
        return 0
    data = datasets.named(datasets.folders(__doc__), "*cases.jsonl")
    return datasets.run_parts((("verify", data, score), ("peers", data, peers), ("costs", Path(), lambda _: costs())))


if __name__ == "__main__":
    sys.exit(main())
