"""A document → what it is for, told from its file name and its form.

In pages that tell how to do something, changelogs, references and READMEs figures are settings, versions and examples:
measured on labelled text, flags on such pages are right half as often as in prose.
"""

import re

from provlint.model.document import Document
from provlint.model.words import Genre
from provlint.text.patterns import lazy

_NAMES: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    (
        "readme",
        lazy(r"readme\b.*+|contributing|code[-_]of[-_]conduct|security|support|licen[cs]e|copying|authors"),
    ),
    ("changelog", lazy(r"change[-_]?logs?\b.*+|changes|history|news|release[-_]?notes?\b.*+|whats[-_]?new\b.*+")),
    (
        "how-to",
        lazy(r"install\w*+|how[-_]?to\b.*+|tutorial\w*+|quick[-_]?start|getting[-_]started|usage|faqs?|cheat-?sheet"),
    ),
    (
        "reference",
        lazy(r"(?:api|cli)(?:[-_]\w++)?|\w*reference|spec(?:ification)?s?|glossary|options?|commands?"),
    ),
)
_VERSION = lazy(r"[\[(]?v?\d+\.\d+(?:\.\d+)?\b")
_MOST_HEADINGS_READ = 200


def genre(document: Document) -> Genre:
    """`prose` unless name or form says otherwise."""
    name = document.path.rpartition("/")[2].partition(".")[0].lower()
    for kind, form in _NAMES:
        if form.fullmatch(name):
            return kind
    return _by_form(document)


def _by_form(document: Document) -> Genre:
    headings = [block.plain for block in document.blocks if block.kind == "heading"][:_MOST_HEADINGS_READ]
    versions = sum(_VERSION.match(heading) is not None for heading in headings)
    if versions >= 3 and versions * 2 >= len(headings):
        return "changelog"
    paragraphs = sum(block.kind == "paragraph" for block in document.blocks)
    code = sum(block.kind == "code" for block in document.blocks)
    if code >= 3 and code * 4 >= paragraphs:
        return "how-to"
    inline = sum(mark.kind == "code" for block in document.blocks for mark in block.marks)
    return "reference" if inline >= 10 and inline >= paragraphs else "prose"
