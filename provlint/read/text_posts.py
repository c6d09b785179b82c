"""Posts of social networks as they are pasted: a name line, a "@handle" line, the words, the post's address."""

from provlint.model.words import BlockKind
from provlint.read.text_containers import Container, Pieces
from provlint.read.text_excerpts import excerpt_at
from provlint.text.patterns import lazy

# A single post's address on X, Mastodon, Facebook, Instagram, Threads, Bluesky ("/post/") or Misskey ("/notes/").
_SOCIAL = lazy(r"/(?:status(?:es)?|posts?|@[\w.@-]+|reels?|notes?|p)/\w")
# Pieces: networks' longest posts have some thirty paragraphs. It also bounds what is looked at for each handle.
_LONGEST = 60
_FEWEST_LETTERS = 10  # a handle under a name with nothing said is a contact, not a post
_WORDS = frozenset(("prose", "line", "quote", "item", "caption", "date", "byline"))


def post_at(pieces: Pieces, index: int, opens: bool) -> Container | None:
    """The post that opens at a piece, if one does; `opens`: a separator or a comment's header stands before."""
    kinds: dict[int, BlockKind] = {index: "byline"}
    if pieces.names_poster(index):
        author, handle, body = pieces.words(index), pieces.pieces[index + 1].detail, index + 2
        kinds[index + 1] = "byline"
    elif pieces.role(index) in ("named", "handle") and opens:
        author = pieces.pieces[index].detail
        handle, body = author if author[0] == "@" else "", index + 1
    else:
        return None
    limit = _limit(pieces, body)
    at = _address(pieces, body, limit, handle)
    sure = body == index + 2  # a name above a handle says enough without an address
    last = at + 1 if at >= 0 else _open_end(pieces, body, limit)
    if not _says_something(pieces, body, last) or (at < 0 and not sure):
        return None
    address = pieces.pieces[at].detail if at >= 0 else None
    return Container("post", index, last, kinds, author, address)


def signed_post_at(pieces: Pieces, index: int) -> Container | None:
    """The paragraph at a piece if the next one signs it as an embedded post: "— Name (@handle) July 30, 2025"."""
    if pieces.role(index + 1) != "named" or pieces.role(index) not in ("prose", "line"):
        return None
    signature = pieces.words(index + 1)
    if signature[0] not in "—–-":
        return None
    author = pieces.pieces[index + 1].detail.lstrip("—–- ")
    return Container("post", index, index + 2, {index + 1: "byline"}, author)


def _limit(pieces: Pieces, body: int) -> int:
    """Where a post ends at the latest: at a separator, a comment's header, the next post, a pasted article."""
    at = body
    while (
        at < body + _LONGEST
        and not pieces.parts(at)
        and not pieces.names_poster(at)
        and excerpt_at(pieces, at, opens=False) is None
    ):
        at += 1
    return at


def _address(pieces: Pieces, body: int, limit: int, handle: str) -> int:
    """The piece with the post's own address, or -1.

    That is one that names its handle, else one of the form a post's address has, else one that stands last.
    """
    found = [at for at in range(body, limit) if pieces.role(at) == "address"]
    named = handle.strip("@").lower() + "/"
    for at in found:
        if named in pieces.pieces[at].detail.lower() + "/":
            return at
    for at in found:
        if _SOCIAL.search(pieces.pieces[at].detail):
            return at
    return found[-1] if found and found[-1] == limit - 1 and handle else -1


def _open_end(pieces: Pieces, body: int, limit: int) -> int:
    """Where a post without an address ends: where the next thing begins; if nothing does, with its own paragraph."""
    if limit < body + _LONGEST and (pieces.role(limit) or pieces.in_thread(body)):
        return limit
    chunk = pieces.pieces[min(body, limit - 1)].chunk
    at = body
    while at < limit and pieces.pieces[at].chunk == chunk:
        at += 1
    return at


def _says_something(pieces: Pieces, body: int, last: int) -> bool:
    said = (pieces.words(at) for at in range(body, last) if pieces.role(at) in _WORDS)
    return sum(len(words) for words in said if " " in words or not words.isascii()) >= _FEWEST_LETTERS
