"""Report → the page of an audit, Markdown for readers who will never run provlint; nothing in it comes alive.

The first line marks the page as ours, so that a later audit may take its place.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from provlint.model.findings import Finding, Report
from provlint.model.rules import Rule
from provlint.model.version import VERSION
from provlint.report.audit_documents import documents_part, ranking_part
from provlint.report.audit_links import links_part
from provlint.report.audit_rules import rules_part
from provlint.report.audit_scope import scope_part
from provlint.report.audit_sources import CitedSource, sources_part
from provlint.report.audit_words import FORMATS, count_of
from provlint.report.markdown_escape import code, prose
from provlint.report.summary import listing, quantity, severities
from provlint.text.visible import cut

MARK = "<!-- Written by provlint audit: the next audit into this folder takes its place. -->"
_PATHS = 5
_OFTEN = 3

#: An address, secrets masked → the registrable domain or host that a chart counts it under, "" for none.
DomainOf = Callable[[str], str]


def render(
    report: Report,
    rules: Sequence[Rule],
    judged: frozenset[str],
    paths: Sequence[str],
    domain_of: DomainOf,
    cited: Sequence[CitedSource] = (),
) -> str:
    """The page about `paths`; `rules` are all known ones, `judged` the ids of those that the audit ran."""
    by_path: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_path.setdefault(finding.path, []).append(finding)
    lines = [
        MARK,
        *_overview(report, by_path.keys() & {document.path for document in report.documents}, paths),
        *scope_part(report, rules, judged),
        *ranking_part(by_path),
        *links_part(report, domain_of),
        *sources_part(cited),
        *rules_part(report, rules),
        *documents_part(report, by_path),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _overview(report: Report, found_in: set[str], paths: Sequence[str]) -> Iterator[str]:
    named = [code(cut(path)) for path in paths[:_PATHS]]
    more = [f"{len(paths) - _PATHS:,} more"] if len(paths) > _PATHS else []
    yield f"# Audit of the sources in {listing(named + more)}"
    yield ""
    yield (
        "This page was written by a program, provlint, which reads documents the way a sceptical editor does: where do "
        "their links lead, what do their words rest on, what was lost or left behind when they were made? It changed "
        "nothing in them. What it says is where to look, not what to think."
    )
    yield from ("", "## In short", "")
    yield from (f"- {sentence}" for sentence in _in_short(report, found_in))
    yield ""
    if report.findings:
        yield (
            "An **error** is something a reader will stumble over, a **warning** something that may mislead or be "
            "lost, an **info** something worth knowing."
        )
    yield f"The same results for machines are in `report.json`, beside this page. Written by provlint {VERSION}."
    yield ""


def _in_short(report: Report, found_in: set[str]) -> Iterator[str]:
    read = [document for document in report.documents if not document.unread]
    formats = Counter(FORMATS[document.format] for document in read)
    told = listing([f"{number:,} {name}" for name, number in formats.most_common()])
    kinds = f": {told}" if len(formats) > 1 else f" ({next(iter(formats))})" if formats else ""
    yield f"**{quantity(len(read), 'document')}** {_was(len(read))} read{kinds}."
    if len(read) < len(report.documents):
        yield f"**{quantity(len(report.documents) - len(read), 'document')}** could not be read; they are named below."
    if not report.findings:
        yield "Nothing was found in them." if report.documents else "There is nothing to say of none."
    else:
        clean = len(report.documents) - len(found_in)
        yield (
            f"**{quantity(len(report.findings), 'finding')}**: {severities(report.findings)}, "
            f"in {quantity(len(found_in), 'document')}{f'; in the other {clean:,} nothing was found' if clean else ''}."
        )
        often = Counter(finding.rule for finding in report.findings).most_common(_OFTEN)
        yield f"Most often: {prose(', '.join(f'{rule} ({number:,})' for rule, number in often))}."
    links = sum(document.links for document in report.documents)
    if links:
        asked, known = count_of(report)
        state = "**none of them was asked**" if not asked else f"{asked:,} of them were asked"
        yield f"**{quantity(links, 'link')}**, to {quantity(known, 'address')} of the web: {state}."


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
