"""Marks of a block → the chunks between them; one pass, whatever is missing or odd.

A mark that never closes takes the rest of its paragraph at most, and less when the next mark opens: nothing is given up
because marks are odd in number.
"""

from collections.abc import Sequence

from provlint.extract.quotations.marks import Family, Mark
from provlint.text.patterns import lazy

_SENTENCE_END = lazy(r"[.!?…][’')\]]*(?=\s)")
_INK = lazy(r"\S")
_LOOK_AHEAD = 40  # marks within which a single mark must close
_DEEPEST = 12  # marks around a chunk; each repeats the words of those inside it, and no prose goes half as deep


class Pair:
    """The words `plain[start:end]` between two marks, which reach from `opening` to `closing`."""

    __slots__ = ("closed", "closing", "depth", "end", "family", "opened", "opening", "sign", "start")

    def __init__(self, opening: int, start: int, family: Family, sign: str, depth: int) -> None:
        self.opening = opening
        self.start = start
        self.end = self.closing = -1
        self.family = family
        self.sign = sign
        self.depth = depth  # of marks around it
        self.opened = True
        self.closed = False

    def close(self, mark: Mark) -> None:
        """Let a mark close it."""
        self.end, self.closing, self.closed = mark.start, mark.end, True

    def cut(self, end: int) -> None:
        """Let it end where no mark stands."""
        self.end = self.closing = end


def pairs(plain: str, found: Sequence[Mark], *, continues: bool = False, goes_on: bool = False) -> list[Pair]:
    """The chunks between the marks, in order of their opening; one without a closing mark has `closed` false.

    `continues` says that the paragraph before was left open: a first mark that closes then closes a chunk that has no
    mark to open it. `goes_on` says that the next paragraph opens with a mark: one that is open stays so to the end.
    """
    pairing = _Pairing(plain, found, continues, goes_on)
    for index, mark in enumerate(found):
        pairing.take(index, mark)
    return pairing.finished()


class _Pairing:
    def __init__(self, plain: str, found: Sequence[Mark], continues: bool, goes_on: bool) -> None:
        self.plain = plain
        self.found = found
        self.open: list[Pair] = []
        self.done: list[Pair] = []
        self.children: dict[int, Pair] = {}  # opening of an open pair → the first of its own family inside it
        self.single_end = -1
        self.continues = continues
        self.goes_on = goes_on
        self.whole = len(plain.rstrip())
        self.first = len(plain) - len(plain.lstrip())

    def take(self, index: int, mark: Mark) -> None:
        if mark.family == "single":
            self._single(index, mark)
            return
        top = self._top(mark.family)
        role = mark.role
        if top is not None and mark.sign == "“" and top.sign in "„‟":
            role = "close"  # „ … “
        if role in ("either", "neither"):
            role = "close" if top is not None else "open"
        if role == "open":
            self._open(mark, top)
        elif top is not None:
            self._close(top, mark)
        elif self.continues and not self.done and not self.open:
            pair = Pair(0, 0, mark.family, mark.sign, 0)
            pair.opened = False
            pair.close(mark)
            self.done.append(pair)

    def finished(self) -> list[Pair]:
        while self.open:
            self._give_up(self.open.pop())
        self.done.sort(key=lambda pair: (pair.opening, -pair.closing))
        return _nested([pair for pair in self.done if self._trimmed(pair)])

    def _trimmed(self, pair: Pair) -> bool:
        """Leave out white space inside the marks; false for a pair that holds nothing else."""
        first = _INK.search(self.plain, pair.start, pair.end)
        if first is None:
            return False
        pair.start = first.start()
        while self.plain[pair.end - 1].isspace():
            pair.end -= 1
        return True

    def _top(self, family: Family) -> Pair | None:
        # Only the two innermost are looked at: deeper nesting of mixed families does not occur in prose.
        for pair in self.open[:-3:-1]:
            if pair.family == family:
                return pair
        return None

    def _open(self, mark: Mark, top: Pair | None) -> None:
        if top is not None and top.opening in self.children:
            # It already holds a whole one of its family: its own closing mark is missing.
            while self.open[-1] is not top:
                self._give_up(self.open.pop())
            self._give_up(self.open.pop())
            top = None
        pair = Pair(mark.start, mark.end, mark.family, mark.sign, len(self.open))
        if top is not None:
            self.children.setdefault(top.opening, pair)
        self.open.append(pair)

    def _close(self, pair: Pair, mark: Mark) -> None:
        while self.open[-1] is not pair:
            self._give_up(self.open.pop())
        self.open.pop()
        pair.close(mark)
        self.done.append(pair)

    def _give_up(self, pair: Pair) -> None:
        """A chunk that nothing closes: it goes to the end of its paragraph, or of its sentence before the next mark."""
        child = self.children.pop(pair.opening, None)
        if child is None or (self.goes_on and not pair.depth and pair.opening == self.first):
            if not self.open:  # inside another chunk it is a stray mark
                pair.cut(self.whole)
                self.done.append(pair)
            return
        child.depth = pair.depth
        ends = [found.end() for found in _SENTENCE_END.finditer(self.plain, pair.start, child.opening)]
        if ends:
            pair.cut(ends[-1])
            self.done.append(pair)

    def _single(self, index: int, mark: Mark) -> None:
        if mark.role != "open" or mark.start < self.single_end:
            return
        closing = self._single_close(index)
        if closing is None:
            return
        pair = Pair(mark.start, mark.end, "single", mark.sign, len(self.open))
        pair.close(closing)
        self.single_end = closing.end
        self.done.append(pair)

    def _single_close(self, index: int) -> Mark | None:
        """The mark that closes a single one: the first that is no apostrophe for sure, else the first that may be."""
        within = bool(self.open)
        possible: Mark | None = None
        level = 0
        for mark in self.found[index + 1 : index + 1 + _LOOK_AHEAD]:
            if mark.family == "single":
                if mark.role == "open":
                    break
                if level:
                    continue
                if not self._may_be_apostrophe(mark):
                    return mark
                possible = possible or mark
            elif mark.role == "open" or (mark.role != "close" and not level):
                if within:
                    break
                level += 1
            elif within or not level:
                break
            else:
                level -= 1
        return possible

    def _may_be_apostrophe(self, mark: Mark) -> bool:
        """The workers' wages: after an s, with a word to follow."""
        plain, at = self.plain, mark.start
        return plain[at - 1] in "sSxz" and plain[mark.end : mark.end + 2].lstrip()[:1].isalpha()


def _nested(found: list[Pair]) -> list[Pair]:
    """The pairs, sorted by their opening, each with its depth; what crosses the one before counts as inside it.

    Those that are too deep for prose are left out.
    """
    around: list[int] = []
    for pair in found:
        while around and around[-1] <= pair.opening:
            around.pop()
        pair.depth = len(around)
        around.append(min(pair.closing, around[-1]) if around else pair.closing)
    return [pair for pair in found if pair.depth < _DEEPEST]
