"""Words and counts that several parts of an audit's page share."""

from provlint.model.findings import Report
from provlint.model.words import NOT_ASKED, Format

#: What `site` says of an address that begins with a slash.
NO_ROOT = "no site root is set"
FORMATS: dict[Format, str] = {
    "markdown": "Markdown", "html": "HTML", "rst": "reStructuredText", "text": "plain text",
}  # fmt: skip


def count_of(report: Report) -> tuple[int, int]:
    """How many addresses of the web were asked, and how many there are."""
    web = [link for link in report.links if link.reason != NO_ROOT]
    return sum(link.verdict not in NOT_ASKED for link in web), len(web)


def folded(summary: str, lines: list[str]) -> list[str]:
    """Lines of Markdown behind a summary (words of ours) that opens them."""
    return ["<details>", f"<summary>{summary}</summary>", "", *lines, "", "</details>", ""]


def fenced(lines: list[str]) -> list[str]:
    """Lines of plain text as a code block that nothing in them can end."""
    longest = max((len(line) - len(line.lstrip("`")) for line in map(str.strip, lines)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", *lines, fence]
