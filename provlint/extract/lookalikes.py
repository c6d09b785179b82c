"""Domains that are none of a known outlet's but look like one: other letters of the same shape, one letter off, or a
known name in front of another domain. Only domains that no table knows are looked at."""

from functools import cached_property

from provlint.model.words import Lookalike
from provlint.tables.tables import Tables
from provlint.text.url_hosts import unicode_host

#: Letters of other scripts with the shape of a Latin one (Unicode's confusables, those that names are faked with).
_SHAPES = str.maketrans({
    letter: latin
    for latin, letters in {
        "a": "\u0430\u03b1\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u0101\u0105",
        "c": "\u0441\u03f2\u00e7\u0107\u010d",
        "d": "\u0501\u0111",
        "e": "\u0435\u03b5\u00e8\u00e9\u00ea\u00eb\u0113\u0117\u0119",
        "g": "\u0261\u011f",
        "h": "\u04bb",
        "i": "\u0456\u03b9\u00ec\u00ed\u00ee\u00ef\u012b\u01311",
        "j": "\u0458",
        "k": "\u043a\u03ba",
        "l": "\u04cf\u0142",
        "m": "\u043c",
        "n": "\u03b7\u00f1\u0144",
        "o": "\u043e\u03bf\u00f2\u00f3\u00f4\u00f5\u00f6\u00f8\u014d0",
        "p": "\u0440\u03c1",
        "q": "\u051b",
        "s": "\u0455\u0161\u015b5",
        "t": "\u0442\u03c4",
        "u": "\u03c5\u00f9\u00fa\u00fb\u00fc\u016b",
        "v": "\u03bd",
        "w": "\u051d\u0175",
        "x": "\u0445\u03c7",
        "y": "\u0443\u00fd\u00ff",
        "z": "\u017e\u017a\u017c",
    }.items()
    for letter in letters
})  # fmt: skip
_PAIRS = (("rn", "m"), ("vv", "w"))
_SHORTEST = 6  # letters of a name below which one letter off is chance


class Lookalikes:
    """Looks for domains that resemble those of well-known outlets."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def resembles(self, host: str, domain: str) -> tuple[Lookalike, str]:
        """How the unknown `host` (its registrable domain is `domain`) resembles a known domain, and which."""
        known = self._in_front(host, domain)
        if known:
            return "known name as a subdomain", known
        shown = unicode_host(domain)
        name, _, suffix = shown.partition(".")
        shape = _shape(name)
        known = self._shapes.get(f"{shape}.{suffix}", "")
        if known and known != domain:
            return "look-alike letters", known
        if len(name) >= _SHORTEST and name.isascii():
            for form in _deletions(name):
                known = self._one_off.get(f"{form}.{suffix}", "")
                if known and known != domain and _is_one_off(name, known.partition(".")[0]):
                    return "one letter off", known
        return "", ""

    def _in_front(self, host: str, domain: str) -> str:
        """The known outlet's domain that stands as labels before the registrable domain."""
        before = host[: -len(domain)].rstrip(".") if host.endswith(domain) else ""
        labels = before.removeprefix("www.").split(".") if "." in before else []
        if len(labels) < 2 or "proxy" in host:
            return ""
        front = self._tables.registrable(".".join(labels))
        outlet = self._tables.sources.outlet(front) if front else None
        return front if outlet and len(outlet.lists) > 1 else ""

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return self._tables.sources.well_known

    @cached_property
    def _shapes(self) -> dict[str, str]:
        shaped = ((domain.partition("."), domain) for domain in self._known)
        return {f"{_shape(name)}.{suffix}": domain for (name, _, suffix), domain in shaped}

    @cached_property
    def _one_off(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for domain in self._known:
            name, _, suffix = domain.partition(".")
            if len(name) > _SHORTEST:
                found |= {f"{form}.{suffix}": domain for form in _deletions(name)}
        return found


def _shape(name: str) -> str:
    shape = name.translate(_SHAPES)
    for pair, letter in _PAIRS:
        shape = shape.replace(pair, letter)
    return shape.replace("i", "l")


def _deletions(name: str) -> set[str]:
    """The name and all forms of it that lack one letter."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _is_one_off(name: str, known: str) -> bool:
    """Whether one letter was added, dropped, or swapped with its neighbour; another letter in its place is chance
    as often as not, save for one that looks alike, which the shapes tell. A final s makes another word."""
    if abs(len(name) - len(known)) == 1:
        longer, shorter = (name, known) if len(name) > len(known) else (known, name)
        return longer != shorter + "s" and longer[0] == shorter[0]
    at = next((at for at, (one, other) in enumerate(zip(name, known, strict=False)) if one != other), 0)
    return (
        len(name) == len(known) and name[at : at + 2] == known[at : at + 2][::-1] and name[at + 2 :] == known[at + 2 :]
    )
