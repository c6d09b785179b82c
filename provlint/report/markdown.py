"""Report → Markdown that reads well as a file and as a comment; nothing that a document contains comes alive in it."""

from collections.abc import Iterator
from typing import NamedTuple

from provlint.model.findings import Finding, Report
from provlint.report.arrange import Section, arrange
from provlint.report.markdown_entries import Item, entry_item, rest_item, sentence, weight
from provlint.report.markdown_escape import code
from provlint.report.summary import gaps, headline, quantity, remarks, severities
from provlint.text.visible import cut

COMMENT_LIMIT = 65_536  # characters; what GitHub takes in one comment
_DOCUMENTS = 20  # listed by weight; more would leave no room for findings
_UNFOLDED = 10  # items of a document that stand open
_NOTICE = 200  # characters kept free for saying that the report was cut


class _Part(NamedTuple):
    """Items between an opening and its closing, which must not be parted."""

    opening: str
    items: list[Item]
    closing: str = "\n"


def render(report: Report, *, limit: int = COMMENT_LIMIT) -> str:
    """The report as Markdown of at most `limit` characters, heaviest documents first; it says so if it was cut."""
    parts = list(_parts(report))
    whole = "".join(part.opening + "".join(item.text for item in part.items) + part.closing for part in parts)
    text = whole if len(whole) <= limit else _cut(parts, limit, len(report.findings))
    return text.rstrip("\n") + "\n"


def _cut(parts: list[_Part], limit: int, total: int) -> str:
    """As many items as fit, and how many findings they tell of."""
    pieces: list[str] = []
    room, shown = limit - _NOTICE, 0
    for part in parts:
        fitting = []
        room -= len(part.opening) + len(part.closing)
        for item in part.items:
            if len(item.text) > room:
                break
            room -= len(item.text)
            shown += item.findings
            fitting.append(item.text)
        if fitting:
            pieces += [part.opening, *fitting, part.closing]
        if len(fitting) < len(part.items):
            break
    told = f"{shown:,} of {quantity(total, 'finding')}"
    pieces.append(f"**Cut short:** {told} are told here, to keep within {limit:,} characters.\n")
    return "".join(pieces)


def _parts(report: Report) -> Iterator[_Part]:
    yield _Part("# provlint\n\n", [Item(f"**{headline(report)}**\n")])
    sentences = [*remarks(report), *gaps(report)]
    if sentences:
        yield _Part("", [Item(f"- {sentence(words)}\n") for words in sentences])
    by_path: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_path.setdefault(finding.path, []).append(finding)
    ranked = sorted(by_path, key=lambda path: (weight(by_path[path]), path))
    if len(ranked) > 1:
        yield _documents([(path, by_path[path]) for path in ranked])
    sections = {section.path: section for section in arrange(report)}
    opening = "## Findings\n\n"
    for path in ranked:
        if path in sections:
            yield _section(sections[path], opening)
            opening = ""


def _documents(ranked: list[tuple[str, list[Finding]]]) -> _Part:
    items = [Item(f"- {code(cut(path))}: {severities(findings)}\n") for path, findings in ranked[:_DOCUMENTS]]
    if len(ranked) > _DOCUMENTS:
        items.append(Item(f"- and {quantity(len(ranked) - _DOCUMENTS, 'document')} more\n"))
    return _Part("## Documents\n\n", items)


def _section(section: Section, opening: str) -> _Part:
    items = [entry_item(entry) for entry in section.entries] + [rest_item(rest) for rest in section.rests]
    opening += f"### {code(cut(section.path))}\n\n"
    if len(items) <= _UNFOLDED:
        return _Part(opening, items)
    told = sum(item.findings for item in items)
    opening += f"<details>\n<summary>{quantity(told, 'finding')}</summary>\n\n"
    return _Part(opening, items, "\n</details>\n\n")
