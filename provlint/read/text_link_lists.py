"""Lists of links, whether or not the links outlived copying: title lines under a heading such as "Related Links:"."""

from provlint.model.words import BlockKind
from provlint.read.text_containers import Container, Pieces
from provlint.read.text_forms import is_title
from provlint.read.text_pieces import Piece
from provlint.text.patterns import lazy

# Headings under which web pages set links. "Bibliography" and "Works cited" name printed works, which need no link.
_HEADING = lazy(
    r"(?:related|recommended|suggested|useful|external|other|more|additional|helpful|popular|recent|latest|relevant)"
    r" (?:links?|articles|posts|stories|readings?|coverage|content|resources|sources|references|websites|sites|pages"
    r"|news|videos|information|topics)"
    r"|(?:web ?)?links|sources|references|resources|see also|read also|also read|also see|read more|read next"
    r"|further (?:reading|resources|information)|you (?:may|might) also like"
    r"|(?:related|read more|more|see more) (?:on|from) .+"
    r"|sources? (?:and|&) (?:links|references|further reading)|references (?:and|&) (?:links|sources|further reading)"
)
_NUMBER = lazy(r"[\d.#*\s]+")
_LONGEST_HEADING = 60  # letters; spares longer lines the expression
_FEWEST = 2  # entries: one title line under such a heading may be anything
_HEADED = ("prose", "item", "quote", "code", "table")


def heads_links(words: str) -> bool:
    """Whether a line is a heading under which links stand."""
    if len(words) > _LONGEST_HEADING:
        return False
    bare = words.lower().rstrip(" :")
    numbered = _NUMBER.match(bare)
    return _HEADING.fullmatch(bare, numbered.end() if numbered else 0) is not None


def link_list_at(pieces: Pieces, index: int) -> Container | None:
    """The list under a heading at a piece; the heading itself stands before it."""
    role = pieces.role(index)
    if role not in ("line", "prose", "furniture", "item") or not heads_links(pieces.words(index)):
        return None
    if role == "item" and not _numbers_a_section(pieces, index):
        return None
    last = index + 1
    while _is_entry(pieces, last):
        last += 1
    if last - index > _FEWEST and pieces.role(last) in _HEADED and _is_next_heading(pieces, last - 1):
        last -= 1
    if last - index - 1 < _FEWEST:
        return None
    kinds: dict[int, BlockKind] = dict.fromkeys(range(index + 1, last), "list-item")
    return Container("link-list", index + 1, last, kinds)


def _numbers_a_section(pieces: Pieces, index: int) -> bool:
    """Whether an item is the heading "3. References", not a line of a table of contents."""
    neighbours = [pieces.pieces[at] for at in (index - 1, index + 1) if pieces.role(at) == "item"]
    return _has_figure(pieces, pieces.pieces[index]) and not any(_has_figure(pieces, one) for one in neighbours)


def _has_figure(pieces: Pieces, item: Piece) -> bool:
    return pieces.text[item.start - item.lead].isdigit()


def _is_entry(pieces: Pieces, index: int) -> bool:
    """Whether a piece is a title or an address, as the entries of such lists are."""
    role = pieces.role(index)
    if role not in ("line", "address", "item") or pieces.names_poster(index):
        return False
    words = pieces.words(index)
    if role == "item":
        return "://" in words or "www." in words or ("\n" not in words and is_title(words, 0, len(words)))
    return not heads_links(words)


def _is_next_heading(pieces: Pieces, index: int) -> bool:
    """Whether the last title line of a run stands alone above other text: it heads that text."""
    if pieces.role(index) != "line":
        return False
    chunk = pieces.pieces[index].chunk
    return pieces.pieces[index - 1].chunk != chunk
