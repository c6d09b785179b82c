"""The offline path imports no network library and creates no socket, in one process or in several."""

import subprocess
import sys
from pathlib import Path

FORBIDDEN = ("requests", "urllib3", "http.client", "ssl", "sqlite3", "bs4")
PROGRAM = """
import sys

def watch(event, arguments):
    if event.startswith("socket."):
        print("socket event", event, file=sys.stderr)
        sys.stderr.flush()
        import os
        os._exit(99)

sys.addaudithook(watch)
from provlint.cli.main import main
try:
    main()
finally:
    print("imported:", *(name for name in {forbidden!r} if name in sys.modules), file=sys.stderr)
"""


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = PROGRAM.replace("{forbidden!r}", repr(FORBIDDEN))
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def test_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The [wall]() fell. See https://www.gov.uk/wall.\n")
    done = run("check", "a.md", folder=tmp_path)
    assert done.returncode == 1, done.stderr
    assert done.stderr.strip() == "imported:"


def test_many_documents_in_several_processes(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.md").write_text("The [wall]() fell. See https://www.gov.uk/wall.\n" * 1200)
    done = run("check", "--jobs", "2", "--quiet", ".", folder=tmp_path)
    assert done.returncode == 1, done.stderr
    assert done.stderr.strip() == "imported:"
    assert "39.md:1:" in done.stdout
