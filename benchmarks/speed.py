"""How long provlint takes, whole processes, side by side and alternating; medians and paired ratios.

    python -m benchmarks.speed [--data DIR]…

DIR holds documents; the whole folder is checked cold with two processes, by every rule and by those of links alone, and
warm; a copy of it in Git gets one bad paragraph, and `--since` must name that paragraph's findings alone; one of its
Markdown files beside codespell's default run, without and with a settings file and rules of the user, and once more
when it has not changed; documents made here grow to 4 and 16 times in size and in number.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks import datasets
from benchmarks.repositories import copied

ROUNDS = 9
_WARM_AT_MOST = 0.6  # seconds on the clock
_SINCE_AT_MOST = 0.5  # seconds on the clock
_PARAGRAPH = "\nThe [tide survey](https://harbour.co.uk/tide?utm_source=mail) counted 45 boats, and [a wall]().\n"
_PROVLINT = (sys.executable, "-m", "provlint", "check", "--quiet")
_LENGTH = 8000  # characters: the file of the folder nearest to it is the one file
_RULE = """\
id = "HOUSE01"
name = "no-blogs"
on = "link"
needs = "text"
severity = "error"
confidence = "high"
default = true
message = "{url} is a blog"
when = 'ends_with(host, "blogspot.com")'
why = "House rule."
remedy = "Cite something else."
"""
_TEXT = (
    "The [wall](https://www.gov.uk/wall/%d) fell in *May*, says https://www.bbc.co.uk/news/%d and `nobody` else.\n\n"
)


class Run(NamedTuple):
    """Seconds of one whole process and its children: processor time and time on the clock."""

    cpu: float
    wall: float


def timed(command: Sequence[str], folder: Path) -> Run:
    """Run a command once, its output thrown away; compiled modules may be kept, as an installed package has them."""
    import resource

    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    wall, after = perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def median(runs: Sequence[Run]) -> str:
    """The medians as words."""
    cpu, wall = (statistics.median(times) for times in zip(*runs, strict=True))
    return f"{cpu:.2f} s of processor time, {wall:.2f} s on the clock"


def whole_folder(folder: Path) -> int:
    """Two processes over every document; nothing to fail, the clock depends on the machine."""
    for title, more in (("every rule", ("--select", "ALL")), ("default rules", ()), ("links", ("--select", "PL1"))):
        command = (*_PROVLINT, "--isolated", "--no-cache", "--jobs", "2", *more, str(folder.resolve()))
        timed(command, folder)
        print(f"whole folder, two processes, {title}: {median([timed(command, folder) for _ in range(3)])}")
    return 0


def warm(folder: Path) -> int:
    """Every document unchanged since the run before: 1 if that takes too long, 1 if it says anything else."""
    with tempfile.TemporaryDirectory() as name:
        command = (*_PROVLINT, "--isolated", "--cache-dir", name, "--output-format", "json", str(folder.resolve()))
        reports = [f"{name}/{number}.json" for number in range(7)]
        cold, _, *runs = [timed((*command, "-o", report), folder) for report in reports]
        print(f"whole folder, cold and kept: {median([cold])}; unchanged: {median(runs)}")
        says = {Path(report).read_bytes() for report in reports}
        return (statistics.median(run.wall for run in runs) > _WARM_AT_MOST) + (len(says) > 1)


def since(folder: Path) -> int:
    """One bad paragraph in one document of a repository: 1 if that takes too long, 1 if anything else is named."""
    with tempfile.TemporaryDirectory() as name:
        copy = copied(folder, Path(name, "copy"))
        documents = sorted(copy.rglob("*.md"))
        document = documents[len(documents) // 2]
        before = document.read_bytes().count(b"\n")
        with document.open("a", encoding="utf-8") as file:
            file.write(_PARAGRAPH)
        report = Path(name, "report.json")
        options = ("--isolated", "--cache-dir", f"{name}/kept", "--since", "HEAD", "--output-format", "json")
        command = (*_PROVLINT, *options, "-o", str(report), ".")
        cold, _, *runs = [timed(command, copy) for _ in range(ROUNDS)]
        found = json.loads(report.read_bytes())["findings"]
    path = document.relative_to(copy).as_posix()
    outside = [one for one in found if one["path"] != path or one["line"] <= before]
    print(
        f"--since in a repository of {len(documents):,} documents: {len(found)} findings, {len(outside)} of old text;"
    )
    print(f"  cold: {median([cold])}; again: {median(runs)} (at most {_SINCE_AT_MOST})")
    return (statistics.median(run.wall for run in runs) > _SINCE_AT_MOST) + (len(found) < 2 or bool(outside))


def one_file(folder: Path) -> int:
    """One file beside codespell: 1 for each way in which provlint takes too long."""
    codespell = Path(sys.executable).parent / "codespell"
    other = str(codespell) if codespell.exists() else shutil.which("codespell")
    if not other:
        print("one file: skipped, codespell is not installed")
        return 0
    document = min(folder.rglob("*.md"), key=lambda path: abs(path.stat().st_size - _LENGTH))
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        shutil.copy(document, place / "one.md")
        (place / "house").mkdir()
        (place / "house" / "no-blogs.toml").write_text(_RULE)
        for title, more, most in (
            ("default settings", ("--isolated", "--no-cache"), 1.0),
            ("default settings, unchanged", ("--isolated", "--cache-dir", f"{name}/kept"), 1.0),
            ("settings and rules", ("--no-cache",), 2.0),
        ):
            if "--isolated" not in more:
                (place / "provlint.toml").write_text('extend-select = ["PL105"]\nrule-folders = ["house"]\n')
            pairs = [
                (timed((*_PROVLINT, *more, "one.md"), place), timed((other, "one.md"), place))
                for _ in range(ROUNDS + 1)
            ][1:]
            ratio = statistics.median(ours.cpu / theirs.cpu for ours, theirs in pairs)
            print(f"one file, {title}: {median([ours for ours, _ in pairs])};")
            print(f"  codespell: {median([theirs for _, theirs in pairs])}; ratio {ratio:.2f} (at most {most})")
            failures += ratio > most
    return failures


def growth(_: Path) -> int:
    """Seconds for 1, 4 and 16 times as much in one document and in as many documents; 1 for each that is not linear."""
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        for title, is_size in (("size", True), ("count", False)):
            times = []
            for factor in (1, 4, 16):
                place = Path(name, f"{title}-{factor}")
                place.mkdir()
                for number in range(1 if is_size else 10 * factor):
                    text = "".join(_TEXT % (number, at) for at in range(1000 * factor if is_size else 100))
                    (place / f"{number}.md").write_text(text)
                command = (*_PROVLINT, "--isolated", "--no-cache", "--jobs", "1", ".")
                times.append(min(timed(command, place).cpu for _ in range(3)))
            step = (times[2] - times[1]) / (times[1] - times[0])
            print(f"growth with {title}, 1×, 4×, 16×: {', '.join(f'{time:.2f}' for time in times)} s; step {step:.1f}")
            failures += step > 4 * 1.5  # 12 more against 3 more: 4 when linear, 16 when quadratic
    return failures


def main() -> int:
    """The exit code: 1 when a ratio is above its limit or growth is not linear."""
    found = datasets.documents(datasets.folders(__doc__))
    parts: list[tuple[str, Path | None, datasets.Part]] = [
        ("whole folder", found, whole_folder),
        ("unchanged", found, warm),
        ("one paragraph", found, since),
        ("one file", found, one_file),
        ("growth", Path(), growth),
    ]
    return datasets.run_parts(parts)


if __name__ == "__main__":
    sys.exit(main())
