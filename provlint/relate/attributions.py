"""Who says it, in the words of a passage: an attribution that a quotation of it leaves out, or may leave out."""

from provlint.model.relations import Difference
from provlint.tables.tables import Tables
from provlint.text.patterns import lazy

_LANGUAGES = ("en", "de", "fr", "es")
_MOST_WORDS = 6  # "the two officials told reporters on Monday": longer ones say more than who says it
_WORD = lazy(r"[^\W\d_]+")
_ASIDE = lazy(r"[\s”\"’»]*,[\s”\"’»]*([^,.;:!?\n]{3,80})[,.;]")  # between two commas, or up to the full stop


class Attributions:
    """The words that say who says something, of all languages there are cues for."""

    def __init__(self, tables: Tables) -> None:
        self._cues = {
            form
            for language in _LANGUAGES
            for form, cue in tables.cues(language).items()
            if cue.kind in ("say", "tell", "source")
        }

    def after(self, plain: str, at: int) -> str:
        """The attribution that follows `plain[:at]` as an aside, "" if none does."""
        aside = _ASIDE.match(plain, at)
        return " ".join(aside[1].split()) if aside and self._attributes(aside[1]) else ""

    def kept(self, differences: tuple[Difference, ...]) -> tuple[Difference, ...]:
        """The differences without an attribution that was dropped: a quotation with a speaker has its own outside."""
        return tuple(one for one in differences if one.kind != "dropped" or not self._attributes(one.there))

    def _attributes(self, stretch: str) -> bool:
        words = _WORD.findall(stretch.lower())
        return 1 < len(words) <= _MOST_WORDS and not self._cues.isdisjoint(words)
