"""Names of outlets as they stand in a text: the longest one that begins at a word."""

from collections.abc import Iterator
from typing import NamedTuple

from provlint.model.words import NameUse
from provlint.tables.sources import Sources
from provlint.text.patterns import lazy

_SECOND = lazy(r" ([\w&]+)")
_BEGINS = lazy(r"[\w&]*")
_MOST_KEPT = 200_000  # words; a run that has more starts over
_SPACES = "\u00a0\u2009\u202f"


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


#: Ends of names that stand for the whole name once it has been given: "the Post".
LAST_WORDS = _words(
    "Times Post Journal Guardian Sun Star Globe Herald Tribune Examiner Gazette Chronicle Telegraph Observer",
    "Inquirer Enquirer Courier Dispatch Standard Mail Mirror Express Independent Register Record Beast Caller",
    "Review Economist Hill Monitor Sentinel News Republic Bee Oregonian Blade Spectator Nation Atlantic Intercept",
    "Bulletin Ledger Reporter Recorder Week Republican Democrat Advocate Free-Press",
)


class Form(NamedTuple):
    """A way a name is written, how sure it is, and the main domains of the outlets that bear it, best known first."""

    written: str
    use: NameUse
    domains: tuple[str, ...]


class Begun(NamedTuple):
    """The names that begin with a word."""

    word: str
    alone: Form | None
    longer: dict[str, list[Form]]  # by second word, longest first
    seconds: frozenset[str]  # a space and the first character of each second word

    def at(self, text: str, start: int) -> Form | None:
        """The longest of these names at `start` of `text`, where the word stands, written so or in capitals."""
        after = start + len(self.word)
        if text[after : after + 2] in self.seconds:
            second = _SECOND.match(text, after)
            for form in self.longer.get(second[1], ()) if second else ():
                if _stands(text, start, form.written):
                    return form
        return self.alone


class _Beginnings(dict[str, Begun | None]):
    """A word as written → the names that begin with it: whole, without a possessive, or up to a hyphen; None for most.

    Each is looked for once; the names are fetched from the table when a text first has the word they begin with.
    """

    def __init__(self, sources: Sources) -> None:
        super().__init__()
        self._sources = sources
        self._begun: dict[str, Begun] = {}

    def __missing__(self, written: str) -> Begun | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        first_words = self._sources.first_words
        head = next((part for part in _parts(written) if part.lower() in first_words), "")
        self[written] = begun = self.of(head) if head else None
        return begun

    def of(self, word: str) -> Begun:
        """The names that begin with this very word."""
        begun = self._begun.get(word)
        if begun is None:
            begun = self._begun[word] = self._fetch(word)
        return begun

    def _fetch(self, word: str) -> Begun:
        spellings = dict.fromkeys((word, word.capitalize()) if len(word) > 2 and word.isupper() else (word,))
        alone: Form | None = None
        longer: dict[str, list[Form]] = {}
        for spelling in spellings:
            for written, use, domains in self._sources.names(spelling):
                form = Form(written, use, domains)  # type: ignore[arg-type]  # checked when the table was compiled
                shouted = spelling != word
                if shouted and use != "sure":
                    continue
                if written == spelling:
                    alone = alone or form
                    continue
                if shouted:
                    form = form._replace(written=written.upper())
                longer.setdefault(_second(form), []).append(form)
                if not shouted and use == "sure" and word.isupper():
                    upper = form._replace(written=written.upper())
                    longer.setdefault(_second(upper), []).append(upper)
        for forms in longer.values():
            forms.sort(key=lambda form: -len(form.written))
        return Begun(word, alone, longer, frozenset(f" {second[0]}" for second in longer if second))


class Names:
    """The forms of names by their first word."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        #: A word as written → the names that may begin with it.
        self.beginnings = _Beginnings(sources)

    @property
    def first_words(self) -> frozenset[str]:
        """The first words of all names, in lower case."""
        return self._sources.first_words

    def at(self, text: str, start: int, word: str) -> Form | None:
        """The longest name that begins with `word` at `start` of `text`, written so or in capitals."""
        return self.beginnings.of(word).at(text, start)


def _second(form: Form) -> str:
    found = _BEGINS.match(form.written.split(" ", 2)[1])
    return found[0] if found else ""


def _parts(word: str) -> Iterator[str]:
    yield word
    for cut in ("'", "-", "."):
        if cut in word:
            yield word.partition(cut)[0]


def _stands(text: str, start: int, name: str) -> bool:
    end = start + len(name)
    after = text[end : end + 1]
    return text.startswith(name, start) and not (after.isalnum() or after == "_")


def even(text: str) -> str:
    """`text` with one kind of space and apostrophe, each character in its place."""
    for odd in ("\n", "\t", *_SPACES):
        if odd in text:
            text = text.replace(odd, " ")
    return text.replace("\u2019", "'") if "\u2019" in text else text
