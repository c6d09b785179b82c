"""Our reStructuredText reader beside docutils, on real documents. Run: python -m benchmarks.rst --data DIR [--most N].

DIR holds any number of .rst and .txt files at any depth, as the source distributions of Python projects have them.
Every address, footnote and citation that docutils finds is compared with ours; a difference belongs to one of the
classes below or counts as unexplained. Places are verified, speed and growth on hostile text are measured.
"""

import argparse
import random
from collections import Counter
from pathlib import Path
from time import process_time
from typing import NamedTuple

from benchmarks import rst_hostile, rst_oracle
from provlint.model.document import Document
from provlint.read import rst
from provlint.read.rst_text import Text, address_of
from provlint.text import urls

TARGET_SPEED = 4.0  # million characters for each second of processor time
TARGET_GROWTH = 2.5
LARGEST = 300_000  # characters: docutils takes a second for them

#: Why a difference is right, by class.
CLASSES = {
    "target-notes": "docutils writes footnotes of its own for the directive target-notes",
    "contact": "an e-mail address among the bibliographic fields: whom to write to, no source",
    "no scheme": "www. without a scheme, or an address in emphasis: a reader takes it for one, docutils for text",
    "Sphinx": "an address in a toctree, an option, or a role that only Sphinx or an extension reads",
    "other scheme": "a standalone address of another scheme than http, https and ftp, or e-mail at a bare host name",
    "address end": "a standalone address that ends elsewhere: typographic marks, brackets, escapes",
    "footnote numbers": "footnotes whose numbers or names are given twice, or used before they are counted",
}


class Difference(NamedTuple):
    """One thing that only one side has."""

    fact: str
    side: str
    what: str
    reason: str  # a key of CLASSES, or ""


def ours(document: Document) -> rst_oracle.Facts:
    """What our reader finds, counted in the same way."""
    found = rst_oracle.Facts(Counter(), Counter(), Counter(), Counter(), Counter(), Counter())
    kinds = {"image": found.images, "definition": found.definitions, "metadata": found.bare, "html": Counter[str]()}
    for target in document.targets:
        kinds.get(target.kind, found.marked)[target.url.removeprefix("mailto:")] += 1
    for region in document.regions:
        for start, end in urls.find(document.source, *region):
            found.bare[document.source[start:end].removeprefix("mailto:")] += 1
    for label in document.labels:
        if label.role == "use" and label.resolved and label.kind in ("footnote", "key"):
            found.notes[document.source[label.start : label.end]] += 1
    return found


def differences(document: Document) -> tuple[list[Difference], Counter[str]]:
    """What only one side has, and how many facts docutils found of each kind."""
    theirs, own = rst_oracle.facts(document.source), ours(document)
    found = []
    for fact in ("marked", "bare", "images", "definitions", "notes"):
        left, right = getattr(theirs, fact), getattr(own, fact)
        rest = {"docutils": left - right, "ours": right - left}
        for side, counts in rest.items():
            other = rest["ours" if side == "docutils" else "docutils"]
            found += [
                Difference(fact, side, what, _reason(document, fact, side, what, other)) for what in counts.elements()
            ]
    return found, Counter({fact: sum(getattr(theirs, fact).values()) for fact in theirs._fields})


def _reason(document: Document, fact: str, side: str, what: str, other: Counter[str]) -> str:
    source = document.source
    if side == "docutils" and "target-notes::" in source and (not what or fact in ("marked", "definitions")):
        return "target-notes"
    if fact == "notes":
        return "footnote numbers" if "[#" in source else ""
    if fact == "marked" and side == "ours":
        return "Sphinx" if any(f"{sign}{what}" in source for sign in ("<", ":: ", ": ", "`'")) else ""
    if fact != "bare":
        return ""
    return _reason_of_bare(document, side, what, other)


