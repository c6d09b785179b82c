"""Text → its words in the form in which two writers' spellings of the same words are equal."""

from functools import lru_cache
from typing import NamedTuple

from provlint.text.bare import bare
from provlint.text.patterns import lazy

_CAPITAL = lazy(r"\[(\w{1,2})\](?=\w)")  # "[T]he": a letter changed to fit the sentence
_SIGN = lazy(r"[^\x00-\x7f\w]+")
_COMMON = (("’", ""), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("\u00a0", " "), ("…", " "))
_BLANKED = bytes(code if code >= 128 or chr(code).isalnum() else 32 for code in range(256))
_TOKEN = lazy(
    r"(?P<gap>…|\.{3,}|\.(?: \.){2,})|(?P<open>[\[(])|(?P<close>[\])])|(?P<stop>[.!?])"
    r"|(?P<word>\[\w{1,2}\]\w+|(?>(?:[^\W\d_]\.){2,})|[^\W_]+(?>(?:['’][^\W_]+)*)|[%&])",
)
_SIGNS = {"%": "percent", "&": "and"}
_REMEMBERED = 1024  # texts
_DIFFERENT = 8192  # words
_FILLERS = frozenset({"um", "uh", "er", "uhm", "erm"})  # transcripts keep or leave them out as they like


class Word(NamedTuple):
    """A word at `plain[start:end]`, and what its writer marked beside it."""

    form: str
    start: int
    end: int
    bracketed: bool  # an insertion of the writer's
    gap: bool  # an ellipsis stands before it
    first: bool  # it opens a sentence, or the text


def forms(plain: str) -> list[bytes]:
    """The words alone, fast, for hashing: UTF-8, lower case, without apostrophes."""
    if "[" in plain:
        plain = _CAPITAL.sub(r"\1", plain)
    if not plain.isascii():
        for mark, instead in _COMMON:
            plain = plain.replace(mark, instead)
    return _forms(plain.lower())  # many times as fast where nothing but ASCII is left


def forms_of_block(plain: str) -> list[bytes]:
    """The same of the words of a whole block, which earlier stages had bared."""
    return forms(plain) if "[" in plain else _forms(bare(plain))


def _forms(plain: str) -> list[bytes]:
    if not plain.isascii():
        plain = _SIGN.sub(" ", plain)
    return plain.encode("utf-8", "replace").translate(_BLANKED, b"'").split()


@lru_cache(maxsize=_REMEMBERED)
def words(plain: str) -> list[Word]:
    """The words of a text with what stands around them; everybody's list, since a text is compared with several."""
    found: list[Word] = []
    depth, gap, first = 0, False, True
    for token in _TOKEN.finditer(plain):
        kind = token.lastgroup
        if kind == "gap":
            gap = True
        elif kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        elif kind == "stop":
            first = token.end() >= len(plain) or plain[token.end()] in ' \n\t"”’)]'
        else:
            for part in _parts(token[0]):
                found.append(Word(part, token.start(), token.end(), depth > 0, gap, first))
                gap = first = False
    return found


@lru_cache(maxsize=_DIFFERENT)
def _parts(word: str) -> tuple[str, ...]:
    """The form of a word as it is written, both of a contraction, none of a filler."""
    written = word.lower().replace("’", "'")
    form = _SIGNS.get(written) or written.translate(_LETTERS)
    return _CONTRACTED.get(written, (form,)) if form not in _FILLERS else ()


_PRONOUNS = "i you we they he she it that there who"
_AUXILIARIES = "do does did is are was were has have had would could should must need might"
_UP_TO_TWELVE = "zero one two three four five six seven eight nine ten eleven twelve"
#: Contractions as the two words they stand for; those in 's and 'd stand for several and are left as they are.
_CONTRACTED = {
    f"{word}'{end}": (word, full)
    for word in _PRONOUNS.split()
    for end, full in (("ve", "have"), ("re", "are"), ("ll", "will"), ("m", "am"))
} | {f"{word}n't": (word, "not") for word in _AUXILIARIES.split()}
_CONTRACTED |= {"can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not")}
_LETTERS = str.maketrans("", "", "'[].")
_BRITISH = (("isation", "ization"), ("ou", "o"), ("s", "z"), ("ae", "e"), ("ll", "l"), ("re", "er"))
_NUMBERS = {word: str(number) for number, word in enumerate(_UP_TO_TWELVE.split())} | {"ok": "okay"}


def same_spelling(here: list[str], there: list[str]) -> bool:
    """Whether two stretches are the same words in the spelling of another house: U.S. and US, 5 and five, colour."""
    return _folded(here) == _folded(there)


def _folded(stretch: list[str]) -> str:
    folded = "".join(_NUMBERS.get(form, form) for form in stretch)
    for old, new in _BRITISH:
        folded = folded.replace(old, new)
    return folded
