"""Times that are told from the day of writing, and whether a document says anywhere what day that was."""

from collections.abc import Iterator

from provlint.extract.claims.word_sets import word_set
from provlint.model.document import Document
from provlint.text.dates import iso_date
from provlint.text.patterns import lazy

_DAYS = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_NUMBERS = r"(?:[Aa]|an|one|[Tt]wo|three|four|five|six|seven|eight|nine|ten|several|a\sfew|a\scouple\sof|\d{1,2})"
_RELATIVE = lazy(
    r"\b(?:[Ee]arlier\s|[Ll]ater\s)?(?:[Ll]ast|[Tt]his\spast)\s(?:week|month|year|night|summer|winter|spring|fall"
    r"|autumn|weekend"
    rf"|January|February|March|April|May|June|July|August|September|October|November|December|{_DAYS})\b(?!\s(?:of"
    rf"|when|before)\b|[’'-])"
    rf"|\b{_NUMBERS}\s(?:days?|weeks?|months?|years?)\sago\b|\b[Yy]esterday\b|\b[Oo]n\s{_DAYS}\b(?!\s(?:nights?"
    rf"|mornings?|evenings?|afternoons?|at)\b)"
    r"|\b(?:[Ee]arlier|[Ll]ater)\sthis\s(?:week|month|year)\b",
)
#: Words without one of which no such time can stand.
TIME_WORDS = word_set(
    "last past ago yesterday earlier later monday tuesday wednesday thursday friday saturday sunday",
)
_YEAR = lazy(r"(?:1[6-9]|20)\d\d")
_PATH_DATE = lazy(r"(?:19|20)\d\d[-_/.](?:0?[1-9]|1[0-2])(?!\d)")
_MONTH_YEAR = lazy(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s(?:\d{1,2},?\s)?(?:19|20)\d\d\b"
)
_DATED_KINDS = frozenset({"dateline", "byline", "title", "heading", "furniture", "metadata", "caption", "other"})
_AROUND = 120  # characters on either side in which a year tells the time as well


def is_undated(document: Document) -> bool:
    """Whether nothing says when a document was written: metadata, byline, dateline, file name, a date in the text."""
    if document.metadata.date or _PATH_DATE.search(document.path):
        return False
    return not any(
        iso_date(block.plain) or (block.kind in _DATED_KINDS and _MONTH_YEAR.search(block.plain))
        for block in document.blocks
        if block.plain and _YEAR.search(block.plain)
    )


def times(plain: str) -> Iterator[tuple[int, int]]:
    """The spans of times relative to the day of writing, where no year stands near."""
    for found in _RELATIVE.finditer(plain):
        if not _YEAR.search(plain, max(0, found.start() - _AROUND), found.end() + _AROUND):
            yield found.span()
