"""A link that is open while a page is read."""

from provlint.read.html_addresses import Written
from provlint.read.html_notes import Use


class Link:
    """An open `<a>`."""

    __slots__ = ("at", "depth", "end", "found", "is_author", "label", "note", "piece", "start")

    def __init__(self, start: int, end: int, depth: int, found: list[Written], is_author: bool) -> None:
        self.start = start
        self.end = end  # of its start tag
        self.depth = depth  # how many blocks were open
        self.found = found  # its addresses
        self.is_author = is_author
        self.at = 0  # where its words begin in the leaf
        self.piece = 0  # the same, in pieces
        self.label: list[str] = []
        self.note: Use | None = None
