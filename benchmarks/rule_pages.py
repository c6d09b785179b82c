"""`python -m benchmarks.rule_pages`: writes docs/rules/ from the rule files."""

from pathlib import Path

from provlint.report.rule_page import index_markdown, rule_markdown
from provlint.rulebook.shipped import shipped_rules

FOLDER = Path(__file__).parents[1] / "docs" / "rules"


def main() -> None:
    """Write a page for each shipped rule and their index, and remove pages of rules that are gone."""
    rules = shipped_rules()
    pages = {f"{rule.name}.md": rule_markdown(rule) for rule in rules} | {"index.md": index_markdown(rules)}
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="")
    for path in FOLDER.iterdir():
        if path.name not in pages:
            path.unlink()


if __name__ == "__main__":
    main()
