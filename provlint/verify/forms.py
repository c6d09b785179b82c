"""Text → its words in a form in which only typography is lost: quotes, dashes, ligatures, case, hidden characters.

Unicode's compatibility form (UAX 15, NFKC) takes ligatures and full-width letters; soft hyphens, zero-width characters
and vowel points that texts write or leave out are dropped. Scripts without blanks go character by character.
"""

import re
import unicodedata

_HIDDEN = "\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f"
_POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
_MARKS = "\u0300-\u036f"
_UNSPACED = (
    "\u0e01-\u0e4e\u0e80-\u0eff\u1000-\u109f\u1780-\u17d3\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W_{_UNSPACED}]|[{_HIDDEN}{_POINTS}{_MARKS}]"
_APOSTROPHES = "'’‘ʼ`´′＇"
#: A word, a figure with its points and commas, initials, a character of an unspaced script, or a sign that is spoken.
WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}+|[{_UNSPACED}]"
    rf"|[^\W_{_UNSPACED}](?:{_LETTER}|[{_APOSTROPHES}](?=[^\W\d_])|(?<=[0-9])[.,:](?=[0-9]))*+"
    r"|[%‰$€£¥₹&]|(?<![\w)\-−])[-−](?=[0-9])"
)
_ASCII_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}+|[A-Za-z0-9](?:[A-Za-z0-9]++|['`](?=[A-Za-z])|(?<=[0-9])[.,:](?=[0-9]))*+|[%$&]"
    r"|(?<![\w)\-])-(?=[0-9])"
)
_DROPPED = re.compile(f"[{_HIDDEN}{_POINTS}]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_SIGNS = {"%": "percent", "&": "and", "−": "-"}


class _Forms(dict[str, str]):
    """Word as written → its form, kept once it was made."""

    def __missing__(self, written: str) -> str:
        form = self[written] = _form(written)
        return form


def new_forms() -> dict[str, str]:
    """A table that turns words as written into their forms as it is asked for them."""
    return _Forms()


def pattern(text: str) -> re.Pattern[str]:
    """The pattern of words for a text."""
    return _ASCII_WORD if text.isascii() else WORD


def _form(written: str) -> str:
    if not written.isascii():
        # Before the compatibility form, or a hidden character would keep letters apart that belong together.
        written = unicodedata.normalize("NFKC", _DROPPED.sub("", written))
        written = _APOSTROPHE.sub("'", written)
    written = written.casefold().replace("`", "'")
    if "." in written and not written[0].isdigit():
        return written.replace(".", "")
    if "," in written:
        written = _THOUSANDS.sub("", written)
    return _SIGNS.get(written, written)
