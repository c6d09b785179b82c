"""Articles of others as they are pasted: a title, perhaps a subtitle and a byline, the address, the words."""

import re
from typing import NamedTuple

from provlint.model.words import BlockKind
from provlint.read.text_containers import Container, Pieces
from provlint.read.text_link_lists import link_list_at
from provlint.text.patterns import lazy

_LONGEST_HEAD = 6  # pieces: title, subtitle, byline, date, caption, address
_SHORTEST_BODY = 60  # letters of the first paragraph; shorter ones stand between the entries of lists
_CREDITS: dict[str, BlockKind] = {"byline": "byline", "date": "dateline", "caption": "caption"}
_TAIL = lazy(r"\s[-–—|]\s([^-–—|]{2,40})\Z")
_WORD = lazy(r"[^\W_]{4,}")
_OWN_WORDS = frozenset(
    ("i", "i'm", "i’m", "my", "here", "here's", "here’s", "see", "check", "read", "watch", "this", "link")
)


class Head(NamedTuple):
    """The head of a pasted article: what its pieces are, where its words begin, who wrote it, where it stands."""

    kinds: dict[int, BlockKind]
    body: int
    author: str | None
    address: str


def excerpt_at(pieces: Pieces, index: int, opens: bool) -> Head | None:
    """The head of a pasted article that opens at a piece, or None.

    After a separator, a comment's header or another pasted text (`opens`) the form is enough; elsewhere the address
    must repeat words of the title or the name at its end, or a byline must stand between.
    """
    if pieces.role(index) not in ("line", "address"):
        return None
    head = _read_head(pieces, index)
    if head is None or not _runs_on(pieces, head.body):
        return None
    title = next(pieces.words(at) for at, kind in head.kinds.items() if kind == "title")
    if head.author or _names_its_site(title, head.address) or _repeats(title, head.address):
        return head
    words = title.lower().split()
    return head if opens and len(words) >= 3 and words[0] not in _OWN_WORDS else None


def excerpt(pieces: Pieces, index: int, head: Head) -> Container:
    """The pasted article with that head; it runs on until something else begins."""
    last = head.body
    while not (
        pieces.parts(last)
        or pieces.names_poster(last)
        or excerpt_at(pieces, last, opens=False)
        or link_list_at(pieces, last)
    ):
        last += 1
    return Container("excerpt", index, last, head.kinds, head.author, head.address)


def _read_head(pieces: Pieces, index: int) -> Head | None:
    """Title, address and what stands with them, the title first or the address first."""
    kinds: dict[int, BlockKind] = {}
    author, address, lines = None, "", 0
    at = index
    while at < index + _LONGEST_HEAD:
        role = pieces.role(at)
        if role == "address" and not address:
            address = pieces.pieces[at].detail
        elif role == "line" and lines < 2 and not (lines and address):
            kinds[at] = "heading" if lines else "title"
            lines += 1
        elif role in _CREDITS and lines:
            kinds[at] = _CREDITS[role]
            author = author or (pieces.pieces[at].detail if role == "byline" else None)
        else:
            break
        at += 1
    return Head(kinds, at, author, address) if address and lines else None


def _runs_on(pieces: Pieces, body: int) -> bool:
    """Whether the words of an article follow: a paragraph of some length, one short piece at most before it."""
    for at in (body, body + 1):
        if pieces.role(at) == "prose":
            piece = pieces.pieces[at]
            return piece.end - piece.start >= _SHORTEST_BODY
        if pieces.role(at) not in ("line", "item", "quote", "caption", "furniture", "date"):
            return False
    return False


def _names_its_site(title: str, address: str) -> bool:
    """Whether a title ends in the name of the site that its address is on: "… - Bloomberg", "… | The Daily Star"."""
    found = _TAIL.search(title)
    if found is None:
        return False
    words = [word for word in found[1].lower().split() if word not in ("the", "of", "and", "news", "-")]
    host = address.split("//", 1)[-1].split("/", 1)[0].lower()
    name = re.sub(r"\W", "", "".join(words))
    initials = "".join(word[0] for word in words)
    return bool(name) and (name in host.replace("-", "") or any(len(word) > 3 and word in host for word in words)
                           or (len(initials) > 2 and initials in host))  # fmt: skip


def _repeats(title: str, address: str) -> bool:
    """Whether an address is made of its title's words, as those of news sites are: three of them, or two and most."""
    path = address.split("//", 1)[-1].partition("/")[2].lower()
    words = set(_WORD.findall(title.lower()))
    repeated = sum(word in path for word in words)
    return repeated >= 3 or (repeated == 2 and len(words) <= 3)
