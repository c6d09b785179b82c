"""`python -m benchmarks.accept`: writes the report of each sample document to reports/, as JSON and as Markdown.

Whoever runs it reads the difference before it is committed: these reports are what readers will get.
"""

import os
from pathlib import Path

from provlint.model.online import Online
from provlint.model.settings import Settings
from provlint.read.files import format_of
from provlint.report.json import render as render_json
from provlint.report.markdown import render as render_markdown
from provlint.run.check import check
from provlint.settings.load import load

TOP = Path(__file__).parents[1]
INPUTS = TOP / "inputs"
REPORTS = TOP / "reports"
_RECORDING = "inputs/web.jsonl"  # what the web answers: see benchmarks.record_inputs
_DAY = "2025-06-01"  # ignores with a date must not make the reports change by themselves


def documents() -> list[Path]:
    """The sample documents; what stands beside them (a bibliography, an image) is none."""
    return sorted(path for path in INPUTS.rglob("*") if path.is_file() and format_of(path.name, Settings()))


def reports() -> dict[str, str]:
    """File name → text of the report of each sample document, checked from the top of the checkout."""
    texts: dict[str, str] = {}
    before = Path.cwd()
    os.chdir(TOP)
    try:
        for path in documents():
            document = path.relative_to(TOP).as_posix()
            report = check((document,), load(isolated=True), today=_DAY, online=Online(replay=_RECORDING)).report
            name = "-".join(path.relative_to(INPUTS).parts)
            texts[f"{name}.json"] = render_json(report)
            texts[f"{name}.md"] = render_markdown(report)
    finally:
        os.chdir(before)
    return texts


def main() -> None:
    """Write the reports, and remove those of documents that are gone."""
    texts = reports()
    REPORTS.mkdir(exist_ok=True)
    for name, text in texts.items():
        (REPORTS / name).write_text(text, encoding="utf-8", newline="")
    for path in REPORTS.iterdir():
        if path.name not in texts:
            path.unlink()


if __name__ == "__main__":
    main()
