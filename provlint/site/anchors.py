"""Document → the anchors a fragment can lead to."""

import re
from collections.abc import Iterator

from provlint.model.document import Block, Document
from provlint.site.slugs import letters, numbered, spellings
from provlint.text.patterns import lazy

_ID = lazy(r"""\b(?:id|name)\s*=\s*\\?["'{]?\s*["']?([^"'\s>{}]+)""", re.IGNORECASE)
_BRACES = lazy(r"\{:?[^{}\n#]{0,200}#([^\s{}]+)")
_MYST = lazy(r"^[ \t]*+\(([^()\n]{1,200})\)=[ \t\r]*+$|:(?:name|label): *(\S+)", re.MULTILINE)
_RST = lazy(r"^[ \t]*\.\. _`?([^:`\n]{1,200})`?:|:name:[ \t]*([^\n]{1,200})|_`([^`\n]{1,200})`", re.MULTILINE)
_HTML_HEADING = lazy(r"<h[1-6]\b[^<>]{0,300}>(.{1,300}?)</h[1-6]", re.IGNORECASE | re.DOTALL)
_TAG = lazy(r"<[^<>]*>")
_ATTRIBUTES = lazy(r"\s*\{:?\s*(?:[#.]|[\w-]+=)[^{}]*\}\s*$")
_ROLE = lazy(r":[\w:+.-]{1,60}:(?=`)")
_LONGEST = 1_000  # code points of a heading; nobody links to a longer one
_NOT_WORDS = ("image", "footnote", "template", "html")
#: What may add headings or ids when the page is built, so that a missing anchor proves nothing.
_BUILT = lazy(
    r"\{\{|\{%|<%|^import\s"
    r"|^[ \t]*+\.\. (?:include|auto\w+|doxygen\w+|click|program-output|py:|c:|cpp:|js:|option|envvar|glossary)"
    r"|^:::|^[ \t]*+```\{(?:include|eval-rst|auto\w+|glossary)|--8<--|!include",
    re.MULTILINE,
)
# Browsers scroll to `top` by themselves; code hosts number lines; scripts have routes; tools and themes name notes,
# tabs, lines of code and comments.
_BY_TOOLS = lazy(
    r"top|_?L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|[!/].*|fn.*|__(?:tabbed|codelineno).*|toc-entry-\d+"
    r"|(?:issue)?comments?(?:-\d+)?|respond|disqus_thread|toc",
    re.DOTALL | re.IGNORECASE,
)


class Anchors:
    """The anchors of one document."""

    def __init__(self, document: Document) -> None:
        source = document.source
        self._names = numbered(_headings(document))
        if document.metadata.title:
            self._names |= spellings(document.metadata.title)
        self._ids = {block.anchor for block in document.blocks if block.anchor}
        self._ids.update(found[1] for found in _ID.finditer(source))
        if document.format != "html":
            self._ids.update(found[1] for found in _BRACES.finditer(source))
        labels = {"markdown": _MYST, "rst": _RST}.get(document.format)
        for found in labels.finditer(source) if labels else ():
            self._names |= spellings(found[found.lastindex or 0])
        self._ids = {anchor.casefold() for anchor in self._ids}
        #: Whether the page is finished only when it is built, so that more anchors may be there.
        self.is_open = _BUILT.search(source) is not None

    def lacks(self, other: "Anchors") -> bool:
        """Whether another document has anchors that this one has not."""
        return not (other._names <= self._names and other._ids <= self._ids)

    def has(self, fragment: str) -> bool:
        """Whether a fragment (percent-decoded) leads to a place; browsers and code hosts make some by themselves."""
        name = fragment.partition(":~:")[0].strip().removeprefix("user-content-")
        if not name or name.casefold() in self._ids or _BY_TOOLS.fullmatch(name):
            return True
        return letters(name) in self._names


def _headings(document: Document) -> Iterator[str]:
    """The words of the headings, as those who write the document might and those who build the page do count them."""
    for block in document.blocks:
        if block.kind in ("heading", "title"):
            yield _ROLE.sub("", _ATTRIBUTES.sub("", _words(block)[:_LONGEST]))
    if "<h" in document.source or "<H" in document.source:
        yield from (_TAG.sub("", found[1]) for found in _HTML_HEADING.finditer(document.source))


def _words(block: Block) -> str:
    """A heading's words, without those of images and notes in it."""
    parts, at = [], 0
    for mark in sorted(block.marks, key=lambda mark: mark.start):
        if mark.kind in _NOT_WORDS and mark.start >= at:
            parts.append(block.plain[at : mark.start])
            at = mark.end
    return "".join(parts) + block.plain[at:]
