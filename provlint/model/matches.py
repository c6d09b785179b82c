"""A page as words to compare with, and what comparing a quotation with it gave."""

from typing import NamedTuple

from provlint.model.document import Run
from provlint.model.words import MatchEditKind, MatchKind, PageRegion


class PageBlock(NamedTuple):
    """One stretch of a page's words, `PageText.text[start:end]`.

    `section` rises where another article, post or heading begins: words of two sections are not one statement.
    """

    start: int
    end: int
    region: PageRegion
    section: int = 0


class PageText(NamedTuple):
    """The words of a page in the order in which they stand; those that no reader sees come last.

    `runs` map `text` to the page as it was given. `unavailable` says why the page's words are not there to be read, in
    words for a sentence; "" when they are. Absent text is "".
    """

    text: str
    blocks: tuple[PageBlock, ...]
    runs: tuple[Run, ...] = ()
    language: str = ""
    title: str = ""
    date: str = ""  # as the page writes it, ISO 8601 as a rule
    unavailable: str = ""


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
    speaker: str = ""  # whom the page gives the words to; "" when it does not say
    short: bool = False  # too few words to tell a quotation from chance
    word_count: int = 0  # words of the quotation, insertions left out
    matched: int = 0  # of them, words that stand in the passage
