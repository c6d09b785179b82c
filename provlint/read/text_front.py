"""What stands at the top of a text: header fields, a dateline, the title, bylines; what they tell of the document."""

from typing import NamedTuple

from provlint.model.document import Metadata
from provlint.model.words import BlockKind
from provlint.read.text_containers import Pieces
from provlint.read.text_credits import authors, date_at
from provlint.read.text_fields import fields, person
from provlint.read.text_forms import is_title
from provlint.read.text_headings import is_salutation
from provlint.text.dates import iso_date
from provlint.text.patterns import lazy

_BEFORE_TITLE = ("date", "metadata", "rule", "furniture", "caption", "table", "byline")
_NO_TITLE = lazy(r"://|\w@\w")
_SHORTEST_BODY = 60  # letters: a line of text, not another credit
_FURTHEST = 8  # pieces among which the title must stand, and then the bylines: that many credits and captions at most
_MOST_TITLE_LINES = 3  # more title-like lines in one paragraph are a list or verse
_BODY = frozenset(("item", "quote", "table", "code", "count", "header", "rule", "address"))
_DATE_FIELDS = ("date", "published", "sent", "release date", "posting date")
_CREDITS: dict[str, BlockKind] = {"byline": "byline", "date": "dateline", "caption": "caption", "metadata": "metadata"}


class Front(NamedTuple):
    """What the pieces at the top are, and what they say of the document."""

    kinds: dict[int, BlockKind]
    metadata: Metadata


def read_front(pieces: Pieces) -> Front:
    """The front matter of a plain text."""
    kinds: dict[int, BlockKind] = {}
    at = 0
    while at < _FURTHEST and pieces.role(at) in _BEFORE_TITLE:
        at = _credit(pieces, at, kinds)
    if _is_document_title(pieces, at):
        kinds[at] = "title"
        at += 1
        subtitles = 0
        while at < _FURTHEST and (pieces.role(at) in _CREDITS or (pieces.role(at) == "line" and subtitles < 1)):
            if pieces.pieces[at].role == "line":
                subtitles += 1
                if pieces.pieces[at].joins:
                    kinds[at] = "heading"
            at = _credit(pieces, at, kinds)
    return Front(kinds, _metadata(pieces, kinds))


def _credit(pieces: Pieces, at: int, kinds: dict[int, BlockKind]) -> int:
    """Note what a piece beside the title is; give the next one."""
    role = pieces.role(at)
    if role in _CREDITS:
        kinds[at] = _CREDITS[role]
    elif pieces.pieces[at].form in ("posted", "dated"):
        kinds[at] = "byline"
    return at + 1


def _is_document_title(pieces: Pieces, at: int) -> bool:
    """Whether the first words of a text are its title: a line that reads like one, with a text below."""
    if pieces.role(at) not in ("line", "prose") or pieces.pieces[at].form or pieces.names_poster(at):
        return False
    piece = pieces.pieces[at]
    words = pieces.words(at)
    if not is_title(pieces.text, piece.start, piece.end) or words[-1] == ":" or _NO_TITLE.search(words):
        return False
    alike = 0
    while pieces.role(at + alike) == "line" and pieces.pieces[at + alike].chunk == piece.chunk:
        alike += 1
    below = any(_is_body(pieces, one) for one in range(at + 1, at + 1 + _FURTHEST))
    return alike <= _MOST_TITLE_LINES and not is_salutation(words) and below


def _is_body(pieces: Pieces, at: int) -> bool:
    role = pieces.role(at)
    return role in _BODY or (role == "prose" and pieces.pieces[at].end - pieces.pieces[at].start >= _SHORTEST_BODY)


def _metadata(pieces: Pieces, kinds: dict[int, BlockKind]) -> Metadata:
    """What the front says: the lines first, then the header fields."""
    told: dict[str, str] = {}
    title = date = source = None
    names: tuple[str, ...] = ()
    for at, kind in kinds.items():
        words = pieces.words(at)
        if kind == "metadata":
            told = told or fields(words.split("\n"))
        elif kind == "title":
            title = " ".join(words.split())
        elif kind == "byline":
            names += authors(pieces.pieces[at].detail)
        if kind in ("dateline", "byline") and date is None and (place := date_at(words)):
            date = iso_date(words[slice(*place)])
            source = "dateline" if date else None
    for field in () if date else _DATE_FIELDS:
        if date := iso_date(told.get(field, "")):
            source = field
            break
    title = next((told[field] for field in ("title", "headline", "subject") if told.get(field)), None) or title
    written = next((told[field] for field in ("author", "authors", "byline", "from") if told.get(field)), "")
    return Metadata(title, date, source, None, names or (authors(person(written)) if written else ()))
