"""Findings → ignores with a reason, each where it can stand without changing how the document reads."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from provlint.errors import UserError
from provlint.fix.settle import Change
from provlint.model.document import Block, Document
from provlint.model.findings import Edit, Finding

_LONGEST = 500  # characters of a reason
#: What would end a comment early, or is not allowed in one.
_NOT_IN_COMMENTS = ("--", "<", ">", "*/", "\n", "\r")
_NO_PLACE = frozenset({"code", "table"})


class Placing(NamedTuple):
    """The ignores to add, for each the findings it is for, and the findings no ignore can stand beside."""

    changes: list[Change]
    findings: list[list[Finding]]
    unplaced: list[Finding]


def check_reason(reason: str) -> None:
    """`UserError` for a reason that could not stand in every format's comment."""
    bad = next((sign for sign in _NOT_IN_COMMENTS if sign in reason), None)
    if not reason.strip() or not reason.isprintable() or bad is not None or len(reason) > _LONGEST:
        raise UserError(
            "--add-ignore",
            reason[:_LONGEST],
            "give a reason in one line, without --, <, > and */, as in “quoted as is”",
        )


def placing(document: Document, findings: Iterable[Finding], reason: str) -> Placing:
    """One ignore for the findings of a line; what stands in front matter is ignored for the whole file."""
    found = Placing([], [], [])
    ordered = sorted(findings, key=lambda one: one.start)
    reason = " ".join(reason.split())
    about_file = [one for one in ordered if _kind(document, one) == "metadata"]
    if about_file:
        rules = {one.id for one in about_file}
        about_file = [one for one in ordered if one.id in rules]
        ordered = [one for one in ordered if one.id not in rules]
        found.changes.append(Change((_for_file(document, about_file, reason),)))
        found.findings.append(about_file)
    for _, group in groupby(ordered, key=lambda one: one.line):
        beside = list(group)
        if _kind(document, beside[0]) in _NO_PLACE:
            found.unplaced.extend(beside)
        else:
            ways = _ways(document, _leaf(document, beside[0].start), beside, reason)
            found.changes.append(Change(tuple(ways)))
            found.findings.append(beside)
    return found


def _kind(document: Document, finding: Finding) -> str:
    block = _leaf(document, finding.start)
    return block.kind if block else ""


def _leaf(document: Document, start: int) -> Block | None:
    """The innermost block at an offset; None between blocks."""
    at = bisect_right(document.block_starts, start) - 1
    while at >= 0 and document.blocks[at].end <= start:
        at = document.blocks[at].parent
    return document.blocks[at] if at >= 0 else None


def _ways(
    document: Document, block: Block | None, findings: Sequence[Finding], reason: str
) -> Iterator[tuple[Edit, ...]]:
    """On the line, on a line before it, or around the block: whatever the format has, nearest first."""
    line = findings[0].line
    if document.format in ("markdown", "html"):
        at = _line_end(document, line)
        yield (Edit(at, at, " " + _comment(document, "ignore", findings, reason)),)
    start = document.line_starts[line - 1]
    indent = _indent(document.source, start)
    gap = _newline(document) * (2 if document.format == "rst" else 1)
    before = indent + _comment(document, "ignore-next-line", findings, reason) + gap
    yield (Edit(start, start, before),)
    if block is None:
        return
    first = document.line_starts[document.line_column(block.start)[0] - 1]
    last = _line_end(document, document.line_column(max(block.start, block.end - 1))[0])
    newline = _newline(document)
    opening = indent + _comment(document, "ignore-start", findings, reason) + 2 * newline
    closing = 2 * newline + indent + _comment(document, "ignore-end", findings, "")
    yield Edit(first, first, opening), Edit(last, last, closing)


def _for_file(document: Document, findings: Sequence[Finding], reason: str) -> tuple[Edit, ...]:
    """At the top, below the front matter."""
    blocks = document.blocks
    at = blocks[0].end if blocks and blocks[0].kind == "metadata" and blocks[0].start == 0 else 0
    newline = _newline(document)
    if at and not document.source.endswith(("\n", "\r"), 0, at):
        at += len(newline) if document.source.startswith(newline, at) else 0
    is_apart = document.format == "html" or document.source.startswith(("\n", "\r"), at)
    words = _comment(document, "ignore-file", findings, reason) + newline * (1 if is_apart else 2)
    return (Edit(at, at, words),)


def _comment(document: Document, word: str, findings: Iterable[Finding], reason: str) -> str:
    rules = ", ".join(sorted({one.id for one in findings}))
    words = f"provlint: {word}[{rules}] {reason}".rstrip()
    if document.format == "rst":
        return f".. {words}"
    if document.format == "text":
        return words
    # MDX takes no comment of HTML.
    return f"{{/* {words} */}}" if document.path.endswith(".mdx") else f"<!-- {words} -->"


def _line_end(document: Document, line: int) -> int:
    """Where the words of a line end: before its blanks, which may break the line, and a backslash that does."""
    stop = document.line_starts[line] if line < len(document.line_starts) else len(document.source)
    text = document.source[document.line_starts[line - 1] : stop].rstrip()
    slashes = len(text) - len(text.rstrip("\\"))
    return document.line_starts[line - 1] + len(text) - slashes % 2


def _indent(source: str, start: int) -> str:
    end = start
    while source[end : end + 1] in (" ", "\t") and end < len(source):
        end += 1
    return source[start:end]


def _newline(document: Document) -> str:
    """The line end that the document's first line has."""
    stop = document.line_starts[1] if len(document.line_starts) > 1 else len(document.source)
    line = document.source[:stop]
    return line[len(line.rstrip("\r\n")) :] or "\n"
