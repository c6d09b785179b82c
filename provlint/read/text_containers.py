"""The pieces of a text with what is known of them, and the containers found among them."""

from typing import NamedTuple

from provlint.model.words import BlockKind
from provlint.read.text_forms import LONGEST_NAME, is_name
from provlint.read.text_pieces import Piece

_AHEAD = 20  # pieces; no more than that is looked at past the last one


class Container(NamedTuple):
    """A post, an excerpt or a list of links over `pieces[first:last]`; `kinds` says what some of them are in it."""

    kind: BlockKind
    first: int
    last: int
    kinds: dict[int, BlockKind]
    author: str | None = None
    address: str | None = None


class Pieces(NamedTuple):
    """The pieces of a text with what they are to each other."""

    text: str
    pieces: list[Piece]
    first_header: int  # the number of pieces if there is none
    commenters: dict[int, str]  # piece → who wrote the comment it stands in
    roles: list[str]  # of each piece; then "" for as far as anything looks ahead, and for -1

    def role(self, index: int) -> str:
        """The role of a piece, "" just past the ends; a header that is not believed is a line."""
        return self.roles[index]

    def words(self, index: int) -> str:
        """The text of a piece."""
        piece = self.pieces[index]
        return self.text[piece.start : piece.end]

    def parts(self, index: int) -> bool:
        """Whether what was pasted ends before a piece: at a separator, a comment's header, the count of comments."""
        return self.role(index) in ("", "rule", "header", "count")

    def in_thread(self, index: int) -> bool:
        """Whether a comment's header stands above a piece."""
        return index > self.first_header

    def names_poster(self, index: int) -> bool:
        """Whether a post opens here with a name line above a "@handle" line of the same paragraph."""
        if self.role(index + 1) != "handle" or self.role(index) not in ("line", "prose", "byline", "caption"):
            return False
        name, handle = self.pieces[index], self.pieces[index + 1]
        return name.chunk == handle.chunk and name.end - name.start <= LONGEST_NAME and is_name(self.words(index))


def with_headers(text: str, pieces: list[Piece]) -> Pieces:
    """The pieces, with the comment headers that may be believed.

    Below a count of comments each line of the form is one. Elsewhere it takes two of the same form, and what follows
    must not be speech ("Ann said:" in a tale), nor may a title stand above (that is an article's byline).
    """
    thread = next((index for index, piece in enumerate(pieces) if piece.role == "count"), len(pieces))
    forms: dict[str, list[int]] = {}
    believed: list[int] = []
    for index, piece in enumerate(pieces):
        if piece.role != "header":
            continue
        if index > thread:
            believed.append(index)
        elif not _opens_speech(text, pieces, index + 1) and not _is_byline(pieces, index):
            forms.setdefault(piece.form, []).append(index)
    for alike in forms.values():
        believed += alike if len(alike) > 1 else []
    roles = [piece.role if piece.role != "header" else "line" for piece in pieces] + [""] * _AHEAD
    for index in believed:
        roles[index] = "header"
    first = min(believed, default=len(pieces))
    return Pieces(text, pieces, first, _commenters(pieces, roles, first), roles)


def _commenters(pieces: list[Piece], roles: list[str], first: int) -> dict[int, str]:
    """Who wrote the comment that each piece below the first header stands in."""
    found: dict[int, str] = {}
    author = ""
    for index in range(first, len(pieces)):
        if roles[index] == "header":
            author = pieces[index].detail
        elif roles[index] in ("furniture", "count"):  # "Comments are closed.": what follows is not the commenter's
            author = ""
        if author:
            found[index] = author
    return found


def _is_byline(pieces: list[Piece], index: int) -> bool:
    """Whether a title stands above; "Ann said..." is no byline, and what stands above it may be a text cut short."""
    return index > 0 and pieces[index - 1].role == "line" and pieces[index].form != "said..."


def _opens_speech(text: str, pieces: list[Piece], index: int) -> bool:
    return index < len(pieces) and (pieces[index].role == "quote" or text[pieces[index].start] in "\"“‘'«")
