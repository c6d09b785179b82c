"""The open block elements of a page: what an end tag closes, in time linear in the number of tags however they nest."""

from functools import lru_cache
from typing import NamedTuple

from provlint.model.words import BlockKind
from provlint.read.html_elements import BARRIERS

_REACH = 64  # open elements looked through one by one; beyond them a count tells whether a name is open at all


class Context(NamedTuple):
    """What the open elements say of the words inside them."""

    kind: BlockKind = "paragraph"
    level: int = 0
    anchor: str = ""
    parent: int = -1
    hidden: bool = False
    furniture: bool = False
    inside: bool = False  # in an article or another section: a header is its header, not the site's
    code: bool = False
    containers: int = 0


@lru_cache(maxsize=256)
def paragraphs(context: Context) -> Context:
    """The same for words that follow the first of an item or a cell."""
    return context._replace(kind="paragraph")


class Frame(NamedTuple):
    """What is to be done when an element closes: go back to `before`; end a block, a note."""

    before: Context
    block: int = -1
    span: int = -1


class Stack:
    """Names of the open block elements, and frames for those that changed the context."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._frames: list[Frame | None] = []
        self._counts: dict[str, int] = {}  # of the elements beyond reach

    def push(self, name: str, frame: Frame | None = None) -> None:
        """Open an element."""
        names = self.names
        names.append(name)
        self._frames.append(frame)
        if len(names) > _REACH:
            left = names[-1 - _REACH]
            self._counts[left] = self._counts.get(left, 0) + 1

    def closed_by(self, name: str) -> int:
        """The depth of the element that `</name>` closes; -1 if there is none in scope."""
        names, at = self.names, len(self.names) - 1
        last = max(-1, at - _REACH)
        barred = name not in BARRIERS and name not in ("tr", "tbody", "thead", "tfoot", "body", "html")
        while at > last:
            if names[at] == name:
                return at
            if barred and names[at] in BARRIERS:
                return -1
            at -= 1
        if not self._counts.get(name):
            return -1
        while at >= 0 and names[at] != name:  # each step here is paid for by an element that closes
            at -= 1
        return at

    def implied(self, closes: frozenset[str], behind: frozenset[str]) -> int:
        """The depth of the nearest element among `closes` that no element of `behind` encloses; -1 if there is none."""
        names, at = self.names, len(self.names) - 1
        last = max(-1, at - _REACH)
        while at > last:
            if names[at] in closes:
                return at
            if names[at] in behind:
                return -1
            at -= 1
        return -1

    def pop(self) -> Frame | None:
        """Close the innermost element."""
        names = self.names
        if len(names) > _REACH:
            self._counts[names[-1 - _REACH]] -= 1
        names.pop()
        return self._frames.pop()
