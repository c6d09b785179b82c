"""HTML inside a line of Markdown: one tag or comment."""

from typing import NamedTuple

from provlint.model.document import Target
from provlint.read.html_addresses import PICTURES, addresses, may_hold
from provlint.text.html_tokens import COMMENT, RAW_TEXT, attributes, comment_content, tokens

#: Elements whose words are no prose: code, and what browsers do not show as text.
LITERAL = frozenset(("pre", "code", "samp", "kbd")) | RAW_TEXT


class Tag(NamedTuple):
    """What a piece of inline HTML says: its name without the slash, the addresses it carries, a comment's content."""

    name: str
    closing: bool
    targets: tuple[Target, ...]
    comment: tuple[int, int] | None


def read_tag(source: str, start: int, end: int) -> Tag:
    """The tag or comment at `source[start:end]`."""
    token = next(tokens(source, start, end), None)
    if token is None:
        return Tag("", False, (), None)
    name, first, last = token
    if name == COMMENT:
        return Tag(name, False, (), comment_content(source, first, last))
    closing = name.startswith("/")
    return Tag(name.lstrip("/"), closing, () if closing else targets(source, name, first, last), None)


def targets(source: str, name: str, start: int, end: int) -> tuple[Target, ...]:
    """The addresses of a start tag, as targets whose labels are still empty."""
    if not may_hold(name):
        return ()
    return tuple(
        Target(
            "image" if name in ("img", "image") or attribute in PICTURES else "html", first, last, url, "", start, end
        )
        for first, last, url, attribute in addresses(source, name, attributes(source, start, end))
    )
