"""The HTML readers on real pages: addresses against an HTML5 parser's, places, speed; and both on hostile input.

    python -m benchmarks.html --data FOLDER [--limit PAGES]

`FOLDER` is searched for `*.html` and `*.htm`. Without it the comparison is a counted skip and only hostile input is
timed: by the reader of documents, and by the one that takes the signals off a fetched page. Exit code 1 when a
difference is in no known class, a place does not hold or a doubling costs more than 2.5.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

from provlint.model.document import Block, Document
from provlint.model.web_options import PageContext
from provlint.page.read import read_page
from provlint.read import html, html_json
from provlint.read.decode import decode
from provlint.text.html_entities import in_attribute

HOLDERS = {
    "a": ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href"), "area": ("href",), "img": ("src", "srcset"),
    "iframe": ("src",), "frame": ("src",), "video": ("src", "poster"), "audio": ("src",), "source": ("src", "srcset"),
    "track": ("src",), "embed": ("src",), "object": ("data",), "blockquote": ("cite",), "q": ("cite",),
    "ins": ("cite",), "del": ("cite",),
}  # fmt: skip
WHITE = " \t\n\f\r"
HOSTILE = {
    "nested div": "<div>", "nested blockquote": "<blockquote>", "nested b": "<b>", "nested q": "<q>", "svg": "<svg>",
    "open a": "<a href=x>", "open tag": "<a ", "open quote": '<a href="', "equals": "<a =", "less than": "<",
    "comment": "<!--", "entities": "&amp;", "bare ampersand": "&a", "script": "<script>", "br": "x<br>",
    "list items": "<ul><li>", "stray li": "<div></li>", "items in divs": "<div><li></li>", "sup": "<sup>x",
    "tables": "<table><tr><td>", "cells": "<td>x</div>", "b and p": "<b><p>x", "links in one line": "<a href=x>y</a> ",
    "note marks": '<sup><a href="#fn1">1</a></sup>', "note ids": "<p id=fn1>x", "hidden": "<span hidden>x",
    "select": "<select><option>x", "json": '<script type=application/ld+json>{["a":', "pre": "<pre><i x><span class=\"",
    "nested scripts": "<script><!--<script>", "unread": "<noscript><p>x", "titles": "<title>x", "headings": "<h1>x",
    "closed headings": "<h1>not found</h1>", "attributes": "<p id=x a=b c='d'>", "custom": "<my-app>",
    "white": "<p> \t\n", "passwords": "<input type=password>", "refresh": "<meta http-equiv=refresh content='99;'>",
    "frames": "<iframe src=//a.test/x>", "login": "please sign in ", "absence": "the page you requested ",
    "mixed ends": "<i><b></i></b></p></div></li>", "meta": "<meta name=date content=2024-05-06>", "liquid": "{{ <p>{%",
}  # fmt: skip
#: What one page may cost at most, in seconds.
LARGEST = {
    "200,000 nested elements": ("<div>" * 200_000 + "x", 2.0),
    "an attribute of 10 MB": (f'<a href="{"x" * 10_000_000}">y</a>', 2.0),
    "1,000,000 attributes": (f"<p{' a=b' * 1_000_000}>x", 2.0),
    "1,000,000 references": ("&amp;" * 1_000_000, 2.0),
    "a line of 10 MB": ("word " * 2_000_000, 2.0),
}
CONTEXT = PageContext("https://harbour.example/", "text/html", "utf-8", frozenset((":~:text=on%20the%20quay",)))
READERS: dict[str, Callable[[str], object]] = {
    "document": lambda source: html.read(source, "hostile.html"),
    "fetched page": lambda source: read_page(source.encode(), CONTEXT),
}
SIZES = (200_000, 400_000, 800_000)  # characters


def documents(folder: Path, limit: int) -> Iterator[tuple[str, str, int]]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".htm", ".xhtml"))
    for path in paths[:limit]:
        data = path.read_bytes()
        decoded = decode(data)
        if not decoded.problem:
            yield str(path.relative_to(folder)), decoded.source, len(data)


def ours(document: Document) -> set[str]:
    found = (target.url for target in document.targets if target.kind != "metadata")
    return {plain(url) for url in found}


def plain(url: str) -> str:
    return url.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}").strip(WHITE)


def theirs(source: str) -> tuple[set[str], set[str]]:
    """The addresses an HTML5 parser finds: those a page shows, those in the inert content of templates."""
    import html5lib

    shown: set[str] = set()
    inert: set[str] = set()
    stack = [(html5lib.parse(source, namespaceHTMLElements=False), False)]
    while stack:
        element, is_inert = stack.pop()
        name = str(element.tag).rpartition("}")[2]
        for attribute in HOLDERS.get(name, ()):
            if (value := element.get(attribute)) is not None:
                parts = srcset(value) if attribute == "srcset" else [value.strip(WHITE)]
                (inert if is_inert else shown).update(part for part in parts if not part.lower().startswith("data:"))
        stack.extend((child, is_inert or name == "template") for child in element)
    return shown, inert


def srcset(value: str) -> list[str]:
    return [part.split()[0].strip(",") for part in value.split(", ") if part.split()]


def misplaced(document: Document) -> list[str]:
    """What in a document is not where it says it is."""
    source, wrong = document.source, []
    for target in document.targets:
        written = source[target.start : target.end]
        if target.url not in (in_attribute(written), html_json.unescape(written), unescape(written)):
            wrong.append(f"target {target}")
        if not target.outer_start <= target.start <= target.end <= target.outer_end:
            wrong.append(f"outer {target}")
    wrong += [f"block {block}" for block in document.blocks if not holds(document, block)]
    edges = [edge for region in document.regions for edge in region]
    return wrong if edges == sorted(edges) else [*wrong, "regions overlap"]


def holds(document: Document, block: Block) -> bool:
    source = document.source
    if not block.runs:
        return not block.plain or source[block.start : block.end] == block.plain
    ends = [run.at for run in block.runs[1:]] + [len(block.plain)]
    for run, end in zip(block.runs, ends, strict=True):
        words, written = block.plain[run.at : end], source[run.start : run.end]
        is_blank = words == " " and not written.strip(WHITE)
        if not (words == written or is_blank or written[0] == "<" or words == unescape(written)):
            return False
    return block.start <= block.runs[0].start and block.runs[-1].end <= block.end


def compare(folder: Path, limit: int) -> bool:
    pages = list(documents(folder, limit))
    size = sum(length for _, _, length in pages)
    start = time.process_time()
    read = [html.read(source, path) for path, source, _ in pages]
    spent = time.process_time() - start
    classes: Counter[str] = Counter()
    wrong: list[str] = []
    total = 0
    for (path, source, _), document in zip(pages, read, strict=True):
        shown, inert = theirs(source)
        mine = ours(document)
        total += len(shown)
        for url in mine ^ shown:
            kind = "in a template, which no browser shows" if url in inert and url not in mine else "unexplained"
            classes[kind] += 1
            if kind == "unexplained":
                wrong.append(f"{path}: {'only here' if url in mine else 'only there'}: {url!r}")
        wrong += [f"{path}: {place}" for place in misplaced(document)]
    blocks = Counter(block.kind for document in read for block in document.blocks)
    targets = sum(len(document.targets) for document in read)
    print(f"{len(pages)} pages, {size / 1e6:.1f} MB, {targets} targets, {total} distinct addresses by page")
    print(f"blocks {dict(blocks)}")
    print(f"differences: {dict(classes) or 'none'}; misplaced or unexplained: {len(wrong)}")
    print(f"{size / 1e6 / spent:.1f} MB a second of processor time")
    print(*wrong[:40], sep="\n")
    return not wrong


def seconds(reader: str, source: str) -> float:
    spent = []
    for _ in range(3):
        start = time.process_time()
        READERS[reader](source)
        spent.append(time.process_time() - start)
    return min(spent)


def doublings(reader: str) -> bool:
    """Whether twice the input never costs more than 2.5 times the time: over two doublings, since one is noisy."""
    worst, name = 0.0, ""
    for kind, piece in HOSTILE.items():
        spent = [seconds(reader, piece * (size // len(piece))) for size in SIZES]
        ratio = (spent[-1] / max(spent[0], 0.002)) ** (1 / (len(SIZES) - 1))
        print(f"{kind:20} {' '.join(f'{value:.3f}' for value in spent)} s, a doubling costs {ratio:.2f}")
        worst, name = max((worst, name), (ratio, kind))
    print(f"{reader}: worst doubling {worst:.2f} ({name})")
    return worst <= 2.5


def largest(reader: str) -> bool:
    good = True
    for name, (source, most) in LARGEST.items():
        spent = seconds(reader, source)
        good = good and spent <= most
        print(f"{reader}, {name}: {spent:.2f} s (at most {most})")
    return good


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path)
    arguments.add_argument("--limit", type=int, default=10_000)
    given = arguments.parse_args()
    good = True
    if given.data and given.data.is_dir():
        good = compare(given.data, given.limit)
    else:
        print("skipped: 1 (no --data folder of pages)")
    for reader in READERS:
        good = doublings(reader) and good
        good = largest(reader) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
