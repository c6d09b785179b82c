"""`python -m benchmarks.docs_pages`: writes docs/settings.md and docs/schemas/ from the models they tell of."""

from pathlib import Path

from provlint.run.schema import schema_text
from provlint.settings.explain import page

FOLDER = Path(__file__).parents[1] / "docs"
SCHEMAS = ("report", "extract", "settings")


def pages() -> dict[str, str]:
    """The generated files by their path below docs/."""
    return {"settings.md": page(), **{f"schemas/{name}.json": schema_text(name) for name in SCHEMAS}}


def main() -> None:
    """Write them all."""
    (FOLDER / "schemas").mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
