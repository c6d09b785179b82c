"""Identifiers of works in rendered words: where each stands, its normal form, and what is wrong with it.

Forms: the DOI Handbook (prefix and suffix; Crossref observes that registrants have four digits or more), arXiv's
"Understanding the arXiv identifier", NLM's PMID and PMCID, ISO 2108 (ISBN), ISO 3297 (ISSN). Numbers that could be
anything count only behind the name of their scheme.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from provlint.extract import check_digits
from provlint.model.words import IdentifierScheme
from provlint.text.patterns import lazy

_DASH = "\\-\u2010-\u2015"
_DOI_END = '\\s\x00"<>\u201c\u201d\u00ab\u00bb\u2026\u200b'
_DOI = lazy(rf"(?<![\w.])10\.\d{{4,9}}(?>(?:\.\d{{1,9}})*)/[^{_DOI_END}]+")
_DOI_FORM = lazy(r"10\.\d{4,9}(?>(?:\.\d{1,9})*)/.")
_DOI_ANNOUNCED = lazy(rf"(?i:\bdoi(?:\.org/|[ \t]{{0,3}}[:=][ \t]{{0,3}}))(10\.\d[^{_DOI_END}]*+)")
_TRAILING = frozenset(".,;:!?'\u2019\u2018*_|")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_ARXIV = lazy(
    r"(?i:\barxiv(?:\.org/(?:abs|pdf)/|[ \t]{0,3}:[ \t]{0,3}|[ \t]{1,3}(?:preprint[ \t]{1,3})?(?:arxiv:)?))"
    r"(\d{4}\.\d{4,6}(?:v\d{1,3})?|[a-z]{2,8}(?:-[a-z]{2,4})?(?:\.[A-Z]{2})?/\d{7}(?:v\d{1,3})?)(?!\w)"
)
_PMID = lazy(r"\bPMID[ \t]{0,3}[:#]?[ \t]{0,3}(\d{1,8})(?!\w)")
_PMCID = lazy(r"\bPMCID[ \t]{0,3}[:#]?[ \t]{0,3}((?:PMC)?\d{3,9})(?!\w)|\b(PMC\d{5,9})(?!\w)")
_NOTE = r"[ \t]{0,3}(?:\([^()\n]{1,20}\))?[ \t]{0,3}[:#=]?[ \t]{0,3}"
_ISBN = lazy(rf"\b(?i:isbn)s?(?:[ -]?1[03](?=[\s:)]))?{_NOTE}(\d(?:[ {_DASH}]?\d){{7,16}}(?:[ {_DASH}]?[Xx])?)(?!\w)")
_ISBN_ALONE = lazy(rf"(?<![\w{_DASH}])97[89](?:[{_DASH}]\d{{1,7}}){{3}}[{_DASH}]\d(?![\w{_DASH}])")
_ISSN = lazy(rf"\b(?:[eEpP]-?)?(?i:issn)(?:-?L)?{_NOTE}(\d{{4}}[{_DASH}]?\d{{3}}[\dXx])(?![\w{_DASH}])")
_SEPARATORS = lazy(rf"[ {_DASH}]")
_FIRST_LONG_ARXIV = 1501  # from January 2015 on the number has five digits
_MONTHS = range(1, 13)
_NEARLY_ISBN = (11, 12, 14)


class Named(NamedTuple):
    """An identifier at `[start:end]` of the words it was looked for in; `fault` is "" when it is valid."""

    scheme: IdentifierScheme
    start: int
    end: int
    value: str
    fault: str = ""


def find(words: str) -> Iterator[Named]:
    """Every identifier in rendered words, scheme by scheme."""
    lower = words.lower()
    if "10." in words:
        yield from _dois(words)
    if "arxiv" in lower:
        yield from map(_arxiv, _ARXIV.finditer(words))
    if "PM" in words:
        yield from (Named("pmid", *found.span(1), found[1]) for found in _PMID.finditer(words))
        yield from map(_pmcid, _PMCID.finditer(words))
    if "isbn" in lower or "978" in words or "979" in words:
        yield from _isbns(words)
    if "issn" in lower:
        yield from map(_issn, _ISSN.finditer(words))


def trimmed(words: str, start: int, end: int) -> int:
    """`end` of a DOI moved back over the punctuation and the closing brackets that belong to the sentence."""
    excess = {
        close: words.count(close, start, end) - words.count(opening, start, end) for close, opening in _PAIRS.items()
    }
    while end > start:
        last = words[end - 1]
        if last not in _TRAILING and excess.get(last, 0) <= 0:
            break
        if last in excess:
            excess[last] -= 1
        end -= 1
    return end


def doi_fault(doi: str) -> str:
    """Why what begins with `10.` is no DOI."""
    if _DOI_FORM.match(doi):
        return ""
    prefix, slash, _ = doi.partition("/")
    if not slash or re.fullmatch(r"10\.\d{4,9}(?>(?:\.\d{1,9})*)", prefix):
        return "nothing follows its prefix"
    return f"{prefix} is no prefix of a registrant"


def arxiv_fault(value: str) -> str:
    """Why no preprint at arXiv can have this number."""
    number = value.rpartition("/")[2].partition("v")[0]
    if int(number[2:4]) not in _MONTHS:
        return f"it gives {number[2:4]} as its month"
    if "/" in value:
        return ""
    digits = len(number.partition(".")[2])
    due = 5 if int(number[:4]) >= _FIRST_LONG_ARXIV else 4
    return "" if digits == due else f"numbers of that month have {due} digits behind the point"


def _dois(words: str) -> Iterator[Named]:
    seen = set()
    for found in _DOI.finditer(words):
        end = trimmed(words, found.start(), found.end())
        doi = words[found.start() : end]
        if _DOI_FORM.match(doi) and not words.startswith("\u2026", end) and not words.startswith("..", end):
            seen.add(found.start())
            yield Named("doi", found.start(), end, doi.lower())
    for found in _DOI_ANNOUNCED.finditer(words):
        start, end = found.start(1), trimmed(words, *found.span(1))
        cut = words.startswith(("\u2026", ".."), end)
        if start not in seen and not cut and (fault := doi_fault(words[start:end])):
            yield Named("doi", start, end, words[start:end].lower(), fault)


def _arxiv(found: re.Match[str]) -> Named:
    value = re.sub(r"\.[A-Z]{2}/", "/", found[1])  # the class of a subject is no part of the number
    return Named("arxiv", *found.span(1), value, arxiv_fault(value))


def _pmcid(found: re.Match[str]) -> Named:
    group = 1 if found[1] else 2
    return Named("pmcid", *found.span(group), "PMC" + found[group].removeprefix("PMC"))


def _issn(found: re.Match[str]) -> Named:
    digits = _SEPARATORS.sub("", found[1]).upper()
    fault = "" if check_digits.issn(digits) else "its check digit is wrong"
    return Named("issn", *found.span(1), f"{digits[:4]}-{digits[4:]}", fault)


def _isbns(words: str) -> Iterator[Named]:
    ends = -1
    for found in _ISBN.finditer(words):
        if named := _isbn(found[1], found.start(1)):
            ends = max(ends, named.end)
            yield named
    for found in _ISBN_ALONE.finditer(words):
        digits = _SEPARATORS.sub("", found[0])
        if found.start() > ends and len(digits) == len("9780306406157") and check_digits.isbn13(digits):
            yield Named("isbn", *found.span(), digits)


def _isbn(written: str, start: int) -> Named | None:
    """The number at the beginning of `written`, where a year or another number may follow behind a space."""
    cuts = [found.start() for found in _SEPARATORS.finditer(written)] + [len(written)]
    candidates = [(end, _SEPARATORS.sub("", written[:end]).upper()) for end in cuts]
    whole = [(end, digits) for end, digits in candidates if _is_isbn_long(digits)]
    for end, digits in whole:
        if check_digits.isbn13(digits) if digits.isdigit() and len(digits) > 10 else check_digits.isbn10(digits):
            return Named("isbn", start, start + end, digits)
    if whole:
        end, digits = whole[-1]
        return Named("isbn", start, start + end, digits, "its check digit is wrong")
    digits = candidates[-1][1]
    if len(digits) in _NEARLY_ISBN and " " not in written:
        return Named("isbn", start, start + len(written), digits, f"it has {len(digits)} digits instead of 10 or 13")
    return None


def _is_isbn_long(digits: str) -> bool:
    return len(digits) == len("0306406152") or (len(digits) == len("9780306406157") and digits.isdigit())
