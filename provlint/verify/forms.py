"""Text → its words in a form in which only typography is lost: quotes, dashes, ligatures, case, hidden characters.

Unicode's compatibility form (UAX 15, NFKC) takes ligatures and full-width letters; soft hyphens, zero-width characters
and vowel points that texts write or leave out are dropped. Scripts without blanks go character by character.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

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
    rf"(?>(?:[^\W\d_]\.){{2,}})|[{_UNSPACED}]"
    rf"|[^\W_{_UNSPACED}](?>(?:{_LETTER}|[{_APOSTROPHES}](?=[^\W\d_])|(?<=[0-9])[.,:](?=[0-9]))*)"
    r"|[%‰$€£¥₹&]|(?<![\w)\-−])[-−](?=[0-9])"
)
_DROPPED = re.compile(f"[{_HIDDEN}{_POINTS}]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
#: Cyrillic and Greek letters that stand in for Latin ones in a Latin word (UTS 39, confusables).
_AS_LATIN = str.maketrans(
    "аеорсухікѕјһԁԛԝАВЕКМНОРСТУХІЅЈαορνικχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxiksjhdqwABEKMHOPCTYXISJaopvikxABEZHIKMNOPTYX"
)
_LOOKALIKE = re.compile("[а-яіѕјһԁԛԝА-ЯІЅЈα-ωΑ-Ω]")
_LATIN = re.compile("[a-zA-Z]")
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_SIGNS = {"%": "percent", "&": "and", "−": "-"}
#: What printers leave out or add: the dots of Russian ё, and the one that lower-casing Turkish İ leaves behind.
_DOTS = re.compile("ё|i\u0307")
_FIGURE = re.compile(r"(?![0-9])\d")
_MILLIONS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")  # with points where others have commas: a decimal has one
#: Letters that are written as two where the house has no others, and fractions that are one character.
_LETTERS = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "½": ".5", "¼": ".25", "¾": ".75"})


_KEPT = 200_000  # chunks whose words are kept
_PUNCTUATION = ".,;:!?()\"'“”‘’„«»…—–-"
_LONGEST = 40  # characters of such a chunk


class _Chunks(dict[str, tuple[str, ...]]):
    """What stands between two blanks → the forms of its words, kept once they were made."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        bare = chunk.strip(_PUNCTUATION)
        if bare.isascii() and bare.isalpha():
            forms: tuple[str, ...] = (bare.lower(),)
        else:
            forms = tuple(filter(None, map(form_of, WORD.findall(chunk))))
        if len(chunk) <= _LONGEST:
            self[chunk] = forms
        return forms


_chunks = _Chunks()


def forms(text: str) -> Iterator[str]:
    """The forms of a text's words in order: no word reaches over a blank, and most chunks were seen before."""
    if len(_chunks) > _KEPT:
        _chunks.clear()
    return chain.from_iterable(map(_chunks.__getitem__, text.split()))


def without_accents(form: str) -> str:
    """A form in which a Latin word has no accents: English papers print "Sao Paulo" and "São Paulo"."""
    if form.isascii() or not _LATIN.search(form):
        return form
    bare = unicodedata.normalize("NFKD", form.translate(_STROKES))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def spans(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Where the same words stand, offsets raised by `start`."""
    return [
        (start + found.start(), start + found.end())
        for found in WORD.finditer(text)
        if found[0].isascii() or form_of(found[0])
    ]


def form_of(written: str) -> str:
    """The form of one word as written; "" if nothing of it is left."""
    if not written.isascii():
        # Before the compatibility form, or a hidden character would keep letters apart that belong together.
        written = unicodedata.normalize("NFKC", _DROPPED.sub("", written).translate(_LETTERS))
        written = _APOSTROPHE.sub("'", written)
        if _LATIN.search(written) and _LOOKALIKE.search(written):
            written = written.translate(_AS_LATIN)
        written = _FIGURE.sub(lambda found: str(unicodedata.decimal(found[0])), written)
        written = _DOTS.sub(lambda found: "е" if found[0] == "ё" else "i", written.casefold())
    written = written.casefold().replace("`", "'")
    if "." in written and (_MILLIONS.fullmatch(written) or written[0].isalpha()):
        return written.replace(".", "")
    if "," in written:
        written = _THOUSANDS.sub("", written)
    if written[:1] == ".":
        written = f"0{written}"  # a fraction on its own
    return _SIGNS.get(written, written)
