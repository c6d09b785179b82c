"""Report → its documents: those with the heaviest findings first, then each with what was found in it.

The page is for reading: documents beyond what one can page through get a line, then a count; report.json has them all.
"""

from collections.abc import Iterator, Mapping

from provlint.model.findings import DocumentCount, Finding, Report
from provlint.report.arrange import arrange
from provlint.report.audit_words import FORMATS, folded
from provlint.report.markdown_entries import entry_item, rest_item, weight
from provlint.report.markdown_escape import code
from provlint.report.summary import quantity, severities
from provlint.text.visible import cut

_RANKED = 25
_KEEP = 5  # findings of one rule that a document's section shows
_OPEN = 10  # items of a document that stand open
_ROOM = 300_000  # characters of sections; code hosts stop drawing Markdown at about half a megabyte
_LINES = 300  # documents named in a list
_HEAVY = tuple[str, list[Finding]]


def ranking_part(by_path: Mapping[str, list[Finding]]) -> Iterator[str]:
    """The section that names the documents with most to mend."""
    ranked = _ranked(by_path)
    if len(ranked) < 2:
        return
    yield from ("## Documents by weight of findings", "", *map(_line, ranked[:_RANKED]))
    if len(ranked) > _RANKED:
        rest = [finding for _, findings in ranked[_RANKED:] for finding in findings]
        yield f"- and {quantity(len(ranked) - _RANKED, 'document')} more with {severities(rest)}"
    yield ""


def documents_part(report: Report, by_path: Mapping[str, list[Finding]]) -> Iterator[str]:
    """The section of each document with findings, in order of weight, then the documents without."""
    ranked = _ranked(by_path)
    counts = {document.path: document for document in report.documents}
    if ranked:
        yield from ("## Each document", "")
    room, shown = _ROOM, 0
    for path, findings in ranked:
        lines = [*_head(path, findings, counts.get(path)), *_section(findings)]
        room -= sum(map(len, lines))
        if room < 0 and shown:
            break
        shown += 1
        yield from lines
    yield from _others(ranked[shown:])
    yield from _clean(
        [document for document in report.documents if document.path not in by_path and not document.unread]
    )


def _ranked(by_path: Mapping[str, list[Finding]]) -> list[_HEAVY]:
    return sorted(by_path.items(), key=lambda item: (weight(item[1]), item[0]))


def _line(heavy: _HEAVY) -> str:
    return f"- {code(cut(heavy[0]))}: {severities(heavy[1])}"


def _head(path: str, findings: list[Finding], count: DocumentCount | None) -> list[str]:
    kind = f"{FORMATS[count.format]}, {quantity(count.links, 'link')}: " if count and not count.unread else ""
    told = f"{kind}{severities(findings)}"
    return [f"### {code(cut(path))}", "", told[0].upper() + told[1:] + ".", ""]


def _section(findings: list[Finding]) -> list[str]:
    # One document at a time: what is the same elsewhere is told there again.
    section = arrange(Report((), (), tuple(findings)), _KEEP)[0]
    items = [entry_item(entry, terse=True).text for entry in section.entries] + [
        rest_item(rest).text for rest in section.rests
    ]
    lines = "".join(items).rstrip("\n").split("\n")
    return [*lines, ""] if len(items) <= _OPEN else folded(quantity(len(findings), "finding"), lines)


def _others(left: list[_HEAVY]) -> Iterator[str]:
    """The documents whose sections found no room."""
    if left:
        yield f"### {quantity(len(left), 'document')} more"
        yield from ("", "Their findings are in `report.json`.", "", *map(_line, left[:_LINES]))
        if len(left) > _LINES:
            yield f"- and {quantity(len(left) - _LINES, 'document')} more"
        yield ""


def _clean(clean: list[DocumentCount]) -> Iterator[str]:
    if clean:
        lines = [f"- {code(cut(document.path))}: {quantity(document.links, 'link')}" for document in clean[:_LINES]]
        if len(clean) > _LINES:
            lines.append(f"- and {quantity(len(clean) - _LINES, 'document')} more")
        yield from ("## Documents without findings", "", *folded(quantity(len(clean), "document"), lines))
