"""A page as words to compare with, and what comparing a quotation with it gave."""

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from provlint.model.facts import Speaker
from provlint.model.words import (
    Format,
    MatchEditKind,
    MatchKind,
    PageRegion,
    SourcePlace,
    SourceScopeTold,
    VerifiedKind,
)


class PageBlock(NamedTuple):
    """One stretch of a page's words, `PageText.text[start:end]`.

    `section` rises where another article, post or heading begins: words of two sections are not one statement.
    """

    start: int
    end: int
    region: PageRegion
    section: int = 0


class PageRuns:
    """Stretches of a page's words and where they come from, as `model.document.Run` has them, in three flat lists.

    A page of megabytes has hundreds of thousands; as objects of their own they would cost more than the words.
    """

    def __init__(self) -> None:
        self.at: list[int] = []
        self.start: list[int] = []
        self.end: list[int] = []

    def add(self, at: int, start: int, end: int) -> None:
        """The stretch that begins at `at` of the words comes from `start:end` of the page as given."""
        self.at.append(at)
        self.start.append(start)
        self.end.append(end)

    def place(self, first: int, last: int, length: int) -> tuple[int, int]:
        """Where words `first:last` stand in the page as given; `length` is that of all words."""
        return self._locate(first, False, length), self._locate(last, True, length)

    def _locate(self, at: int, is_end: bool, length: int) -> int:
        # An end belongs to the stretch before it, a start to the one it opens.
        number = max(0, bisect_right(self.at, at - is_end) - 1)
        begin, start, end = self.at[number], self.start[number], self.end[number]
        shown = (self.at[number + 1] if number + 1 < len(self.at) else length) - begin
        if 0 <= shown - (end - start) <= 1:  # the same characters, and the newline that ends a block
            return start + min(at - begin, end - start)
        return end if is_end else start


class PageText(NamedTuple):
    """The words of a page in the order in which they stand; those that no reader sees come last.

    `runs` map `text` to the page as it was given. `unavailable` says why the page's words are not there to be read, in
    words for a sentence, "" when they are: it is asked only for a quotation that is not found. Absent text is "".
    """

    text: str
    blocks: tuple[PageBlock, ...]
    runs: PageRuns
    language: str = ""
    title: str = ""
    date: str = ""  # as the page writes it, ISO 8601 as a rule
    unavailable: Callable[[], str] = str
    titles: Callable[[], tuple[str, ...]] = tuple  # every title it says it has, for an excerpt that has one
    days: Callable[[], tuple[str, ...]] = tuple  # every day it says it was published or changed on


class MatchEdit(NamedTuple):
    """One stretch in which a quotation differs from its page; `quoted` or `source` is "" where it has none.

    `start:end` is the stretch in the quotation, an empty span where words are missing from it.
    """

    kind: MatchEditKind
    quoted: str
    source: str
    start: int
    end: int
    marked: bool  # by its writer, in brackets or with an ellipsis


class MatchPassage(NamedTuple):
    """Where a quotation's words stand: `start:end` in the page as given, `text` the words as a reader sees them."""

    start: int
    end: int
    text: str
    region: PageRegion
    before: str = ""  # the words that lead up to it, in the same block
    after: str = ""  # the words that follow
    ending: str = ""  # what limits it, where it is clipped: the rest of its sentence
    first: int = 0  # its span in `PageText.text`
    last: int = 0


class Match(NamedTuple):
    """What a page says of a quotation: one word, where, and how the two differ."""

    kind: MatchKind
    reason: str = ""  # in words for a sentence; "" for verbatim
    passage: MatchPassage | None = None
    difference: tuple[MatchEdit, ...] = ()
    speaker: Speaker | None = None  # whom the page gives the words to, as it is named there; offsets mean nothing
    short: bool = False  # too few words to tell a quotation from chance
    word_count: int = 0  # words of the quotation, insertions left out
    matched: int = 0  # of them, words that stand in the passage


class Fetched(NamedTuple):
    """A page as somebody keeps it: its content, or why there is none, in words for a sentence."""

    content: str | bytes | None
    format: Format = "html"
    why: str = ""


class Verified(NamedTuple):
    """A quotation or excerpt of a document, at `start:end` of its source, compared with what it is taken from."""

    kind: VerifiedKind
    start: int
    end: int
    text: str  # as rendered
    source: str  # the address or path it was compared with, secrets masked
    match: Match
    speaker: Speaker | None = None  # whom the document gives the words to
    respoken: bool = False  # the page names another person
    scope: SourceScopeTold = ""  # how near the source stands
    place: SourcePlace = ""  # what of the quotation it stands on
    title: str = ""  # of the page
    date: str = ""
    share: int = 0  # per cent of the article that an excerpt holds
    fragment: str = ""  # `source` with a text fragment that points to the passage
    remarks: tuple[str, ...] = ()  # what else is to be said of it, each in words for a sentence
