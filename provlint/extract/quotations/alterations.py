"""Quoted words → the marks of what the writer changed in them: brackets, ellipses, [sic], "emphasis added".

What each mark says is as in The Chicago Manual of Style, 17th ed., 13.50 to 13.62 (ellipses, interpolations, sic,
italics added).
"""

import re

from provlint.model.facts import Alterations
from provlint.model.words import Elision
from provlint.text.patterns import lazy

_MARKED = lazy(r"[\[….(](?:(?<=[\[…])|(?<=\.)\s?\.|(?<=\()sic)")
_BRACKETS = lazy(r"\[(?P<words>[^\[\]\n]{1,120})\]")
_SIC = lazy(r"[\[(]\s?sic\b", re.IGNORECASE)
_ELLIPSIS = lazy(r"[\[(]?(?:…|\.(?:\s?\.){2,3})[\])]?")
_EMPHASIS = lazy(r"\b(?:emphasis|italics|underlining|bold)\s(?:added|mine|ours|supplied)\b|\bmy emphasis\b", re.I)
_ABOUT_EMPHASIS = lazy(r"(?:my )?(?:emphasis|italics)\b", re.I)
_BESIDE = 60  # characters after a quotation in which it may be said that emphasis was added
#: What stenographers and subtitles put between brackets: it is heard, not inserted.
_HEARD = frozenset((
    "laughs", "laughing", "laughter", "applause", "pause", "pauses", "inaudible", "crosstalk", "unintelligible",
    "music", "sighs", "cheers", "cheering", "silence", "chuckles", "smiles", "ph",
))  # fmt: skip
_LETTERS = lazy(r"[^\W\d_]")
_OUTSIDE = " \t\n\u00a0'\"‘’“”,;:!?)]"

NOTHING = Alterations()


def alterations(words: str, after: str = "") -> Alterations:
    """What the writer marked as changed in quoted `words`; `after` is the text behind them."""
    emphasis = _EMPHASIS.search(after, 0, _BESIDE) is not None
    if not _MARKED.search(words) and not emphasis:
        return NOTHING
    inserted = tuple(found["words"] for found in _BRACKETS.finditer(words) if _is_inserted(found))
    return Alterations(inserted, _elision(words), _SIC.search(words) is not None, emphasis)


def _is_inserted(found: re.Match[str]) -> bool:
    """Whether brackets hold words of the writer: no number of a note, no sound, no [sic], no changed capital."""
    words = found["words"].strip()
    if not _LETTERS.search(words) or _SIC.match(found[0]) or words.lower() in _HEARD:
        return False
    return len(words) > 1 and not _ABOUT_EMPHASIS.match(words)


def _elision(words: str) -> Elision:
    """Where an ellipsis stands: inside before all, since there it joins what was apart."""
    end = len(words.rstrip(_OUTSIDE))
    start = len(words) - len(words.lstrip(_OUTSIDE))
    where: Elision = ""
    for found in _ELLIPSIS.finditer(words):
        if found.end() < end and found.start() > start:
            return "inside"
        where = "beginning" if found.start() <= start else "end"
    return where
