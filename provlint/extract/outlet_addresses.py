"""Outlets named by their domain (Dawn.com) or their handle (@BBCWorld)."""

from collections.abc import Iterator
from typing import NamedTuple

from provlint.extract.outlet_names import Names
from provlint.model.words import MentionForm
from provlint.tables.sources import Sources
from provlint.text.patterns import lazy

_DOMAIN = lazy(
    r"\.(?:com|org|net|news|tv|co|ie|in|pk|uk|au|ca|us|de|fr|ru|info|press|online|io|eu|ng|ke|za)\b(?![/@\w-])(?!\.\w)"
)
_LABELS = lazy(r"(?<![\w@/.:%-])(?:[A-Za-z0-9][\w-]{0,40}\.){1,4}$")
_HANDLE = lazy(r"(?<![\w@/.])@([A-Za-z_]\w{1,30})\b(?!\.\w)")
_HUMP = lazy(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_BEFORE = 80


class AddressName(NamedTuple):
    """A domain or a handle that stands for an outlet, and the outlet's domains."""

    start: int
    end: int
    form: MentionForm
    domains: tuple[str, ...]


def domains_and_handles(text: str, names: Names, sources: Sources) -> Iterator[AddressName]:
    """The domains and handles of outlets that stand as words in `text`."""
    if "." in text:
        for match in _DOMAIN.finditer(text):
            labels = _LABELS.search(text, max(0, match.start() - _BEFORE), match.start() + 1)
            if labels:
                domain = text[labels.start() : match.end()].lower().removeprefix("www.")
                if sources.outlet(domain):
                    yield AddressName(labels.start(), match.end(), "domain", (domain,))
    if "@" in text:
        for match in _HANDLE.finditer(text):
            domains = _owner(match[1], names, sources)
            if domains:
                yield AddressName(match.start(), match.end(), "handle", domains)


def _owner(handle: str, names: Names, sources: Sources) -> tuple[str, ...]:
    """The domains of the outlet whose handle it is: its humps begin with a sure name, or it is the name of a domain."""
    humps = _HUMP.findall(handle)
    if humps and humps[0].lower() in names.first_words:
        spelt = " ".join(humps)
        form = names.at(spelt, 0, humps[0])
        rest = spelt[len(form.written) :].split() if form else []
        if form and form.use in ("sure", "initials") and all(word in _SECTIONS for word in rest):
            return form.domains
    for ending in (".com", ".org", ".co.uk"):
        if len(handle) > 4 and (found := sources.outlet(handle.lower() + ending)):
            known = len(found.lists) > 1
            return found.domains if known else ()
    return ()


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_SECTIONS = _words(
    "World Breaking News Politics Business Sport Sports Africa Asia India UK US USA Live Now Tech Science Health",
    "Opinion Arabic Urdu Hindi English Intl Online Official TV Radio Money Markets Arts Books Magazine Europe Brk",
)
