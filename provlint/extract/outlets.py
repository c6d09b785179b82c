"""Document → the outlets its prose names, each at its place.

One pass over the capitalised words of a block, with the first words of all names as a filter; the longest name wins. A
name that is also a word needs a sign beside it (`outlet_signs`), a link to its domain, or the full name before it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from provlint.extract.outlet_addresses import domains_and_handles
from provlint.extract.outlet_links import Beside, relate
from provlint.extract.outlet_names import LAST_WORDS, Form, Names, even
from provlint.extract.outlet_signs import (
    before_name,
    called_medium,
    credited,
    datelined,
    in_longer_name,
    opens_sentence,
    sign,
    spelt_out,
)
from provlint.model.document import Block, Document
from provlint.model.facts import Link, Mention
from provlint.model.sources import Outlet
from provlint.model.words import MentionForm
from provlint.tables.sources import Sources
from provlint.text.patterns import lazy

_CAPITALS = "[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f]"
_WORD = lazy(rf"{_CAPITALS}(?<![\w@#.].)[\w&]*+(?>(?:['.-][\w&]+)*)(?:\.(?=[ ,;'])(?<=[A-Z]\.))?")
_NO_PROSE = frozenset({"code", "metadata", "link-list"})
_ARTICLES = ("The ", "the ", "THE ")
_MOST_WORD = 40


class _Found(NamedTuple):
    """A name in a block's words: its place, the form it matched, how it was accepted."""

    start: int
    end: int
    form: Form
    written: MentionForm
    attributed: bool


class Outlets:
    """Finds the outlets that documents name; keeps the names it has fetched."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._names = Names(sources)

    def mentions(self, document: Document, links: tuple[Link, ...]) -> tuple[Mention, ...]:
        """The outlets named in the document, in source order; `links` are the document's."""
        beside = Beside(links)
        reading = _Reading(self._names, self._sources, beside)
        found = [
            mention
            for block in document.blocks
            if block.plain and block.kind not in _NO_PROSE
            for mention in reading.block(block)
        ]
        return tuple(sorted(found))


