"""A rule that holds for a record → a finding: its sentence, its exact place, the words it covers, its fingerprint."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from provlint.judge.conditions import format_message
from provlint.judge.subject import Subject
from provlint.model.document import Document
from provlint.model.findings import Edit, Finding, Fix, Related
from provlint.model.rules import Rule, RuleFix
from provlint.model.words import NOT_VERIFIED
from provlint.text.masking import mask_text
from provlint.text.visible import cut

_MARKUP = re.compile(r"[*_`\[\]<>\\&|]|\.\.\.|…")
_CUT = 200
_AROUND = 40  # characters on either side that tell equal words apart in a fingerprint
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
        fingerprint=_fingerprint(source, rule, start, end, equals),
        context=context,
        context_column=context_column,
        related=_related(document, rule, subject),
        fix=_fix(rule, subject),
        unverified=_is_unverified(rule, subject),
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


def _fingerprint(source: str, rule: Rule, start: int, end: int, equals: Counter[str]) -> str:
    """Rule, words, words around, ordinal among equals: stable under edits elsewhere and moves of the passage."""
    from hashlib import blake2b

    words = " ".join(source[start:end].split())
    before = source[max(0, start - _AROUND) : start].rpartition("\n\n")[2]
    after = source[end : end + _AROUND].partition("\n\n")[0]
    parts = (rule.id, words, " ".join(before.split()), " ".join(after.split()))
    seed = "\0".join(parts)
    equals[seed] += 1
    return blake2b(f"{seed}\0{equals[seed]}".encode("utf-8", "replace"), digest_size=12).hexdigest()


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


def _fix(rule: Rule, subject: Subject) -> Fix | None:
    """The rule's fix, unless the address holds a secret (a report must not repeat it) or nothing would change."""
    link = subject.link
    if rule.fix and subject.replaceable:
        return _reworded(rule.fix, subject)
    if not rule.fix or not link or link.address.masked != link.url:
        return None
    text = str(getattr(subject.record, rule.fix.by))
    return Fix(rule.fix.safe, (Edit(link.start, link.end, text),)) if text and text != link.url else None


def _reworded(fix: RuleFix, subject: Subject) -> Fix | None:
    """Other words in the place of the subject's, unless they could be read as markup."""
    text = str(getattr(subject.record, fix.by))
    if not text or _MARKUP.search(text):
        return None
    return Fix(fix.safe, (Edit(subject.start, subject.end, text),))
