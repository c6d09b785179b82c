"""A rule's `[fix]` and what it holds for → the edit, with the new words written as their place in the source asks."""

import re

from provlint.judge.subject import Subject
from provlint.model.document import Document
from provlint.model.facts import Link
from provlint.model.findings import Edit, Fix
from provlint.model.rules import Rule, RuleFix
from provlint.text.masking import mask_url
from provlint.text.patterns import lazy

# What no address has in any form of writing: then the words are no address, and a fix would only break something.
_NO_ADDRESS = lazy(r'[\s<>"`{}|\\^\x00-\x1f\x7f]')
_MARKUP = lazy(r"[*_`\[\]<>\\&|]|\.\.\.|…")
_AMPERSAND = lazy(r"&(?:amp|#38|#x26);", re.IGNORECASE)
_ENTITY = lazy(r"&(?=#?\w{1,40};)")  # would be read as a character
_PARENTHESES = lazy(r"[()]")
_BLANKS = 100  # characters within which a comment's signs stand beside what it says
_COMMENTS = (("<!--", "-->"), ("{/*", "*/}"))  # Markdown and HTML; MDX


def fix_of(document: Document, rule: Rule, subject: Subject) -> Fix | None:
    """The edit, None where the rule has none or it would change nothing.

    An address that holds a secret is left alone: a report must not repeat it.
    """
    if not rule.fix:
        return None
    if rule.on == "suppression":
        if getattr(subject.record, "kind", "") == "settings":
            return None
        edit = _without_comment(document, subject.start, subject.end)
        return Fix(rule.fix.safe, (edit,)) if edit else None
    if subject.replaceable:
        return _reworded(rule.fix, subject)
    link = subject.link
    if not link or link.address.masked != link.url:
        return None
    url = str(getattr(subject.record, rule.fix.by))
    if not url or url == link.url or _NO_ADDRESS.search(url) or mask_url(url) != url:
        return None
    return Fix(rule.fix.safe, (Edit(link.start, link.end, _written(document, link, url)),))


def _reworded(fix: RuleFix, subject: Subject) -> Fix | None:
    """Other words in the place of the subject's, unless they could be read as markup."""
    text = str(getattr(subject.record, fix.by))
    if not text or _MARKUP.search(text):
        return None
    return Fix(fix.safe, (Edit(subject.start, subject.end, text),))


def _written(document: Document, link: Link, url: str) -> str:
    """The address as markup around it asks for, in the way of writing that stands there already."""
    before = document.source[link.start - 1 : link.start]
    was = document.source[link.start : link.end]
    is_html = document.format == "html" or (document.format == "markdown" and before in ('"', "'", "="))
    if link.kind == "metadata":
        return url
    if is_html:
        return url.replace("&", "&amp;").replace("'", "&#39;") if _AMPERSAND.search(was) or "&" not in was else url
    if document.format != "markdown" or link.kind in ("bare", "autolink"):
        return url
    url = url.replace("&", "&amp;") if _AMPERSAND.search(was) else _ENTITY.sub("&amp;", url)
    is_balanced = before == "<" or _is_balanced(url)
    return url if is_balanced else url.replace("(", "\\(").replace(")", "\\)")


def _is_balanced(url: str) -> bool:
    depth = 0
    for sign in _PARENTHESES.findall(url):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0


def _without_comment(document: Document, start: int, end: int) -> Edit | None:
    """Take out the comment around `start:end`, with the blanks before it, or its line where it has one to itself."""
    source = document.source
    place = _comment(document, start, end)
    if not place:
        return None
    first, last = place
    number = document.line_column(first)[0]
    line_start = document.line_starts[number - 1]
    end_number = document.line_column(last)[0]
    line_end = document.line_starts[end_number] if end_number < len(document.line_starts) else len(source)
    if not source[line_start:first].strip() and not source[last:line_end].strip():
        # Of a blank line above and one below, one goes with it.
        above = document.line_starts[number - 2] if number > 1 else line_start
        below = document.line_starts[end_number + 1] if end_number + 1 < len(document.line_starts) else len(source)
        if number > 1 and not source[above:line_start].strip() and not source[line_end:below].strip():
            line_end = below
        return Edit(line_start, line_end, "")
    blanks = len(source[line_start:first]) - len(source[line_start:first].rstrip(" \t"))
    return Edit(first - blanks, last, "")


def _comment(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The comment with its signs, of which `start:end` is what it says; None for one that nobody can be sure of."""
    source = document.source
    before, after = source[max(0, start - _BLANKS) : start], source[end : end + _BLANKS]
    opened = start - len(before) + len(before.rstrip())
    closed = end + len(after) - len(after.lstrip())
    for opening, closing in _COMMENTS:
        if source.endswith(opening, 0, opened) and source.startswith(closing, closed):
            return opened - len(opening), closed + len(closing)
    line_start = start - document.line_column(start)[1] + 1
    if document.format == "rst" and source[line_start:start].strip() == ".." and "\n" not in source[start:end]:
        return line_start, end
    if document.format == "text" and line_start == start:
        return start, end
    return None
