"""Whether every place is what it claims to be: links' slices and blocks' runs, counted over a folder of documents.

    python -m benchmarks.places [--data DIR]…

DIR holds documents of any format. A link's slice of the source, unescaped as its format asks, is its `url` (a
reference's slice is its label, and a definition gives the address); a block's runs are in order, lie inside the
block, and runs of equal length are the same characters.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks import datasets
from provlint.extract.document import Extractor
from provlint.model.document import Block, Document
from provlint.model.facts import Link
from provlint.model.settings import Settings
from provlint.read.files import find, format_of
from provlint.read.reader import read_file
from provlint.tables.tables import open_tables
from provlint.text.urls import unescape

_SHOWN = 20  # faults printed of one folder


def check(folder: Path) -> int:
    """Print what was compared and what does not hold; the number of faults."""
    settings = Settings()
    extractor = Extractor(open_tables(()))
    counts: Counter[str] = Counter()
    faults: list[str] = []
    for path in find(["."], settings, str(folder)).files:
        kind = format_of(path, settings) or "markdown"
        document = read_file(str(folder / path), path, kind, settings.max_file_size)
        counts["documents"] += 1
        for link in extractor.facts(document).links:
            counts["links"] += 1
            if not _holds(document, link):
                faults.append(f"  {path}:{link.start}: {document.source[link.start : link.end]!r} is not {link.url!r}")
        for block in document.blocks:
            counts["blocks"] += 1
            counts["runs"] += len(block.runs)
            faults += [f"  {path}:{block.start}: {fault}" for fault in _block_faults(document, block)]
    print("places: " + ", ".join(f"{count:,} {what}" for what, count in counts.items()) + f": {len(faults)} faults")
    print("\n".join(faults[:_SHOWN]) if faults else "  every one holds")
    return len(faults)


def _holds(document: Document, link: Link) -> bool:
    written = document.source[link.start : link.end]
    if link.kind == "reference" or (link.kind in ("image", "footnote") and _is_reference(document, link)):
        return any(label.start == link.start and label.end == link.end for label in document.labels)
    return link.url in (written, unescape(written), unescape(written, backslashes=False))


def _is_reference(document: Document, link: Link) -> bool:
    """Whether an image or a link in a footnote gets its address from a definition."""
    return any(label.start == link.start and label.kind == "reference-label" for label in document.labels)


def _block_faults(document: Document, block: Block) -> Iterator[str]:
    source = document.source
    if not block.runs:
        if block.plain and source[block.start : block.start + len(block.plain)] != block.plain:
            yield f"the words of a {block.kind} are not its source"
        return
    ends = [run.at for run in block.runs[1:]] + [len(block.plain)]
    for run, end in zip(block.runs, ends, strict=True):
        if not block.start <= run.start <= run.end <= block.end:
            yield f"a run of a {block.kind} leaves its block"
        words = block.plain[run.at : end]
        if len(words) == run.end - run.start and source[run.start : run.end] != words:
            yield f"{words[:40]!r} is not {source[run.start : run.end][:40]!r}"


def main() -> int:
    """The exit code: 1 when a place does not hold."""
    places = datasets.folders(__doc__)
    return datasets.run_parts([("documents", place, check) for place in places] or [("documents", None, check)])


if __name__ == "__main__":
    sys.exit(main())
