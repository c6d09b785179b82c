"""What is known of a domain: what lists say of it, and the outlet it belongs to. Facts with a list and a date."""

from typing import NamedTuple

from provlint.model.findings import Finding, LinkAnswer
from provlint.model.words import Axis


class Standing(NamedTuple):
    """What one list says of an address on one axis; `evidence` is where, "" if the list gives no place."""

    axis: Axis
    category: str
    list: str  # the list's name, for people
    as_of: str  # ISO month, day or year; "" if the list has none
    evidence: str = ""
    own: bool = False  # it stands in the house's own list (a table, the settings), which wins over all others


_VAGUE = frozenset({"academic-resource", "news"})


class Outlet(NamedTuple):
    """An outlet: its name, its domains (the first is its main one), its country ("" if unknown)."""

    name: str
    domains: tuple[str, ...]
    country: str = ""
    medium: str = ""
    lists: tuple[tuple[str, str], ...] = ()  # (list, date): who says so
    own: bool = False  # it is the house itself


class Source(NamedTuple):
    """What is known of an address. `standing` is what its longest match says on each axis, every list of it."""

    outlet: Outlet | None = None
    standing: tuple[Standing, ...] = ()
    shortens: str = ""  # the name of the outlet whose own shortener it is

    def said(self, axis: Axis) -> tuple[Standing, ...]:
        """What counts on one axis: the user's own rows if there are any, else those of all lists."""
        on_axis = tuple(row for row in self.standing if row.axis == axis)
        return tuple(row for row in on_axis if row.own) or on_axis

    def categories(self, axis: Axis) -> tuple[str, ...]:
        """The categories that count on one axis, the most listed first; vague ones only where no other says more."""
        said = [row.category for row in self.said(axis)]
        ordered = sorted(dict.fromkeys(said), key=lambda category: -said.count(category))
        return (
            tuple(ordered)
            if len(ordered) == 1
            else tuple(one for one in ordered if one not in _VAGUE) or tuple(ordered)
        )


UNKNOWN = Source()


class KnownSource(NamedTuple):
    """All that is known of an address or a name that somebody asked about; absent text is ""."""

    asked: str
    host: str = ""
    domain: str = ""
    outlets: tuple[Outlet, ...] = ()
    standing: tuple[Standing, ...] = ()
    mirror: str = ""
    original: str = ""
    shortens: str = ""
    lookalike: str = ""
    resembles: str = ""
    fault: str = ""
    policies: tuple[str, ...] = ()  # what the house's policies say of it, in sentences
    suggestions: tuple[str, ...] = ()  # names that an unknown one may be a part of
    answer: LinkAnswer | None = None  # what the web says of the address, where it was asked
    findings: tuple[Finding, ...] = ()  # what rules say of a link to it then
