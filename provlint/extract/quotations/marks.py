"""Rendered words → the quotation marks in them, each with what its neighbours say it may be.

Which characters quote, and how languages pair them, follows the Unicode Standard, chapter 6.2 ("Quotation Marks");
that a mark beside white space opens or closes on the other side is the rule of SmartyPants and of CommonMark's
delimiter runs.
"""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from provlint.text.patterns import lazy

Family = Literal["double", "single", "guillemet", "single-guillemet", "corner", "white-corner"]
Role = Literal["open", "close", "either", "neither"]

_PAIRED: dict[str, tuple[Family, Role]] = {
    "“": ("double", "open"), "”": ("double", "close"), "„": ("double", "open"), "‟": ("double", "open"),
    "〝": ("double", "open"), "〞": ("double", "close"), "〟": ("double", "close"), "``": ("double", "open"),
    "«": ("guillemet", "open"), "»": ("guillemet", "close"),
    "‹": ("single-guillemet", "open"), "›": ("single-guillemet", "close"),
    "「": ("corner", "open"), "」": ("corner", "close"), "｢": ("corner", "open"), "｣": ("corner", "close"),
    "﹁": ("corner", "open"), "﹂": ("corner", "close"),
    "『": ("white-corner", "open"), "』": ("white-corner", "close"),
    "﹃": ("white-corner", "open"), "﹄": ("white-corner", "close"),
}  # fmt: skip
_FIXED = frozenset(("〝", "〞", "〟", "``", *"「」｢｣﹁﹂『』﹃﹄"))  # no neighbour changes their role
# One class first, so that the search runs in C; an apostrophe inside a word is no mark.
_MARK = lazy(
    r"[“”„‟\"＂″«»‹›「」『』｢｣﹁﹂﹃﹄〝〞〟'‘’‚‛`](?<![^\W_]['’](?=[^\W_]))(?>(?:(?<=')'{1,2}(?!')|(?<=`)`(?!`))?)"
)
_ELIDED = lazy(r"[‘'’](?:\d\ds?|em|til|tis|twas|cause|round|bout|n)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u2009\u202f\u3000([{—–-/‘“„«‹\"'=>*_|~…¿¡:")
_AFTER_CLOSING = frozenset(" \t\n\r\u00a0\u2009\u202f\u3000)]}.,;:!?—–-/’”»›\"'<*_|…")
_AFTER_OPENING_SINGLE = frozenset('$£€[(“"…@#*_-')
_BEFORE_CLOSING_SINGLE = frozenset('.,!?;:…)]%”"')
_NO_MARK_AFTER = frozenset("=\\")  # an attribute of markup, an escaped mark of code
_MEASURE = lazy(r"\d['′’] ?\d{1,2}(?:½|\.\d)?$|\d['′’]$")
_CURLY = lazy(r"[“”]")
_FAR = 400  # characters on either side in which a double prime is matched with marks
_SIZE = lazy(
    r"[\"＂](?:[- ](?:(?:x|by)[- ]\d{1,3}(?!\d)"
    r"|(?:wide|tall|high|long|deep|thick|across|diameter|screen|display|monitor|tv)\b)|\s?[x×]\s?\d)",
    re.I,
)


class Mark(NamedTuple):
    """One mark at `plain[start:end]`."""

    start: int
    end: int
    family: Family
    role: Role
    sign: str


def may_quote(plain: str) -> bool:
    """Whether a block of plain letters holds a mark at all, told by plain searches; of others it is not told."""
    return not plain.isascii() or '"' in plain or "'" in plain or "`" in plain


def marks(plain: str, skipped: Iterable[tuple[int, int]] = ()) -> list[Mark]:
    """The marks of a block in order; `skipped` are spans of code and the like, sorted, whose marks quote nothing."""
    found: list[Mark] = []
    holes = list(skipped)
    hole = 0
    for match in _MARK.finditer(plain):
        start, end = match.span()
        while hole < len(holes) and holes[hole][1] <= start:
            hole += 1
        if hole < len(holes) and holes[hole][0] <= start:
            continue
        if plain[start - 1 : start] in _NO_MARK_AFTER or match[0] == "`":
            continue
        if end - start == 3:
            found += _triple(plain, start, end)
        elif mark := _mark(plain, start, end, match[0]):
            found.append(mark)
    return found


def _triple(plain: str, start: int, end: int) -> list[Mark]:
    """A single and a doubled single mark that touch: the single one is the inner."""
    if start and not plain[start - 1].isspace():
        return [Mark(start, start + 1, "single", "close", "'"), Mark(start + 1, end, "double", "close", "''")]
    return [Mark(start, start + 2, "double", "open", "''"), Mark(start + 2, end, "single", "open", "'")]


def _mark(plain: str, start: int, end: int, sign: str) -> Mark | None:
    if sign == "″":
        return Mark(start, end, "double", "close", sign) if _closes_a_figure(plain, start, end) else None
    if sign in _FIXED:
        return Mark(start, end, *_PAIRED[sign], sign)
    before = plain[start - 1] if start else " "
    after = plain[end] if end < len(plain) else " "
    if sign in "'‘’‚‛" and len(sign) == 1:
        return _single(plain, start, end, sign, before, after)
    could_open = not after.isspace() and before in _BEFORE_OPENING
    could_close = not before.isspace() and (after in _AFTER_CLOSING or not after.isalnum())
    if sign in _PAIRED:
        family, role = _PAIRED[sign]
        turned: Role = "close" if role == "open" else "open"
        wrong = could_close and not could_open if role == "open" else could_open and not could_close
        if family == "double":
            # A closing sign may be set where one must open, and the other way round: the neighbours know better.
            return Mark(start, end, family, (turned if start or role == "close" else role) if wrong else role, sign)
        # French sets spaces inside its marks, and a stop after one says nothing.
        return Mark(start, end, family, turned if wrong and (role == "open" or after.isalnum()) else role, sign)
    if before.isdecimal() and _is_measure(plain, start):
        return None
    if could_open != could_close:
        return Mark(start, end, "double", "open" if could_open else "close", sign)
    return Mark(start, end, "double", "either" if could_open else "neither", sign)


def _closes_a_figure(plain: str, start: int, end: int) -> bool:
    """Whether a double prime stands for a closing mark.

    Blog software sets one behind any figure: “The best of 2014″. It is a measure where the mark that is open before it
    is closed later on, and where none is open.
    """
    if not plain[start - 1 : start].isdigit():
        return False
    opening = max(plain.rfind(sign, max(0, start - _FAR), start) for sign in "“”")
    closing = _CURLY.search(plain, end, end + _FAR)
    return opening >= 0 and plain[opening] == "“" and (closing is None or closing[0] == "“")


def _single(plain: str, start: int, end: int, sign: str, before: str, after: str) -> Mark | None:
    if sign in "‘‚‛" or (sign == "'" and before in _BEFORE_OPENING):
        opens = after.isalnum() or after in _AFTER_OPENING_SINGLE
        if opens and not (before.isalnum() or _ELIDED.match(plain, start)):
            return Mark(start, end, "single", "open", sign)
    if sign in "'’" and not after.isalnum() and (before.isalnum() or before in _BEFORE_CLOSING_SINGLE):
        return Mark(start, end, "single", "close", sign)
    return None


def _is_measure(plain: str, start: int) -> bool:
    """Whether a straight mark after a figure means inches or seconds: 6'2", 5" wide, 8" x 10"."""
    return _MEASURE.search(plain[max(0, start - 8) : start]) is not None or _SIZE.match(plain, start) is not None
