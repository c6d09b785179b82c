"""What `--fix` does to a copy of a folder of documents, as Git sees it.

    python -m benchmarks.fixes --data DIR

Every changed line is compared with the fixes that the report names: nothing but their edits may differ. A second run
must change nothing.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks import datasets
from benchmarks.repositories import copied, git, run

_PROVLINT = (sys.executable, "-m", "provlint", "check", ".")


def fixes(folder: Path) -> dict[str, list[dict[str, object]]]:
    """The findings with fixes, by document."""
    found: dict[str, list[dict[str, object]]] = {}
    for finding in json.loads(run(folder, *_PROVLINT, "--exit-zero", "--output-format", "json").stdout)["findings"]:
        if finding["fix"]:
            found.setdefault(finding["path"], []).append(finding)
    return found


def unnamed(before: bytes, after: bytes, findings: Sequence[dict[str, object]]) -> bool:
    """Whether a document differs in anything but the addresses that a finding with a fix covers."""
    old = before.decode("utf-8").removeprefix("\ufeff")
    kept, at = [], 0
    for start, end in sorted({(int(str(one["start"])), int(str(one["end"]))) for one in findings}):
        kept.append(re.escape(old[at:start]))
        at = end
    pattern = r"\S*?".join([*kept, re.escape(old[at:])])
    return re.fullmatch(pattern, after.decode("utf-8").removeprefix("\ufeff")) is None


def measure(source: Path) -> int:
    """Print what becomes of a copy of the folder; the number of documents with a change that no rule names."""
    with tempfile.TemporaryDirectory() as name:
        folder = copied(source, Path(name) / "copy")
        named = fixes(folder)
        rules = Counter(str(one["rule"]) for found in named.values() for one in found)
        counts = ", ".join(f"{number} {rule}" for rule, number in rules.most_common())
        print(f"fixes named: {rules.total()} in {len(named)} documents: {counts}")
        said = run(folder, *_PROVLINT, "--fix", "--exit-zero", "--quiet").stderr.strip()
        print("left as they are:", said or "none")
        changed = git(folder, "diff", "--name-only", "-z").split("\0")[:-1]
        bad = [
            path
            for path in changed
            if unnamed(run_bytes(folder, path), (folder / path).read_bytes(), named.get(path, []))
        ]
        print("git:", git(folder, "diff", "--shortstat").strip())
        print(f"documents changed: {len(changed)}; with a change that no rule names: {len(bad)}", *bad)
        git(folder, "commit", "-q", "-a", "-m", "mended")
        run(folder, *_PROVLINT, "--fix", "--exit-zero")
        print("changed by a second run:", git(folder, "diff", "--shortstat").strip() or "nothing")
        return len(bad)


def run_bytes(folder: Path, path: str) -> bytes:
    """A document as it was committed."""
    return subprocess.run(["git", "show", f"HEAD:{path}"], cwd=folder, capture_output=True, check=True).stdout


def main() -> int:
    """Run on the first folder given that holds documents."""
    data = datasets.documents(datasets.folders(__doc__))
    return datasets.run_parts([("fixes", data, measure)])


if __name__ == "__main__":
    sys.exit(main())
