"""A rule that holds for a record → a finding: its sentence, its exact place, the words it covers, its fingerprint."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from provlint.judge.conditions import format_message
from provlint.judge.fixes import fix_of
from provlint.judge.subject import Subject
from provlint.model.document import Document
from provlint.model.findings import Finding, Related
from provlint.model.rules import Rule
from provlint.model.words import NOT_VERIFIED
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
    if not ordered:
        return []
    from provlint.judge.fingerprints import fingerprint  # it loads OpenSSL, which takes as long as thirty findings do

    known_by = partial(fingerprint, document, Counter())
    return [_finding(document, hit, known_by) for hit in ordered]


def _finding(document: Document, hit: Hit, known_by: Callable[[Rule, Subject], str]) -> Finding:
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
        snippet=_snippet(source, start, end, context),
        fingerprint=known_by(rule, subject),
        context=context,
        context_column=context_column,
        related=_related(document, rule, subject),
        fix=fix_of(document, rule, subject),
        utf8_columns=(document.utf8_column(start), document.utf8_column(end)),
        unverified=_is_unverified(rule, subject),
    )


def _snippet(source: str, start: int, end: int, context: str) -> str:
    """The words covered, cut at 200 characters; masked before they are cut, or a secret could lose its marks."""
    words = source[start : _at_blank(source, min(end, start + _CUT), min(end, start + _LONGEST_WORD))]
    # What stands in the context as it is holds no secret: that is masked already.
    return cut(words if words in context else mask_text(words), _CUT)


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


def _is_unverified(rule: Rule, subject: Subject) -> bool:
    """Whether a finding says no more than that an address could not be verified; days of failures say more."""
    words = (getattr(subject.record, "verdict", ""), getattr(subject.record, "verdict_kind", ""))
    return rule.needs == "network" and not NOT_VERIFIED.isdisjoint(words) and "failed_days" not in rule.when