class _Reading:
    """What reading one document remembers: full names given so far, words that turned out to be people."""

    def __init__(self, names: Names, sources: Sources, beside: Beside) -> None:
        self._names = names
        self._sources = sources
        self._beside = beside
        self._short: dict[str, Form] = {}
        self._people: set[str] = set()
        self._given: set[str] = set()  # words that a sign has shown to be outlets
        self._countries: dict[str, int] = {}

    def block(self, block: Block) -> Iterator[Mention]:
        """The outlets that a block names."""
        text = even(block.plain)
        addresses = list(domains_and_handles(text, self._names, self._sources)) if "." in text or "@" in text else []
        found = list(self._in_words(block, text))
        taken = [(one.start, one.end) for one in addresses]
        for one in found:
            if not any(start < one.end and one.start < end for start, end in taken):
                yield self._mention(block, one.start, one.end, one.form, one.written, one.attributed)
        for start, end, written, domains in addresses:
            form = Form(text[start:end], "sure", domains)
            yield self._mention(block, start, end, form, written, bool(sign(text, start, end)))

    def _in_words(self, block: Block, text: str) -> Iterator[_Found]:
        beginnings, short, end = self._names.beginnings, self._short, 0
        for match in _WORD.finditer(text):
            begun = beginnings[match[0]]
            form = begun.at(text, match.start()) if begun else None
            if form is None and not short:  # nearly every word
                continue
            word = begun.word if begun else match[0].partition("'")[0]
            if form is None and word not in short:
                continue
            start = match.start()
            if start < end or _in_address(text, start):
                continue
            found = self._judge(block, text, start, word, form)
            if found:
                end = found.end
                yield found

    def _judge(self, block: Block, text: str, start: int, word: str, form: Form | None) -> _Found | None:
        if form and form.use == "sure":
            if _COMMON_NOUN.match(text, start + len(form.written)) and text[max(0, start - 2) : start].lower() == "a ":
                return None
            return self._accept(text, start, form, "name", is_credit=False)
        length = len(form.written) if form else len(word)
        end = start + length
        if form is None or (form.use != "initials" and form.written == word and word in self._short):
            bound = self._short.get(word)
            return self._bound(text, start, end, bound) if bound else None
        if form.written.isupper() and spelt_out(text, start, end):
            self._people.add(form.written)
        if form.written in self._people and not self._beside.labels(block, start, end, form.domains):
            return None
        if form.use == "initials":
            is_credit = self._is_credit(block, text, start, end, form)
            told = (
                is_credit or not _vetoed_initials(text, start, end, form.written) or sign(text, start, end) == "strong"
            )
            return self._accept(text, start, form, "initials", is_credit) if told else None
        if self._told(block, text, start, end, form):
            return self._accept(text, start, form, "name", self._is_credit(block, text, start, end, form))
        return None

    def _is_credit(self, block: Block, text: str, start: int, end: int, form: Form) -> bool:
        """Whether the name stands where a dateline or a credit names whose text or picture it is."""
        return datelined(text, start, end) or (
            credited(text, start, end)
            and (form.use != "word" or text[start - 1] not in "(/[|")
            and not self._beside.leads_elsewhere(block, start, end, form.domains)
        )

    def _told(self, block: Block, text: str, start: int, end: int, form: Form) -> bool:
        """Whether a name that is also a word is shown to be an outlet's."""
        if self._beside.labels(block, start, end, form.domains):
            return True
        if in_longer_name(text, start, end):
            if " " not in form.written and before_name(text, start):
                self._people.add(form.written)
            return False
        opens = opens_sentence(text, start)
        if opens and " " not in form.written and self._has_article(form):
            return False  # "Information gathered": what is called The Information is not meant
        if form.use == "rare":
            return called_medium(text, end) and not opens
        said = sign(text, start, end)
        if said == "strong" or (said and form.written in self._given):
            self._given.add(form.written)
            return True
        emphasised = any(
            mark.kind == "emphasis" and mark.start >= start - 4 and mark.start <= start and end <= mark.end <= end + 1
            for mark in block.marks
        )
        emphasised = emphasised and not opens
        may_stand_out = block.kind not in ("heading", "title")
        if may_stand_out and (emphasised or self._is_credit(block, text, start, end, form)):
            return emphasised or form.written.lower() not in ("news", "people", "today")
        return self._beside.links_to(block, start, end, form.domains)

    def _has_article(self, form: Form) -> bool:
        """Whether all outlets of that name are called The so."""
        outlets = [self._sources.outlet(domain) for domain in form.domains]
        return all(outlet is not None and outlet.name.startswith("The ") for outlet in outlets)

    def _bound(self, text: str, start: int, end: int, form: Form) -> _Found | None:
        """A short name after the full one: with its article, or before a noun of the trade."""
        if in_longer_name(text, start, end):
            return None
        has_article = text[max(0, start - 4) : start] in _ARTICLES
        said = sign(text, start, end)
        if not has_article and said != "strong":
            return None
        return _Found(start, end, form, "short", bool(said))

    def _accept(self, text: str, start: int, form: Form, written: MentionForm, is_credit: bool) -> _Found:
        end = start + len(form.written)
        for short in _shorts(form.written):
            self._short.setdefault(short, form)
        place: MentionForm = "byline" if is_credit and written == "name" else written
        return _Found(start, end, form, place, bool(sign(text, start, end)) or is_credit)

    def _mention(
        self, block: Block, start: int, end: int, form: Form, written: MentionForm, attributed: bool
    ) -> Mention:
        scope = self._beside.scope(block, start, end)
        outlets = self._outlets(form)
        settled = self._settle(outlets, scope)
        known = settled or (outlets[0] if len(outlets) == 1 else None)
        domains = known.domains if known else tuple(domain for outlet in outlets for domain in outlet.domains)
        if block.plain[max(0, start - 4) : start] in ("The ", "The\n") and written in ("name", "short", "initials"):
            start -= 4
        if known:
            self._countries[known.country] = self._countries.get(known.country, 0) + 1
        source_start, source_end = block.place(start, end)
        mention = Mention(
            start=source_start,
            end=source_end,
            name=_common_name(outlets, form.written) if known is None else known.name,
            domains=domains or form.domains,
            candidates=1 if known else max(1, len(outlets)),
            form=written,
            attributed=attributed,
            country=known.country if known else "",
            medium=known.medium if known else "",
            own=bool(known and known.own),
        )
        return relate(mention, scope)

    def _outlets(self, form: Form) -> list[Outlet]:
        """The outlets that bear the name, those with one name and country as one."""
        found: dict[tuple[str, str], Outlet] = {}
        for domain in form.domains:
            outlet = self._sources.outlet(domain)
            if outlet:
                key = (outlet.name, outlet.country)
                earlier = found.get(key)
                found[key] = earlier._replace(domains=(*earlier.domains, domain)) if earlier else outlet
        return list(found.values())

    def _settle(self, outlets: list[Outlet], scope: tuple[Link, ...]) -> Outlet | None:
        """Which of several outlets is meant: the one that is linked, else the one of the country the text is about."""
        if len(outlets) < 2:
            return None
        for link in scope:
            linked = link.address.source.outlet
            for outlet in outlets:
                if linked and linked.name == outlet.name and linked.country == outlet.country:
                    return outlet
        country = max(self._countries, key=lambda one: self._countries[one], default="")
        if country and self._countries[country] > 1:
            at_home = [outlet for outlet in outlets if outlet.country == country]
            return at_home[0] if len(at_home) == 1 else None
        return None


