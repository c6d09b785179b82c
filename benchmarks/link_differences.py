"""Why our extraction and lychee's differ on an address: classes told from the document alone, none from a list."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import pyromark

from provlint.model.document import Document
from provlint.model.facts import Link
from provlint.read.markdown_places import offsets
from provlint.text.normal import key, percent_decoded, split
from provlint.text.urls import unescape

_NOFOLLOW = re.compile(r"""\srel\s*=\s*["']?[^"'>]*nofollow""", re.IGNORECASE)
_LONGEST_TAG = 4000
_BARE = ("bare", "footnote")
_END = "the end is told otherwise (a quotation mark, dash, bracket or markup behind the address)"


class Difference(NamedTuple):
    """One address on which the two do not agree; `why` is "" when no class fits."""

    side: str
    why: str
    url: str


def alike(url: str) -> str:
    """The normal form of an address, its fragment included."""
    return f"{key(url)}#{percent_decoded(split(url).fragment)}"


def spelling(ours: str, theirs: str) -> str:
    """In which parts the two spellings differ: lychee prints addresses as the URL standard serialises them."""
    names = {"host": "host in lower case and punycode", "path": "percent-encoded path, `/` for an empty one"}
    first, second = split(ours), split(theirs)
    parts = [name for name in first._fields if getattr(first, name) != getattr(second, name)]
    return "normal form: " + ", ".join(names.get(name, name) for name in parts) if parts else "normal form: white space"


def addition(document: Document, link: Link, theirs: Collection[str]) -> str:
    """Why lychee does not give an address that we give."""
    source = document.source
    if link.kind == "metadata":
        return "a value in the front matter"
    if link.kind in _BARE and any(_begins_alike(link.url, url) for url in theirs):
        return _END
    if link.kind in ("html", "image") and _NOFOLLOW.search(source, link.outer_start, link.outer_end):
        return 'the tag says rel="nofollow", and lychee passes it over'
    if _in_template(source, link.start):
        return "the argument of a shortcode or of a template tag"
    if link.kind in _BARE and _in_html_block(document, link.start):
        return "text of an HTML block, where lychee looks at attributes only"
    if link.kind in _BARE and "_" in link.address.host:
        return "a host with an underscore, which lychee's finder takes for none"
    return ""


def omission(document: Document, url: str, links: Sequence[Link]) -> str:
    """Why we do not give an address that lychee gives."""
    starts = {link.start for link in links if link.kind in _BARE and _begins_alike(link.url, url)}
    whys = {_END if start in starts else _place(document, start) for start in _written(document.source, url)}
    return "" if "" in whys else min(whys, default="")


def _begins_alike(first: str, second: str) -> bool:
    """Whether one address begins with the other, both decoded, and neither is a bare host."""
    one, two = sorted((percent_decoded(first), percent_decoded(second)), key=len)
    return one != two and two.startswith(one) and one.count("/") > 2


def _written(source: str, url: str) -> Iterator[int]:
    """Where an address is written, entities, escapes and encoding undone."""
    form = percent_decoded(url).rstrip("/")
    scheme = re.compile(re.escape(url.partition("//")[0]), re.IGNORECASE)
    for found in scheme.finditer(source):
        raw = source[found.start() : found.start() + 3 * len(url)]
        if percent_decoded(unescape(raw)).startswith(form):
            yield found.start()


def _place(document: Document, at: int) -> str:
    source = document.source
    line = source[source.rfind("\n", 0, at) + 1 : at]
    first = document.blocks[0] if document.blocks else None
    if first and first.kind == "metadata" and at < first.end:
        return "a comment in the front matter" if line.lstrip().startswith("#") else ""
    if any(start <= at < end for start, end in document.comments):
        return "a comment"
    if any(block.kind == "code" and block.start <= at < block.end for block in document.blocks):
        return "code"
    if any(target.outer_start <= at < target.outer_end for target in document.targets):
        return "the words of a link, which leads elsewhere"
    if _in_element(source, at, "a"):
        return "the words of a link, which leads elsewhere"
    return "code" if any(_in_element(source, at, name) for name in ("code", "pre")) else ""


def _in_template(source: str, at: int) -> bool:
    opened = max(source.rfind("{{", max(0, at - _LONGEST_TAG), at), source.rfind("{%", max(0, at - _LONGEST_TAG), at))
    return opened >= 0 and "}}" not in source[opened:at] and "%}" not in source[opened:at]


def _in_element(source: str, at: int, name: str) -> bool:
    opened = [found.start() for found in re.finditer(rf"<{name}[\s>]", source[:at], re.IGNORECASE)]
    return bool(opened) and not re.search(rf"</{name}\s*>", source[opened[-1] : at], re.IGNORECASE)


def _in_html_block(document: Document, at: int) -> bool:
    """Whether CommonMark reads the place as HTML."""
    body = document.blocks[0].end if document.blocks and document.blocks[0].kind == "metadata" else 0
    text = document.source[body:]
    char = offsets(text, body)
    return any(
        event == {"Start": "HtmlBlock"} and char(span["start"]) <= at < char(span["end"])
        for event, span in pyromark.events_with_range(text)
    )
