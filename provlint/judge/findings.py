"""A rule that holds for a record → a finding: its sentence, its exact place, the words it covers, its fingerprint."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from provlint.judge.conditions import format_message
from provlint.judge.fingerprints import fingerprint
from provlint.judge.fixes import fix_of
from provlint.judge.subject import Subject
from provlint.model.document import Document
from provlint.model.findings import Finding, Related
from provlint.model.rules import Rule
from provlint.text.masking import mask_text
from provlint.text.visible import cut

_CUT = 200
_BESIDE = 160  # characters of the line kept on either side of a finding
_LONGEST_WORD = 4000  # characters looked through for a blank to cut at


class Hit(NamedTuple):
    """A rule and the subject it holds for."""

    rule: Rule
    subject: Subject


def findings(document: Document, hits: Iterable[Hit]) -> list[Finding]:
    """The findings of one document, sorted by start, then id."""
    ordered = sorted(hits, key=lambda hit: (hit.subject.start, hit.rule.id, hit.subject.end))
    equals: Counter[str] = Counter()
    return [_finding(document, hit, equals) for hit in ordered]


def _finding(document: Document, hit: Hit, equals: Counter[str]) -> Finding:
    rule, subject = hit
    source, start, end = document.source, subject.start, subject.end
    line, column = document.line_column(start)
    end_line, end_column = document.line_column(end)
    context, context_column = _context(document, start, end, line)
    return Finding(
        id=rule.id,
        rule=rule.name,
        severity=rule.severity,
        confidence=rule.confidence,
        message=format_message(rule, subject.record),
        path=document.path,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        snippet=_snippet(source, start, end),
        fingerprint=fingerprint(document, rule, subject, equals),
        context=context,
        context_column=context_column,
        related=_related(document, rule, subject),
        fix=fix_of(document, rule, subject),
        utf8_columns=(document.utf8_column(start), document.utf8_column(end)),
    )


def _snippet(source: str, start: int, end: int) -> str:
    """The words covered, cut at 200 characters; masked before they are cut, or a secret could lose its marks."""
    return cut(
        mask_text(source[start : _at_blank(source, min(end, start + _CUT), min(end, start + _LONGEST_WORD))]), _CUT
    )


def _context(document: Document, start: int, end: int, line: int) -> tuple[str, int]:
    """The line a finding starts on, cut at blanks on both sides when it is long, and the column the cut begins at."""
    source, first = document.source, document.line_starts[line - 1]
    last = document.line_starts[line] if line < len(document.line_starts) else len(source)
    begin = first
    if start - first > _BESIDE:
        blank = source.rfind(" ", max(first, start - _LONGEST_WORD), start - _BESIDE)
        begin = blank + 1 if blank >= 0 else start
    stop = max(start + 1, min(end, start + _CUT)) + _BESIDE
    stop = _at_blank(source, min(last, stop), min(last, stop + _LONGEST_WORD))
    return mask_text(source[begin:stop].rstrip("\r\n")), begin - first + 1


def _at_blank(source: str, start: int, stop: int) -> int:
    """The first blank from `start` on, at most at `stop`: where text can be cut without cutting an address."""
    blank = source.find(" ", start, stop)
    return blank if blank >= 0 else stop


def _related(document: Document, rule: Rule, subject: Subject) -> tuple[Related, ...]:
    """The other side of a relation, or the first mention of an address for a rule that asks which mention it is."""
    if subject.elsewhere:
        return subject.elsewhere
    if not subject.related or "occurrence" not in rule.when:
        return ()
    start, end, words = subject.related
    return (Related(document.path, start, end, *document.line_column(start), words),)
