"""Report → what an audit checked and what nobody looked at, so that silence is not taken for praise."""

from collections import Counter
from collections.abc import Iterator, Sequence

from provlint.model.findings import Report
from provlint.model.rules import Rule
from provlint.model.words import NOT_ASKED, UNVERIFIED
from provlint.report.audit_words import NO_ROOT
from provlint.report.markdown_entries import sentence
from provlint.report.markdown_escape import code, prose
from provlint.report.summary import quantity
from provlint.text.visible import cut

_UNREAD = 50  # documents named one by one
_WHY_NOT_ASKED = {
    "offline": "the audit was made without a connection, so it cannot say whether these pages are still there, or say "
    "what they are cited for",
    NO_ROOT: "they begin with a slash, and the settings do not say which folder that stands for",
}
_SUBJECTS = {
    "document": "documents as a whole", "block": "paragraphs and other blocks", "link": "links",
    "citation": "citations", "passage": "leftovers in the text", "suppression": "ignores",
    "identifier": "identifiers", "quotation": "quotations", "attribution": "attributions", "outlet": "outlets",
    "claim": "claims", "phrase": "phrases", "excerpt": "excerpts", "relation": "words quoted twice",
    "match": "quotations compared with their sources",
}  # fmt: skip


def scope_part(report: Report, rules: Sequence[Rule], judged: frozenset[str]) -> Iterator[str]:
    """The section; `rules` are all known ones, `judged` the ids of those this audit ran."""
    yield from ("## What was checked, and what was not", "")
    subjects: dict[str, list[str]] = {}
    for rule in rules:
        if rule.id in judged:
            subjects.setdefault(rule.on, []).append(rule.name)
    if subjects:
        yield f"Checked, by {quantity(len(judged), 'rule')}:"
        yield ""
        for subject, names in subjects.items():
            yield f"- {_SUBJECTS.get(subject, subject)}: {prose(', '.join(names))}"
        yield ""
    sentences = [*_unasked(report), *_unrun(report, rules, judged), *_held_back(report)]
    if sentences:
        yield from ("Not checked:", "", *(f"- {words}" for words in sentences), "")
    yield from _unread(report)


def _unasked(report: Report) -> Iterator[str]:
    reasons = Counter(link.reason or link.verdict for link in report.links if link.verdict in NOT_ASKED)
    for reason, number in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        which = f"{number:,} of {quantity(len(report.links), 'address')}"
        yield f"**{which}** not asked: {_WHY_NOT_ASKED.get(reason) or sentence(reason)}."
    verdicts = Counter[str](link.verdict for link in report.links if link.verdict in UNVERIFIED)
    for verdict, number in sorted(verdicts.items(), key=lambda item: (-item[1], item[0])):
        yield f"**{quantity(number, 'address')}** could not be verified: {prose(verdict)}."


def _unrun(report: Report, rules: Sequence[Rule], judged: frozenset[str]) -> Iterator[str]:
    names = {rule.id: rule.name for rule in rules}
    skipped: dict[str, list[str]] = {}
    for rule in report.skipped_rules:
        skipped.setdefault(rule.why, []).append(names.get(rule.id, rule.name) or rule.id)
    for why, found in skipped.items():
        yield f"{quantity(len(found), 'rule')} could not run ({prose(why)}): {prose(', '.join(found))}."
    left = [rule.name for rule in rules if rule.id not in judged.union(rule.id for rule in report.skipped_rules)]
    if left:
        yield f"{quantity(len(left), 'rule')} not asked for: {prose(', '.join(left))}."


def _held_back(report: Report) -> Iterator[str]:
    if report.suppressed:
        held = quantity(report.suppressed, "finding")
        yield f"{held} left out, because the writers asked for it in their documents or settings."
    if report.baselined:
        yield f"{quantity(report.baselined, 'finding')} left out, because they were known before."
    yield from (f"Note: {sentence(note.removesuffix('.'))}." for note in report.notes)


def _unread(report: Report) -> Iterator[str]:
    unread = [document for document in report.documents if document.unread]
    if not unread:
        return
    yield from ("Could not be read:", "")
    for document in unread[:_UNREAD]:
        yield f"- {code(cut(document.path))}: {sentence(document.unread)}"
    if len(unread) > _UNREAD:
        yield f"- and {quantity(len(unread) - _UNREAD, 'document')} more"
    yield ""
