"""Cut texts found and untouched ones left alone, on articles with known cuts and on a folder of whole documents.

    python -m benchmarks.excerpts [--data DIR]…

A DIR with `cuts.py` and articles (`*.jsonl.gz`) gives recall for each kind of cut and false alarms; a DIR of Markdown
gives findings of each kind for each thousand blocks, and the text that a second of CPU time takes.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import process_time

from benchmarks import datasets
from provlint.extract.excerpts import excerpts
from provlint.extract.passages import passages
from provlint.extract.wording import Wording
from provlint.model.document import Document
from provlint.model.settings import Settings
from provlint.read.files import find
from provlint.read.reader import read_file, read_text
from provlint.tables.tables import open_tables

ARTICLES = "polnear.dev.jsonl.gz"
ROUNDS = 3


def cuts(script: Path, articles: Path) -> int:
    """Print what the data's own script scores."""
    tables = open_tables(())
    with tempfile.TemporaryDirectory() as folder:
        cases, predictions = Path(folder, "cases.jsonl"), Path(folder, "predictions.jsonl")
        subprocess.run([sys.executable, script, "make", articles, cases], check=True)
        with cases.open(encoding="utf-8") as lines, predictions.open("w", encoding="utf-8") as out:
            for case in map(json.loads, lines):
                document = read_text(case["text"], "text", case["id"])
                found = [
                    {"end": excerpt.end, "cut": excerpt.cut}
                    for excerpt in excerpts(document, (), Wording(document, tables))
                ]
                out.write(json.dumps({"id": case["id"], "excerpts": found}) + "\n")
        subprocess.run([sys.executable, script, "score", cases, predictions], check=True)
    return 0


def whole(folder: Path) -> int:
    """Print what is found in documents that nobody cut."""
    settings = Settings()
    documents = [
        read_file(str(folder / path), path, "markdown", settings.max_file_size)
        for path in find(["."], settings, str(folder)).files
        if path.endswith(".md")
    ]
    blocks = sum(len(document.blocks) for document in documents)
    size = sum(len(document.source.encode("utf-8", "replace")) for document in documents)
    seconds, counts = min((look(documents) for _ in range(ROUNDS)), key=lambda look: look[0])
    for (fact, kind), count in sorted(counts.items()):
        print(f"{fact:8} {kind:16} {count:5} {1000 * count / blocks:6.2f} per 1,000 blocks")
    print(f"{size / seconds / 1e6:.1f} MB of text a CPU second, best of {ROUNDS} rounds")
    return 0


def look(documents: list[Document]) -> tuple[float, Counter[tuple[str, str]]]:
    """CPU seconds, and how many excerpts that are cut and passages of each kind there are."""
    tables = open_tables(())
    counts: Counter[tuple[str, str]] = Counter()
    before = process_time()
    for document in documents:
        wording = Wording(document, tables)
        found = excerpts(document, (), wording)
        counts.update(("excerpt", excerpt.cut) for excerpt in found if excerpt.cut != "none")
        counts.update(("passage", passage.kind) for passage in passages(document, found, wording))
    return process_time() - before, counts


def main() -> int:
    """The exit code: 1 when a part fails."""
    places = datasets.folders(__doc__)
    script, articles = datasets.named(places, "cuts.py"), datasets.named(places, ARTICLES)
    return datasets.run_parts(
        [
            ("cut texts", articles if script else None, lambda path: cuts(script, path) if script else 1),
            ("whole documents", datasets.documents(places), whole),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
