"""How well the graded score ranks sentences by their need of a source, beside the presence of a digit; and its speed.

    python -m benchmarks.claims [--data DIR]…

DIR holds `*.dev.jsonl.gz` files of sentences, a JSON object a line with `text` and `label` (1: check-worthy, or carried
a citation), or a folder of documents, on which flags are counted and time is taken. Nothing is trained on any of it.
"""

import gc
import gzip
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from benchmarks import datasets
from provlint.extract.addresses import Addresses
from provlint.extract.citations import citations
from provlint.extract.claims.find import claims
from provlint.extract.claims.genres import genre
from provlint.extract.claims.phrases import phrases
from provlint.extract.claims.prose import prose
from provlint.extract.claims.scores import score
from provlint.extract.claims.signs import SignReader
from provlint.extract.claims.sources import Sources
from provlint.extract.document import Extractor
from provlint.extract.identifiers import identifiers
from provlint.extract.links import links as links_of
from provlint.model.bibliography import NO_BIBLIOGRAPHY
from provlint.model.document import Document
from provlint.model.settings import Settings
from provlint.read.files import find, format_of
from provlint.read.reader import read_file, read_text
from provlint.tables.tables import open_tables

#: The least area under the curve that counts as a pass, by file.
FLOORS = {"claimbuster": 0.88, "policlaim": 0.80, "news_subj": 0.70, "md_deepreview": 0.70}
_HOSTILE = (
    "a. ", "1. ", "many ", "officials ", "“", "''", "the largest ", "12,400 ", "in ", "A.B", "[", "38 percent of ",
    "said that ", "one in ", "last year ", "the officials at the ", "according to ", "x" * 9 + " ",
)  # fmt: skip
_STEP = 200_000  # characters of the smaller hostile text
_MOST_GROWTH = 2.5


def auc(labels: Sequence[int], scores: Sequence[float]) -> float:
    """The chance that a sentence labelled 1 scores above one labelled 0; ties count half."""
    ordered = sorted(set(scores))
    ones = Counter(value for value, label in zip(scores, labels, strict=True) if label)
    zeros = Counter(value for value, label in zip(scores, labels, strict=True) if not label)
    below, area = 0, 0.0
    for value in ordered:
        area += ones[value] * (below + zeros[value] / 2)
        below += zeros[value]
    return area / (ones.total() * zeros.total())


def rank(folder: Path) -> int:
    """Print the table of areas; the number of files below their floor."""
    reader = SignReader(open_tables(()).claim_cues)
    failures = 0
    print(f"{'sentences':16} {'number':>7} {'claims':>7} {'digit':>7}")
    for path in sorted(folder.rglob("*.dev.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        if not rows or "label" not in rows[0]:
            continue
        labels = [int(row["label"]) for row in rows]
        own = auc(labels, [score(reader.read(row["text"])) for row in rows])
        digit = auc(labels, [float(any(map(str.isdigit, row["text"]))) for row in rows])
        name = path.name.partition(".")[0]
        failures += own < FLOORS.get(name, 0.0)
        print(f"{name:16} {len(rows):7,} {own:7.3f} {digit:7.3f}")
    return failures


def flag(folder: Path) -> int:
    """Print how many claims without a source stand in a folder of documents, and how fast they are found."""
    settings, tables = Settings(), open_tables(())
    documents = [
        read_file(str(folder / path), path, format_of(path, settings) or "markdown", settings.max_file_size)
        for path in find(["."], settings, str(folder)).files
    ]
    addresses, reader = Addresses(tables), SignReader(tables.claim_cues)
    links = [links_of(document, addresses) for document in documents]
    cited = [
        citations(document, NO_BIBLIOGRAPHY, own, identifiers(document, own))
        for document, own in zip(documents, links, strict=True)
    ]
    gc.collect()
    gc.freeze()
    found, number, unsourced, begun = 0, 0, 0, process_time()
    for document, own, citing in zip(documents, links, cited, strict=True):
        blocks, sources = list(prose(document)), Sources(document, own, citing)
        stated = tuple(claims(blocks, genre(document), sources, reader))
        found += len(stated)
        unsourced += sum(not claim.sources for claim in stated)
        number += len(phrases(document, blocks, sources))
    seconds = process_time() - begun
    words = sum(block.plain.count(" ") for document in documents for block in document.blocks)
    size = sum(len(document.source) for document in documents) / 1e6
    print(
        f"{len(documents):,} documents of {words:,} words: {found:,} claims, {unsourced:,} of them unsourced;", end=""
    )
    print(f" {number:,} phrases")
    print(f"{size / seconds:.1f} MB a second of processor time")
    return 0


def grow(_: Path) -> int:
    """Print what doubling hostile text costs; the number of texts for which it is more than linear."""
    extractor = Extractor(open_tables(()))
    failures = 0
    for unit in _HOSTILE:
        small, large = (_seconds(extractor, (unit * (size // len(unit)))[:size]) for size in (_STEP, 2 * _STEP))
        slow = large > _MOST_GROWTH * max(small, 0.02)
        failures += slow
        if slow:
            print(f"  {unit!r}: {small:.2f} s, doubled {large:.2f} s")
    print(f"{len(_HOSTILE)} hostile texts, {failures} grow by more than {_MOST_GROWTH} when doubled")
    return failures


def _seconds(extractor: Extractor, text: str) -> float:
    document: Document = read_text(text, "text", "a.txt")
    times = []
    for _ in range(2):
        begun = process_time()
        extractor.facts(document)
        times.append(process_time() - begun)
    return min(times)


def main() -> int:
    """The exit code: 1 when a file is below its floor or a hostile text is not read in linear time."""
    places = datasets.folders(__doc__)
    labelled: list[Path | None] = [place for place in places if next(place.rglob("*.dev.jsonl.gz"), None)]
    return datasets.run_parts(
        [
            *(("sentences", place, rank) for place in labelled or [None]),
            ("documents", datasets.documents(places), flag),
            ("hostile text", Path(), grow),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
