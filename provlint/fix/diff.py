"""A text and the edits to it → the difference in the unified form, in time that grows with the text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from provlint.fix.edits import applied
from provlint.model.findings import Edit

_CONTEXT = 3  # lines
_NO_END = "\\ No newline at end of file\n"


class _Change(NamedTuple):
    first: int  # old lines that go, from 0
    last: int
    lines: list[str]  # what comes in their place


def unified(path: str, source: str, edits: Sequence[Edit]) -> str:
    """What `git apply` takes; lines end at LF, as they do for it. "" for no difference."""
    lines = _lines(source)
    changes = list(_changes(source, lines, edits))
    if not changes:
        return ""
    parts = [f"--- {_named('a/' + path)}\n+++ {_named('b/' + path)}\n"]
    shift = 0
    for group in _groups(changes):
        parts += _hunk(lines, group, shift)
        shift += sum(len(change.lines) - (change.last - change.first) for change in group)
    return "".join(parts)


def patch(path: str, source: str, edits: Sequence[Edit], mark: str, codec: str) -> bytes:
    """The difference in the bytes of a file in `codec` that begins with a byte-order mark, or ""; b"" for none."""
    if mark:
        source = mark + source
        edits = [Edit(edit.start + len(mark), edit.end + len(mark), edit.text) for edit in edits]
    told = unified(path, source, edits)
    names = told[: told.find("\n", told.find("\n") + 1) + 1]
    return names.encode("utf-8", "surrogateescape") + told[len(names) :].encode(codec)


def _named(path: str) -> str:
    """A path as Git writes it: in quotes and with escapes where it would be misread, a tab behind spaces."""
    if any(character < " " or character in '"\\\x7f' for character in path):
        spelt = (f"\\{ord(one):03o}" if one < " " or one in '"\\\x7f' else one for one in path)
        return f'"{"".join(spelt)}"'
    return path + "\t" if " " in path else path


def _lines(text: str) -> list[str]:
    """The lines with their ends; only LF ends one."""
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _changes(source: str, lines: list[str], edits: Sequence[Edit]) -> Iterator[_Change]:
    """The lines that edits touch, those of edits that share a line together."""
    starts = [*accumulate(map(len, lines), initial=0)]
    group: list[Edit] = []
    first = last = 0
    for edit in edits:
        begin, end = _span(source, starts, edit)
        if group and begin >= last:
            yield _change(source, starts, group, first, last)
            group = []
        if not group:
            first, last = begin, end
        last = max(last, end)
        group.append(edit)
    if group:
        yield _change(source, starts, group, first, last)


def _span(source: str, starts: list[int], edit: Edit) -> tuple[int, int]:
    """The first line an edit touches and the one after its last; whole lines that go leave the next one alone."""
    begin = bisect_right(starts, edit.start) - 1
    end = bisect_right(starts, edit.end) - 1
    kept = source[starts[begin] : edit.start] + edit.text
    whole = edit.end == starts[end] and (not kept or kept.endswith("\n"))
    return begin, end if whole else min(end + 1, len(starts) - 1)


def _change(source: str, starts: list[int], edits: Sequence[Edit], first: int, last: int) -> _Change:
    base = starts[first]
    own = [edit._replace(start=edit.start - base, end=edit.end - base) for edit in edits]
    return _Change(first, last, _lines(applied(source[base : starts[last]], own)))


def _groups(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Changes whose lines of context meet, together."""
    group: list[_Change] = []
    for change in changes:
        if group and change.first - group[-1].last > 2 * _CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _hunk(lines: list[str], group: Sequence[_Change], shift: int) -> Iterator[str]:
    """One hunk; `shift` is how many lines earlier hunks have added."""
    first, last = max(0, group[0].first - _CONTEXT), min(len(lines), group[-1].last + _CONTEXT)
    new = last - first + sum(len(change.lines) - (change.last - change.first) for change in group)
    yield f"@@ -{_place(first, last - first)} +{_place(first + shift, new)} @@\n"
    at = first
    for change in group:
        yield from (_line(" ", line) for line in lines[at : change.first])
        yield from (_line("-", line) for line in lines[change.first : change.last])
        yield from (_line("+", line) for line in change.lines)
        at = change.last
    yield from (_line(" ", line) for line in lines[at:last])


def _place(first: int, count: int) -> str:
    """A hunk's lines as its header gives them: of none, the line before."""
    return f"{first + bool(count)},{count}"


def _line(sign: str, line: str) -> str:
    return sign + line if line.endswith("\n") else f"{sign}{line}\n{_NO_END}"
