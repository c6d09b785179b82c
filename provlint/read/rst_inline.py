"""Inline markup of reStructuredText: one pass over the signs of a text, no way back.

An end-string is searched for only where one can still come: a search that failed is not made again, so that time is
linear in the length of any text.
"""

import re
from typing import NamedTuple

from provlint.model.document import Target
from provlint.model.words import MarkKind
from provlint.read.markdown_leaf import Leaf
from provlint.read.rst_found import Found
from provlint.read.rst_names import NoteUse, Use
from provlint.read.rst_roles import mark_of, names_title
from provlint.read.rst_signs import ENDS, SIGN, is_quoted, may_follow, may_precede, name_start
from provlint.read.rst_text import Text, address_of, unescaped
from provlint.text.patterns import lazy

_ANGLED = lazy(r"<(?!\s)((?>(?:[^<>\x00]|\x00[\s\S])+))>")
_ADDRESS = lazy(r"(?:[A-Za-z][A-Za-z0-9.+-]*+:|[^\s@]++@)\S++\Z")
_NAME_MARKS: dict[str, MarkKind] = {"*": "emphasis", "**": "strong"}


class _End(NamedTuple):
    """An end-string at `start:end`, and what its pattern says of it."""

    start: int
    end: int
    role: str
    reference: str


