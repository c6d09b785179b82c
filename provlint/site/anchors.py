"""Document → the anchors a fragment can lead to."""

import re

from provlint.model.document import Document
from provlint.site.slugs import docutils, numbered

_ID = re.compile(r"""\b(?:id|name)\s*=\s*\\?["'{]?\s*["']?([^"'\s>{}]+)""", re.IGNORECASE)
_BRACES = re.compile(r"\{:?[^{}\n#]{0,200}#([^\s{}]+)")
_MYST = re.compile(r"^\(([^()\n]{1,200})\)=\s*$", re.MULTILINE)
_RST = re.compile(r"^[ \t]*\.\. _`?([^:`\n]{1,200})`?:|:name:[ \t]*(\S+)|_`([^`\n]{1,200})`", re.MULTILINE)
#: What may add headings or ids when the page is built, so that a missing anchor proves nothing.
_BUILT = re.compile(
    r"\{\{|\{%|<%|^import\s"
    r"|^\s*\.\. (?:include|auto\w+|doxygen\w+|click|program-output|py:|c:|cpp:|js:|option|envvar|glossary)"
    r"|^:::|^\s*```\{(?:include|eval-rst|auto\w+|glossary)|--8<--|!include",
    re.MULTILINE,
)
_BY_TOOLS = re.compile(r":~:.*|top|_?L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|[!/].*|(?:user-content-)?fn.*", re.DOTALL)


class Anchors:
    """The anchors of one document."""

    def __init__(self, document: Document) -> None:
        source = document.source
        headings = [block for block in document.blocks if block.kind in ("heading", "title")]
        self._known = numbered(block.plain for block in headings)
        if document.metadata.title:
            self._known |= numbered((document.metadata.title,))
        self._known.update(block.anchor for block in headings if block.anchor)
        self._known.update(found[1] for found in _ID.finditer(source))
        if document.format != "html":
            self._known.update(found[1] for found in _BRACES.finditer(source))
        if document.format == "markdown":
            self._known.update(found[1] for found in _MYST.finditer(source))
        if document.format == "rst":
            for found in _RST.finditer(source):
                name = found[1] or found[2] or found[3]
                self._known |= {name, docutils(name)}
        self._known = {anchor.casefold() for anchor in self._known}
        #: Whether the page is finished only when it is built, so that more anchors may be there.
        self.is_open = _BUILT.search(source) is not None

    def has(self, fragment: str) -> bool:
        """Whether a fragment (percent-decoded) leads to a place; browsers and code hosts make some by themselves."""
        return fragment.casefold() in self._known or not fragment or _BY_TOOLS.fullmatch(fragment) is not None
