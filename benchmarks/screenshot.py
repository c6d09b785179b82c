"""The picture of an HTML report that README shows, taken in Chromium.

    python -m benchmarks.screenshot

Writes docs/report.png from the documents in inputs/.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_TOP = Path(__file__).parents[1]
_SIZE = "1240,860"


def main() -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        sys.exit("no Chromium on this machine")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "report.html")
        command = [
            sys.executable,
            "-m",
            "provlint",
            "check",
            "inputs",
            "--replay",
            "inputs/web.jsonl",
            "--exit-zero",
            "--output-format",
            "html",
            "-o",
        ]
        subprocess.run([*command, str(page)], cwd=_TOP, check=True, env={**os.environ, "PYTHONPATH": str(_TOP)})
        picture = _TOP / "docs" / "report.png"
        subprocess.run(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000",
                f"--window-size={_SIZE}", f"--screenshot={picture}", page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )  # fmt: skip
    print(f"{picture.relative_to(_TOP)}: {picture.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