class Inline:
    """Reads one text into a leaf; what it finds goes to `found`."""

    def __init__(self, found: Found, text: Text, leaf: Leaf) -> None:
        self._found = found
        self._text = text
        self._string = text.string
        self._leaf = leaf
        self._done = 0  # up to here everything is written
        self._low = 0  # where markup last ended: what stands before it is no neighbour
        self._ended: set[str] = set()  # start-strings for which no end-string comes any more

    def read(self, end: int | None = None) -> None:
        """Read the text up to `end`."""
        string = self._string if end is None else self._string[:end]
        self._string = string
        at = 0
        while found := SIGN.search(string, at):
            begin, stop = found.span()
            sign = found[0]
            if sign == "`":
                at = self._interpreted(begin)
            elif sign[0] == "[":
                at = self._note(found)
            elif sign in ("_", "__"):
                at = self._reference(begin, stop)
            else:
                at = self._wrapped(sign, begin, stop)
        self._plain(len(string))

    def _may_start(self, at: int) -> bool:
        return at == self._low or may_precede(self._string[at - 1])

    def _write(self, start: int, end: int) -> None:
        self._text.write(self._leaf, start, end)

    def _plain(self, end: int) -> None:
        """Everything up to `end` is running text."""
        if end > self._done:
            self._write(self._done, end)
            self._found.regions.extend(self._text.pieces(self._done, end))
        self._done = end

    def _after(self, at: int) -> int:
        self._done = max(self._done, at)
        self._low = at
        return at

    def _end_of(self, sign: str, start: int) -> _End | None:
        """The first end-string for `sign` after `start`; None where none comes or nothing would stand inside."""
        if sign in self._ended:
            return None
        at = start
        while found := ENDS[sign].search(self._string, at):
            if may_follow(self._string, found.end()):
                begin, stop = found.span()
                if begin == start:
                    return None
                if sign == "`":
                    return _End(begin, stop, found["role"] or "", found["reference"] or "")
                return _End(begin, stop, "", found["reference"] if sign == "|" else "")
            at = found.start() + 1
        self._ended.add(sign)
        return None

    def _wrapped(self, sign: str, begin: int, stop: int) -> int:
        if not self._may_start(begin):
            return begin + 1
        if is_quoted(self._string, begin, stop, self._low):
            self._low = stop
            return stop
        end = self._end_of(sign, stop)
        if end is None:
            self._low = stop
            return stop
        self._plain(begin)
        if sign == "``":
            at = self._leaf.length
            self._text.write_literally(self._leaf, stop, end.start)
            self._leaf.mark("code", at)
        elif sign == "|":
            self._substitution(stop, end)
        elif sign == "_`":
            self._found.names.define_local(unescaped(self._string[stop : end.start]))
            self._words(stop, end.start, None)
        else:
            self._words(stop, end.start, _NAME_MARKS[sign])
        return self._after(end.end)

    def _words(self, start: int, end: int, mark: MarkKind | None, *, running: bool = True) -> None:
        """Words inside markup; in those that run with the text an address may stand bare."""
        at = self._leaf.length
        self._write(start, end)
        if mark:
            self._leaf.mark(mark, at)
        if running:
            self._found.regions.extend(self._text.pieces(start, end))

    def _substitution(self, start: int, end: _End) -> None:
        self._words(start, end.start, "template", running=False)
        if end.reference:
            self._use(end.reference, start, end.start, start - 1, end.end)

    def _reference(self, begin: int, stop: int) -> int:
        string = self._string
        if not may_follow(string, stop):
            return stop
        start = name_start(string, begin, max(self._low, self._done))
        if start < begin and not self._may_start(start):
            joints = [at for sign in "-:" if (at := string.find(sign, start, begin)) >= 0]
            start = min(joints) + 1 if joints else begin
        if start == begin:
            return stop
        self._plain(start)
        self._words(start, begin, "link", running=False)
        self._use(string[begin:stop], start, begin, start, stop)
        return self._after(stop)

    def _use(self, suffix: str, start: int, end: int, outer: int, outer_end: int) -> None:
        label = unescaped(self._string[start:end])
        name = "" if suffix == "__" else label
        use = Use(
            name, *self._text.span(start, end), label, *self._text.span(outer, outer_end), self._found.in_note > 0
        )
        self._found.names.uses.append(use)

    def _note(self, found: re.Match[str]) -> int:
        begin, stop = found.span()
        if not (self._may_start(begin) and may_follow(self._string, stop)):
            return begin + 1
        self._plain(begin)
        span = self._text.span(begin, stop)
        if found["key"]:
            at = self._leaf.length
            self._write(begin, stop - 1)
            self._leaf.mark("footnote", at)
            self._found.names.note_uses.append(NoteUse("key", found["key"], *span))
        else:
            self._found.names.note_uses.append(NoteUse("footnote", found["note"], *span))
        return self._after(stop)

    def _interpreted(self, begin: int) -> int:
        start, role = self._role_before(begin)
        stop = begin + 1
        if not role and (not self._may_start(begin) or is_quoted(self._string, begin, stop, self._low)):
            if self._may_start(begin):
                self._low = stop
            return stop
        end = self._end_of("`", stop)
        if end is None or (end.role and role) or (end.reference and (role or end.role)):
            return self._broken(start, stop, end)
        self._plain(start)
        if end.reference:
            self._phrase(begin, end)
        else:
            self._role(role or end.role, stop, end.start)
        return self._after(end.end)

    def _broken(self, start: int, stop: int, end: _End | None) -> int:
        """No markup: an end that is missing, or two roles at once; what is written is shown."""
        if end:
            self._plain(start)
            self._words(start, end.end, "template", running=False)
            return self._after(end.end)
        self._low = stop
        return stop

    def _role_before(self, begin: int) -> tuple[int, str]:
        """Where `:role:` before a backquote begins, and its name; without one, where the backquote stands."""
        string, low = self._string, max(self._low, self._done)
        if begin - 1 > low and string[begin - 1] == ":":
            start = name_start(string, begin - 1, low)
            if low < start < begin - 1 and string[start - 1] == ":" and self._may_start(start - 1):
                return start - 1, string[start : begin - 1]
        return begin, ""

    def _role(self, role: str, start: int, end: int) -> None:
        mark = mark_of(role)
        angled = self._angled(start, end) if role and names_title(role) else None
        if angled is None:
            at = self._leaf.length
            write = self._text.write_literally if mark in ("code", "math") else self._text.write
            write(self._leaf, start, end)
            if mark:
                self._leaf.mark(mark, at)
            return
        words, opening = angled
        self._words(start, words, mark, running=False)
        if "://" in self._string[opening:end]:
            self._inline(start, words, opening + 1, end - 1, start - 1, end + 1)

    def _angled(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the words before a closing `<…>` end, and where it opens; None without one."""
        string = self._string
        if string[end - 1] != ">" or string[end - 2 : end - 1] in ("\x00", " ", "\r", "\n"):
            return None
        opening = string.rfind("<", start, end)
        while opening > start and string[opening - 1] == "\x00":
            opening = string.rfind("<", start, opening)
        if opening < start or not _ANGLED.fullmatch(string, opening, end):
            return None
        words = opening
        while words > start and string[words - 1] in " \r\n":
            words -= 1
        return (words, opening) if words < opening or opening == start else None

    def _phrase(self, begin: int, end: _End) -> None:
        start = begin + 1
        angled = self._angled(start, end.start)
        if angled is None:
            self._words(start, end.start, "link", running=False)
            self._use(end.reference, start, end.start, begin, end.end)
            return
        words, opening = angled
        first, last = opening + 1, end.start - 1
        written = self._string[first:last]
        shown = (start, words) if words > start else (first, last)
        name = unescaped(self._string[shown[0] : shown[1]])
        self._words(*shown, "link", running=False)
        if written.endswith("_") and not written.endswith("\x00_") and not _ADDRESS.match(written):
            other = unescaped(written[:-1])
            if end.reference == "_":
                self._found.names.define_alias(name, other)
            use = Use(
                other, *self._text.span(first, last), name, *self._text.span(begin, end.end), self._found.in_note > 0
            )
            self._found.names.uses.append(use)
            return
        url = self._inline(*shown, first, last, begin, end.end)
        if end.reference == "_":
            self._found.names.define(name, url)

    def _inline(self, start: int, end: int, first: int, last: int, outer: int, outer_end: int) -> str:
        url = address_of(self._string[first:last])
        label = unescaped(self._string[start:end])
        span = self._text.span
        self._found.add_target(Target("inline", *span(first, last), url, label, *span(outer, outer_end)))
        return url


def read_inline(found: Found, text: Text, leaf: Leaf, end: int | None = None) -> None:
    """Read a text up to `end` into a leaf."""
    Inline(found, text, leaf).read(end)