def _common_name(outlets: list[Outlet], written: str) -> str:
    """What several outlets are called that are not told apart: their name if it is one, else the words as written."""
    names = {outlet.name for outlet in outlets}
    return names.pop() if len(names) == 1 else written


def _shorts(written: str) -> Iterator[str]:
    """The words that stand for a name of several once it was given in full: its last noun, its initials."""
    words = written.split(" ")
    if len(words) > 1:
        if words[-1] in LAST_WORDS:
            yield words[-1]
        if words[-1] in ("News", "Business") and len(words) == 2:
            yield words[0]
        initials = "".join(word[0] for word in words if word[0].isupper())
        if len(words) > 2 and len(initials) > 2:
            yield initials


_COMMON_NOUN = lazy(r" (?:of|for|into|on)\b")  # "a National Review of prisons"
_CHIEF = lazy(
    r" (?:chief|chairman|chairwoman|chairperson|chair|leader|leaders|government|assembly"
    r"|exams?|courses?|class(?:es)?|style|lawmakers?|workers"
    r"|supporters|activists|candidates?|secretary|president|founder|puts|fined|calculus|test|scores?)\b"
)


def _vetoed_initials(text: str, start: int, end: int, written: str) -> bool:
    """Whether initials are more likely those of something else: with an article, somebody's, or with a chief."""
    before = text[max(0, start - 4) : start]
    if before[-4:].lower() == "the " and written not in ("AP", "FT", "WSJ", "NYT", "SCMP", "FAZ", "NZZ", "TOI", "AFP"):
        return True
    if text[end : end + 1] == ":" and opens_sentence(text, start):
        return True
    if before[-3:].lower().lstrip() in ("a ", "an ") or before.endswith("'s "):
        return True
    return (
        _CHIEF.match(text, end) is not None
        or (before[-1:] == "-")
        or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit())
    )


def _in_address(text: str, start: int) -> bool:
    """Whether the word stands inside a bare address."""
    if start == 0 or text[start - 1] not in "/=?&%-_~:":
        return False
    word = text[max(0, start - 300) : start].rpartition(" ")[2]
    return "://" in word or word.startswith("www.")
