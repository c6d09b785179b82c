"""One line → the piece it makes: a stretch that is one thing, told by its own look and not by its neighbours."""

from typing import Literal, NamedTuple

from provlint.read.text_credits import byline, date_in, is_caption, is_furniture
from provlint.read.text_forms import address_in, handle_in, is_rule, is_title, marker, name_and_handle
from provlint.read.text_lines import Line
from provlint.read.text_threads import HeaderForm, comment_header, counts_comments
from provlint.text.patterns import lazy

Role = Literal[
    "prose", "line", "address", "handle", "named", "rule", "header", "count", "item", "quote", "code", "table",
    "furniture", "caption", "byline", "date", "metadata",
]  # fmt: skip
# Letters. Longer lines are prose, an address or a list's item: 160 is what the longest title has (`text_forms`), and
# no byline, header or caption has more. A line of more than 90 that ends in one full stop is prose: no form does.
_LONGEST_SHORT = 160
_LONG_SENTENCE = 90
_DIGIT = lazy(r"\d")
_WORDS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ\"'“‘«")  # no address, no list's item opens so


class Piece(NamedTuple):
    """One stretch at `text[start:end]` of paragraph number `chunk`.

    `line` is a line that reads like a title, `named` one with a name and a handle. `joins` says that it is one
    paragraph with its like neighbours of the same chunk unless something claims it. `detail` is the author of a header
    or byline, an address, a handle, a name; `form` the form of a comment's header; `lead` counts the characters of the
    list marker left out before `start`.
    """

    role: Role
    start: int
    end: int
    chunk: int
    joins: bool = False
    detail: str = ""
    form: HeaderForm = ""
    lead: int = 0


def piece_of(text: str, line: Line, chunk: int, joins: bool = False) -> Piece:
    """The piece that one line makes by itself."""
    start, end, _ = line
    length, opens = end - start, text[start]
    if opens in _WORDS and (
        length > _LONGEST_SHORT or (length > _LONG_SENTENCE and text[end - 2] not in "." == text[end - 1])
    ):
        return Piece("prose", start, end, chunk, joins)
    if opens == ">":
        return Piece("quote", start, end, chunk)
    if length <= _LONGEST_SHORT and (piece := _short(text, start, end, chunk, joins)):
        return piece
    if address := address_in(text, start, end):
        return Piece("address", start, end, chunk, joins, address)
    if mark := marker(text, start, end):
        return Piece("item", start + len(mark), end, chunk, lead=len(mark))
    if length <= _LONGEST_SHORT and is_title(text, start, end):
        return Piece("line", start, end, chunk, joins)
    return Piece("prose", start, end, chunk, joins)


def _short(text: str, start: int, end: int, chunk: int, joins: bool) -> Piece | None:
    """The piece of a short line with a form of its own."""
    if is_rule(text, start, end):
        return Piece("rule", start, end, chunk)
    if handle := handle_in(text, start, end):
        return Piece("handle", start, end, chunk, joins, handle)
    words = text[start:end]
    if "@" in words and (name := name_and_handle(words)):
        return Piece("named", start, end, chunk, joins, name)
    form, author = comment_header(words)
    if form:
        return Piece("header", start, end, chunk, joins, author, form)
    if is_furniture(words):
        return Piece("furniture", start, end, chunk)
    if counts_comments(words):
        return Piece("count", start, end, chunk)
    if _DIGIT.search(words) and date_in(words):
        return Piece("date", start, end, chunk, joins)
    if names := byline(words):
        return Piece("byline", start, end, chunk, joins, names)
    return Piece("caption", start, end, chunk, joins) if is_caption(words) else None
