"""Report → where its links lead: a bar chart of domains in plain characters, on a linear scale."""

from collections import Counter
from collections.abc import Callable, Iterator

from provlint.model.findings import Report
from provlint.report.audit_words import fenced
from provlint.report.commands import inert, shown_path
from provlint.report.summary import quantity
from provlint.text.visible import cut, display_width

_DOMAINS = 30  # with a bar of their own
_WIDEST_BAR = 40  # cells
_LONGEST_NAME = 60  # code points
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def links_part(report: Report, domain_of: Callable[[str], str]) -> Iterator[str]:
    """The section; `domain_of` gives "" for an address without a host."""
    counts: Counter[str] = Counter()
    for link in report.links:
        counts[domain_of(link.url)] += len(link.places)
    inside = counts.pop("", 0)
    found = sum(document.links for document in report.documents)
    if not found:
        return
    yield from ("## Where the links lead", "")
    if counts:
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        shown, rest = ranked[:_DOMAINS], ranked[_DOMAINS:]
        unit = _unit(shown[0][1])
        yield f"{quantity(counts.total(), 'link')} to {quantity(len(counts), 'domain')}. {_scale(unit)}"
        yield from ("", *fenced([*_bars(shown, unit), *_rest(rest)]), "")
    others = found - counts.total()
    if others:
        routes = f" ({inside:,} of them begin with a slash)" if inside else ""
        which = "They stay" if not counts else f"The other {quantity(others, 'link')}{routes} stay"
        yield f"{which} inside the documents or their site, are mail addresses, or repeat an address given once."
        yield ""


def _unit(most: int) -> int:
    """How many links a full block stands for: the least of 1, 2, 5, 10, 20, 50… with which the longest bar fits."""
    unit = 1
    while True:
        for step in (1, 2, 5):
            if most <= unit * step * _WIDEST_BAR:
                return unit * step
        unit *= 10


def _scale(unit: int) -> str:
    return f"The scale is linear: one full block stands for {quantity(unit, 'link')}."


def _bars(shown: list[tuple[str, int]], unit: int) -> list[str]:
    names = [inert(shown_path(cut(domain, _LONGEST_NAME))) for domain, _ in shown]
    width = max(map(display_width, names))
    digits = len(f"{shown[0][1]:,}")
    return [
        f"{name}{' ' * (width - display_width(name))}  {number:>{digits},}  {_bar(number, unit)}"
        for name, (_, number) in zip(names, shown, strict=True)
    ]


def _bar(number: int, unit: int) -> str:
    full, eighths = divmod(max(1, number * 8 // unit), 8)
    return "█" * full + _EIGHTHS[eighths]


def _rest(rest: list[tuple[str, int]]) -> list[str]:
    if not rest:
        return []
    total = sum(number for _, number in rest)
    once = sum(number == 1 for _, number in rest)
    seldom = f"; {once:,} of them linked once" if 0 < once < len(rest) else ""
    return [f"and {quantity(len(rest), 'domain')} more with {quantity(total, 'link')} together{seldom}"]
