"""`python -m benchmarks.store`: how long 10,000 addresses take from the store, and what a hundred kills cost it.

They are read one after another in a process that is warm; and by the whole of `provlint check --online`, run twice on a
document of as many addresses of a server on loopback, of which the second run is told.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.web_speed import took
from provlint.judge.verdicts.options import VerdictOptions
from provlint.judge.verdicts.verdict import verdict
from provlint.model.web import Hop, Page, Wanted
from provlint.store.answer_json import Kept
from provlint.store.identity import identity
from tests.store.writers import ANSWER, LOOK, killed, store

_ADDRESSES = 10_000
_DOCUMENT = 500  # addresses that are read at once
_KILLS = 100


def warm(folder: Path) -> tuple[float, float]:
    """Seconds of wall and of processor time for reading and judging all addresses."""
    urls = [f"https://site{number % 200}.co.uk/page/{number}" for number in range(_ADDRESSES)]
    page = Page(title="Counts", ids=frozenset(f"part-{n}" for n in range(30)), sample=tuple(range(32)), text_length=900)
    kept = store(folder)
    for url in urls:
        answer = ANSWER._replace(url=url, hops=(Hop(url, 200),), page=page, sibling=None)
        kept.put(identity(url), Kept(answer), LOOK, 600)
    kept.close()
    wall, processor = time.perf_counter(), time.process_time()
    kept = store(folder)
    options = VerdictOptions("2025-06-15")
    for start in range(0, _ADDRESSES, _DOCUMENT):
        names = {url: identity(url) for url in urls[start : start + _DOCUMENT]}
        kept.fetch(names.values())
        for url, name in names.items():
            found = kept.get(name, Wanted(url))
            assert found
            verdict(found.answer, url, found.looks, options)
    return time.perf_counter() - wall, time.process_time() - processor


def again(folder: Path) -> tuple[float, float]:
    """Seconds of wall and of processor time for a second run: the median of three."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.web_server", "0"], stdout=subprocess.PIPE, text=True
    ) as web:
        assert web.stdout
        try:
            port = int(web.stdout.readline())
            urls = (f"http://h{number % 1000}.co.uk:{port}/page/{number}" for number in range(_ADDRESSES))
            document = folder / "links.md"
            document.write_text("\n\n".join(f"<{url}>" for url in urls) + "\n", encoding="utf-8")
            options = ["--allow-private", "127.0.0.0/8", "--port", str(port), "--resolve", f"*.co.uk:{port}:127.0.0.1"]
            output = ["--output-format", "json", "-o", str(folder / "report.json")]
            run = ["check", "-q", "--isolated", "--online", "--cache-dir", str(folder / "cache"), *options, *output]
            runs = [took([sys.executable, "-m", "provlint", *run, str(document)], "", {}) for _ in range(4)][1:]
        finally:
            web.kill()
    return statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs)


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as folder:
        wall, processor = warm(Path(folder))
        print(f"{_ADDRESSES:,} addresses from the store: {wall:.2f} s, {processor:.2f} s of processor time")
    with tempfile.TemporaryDirectory() as folder:
        wall, processor = again(Path(folder))
        print(
            f"{_ADDRESSES:,} addresses, a second run of the command: {wall:.2f} s, {processor:.2f} s of processor time"
        )
    with tempfile.TemporaryDirectory() as folder:
        told = killed(Path(folder), _KILLS)
        kept = store(Path(folder))
        lost = sum(kept.get(name, Wanted("")) is None for name in told)
        state = kept.problem or "the store is whole"
        print(f"{_KILLS} kills beside a steady writer: {len(told):,} answers told to be kept, {lost} lost; {state}")


if __name__ == "__main__":
    main()
