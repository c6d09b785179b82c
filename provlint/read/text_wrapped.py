"""The lines of one wrapped paragraph → pieces: prose between the lines that have a form of their own."""

from collections import Counter

from provlint.read.text_forms import is_name, is_title, marker
from provlint.read.text_lines import Line, fills, wrapped_after
from provlint.read.text_pieces import Piece, Role, piece_of

_FORMED = frozenset(("rule", "handle", "named", "address", "header", "count", "furniture", "caption", "byline", "date"))
# Words that open an address line; other lines of a wrapped paragraph that open with a letter are prose.
_OPENERS = ("http", "www.", "Source:", "Link:", "URL:", "Via:")
_NARROWEST_WRAP = 50  # columns; verse and addresses are narrower
_HEADING_SHARE = (2, 3)  # of the width: a first line that leaves a third of it free was not ended by hand-wrapping
_UNDERLINES = frozenset("=-~*^_#")


class Wrapped:
    """Cuts the lines of one paragraph; used once."""

    def __init__(self, text: str, lines: list[Line], chunk: int) -> None:
        self._text = text
        self._lines = lines
        self._chunk = chunk
        self._width = max(line.end - line.start for line in lines)
        self._found: list[Piece] = []
        self._prose: list[int] = []  # lines not yet given to a piece
        self._item = -1  # the line that opened the list's item now running
        self._kinds: list[str] = []  # the kind of marker that opens each line

    def pieces(self, formed: bool) -> list[Piece]:
        """The pieces in order; `formed` says that some line may have a form of its own."""
        first = self._opening_lines()
        if formed:
            self._kinds = [self._kind(line) for line in self._lines]
            self._alike = Counter(self._kinds)
            for index in range(first, len(self._lines)):
                self._take(index)
        else:
            self._prose = list(range(first, len(self._lines)))
        self._flush()
        return self._found

    def _kind(self, line: Line) -> str:
        opening = marker(self._text, line.start, line.end)[:1]
        return "1" if opening.isdigit() else opening

    def _opening_lines(self) -> int:
        """Take the short lines at the top that have a form of their own; give the number of the first other line."""
        for index in range(len(self._lines) - 1):
            if fills(self._text, self._lines, index, self._width):
                return index
            piece = piece_of(self._text, self._lines[index], self._chunk, joins=True)
            if piece.role not in _FORMED:
                return index
            self._found.append(piece)
        return len(self._lines) - 1

    def _take(self, index: int) -> None:
        """Give a line to a piece of its own, to the list's item or quotation now running, or keep it as prose."""
        piece = self._formed(index)
        role: Role = piece.role if piece else "prose"
        if self._continues_item(index, role):
            self._found[-1] = self._found[-1]._replace(end=self._lines[index].end)
        elif piece and role == "quote" and self._found and self._found[-1].role == "quote" and not self._prose:
            self._found[-1] = self._found[-1]._replace(end=piece.end)
        elif piece and (role in _FORMED or role == "quote" or (role == "item" and self._is_item(index))):
            self._flush(before=piece)
            self._found.append(piece)
            self._item = index if role == "item" else -1
        else:
            self._prose.append(index)

    def _formed(self, index: int) -> Piece | None:
        """The piece of a line if its opening tells of a form of its own; inside a paragraph, words do not."""
        line, text = self._lines[index], self._text
        if text[line.start].isalpha() and not text.startswith(_OPENERS, line.start):
            after_rule = bool(self._found) and not self._prose and self._found[-1].role == "rule"
            if not (after_rule or self._kinds[index] or text.find("(@", line.start, line.end) >= 0):
                return None
        return piece_of(text, line, self._chunk, joins=True)

    def _is_item(self, index: int) -> bool:
        """Whether a line with a marker is an item, not wrapped prose: it follows none, or it is not the only one."""
        if not self._prose or self._text[self._lines[index - 1].end - 1] == ":":
            return True
        return self._alike[self._kinds[index]] > 1

    def _continues_item(self, index: int, role: Role) -> bool:
        """Whether a line belongs to the item that runs: indented under it, or the rest of its wrapped line."""
        if self._item < 0 or role not in ("prose", "line", "address"):
            return False
        deeper = self._lines[index].indent > self._lines[self._item].indent
        if not deeper and not wrapped_after(self._text, self._lines, index - 1, self._width):
            self._item = -1
        return self._item >= 0

    def _flush(self, before: Piece | None = None) -> None:
        """Turn the lines kept as prose into pieces; `before` is the piece that follows them."""
        run, self._prose = [self._lines[index] for index in self._prose], []
        if not run:
            return
        last = run[-1]
        if before and before.role == "rule" and len(run) == 1 and self._underlines(before, last):
            self._found.append(Piece("line", last.start, last.end, self._chunk, detail="underlined"))
        elif before and before.role == "handle" and is_name(self._text[last.start : last.end]):
            if run[:-1]:
                self._found += self._words(run[:-1])
            self._found += self._words([last])
        else:
            self._found += self._words(run)

    def _underlines(self, rule: Piece, line: Line) -> bool:
        alike = abs((rule.end - rule.start) - (line.end - line.start)) <= 2
        return alike and self._text[rule.start] in _UNDERLINES and is_title(self._text, line.start, line.end)

    def _words(self, run: list[Line]) -> list[Piece]:
        """Prose; or a heading above prose; or lines that all read like titles, which one paragraph may be yet."""
        text, chunk, first = self._text, self._chunk, run[0]
        small = any(text[line.start].islower() for line in run)
        if not small and all(is_title(text, line.start, line.end) for line in run):
            return [self._title(line) for line in run]
        if len(run) > 1 and self._heads(run):
            heading = Piece("line", first.start, first.end, chunk)
            return [heading, Piece("prose", run[1].start, run[-1].end, chunk, joins=True)]
        return [Piece("prose", run[0].start, run[-1].end, chunk, joins=True)]

    def _title(self, line: Line) -> Piece:
        joins = len(self._lines) > 1
        piece = piece_of(self._text, line, self._chunk, joins)
        return piece if piece.role in _FORMED else Piece("line", line.start, line.end, self._chunk, joins)

    def _heads(self, run: list[Line]) -> bool:
        """Whether the first line was ended by its writer while the lines below run on as wrapped prose does."""
        first = run[0]
        if (first.end - first.start) * _HEADING_SHARE[1] > self._width * _HEADING_SHARE[0]:
            return False
        if wrapped_after(self._text, run, 0, self._width) or self._text[first.end - 1] == ":":
            return False
        runs_on = len(run) > 2 and wrapped_after(self._text, run, 1, self._width) and self._width >= _NARROWEST_WRAP
        return runs_on and is_title(self._text, first.start, first.end)
