"""Heading → the anchors that site builders and code hosts make of it."""

import re
import unicodedata
from collections.abc import Iterable

_NOT_GITHUB = re.compile(r"[^\w\- ]")
_NOT_WORD = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")
_NOT_KRAMDOWN = re.compile(r"[^a-zA-Z0-9 -]")
_NOT_PANDOC = re.compile(r"[^\w\s.-]")
_NOT_DOCUTILS = re.compile(r"[^a-z0-9]+")
_TO_FIRST_LETTER = re.compile(r"^[^a-zA-Z]+")


def slugs(heading: str) -> set[str]:
    """Every anchor one of the known builders gives a heading with these words when it is the first of its name."""
    words = heading.strip()
    lower = words.lower()
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return {
        github(lower),
        re.sub(r"-{2,}", "-", github(lower)).strip("-"),  # GitLab, Docusaurus of old
        _GAPS.sub("-", _NOT_WORD.sub("", plain).strip()),  # Python-Markdown's toc, so MkDocs
        _GAPS.sub("-", _NOT_WORD.sub("", lower).strip()),  # the same with `slugify_unicode`; markdown-it-anchor
        _TO_FIRST_LETTER.sub("", _NOT_KRAMDOWN.sub("", words)).replace(" ", "-").lower(),  # kramdown, so Jekyll
        _TO_FIRST_LETTER.sub("", _GAPS.sub("-", _NOT_PANDOC.sub("", lower))),  # pandoc
        docutils(plain),
    } - {""}


def github(lower: str) -> str:
    """GitHub's anchor, and Hugo's: letters, digits, `_` and `-` stay, each space becomes `-`."""
    return _NOT_GITHUB.sub("", lower).replace(" ", "-")


def docutils(plain: str) -> str:
    """docutils' id, and Sphinx's: runs of anything else become one `-`; no digit or `-` stands first."""
    return _NOT_DOCUTILS.sub("-", plain.lower()).strip("-").lstrip("0123456789-")


def numbered(headings: Iterable[str]) -> set[str]:
    """The anchors of headings in order, the second and later of one name with the number builders add."""
    found: set[str] = set()
    counts: dict[str, int] = {}
    for heading in headings:
        for slug in slugs(heading):
            count = counts[slug] = counts.get(slug, -1) + 1
            # GitHub and kramdown count from -1, Python-Markdown from _1, some from -2.
            found |= {slug} if not count else {f"{slug}-{count}", f"{slug}_{count}", f"{slug}-{count + 1}"}
    return found
