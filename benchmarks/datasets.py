"""Where the benchmarks find text that is not in the repository: folders given with `--data`."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

#: A part of a benchmark: given a data set, prints its figures and gives the number of failures.
Part = Callable[[Path], int]


def folders(description: str | None, arguments: Sequence[str] | None = None) -> list[Path]:
    """The folders that `--data DIR` names on the command line, in order."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    parser.add_argument(
        "--data", type=Path, action="append", default=[], metavar="DIR", help="folder of data; may be given again"
    )
    given: list[Path] = parser.parse_args(arguments).data
    return given


def named(places: Sequence[Path], name: str) -> Path | None:
    """The file `name` in one of the folders or below, or None."""
    return next((path for place in places for path in sorted(place.rglob(name))), None)


def documents(places: Sequence[Path]) -> Path | None:
    """The first of the folders that holds Markdown, or None."""
    return next((place for place in places if next(place.rglob("*.md"), None)), None)


def run_parts(parts: Sequence[tuple[str, Path | None, Part]]) -> int:
    """Run each part whose data set is there, say which are not; the exit code: 1 if any failed."""
    failures = skipped = 0
    for title, data, part in parts:
        if data is None:
            skipped += 1
            print(f"{title}: skipped, no folder given with --data holds it")
        else:
            failures += part(data)
    print(f"{len(parts) - skipped} of {len(parts)} parts run, {skipped} skipped, {failures} failures")
    return 1 if failures else 0
