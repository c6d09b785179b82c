"""What a finding is known by when its document is edited elsewhere, its passage moved, its file renamed.

A fingerprint is 28 hexadecimal digits: 12 for the rule and what it found, 6 for the words before, 6 for the words
after, 4 for the ordinal among equals. A baseline compares the parts, so that one neighbour may change. A finding that
speaks for several places (the first of a speaker's quotations, a document as a whole) is known by what it speaks of,
and the words it stands on are its "before".
"""

import re
from bisect import bisect_right
from collections import Counter
from hashlib import blake2b

from provlint.judge.subject import Subject
from provlint.model.document import Document
from provlint.model.rules import Rule

_AROUND = 40  # characters on either side that tell equal words apart
_MOST = 200  # characters at either end of long words: an edit in their middle is an edit elsewhere
_GROUPED = re.compile(r"\b(?:occurrence|first)\b")
_NAMES = ("who", "name", "key")  # fields that name what a grouped finding speaks of
# Where a neighbour begins that may go without its neighbours: a blank line, an item, a heading, a row, a quoted line.
_BREAK = re.compile(r"(?:\r\n?|\n)[ \t]*+(?=[\r\n]|[-*+>#|]|\d{1,9}[.)][ \t])")
_NOTHING = "000000"
_ALL = "ffffff"  # after a finding that speaks for a document or a group
KEY = 24  # digits of a fingerprint that the ordinal is not among


def fingerprint(document: Document, rule: Rule, subject: Subject, equals: Counter[str]) -> str:
    """The fingerprint of a finding; `equals` counts those of the document that are known by the same."""
    words = _squeezed(document.source, subject.start, subject.end)
    group = _group(rule, subject)
    if group is None:
        before, after = _around(document, subject.start, subject.end)
        key = _hash(f"{rule.id}\0{words}", 6) + _short(before) + _short(after)
    else:
        key = _hash(f"{rule.id}\0{group}", 6) + _short(words) + _ALL
    equals[key] += 1
    return f"{key}{min(equals[key], 0xFFFF):04x}"


def _group(rule: Rule, subject: Subject) -> str | None:
    """What a finding speaks of where that is more than the words it stands on, None where it is just they."""
    if rule.on == "document":
        return ""
    record = subject.record
    if rule.on == "relation":  # either side may be the one it stands on
        return "\0".join(sorted((str(getattr(record, "text", "")), str(getattr(record, "other_text", "")))))
    if _GROUPED.search(rule.when):
        return next((str(getattr(record, name)) for name in _NAMES if getattr(record, name, "")), None)
    return None


def _around(document: Document, start: int, end: int) -> tuple[str, str]:
    """The words before and after a place, as far as they belong to the same block, line of a list or row."""
    source = document.source
    first, last = max(0, start - _AROUND), min(len(source), end + _AROUND)
    starts = document.block_starts
    at = bisect_right(starts, start)
    first = max(first, starts[at - 1] if at else 0)
    # A block's words may end before the markup around them does: where the next one starts is sure.
    last = min(last, starts[at] if at < len(starts) and starts[at] >= end else last)
    before, after = source[first:start], source[end:last]
    breaks = [found.end() for found in _BREAK.finditer(before)]
    stop = _BREAK.search(after)
    return before[breaks[-1] if breaks else 0 :], after[: stop.start() if stop else None]


def _squeezed(source: str, start: int, end: int) -> str:
    if end - start <= 2 * _MOST:
        return " ".join(source[start:end].split())
    return " ".join((source[start : start + _MOST] + " … " + source[end - _MOST : end]).split())


def _short(words: str) -> str:
    words = " ".join(words.split())
    return _hash(words, 3) if words else _NOTHING


def _hash(words: str, size: int) -> str:
    return blake2b(words.encode("utf-8", "replace"), digest_size=size).hexdigest()