def _reason_of_bare(document: Document, side: str, what: str, other: Counter[str]) -> str:
    if side == "docutils":
        if "@" in what and any(
            block.kind == "metadata" and what in document.source[block.start : block.end] for block in document.blocks
        ):
            return "contact"
        if not what.startswith(("http://", "https://", "ftp://")) and not (
            "@" in what and "." in what.partition("@")[2]
        ):
            return "other scheme"
    elif "toctree::" in document.source:
        return "Sphinx"
    elif what.lower().startswith("www.") or any(form in document.source for form in (f"*{what}", f"{what}*")):
        return "no scheme"
    return "address end" if any(what.startswith(one) or one.startswith(what) or one in what for one in other) else ""


def misplaced(document: Document) -> int:
    """How many places are not what they claim to be."""
    count = 0
    for target in document.targets:
        written = document.source[target.start : target.end]
        if target.kind in ("inline", "image", "definition"):
            count += address_of(Text(document.source, [(target.start, target.end)]).string) != target.url
        elif target.kind == "reference":
            count += not written
    for block in document.blocks:
        ends = [run.at for run in block.runs[1:]] + [len(block.plain)]
        for run, end in zip(block.runs, ends, strict=False):
            if end - run.at == run.end - run.start:
                count += block.plain[run.at : end] != document.source[run.start : run.end]
    return count


def texts(folder: Path, most: int) -> list[tuple[str, str]]:
    """Path and text of up to `most` documents, picked at random but the same each time."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".rst", ".txt") and path.is_file())
    found = []
    for path in paths:
        try:
            source = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        if 0 < len(source) < LARGEST and (path.suffix == ".rst" or ".. " in source or "\n===" in source):
            found.append((path.relative_to(folder).as_posix(), source))
    random.Random(7).shuffle(found)
    return found[:most]


def compare(documents: list[tuple[str, str]], shown: int) -> int:
    """Print the comparison; gives the number of differences nobody has explained, misplaced things included."""
    totals, reasons, wrong, unread = Counter[str](), Counter[str](), 0, 0
    rst_oracle.install()
    for path, source in documents:
        document = rst.read(source, path)
        wrong += misplaced(document)
        try:
            found, counts = differences(document)
        except Exception:  # docutils fails on some of its own hostile samples
            unread += 1
            continue
        totals += counts
        for difference in found:
            reasons[difference.reason or "unexplained"] += 1
            if not difference.reason and reasons["unexplained"] <= shown:
                print(f"  {path}: {difference.fact}, {difference.side} only: {difference.what}")
    print(f"{len(documents)} documents, {unread} of which docutils could not read; {wrong} misplaced")
    print("docutils found " + ", ".join(f"{count:,} {fact}" for fact, count in totals.items()))
    for reason, count in reasons.most_common():
        print(f"  {count:5} {reason}: {CLASSES.get(reason, 'to be looked at')}")
    return reasons["unexplained"] + wrong


def speed(documents: list[tuple[str, str]]) -> float:
    """Million characters for each second of processor time, the best of five for each document."""
    size = sum(len(source) for _, source in documents)
    best = [float("inf")] * len(documents)
    for _ in range(5):
        for number, (path, source) in enumerate(documents):
            started = process_time()
            rst.read(source, path)
            best[number] = min(best[number], process_time() - started)
    return size / 1e6 / sum(best)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--most", type=int, default=400)
    parser.add_argument("--show", type=int, default=40, help="how many unexplained differences to print")
    options = parser.parse_args()
    failed = 0
    documents = texts(options.data, options.most) if options.data and options.data.is_dir() else []
    if documents:
        failed += compare(documents, options.show)
        rate = speed(documents)
        print(f"{rate:.1f} million characters a second (target {TARGET_SPEED:.0f})")
        failed += rate < TARGET_SPEED
    else:
        print("1 skipped: no documents to compare with docutils (--data DIR)")
    growth, row, cost, costly = rst_hostile.slowest_growth()
    print(f"hostile text: a doubling takes at most {growth:.2f} times as long ({row}), target {TARGET_GROWTH}")
    print(f"hostile text: at most {cost:.1f} s for a million characters ({costly})")
    return 1 if failed or growth > TARGET_GROWTH else 0


if __name__ == "__main__":
    raise SystemExit(main())
