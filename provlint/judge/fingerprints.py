"""What a finding is known by when its document is edited elsewhere, its passage moved, its file renamed.

A fingerprint is 28 hexadecimal digits: 12 for the rule and what it found, 6 for the words before, 6 for the words
after, 4 for the ordinal among equals. A baseline compares the parts, so that one neighbour may change. A finding that
speaks for several places is known by what it speaks of, and has other parts: the first of a speaker's quotations the
words it stands on, a document as a whole its first words and its last, two related places the words of each.
"""

from bisect import bisect_right
from collections import Counter
from functools import cache
from hashlib import blake2b

from provlint.judge.subject import Subject
from provlint.model.document import Document
from provlint.model.rules import Rule
from provlint.text.patterns import lazy

_AROUND = 40  # characters on either side that tell equal words apart
_MOST = 200  # characters at either end of long words: an edit in their middle is an edit elsewhere
_GROUPED = lazy(r"\b(?:occurrence|first)\b")
_NAMES = ("who", "name", "key")  # fields that name what a grouped finding speaks of
# Where a neighbour begins that may go without its neighbours: a blank line, an item, a heading, a row, a quoted line.
_BREAK = lazy(r"(?:\r\n?|\n)[ \t]*+(?=[\r\n]|[-*+>#|]|\d{1,9}[.)][ \t])")
_NOTHING = "000000"
ALL = "ffffff"  # after a finding that speaks for a group
KEY = 24  # digits of a fingerprint that the ordinal is not among


def fingerprint(document: Document, equals: Counter[str], rule: Rule, subject: Subject) -> str:
    """The fingerprint of a finding; `equals` counts those of the document that are known by the same."""
    words = _squeezed(document.source, subject.start, subject.end)
    if rule.on == "relation":
        sides = [str(getattr(subject.record, name, "")) for name in ("text", "other_text")]
        # In one order for the pair: which of the two a finding stands on hangs on the order of the documents.
        key = _hash("\0".join((rule.id, *sorted(sides))), 6) + "".join(map(_short, sides))
    elif rule.on == "document":
        key = _hash(f"{rule.id}\0", 6) + _short(words) + _short(document.source[-_MOST:])
    elif (group := _group(rule, subject)) is not None:
        key = _hash(f"{rule.id}\0{group}", 6) + _short(words) + ALL
    else:
        before, after = _around(document, subject.start, subject.end)
        key = _hash(f"{rule.id}\0{words}", 6) + _short(before) + _short(after)
    equals[key] += 1
    return f"{key}{min(equals[key], 0xFFFF):04x}"


def _group(rule: Rule, subject: Subject) -> str | None:
    """What a finding speaks of where that is more than the words it stands on, None where it is just they."""
    if not _is_grouped(rule.when):
        return None
    record = subject.record
    return next((str(getattr(record, name)) for name in _NAMES if getattr(record, name, "")), None)


@cache
def _is_grouped(when: str) -> bool:
    return _GROUPED.search(when) is not None


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
    if "\n" in before or "\r" in before:
        breaks = [found.end() for found in _BREAK.finditer(before)]
        before = before[breaks[-1] if breaks else 0 :]
    if "\n" in after or "\r" in after:
        stop = _BREAK.search(after)
        after = after[: stop.start() if stop else None]
    return before, after


def _squeezed(source: str, start: int, end: int) -> str:
    if end - start <= 2 * _MOST:
        return " ".join(source[start:end].split())
    return " ".join((source[start : start + _MOST] + " … " + source[end - _MOST : end]).split())


def _short(words: str) -> str:
    words = " ".join(words.split())
    return _hash(words, 3) if words else _NOTHING


def _hash(words: str, size: int) -> str:
    return blake2b(words.encode("utf-8", "replace"), digest_size=size).hexdigest()
