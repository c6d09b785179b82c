"""The house's own list of sources → rows as the tables have them; they go before all others."""

from bisect import bisect_left
from collections.abc import Sequence

from provlint.model.settings import House, HouseSource
from provlint.text.url_hosts import ascii_host

_AXES = ("kind", "control", "assessment")


def house_rows(house: House, mark: str) -> dict[str, list[str]]:
    """The rows by table, tab-separated; each ends with where it is said and `mark`."""
    rows: dict[str, list[str]] = {}
    for source in house.sources:
        domains = [_address(domain) for domain in source.domains]
        for axis in _AXES:
            category = getattr(source, axis)
            rows.setdefault("domain-categories", []).extend(
                "\t".join((domain, axis, category, source.reason.replace("\n", " ") or "-", house.said_in, mark))
                for domain in domains
                if category
            )
        if source.name or source.own:
            _add_outlet(rows, source, [domain for domain in domains if "/" not in domain], (house.said_in, mark))
    return rows


def _add_outlet(rows: dict[str, list[str]], source: HouseSource, domains: list[str], end: tuple[str, str]) -> None:
    for domain in domains:
        told = (domain, source.name or domain, source.country or "-", source.kind or "news")
        rows.setdefault("outlets", []).append("\t".join((*told, *end)))
    if domains:
        for name in dict.fromkeys((source.name, *source.aliases)):
            if name:
                written = name.removeprefix("The ")
                rows.setdefault("outlet-names", []).append("\t".join((written, "sure", " ".join(domains), *end)))


def _address(domain: str) -> str:
    host, slash, path = domain.lower().partition("/")
    return ascii_host(host).removeprefix("www.") + slash + path.rstrip("/")


def beginning(lines: Sequence[str], prefix: str) -> list[str]:
    """Those of the sorted `lines` that begin so."""
    first = last = bisect_left(lines, prefix)
    while last < len(lines) and lines[last].startswith(prefix):
        last += 1
    return list(lines[first:last])
