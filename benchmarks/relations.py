"""What looking for relations costs, and how it grows.

    python -m benchmarks.relations [--data DIR]…

DIR holds documents: the share of processor time that relations take of a run over them, with and without in turn.
20,000, 40,000 and 80,000 quotations made here, and as many of one sentence, must take less than 2.5 times as long at
each doubling.
"""

import random
import statistics
import sys
from itertools import pairwise
from pathlib import Path
from time import process_time

from benchmarks import datasets
from benchmarks.speed import timed
from provlint.model.facts import Facts, Quotation
from provlint.read.reader import read_text
from provlint.relate.relations import relations
from provlint.relate.sketch import sketch
from provlint.tables.tables import open_tables

SIZES = (20_000, 40_000, 80_000)
A_DOCUMENT = 100  # quotations
MOST = 2.5
MOST_SHARE = 0.15
ROUNDS = 5
_COMMAND = (sys.executable, "-m", "provlint", "check", "--quiet", "--isolated", "--exit-zero", "--jobs", "1")
_SYLLABLES = "ka lo mi ten ru sha vor bel dan es quo ni pra tu wen gor".split()  # noqa: SIM905


def different(number: int) -> str:
    """A sentence of its own; every tenth is like another but for a word."""
    words = random.Random(number // 10 * 10 if number % 10 == 1 else number)
    said = ["".join(words.choices(_SYLLABLES, k=words.randint(1, 4))) for _ in range(18)]
    return " ".join([*said[:9], "otherwise", *said[10:]] if number % 10 == 1 else said)


def alike(number: int) -> str:
    """One sentence, each time with another word in it."""
    return f"the wall of the old harbour was mended for number {number} and nobody remembers what it had cost the town"


def same(_: int) -> str:
    """One sentence."""
    return "the wall of the old harbour was mended again and nobody remembers what it had cost the town"


def seconds(sentence: object, count: int) -> tuple[float, int]:
    """Processor time from facts to relations, and how many there are."""
    assert callable(sentence)
    documents = []
    for first in range(0, count, A_DOCUMENT):
        texts = [sentence(number) for number in range(first, first + A_DOCUMENT)]
        source = "".join(f"“{text}”\n\n" for text in texts)
        at, quotations = 0, []
        for group, text in enumerate(texts):
            quotations.append(Quotation("direct", at + 1, at + 1 + len(text), text, group))
            at += len(text) + 4
        documents.append((read_text(source, "text", f"{first}.txt"), Facts(quotations=tuple(quotations))))
    tables, started = open_tables(()), process_time()
    found = relations([sketch(*one) for one in documents], lambda _: None, tables)
    return process_time() - started, len(found)


def growth(_: Path) -> int:
    """1 for each kind of text whose time more than `MOST`-folds at a doubling."""
    failures = 0
    for sentence in (different, alike, same):
        times, counts = zip(*(min(seconds(sentence, size) for _ in range(2)) for size in SIZES), strict=True)
        steps = [later / earlier for earlier, later in pairwise(times)]
        words = ", ".join(f"{size:,}: {time:.2f} s" for size, time in zip(SIZES, times, strict=True))
        print(f"{sentence.__name__}: {words}; steps {', '.join(f'{step:.2f}' for step in steps)}; found {counts}")
        failures += max(steps) > MOST
    return failures


def share(folder: Path) -> int:
    """1 if a run with relations takes more than `MOST_SHARE` longer than one without."""
    ratios = []
    for _ in range(ROUNDS):
        without = timed((*_COMMAND, "--ignore", "PL320,PL321", str(folder.resolve())), Path())
        ratios.append(timed((*_COMMAND, str(folder.resolve())), Path()).cpu / without.cpu)
    print(f"a run with relations: {statistics.median(ratios):.3f} times one without (at most {1 + MOST_SHARE})")
    return statistics.median(ratios) > 1 + MOST_SHARE


def main() -> int:
    """The exit code: 1 when growth is not near linear or the share too large."""
    found = datasets.documents(datasets.folders(__doc__))
    parts: list[tuple[str, Path | None, datasets.Part]] = [("growth", Path(), growth), ("share", found, share)]
    return datasets.run_parts(parts)


if __name__ == "__main__":
    sys.exit(main())
