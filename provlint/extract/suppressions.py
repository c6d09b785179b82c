"""Document → the ignores that its comments hold."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from provlint.model.document import Document
from provlint.model.facts import Suppression
from provlint.model.words import SuppressionKind
from provlint.text.patterns import lazy

_DIRECTIVE = lazy(r"\s*(provlint\s*:\s*([\w-]*)\s*(?:\[([^\]\n]*)\])?[ \t:–—-]*(.*?))\s*\Z", re.DOTALL)
_ATTEMPT = lazy(r"(?i)i[gnor]{3}|disabl|suppress|skip|allow|noqa|\A(?:off|on)?\Z")  # what was meant as an ignore
_LONGEST = 2000  # code points of a comment that is still a directive
_KINDS: dict[str, SuppressionKind] = {
    "ignore": "ignore", "ignore-next-line": "ignore-next-line", "ignore-start": "ignore-range",
    "ignore-file": "ignore-file",
}  # fmt: skip


class _Directive(NamedTuple):
    word: str
    start: int
    end: int
    rules: tuple[str, ...]
    reason: str


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """The document's ignores in source order, each with the lines it holds for."""
    if not document.comments or "provlint" not in document.source:
        return ()
    found: list[Suppression] = []
    opened: list[int] = []  # ranges that no `ignore-end` has closed yet, as indices of `found`
    for directive in _directives(document):
        if directive.word == "ignore-end":
            _close(found, opened, directive, document.line_column(directive.start)[0])
            continue
        kind = _KINDS.get(directive.word)
        if not kind and document.format == "text" and not (directive.rules or _ATTEMPT.search(directive.word)):
            continue  # a line of our own output: "provlint: --since: …"
        if kind == "ignore-range":
            opened.append(len(found))
        first, last = _lines(document, directive, kind)
        # A word that is no directive is told as the name of no rule: silence would let its author believe in it.
        rules = directive.rules if kind else (directive.word or "nothing",)
        found.append(
            Suppression(kind or "ignore", directive.start, directive.end, rules, directive.reason, first, last)
        )
    return tuple(found)


def _directives(document: Document) -> Iterator[_Directive]:
    source = document.source
    for start, end in document.comments:
        found = _DIRECTIVE.match(source, start, end) if end - start <= _LONGEST else None
        if found:
            rules = tuple(rule.strip() for rule in (found[3] or "").split(",") if rule.strip())
            written = found.start(1), found.start(1) + len(found[1].rstrip())
            yield _Directive(found[2], *written, rules, " ".join(found[4].split()))


def _close(found: list[Suppression], opened: list[int], directive: _Directive, line: int) -> None:
    """End the last open range that names the same rules, or the last one if the directive names none."""
    for at in reversed(opened):
        if not directive.rules or found[at].rules == directive.rules:
            found[at] = found[at]._replace(last=line)
            opened.remove(at)
            return


def _lines(document: Document, directive: _Directive, kind: SuppressionKind | None) -> tuple[int, int]:
    """First and last line it holds for; an `ignore` on a line of its own holds for the next line of text as well."""
    count = len(document.line_starts)
    line = document.line_column(directive.end)[0]
    if kind == "ignore-file":
        return 1, count
    if kind == "ignore-range":
        return line, count
    following = _next_line(document, line)
    if kind == "ignore-next-line":
        return following, following
    first = document.line_column(directive.start)[0]
    return first, following if _is_own_line(document, directive) else line


def _next_line(document: Document, line: int) -> int:
    """The number of the first line after `line` that is not blank."""
    starts = document.line_starts
    for number in range(line + 1, len(starts) + 1):
        end = starts[number] if number < len(starts) else len(document.source)
        if document.source[starts[number - 1] : end].strip():
            return number
    return line


def _is_own_line(document: Document, directive: _Directive) -> bool:
    """Whether nothing stands beside the comment, its opening and closing signs left out."""
    line, last = document.line_column(directive.start)[0], document.line_column(directive.end)[0]
    before = document.source[document.line_starts[line - 1] : directive.start]
    stop = document.line_starts[last] if last < len(document.line_starts) else len(document.source)
    after = document.source[directive.end : stop]
    return before.strip() in ("", "<!--", "..", "{/*") and after.strip() in ("", "-->", "*/}")
