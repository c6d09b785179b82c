"""Outlets in prose and what is known of domains, measured.

    python -m benchmarks.outlets --data DIR [--data DIR]

DIRs hold, at any depth, `mentions.dev.tsv` with `polnear.dev.jsonl.gz` (articles in which mentions were labelled),
`ambiguous.tsv` (names that are also words, a sentence of each sense), and folders of Markdown. What is not there is a
counted skip. Also printed: how quickly a domain is looked up, false look-alikes among the domains of the tables.
"""

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from benchmarks.datasets import documents, folders, named, run_parts
from provlint.extract.document import Extractor
from provlint.extract.lookalikes import Lookalikes
from provlint.model.document import Document
from provlint.model.facts import Mention
from provlint.read.reader import read_text
from provlint.tables.folders import shipped_table
from provlint.tables.tables import open_tables

_SCORED = ("IS_gold_source", "IS_likely")
_MOST_DOMAINS = 500


def main() -> int:
    places = folders(__doc__)
    return run_parts(
        (
            ("labelled mentions", named(places, "mentions.dev.tsv"), mentions),
            ("names that are words", named(places, "ambiguous.tsv"), ambiguous),
            ("most linked domains", documents(places), linked_domains),
            ("speed", documents(places), speed),
            ("look-up", Path(shipped_table("outlets").path), look_up),
        )
    )


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)


def outlets(extractor: Extractor, text: str) -> tuple[Mention, ...]:
    return extractor.facts(read_text(text, "text", "a")).outlets


def mentions(path: Path) -> int:
    """Recall by label; a mention counts as found when half of it is covered."""
    articles = next(iter(sorted(path.parents[1].rglob("polnear.dev.jsonl.gz"))))
    extractor = Extractor(open_tables(()))
    found: dict[str, tuple[Mention, ...]] = {}
    with gzip.open(articles, "rt", encoding="utf-8") as stream:
        for line in stream:
            item = json.loads(line)
            found[item["id"].partition("/")[2] or item["id"]] = outlets(extractor, item["text"])
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for row in rows(path):
        start, end, label = int(row["start"]), int(row["end"]), row["label"]
        hit = any(
            min(end, one.end) - max(start, one.start) >= (end - start) / 2 for one in found.get(row["article"], ())
        )
        total[label] += 1
        hits[label] += hit
        if not hit and label in _SCORED:
            missed[row["name"]] += 1
    for label in _SCORED:
        print(f"mentions, {label}: {hits[label]} of {total[label]} found, {hits[label] / total[label]:.3f}")
    print("  missed most:", ", ".join(f"{name} {count}" for name, count in missed.most_common(12)))
    return 0


def ambiguous(path: Path) -> int:
    """Sentences in which the name is the outlet, and in which it is not, decided rightly."""
    extractor = Extractor(open_tables(()))
    right: Counter[bool] = Counter()
    total: Counter[bool] = Counter()
    for row in rows(path):
        name = squashed(row["name"].partition(" vs ")[0])
        for text, is_outlet in ((row["is_outlet_example"], True), (row["is_not_example"], False)):
            if text and not text.startswith("("):
                hit = any(name in squashed(text[one.start : one.end]) for one in outlets(extractor, text))
                right[is_outlet] += hit == is_outlet
                total[is_outlet] += 1
    for is_outlet, sense in ((True, "the outlet"), (False, "the word")):
        print(f"names that are words, {sense}: {right[is_outlet]} of {total[is_outlet]}")
    print(f"  both ways: {right.total() / total.total():.3f}")
    return 0


def squashed(name: str) -> str:
    return name.lower().removeprefix("the ").replace(" ", "").replace(".", "")


def markdown(folder: Path) -> list[Document]:
    files = sorted(folder.rglob("*.md"))
    return [read_text(path.read_text(encoding="utf-8", errors="replace"), "markdown", path.name) for path in files]


def linked_domains(folder: Path) -> int:
    """The share of the most linked registrable domains, and of all links, that the tables know."""
    extractor = Extractor(open_tables(()))
    counts: Counter[str] = Counter()
    known: defaultdict[str, bool] = defaultdict(bool)
    for document in markdown(folder):
        for link in extractor.facts(document).links:
            if link.address.domain and link.address.reach == "public":
                counts[link.address.domain] += 1
                known[link.address.domain] |= bool(link.address.source.categories("kind"))
    most = counts.most_common(_MOST_DOMAINS)
    named_kind = sum(known[domain] for domain, _ in most)
    links = sum(count for _, count in most)
    known_links = sum(count for domain, count in most if known[domain])
    share = known_links / max(1, links)
    print(f"most linked domains: {named_kind} of {len(most)} have a kind, {share:.3f} of their links")
    return 0


def speed(folder: Path) -> int:
    """MB of text a CPU second of the search for names alone."""
    extractor = Extractor(open_tables(()))
    read = [(document, extractor.facts(document).links) for document in markdown(folder)]
    size = sum(len(document.source) for document, _ in read)
    start = process_time()
    count = sum(len(extractor.outlets.mentions(document, links)) for document, links in read)
    print(f"speed: {size / 1e6 / (process_time() - start):.1f} MB a CPU second, {count} mentions")
    return 0


def look_up(path: Path) -> int:
    """Cold and warm look-ups; false look-alikes if no table knew the domains of the tables."""
    tables = open_tables(())
    tables.registrable("dawn.com")
    start = process_time()
    tables.sources.of("www.dawn.com", "dawn.com", "/news")
    print(f"look-up: first {1e3 * (process_time() - start):.2f} ms")
    domains = [line.partition("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()[2:]]
    for title in ("another domain each time", "a domain again"):
        start = process_time()
        for domain in domains:
            tables.sources.of(domain, domain)
        print(f"  {title}: {1e6 * (process_time() - start) / len(domains):.1f} µs")
    lookalikes, known = Lookalikes(tables), set(tables.sources.well_known)
    false = [domain for domain in domains if domain not in known and lookalikes.resembles(domain, domain)[0]]
    print(f"  look-alikes among {len(domains) - len(known)} domains, taken as unknown: {len(false)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
