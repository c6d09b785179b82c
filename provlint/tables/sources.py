"""Look-up of domains and outlets in large tables that are never loaded whole.

The longest match counts on each axis: a path, a host, its domains up to the registrable one, the end of its name;
else nothing is known, which says nothing against it.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, cast

from provlint.model.settings import NO_HOUSE, House
from provlint.model.sources import UNKNOWN, Outlet, Source, Standing
from provlint.model.words import Axis
from provlint.tables.folders import shipped_table
from provlint.tables.house import beginning, house_rows
from provlint.tables.rows import COLUMNS, TableFile, read_table, sound_rows
from provlint.tables.sorted_file import SortedFile
from provlint.text.url_hosts import ascii_host

_CATEGORIES = ("domain-categories", "domain-categories-cc-by-sa")
_PAGES = ("page-categories", "page-categories-cc-by-sa")
_MOST_KEPT = 20_000  # hosts; a run that has more starts over


class _List(NamedTuple):
    name: str
    address: str
    date: str


class _HostRows(NamedTuple):
    source: Source  # of the host without any path
    paths: tuple[tuple[str, tuple[Standing, ...]], ...]  # longest first


class Sources:
    """The tables of domains and outlets, with the user's rows in `added` and `house`. Hosts are in lower case."""

    def __init__(self, added: Sequence[TableFile], house: House = NO_HOUSE) -> None:
        self._added = added
        self._house = house
        self._hosts: dict[str, _HostRows] = {}
        self._outlets: dict[str, Outlet | None] = {}

    def of(self, host: str, domain: str, path: str = "") -> Source:
        """What is known of `host`, whose registrable domain is `domain` ("" for none), and of `path` on it."""
        rows = self._hosts.get(host)
        if rows is None:
            if len(self._hosts) >= _MOST_KEPT:
                self._hosts.clear()
            rows = self._hosts[host] = self._look_up(host, domain)
        if not rows.paths or len(path) < 2:
            return rows.source
        at = path.lower() + "/"
        found = next((said for begins, said in rows.paths if at.startswith(begins + "/")), ())
        axes = {row.axis for row in found}
        if not axes:
            return rows.source
        return rows.source._replace(standing=(*found, *(row for row in rows.source.standing if row.axis not in axes)))

    def outlet(self, domain: str) -> Outlet | None:
        """The outlet that a domain (or a host with an outlet of its own) belongs to."""
        if domain not in self._outlets:
            if len(self._outlets) >= _MOST_KEPT:
                self._outlets.clear()
            rows = [tuple(line.split("\t")) for line in self._rows("outlets", f"{domain}\t")]
            rows.sort(key=lambda row: (row[-1] != _OWN, -row[4].count(";") if len(row) > 4 else 1))
            self._outlets[domain] = self._outlet(rows[0]) if rows else None
        return self._outlets[domain]

    def _outlet(self, row: tuple[str, ...]) -> Outlet:
        domain, name, country, medium, *provenance = row
        lists = provenance[0].split(";") if provenance else []
        known = tuple(
            (self._lists[one].name, self._lists[one].date) if one in self._lists else (one, "") for one in lists
        )
        is_own = domain in self._own_sites
        return Outlet(name, (domain,), "" if country == "-" else country, medium, known, is_own)

    def _look_up(self, host: str, domain: str) -> _HostRows:
        names = _names(host, domain)
        standing: dict[Axis, tuple[Standing, ...]] = {}
        for name in names:
            here: dict[Axis, list[Standing]] = {}
            for said in self._said(name):
                here.setdefault(said.axis, []).append(said)
            for axis, rows in here.items():
                standing.setdefault(axis, tuple(rows))
        paths = [one for name in names for one in self._pages.get(name, ())]
        if by_end := self._by_end(host):
            standing["kind"] = (*standing.get("kind", ()), by_end)
        outlet = next((found for name in names if (found := self.outlet(name))), None)
        shortens = next((site for name in names if (site := self._shortened(name))), "")
        if not standing and not paths and not outlet and not shortens:
            return _HostRows(UNKNOWN, ())
        source = Source(outlet, tuple(row for rows in standing.values() for row in rows), shortens)
        return _HostRows(source, tuple(sorted(paths, key=lambda one: -len(one[0]))))

    def _said(self, address: str) -> list[Standing]:
        return [
            row for name in _CATEGORIES for line in self._rows(name, f"{address}\t") for row in self._standing(line)
        ]

    @cached_property
    def _pages(self) -> dict[str, list[tuple[str, tuple[Standing, ...]]]]:
        """Host → paths on it and what is said of the pages below them."""
        lines = [line for name in _CATEGORIES for line in self._own.get(name, ()) if "/" in line.partition("\t")[0]]
        for name in _PAGES:
            if name not in self._replaced:
                lines += self._file(name).text().splitlines()
        found: dict[str, dict[str, list[Standing]]] = {}
        for line in lines:
            host, _, path = line.partition("\t")[0].partition("/")
            found.setdefault(host, {}).setdefault(f"/{path}", []).extend(self._standing(line))
        return {host: [(path, tuple(rows)) for path, rows in paths.items()] for host, paths in found.items()}

    def _standing(self, line: str) -> Iterable[Standing]:
        """A row of the tables → what each of its lists says, with the list's own date."""
        _, axis, category, evidence, *provenance = line.split("\t")
        own = provenance[-1:] == [_OWN]
        for name in provenance[0].split(";"):
            known = self._lists.get(name)
            as_of = known.date if known else provenance[1] if len(provenance) > 2 else ""
            place = (known.address if known else "") + evidence if evidence != "-" else ""
            yield Standing(cast("Axis", axis), category, known.name if known else name, as_of, place, own)

    def _rows(self, table: str, prefix: str) -> list[str]:
        """The rows of a table that begin so, the user's first and with a mark that they are."""
        rows = beginning(self._own.get(table, ()), prefix) if self._own else []
        if table in self._replaced:
            return rows
        return rows + self._file(table).beginning(prefix.encode("utf-8", "replace"))

    def names(self, first: str) -> list[tuple[str, str, tuple[str, ...]]]:
        """Forms of outlets' names whose first word is `first`: written, use, domains."""
        lines = [*self._rows("outlet-names", f"{first} "), *self._rows("outlet-names", f"{first}\t")]
        return [(row[0], row[1], tuple(row[2].split())) for row in (line.split("\t") for line in lines)]

    def names_beginning(self, words: str) -> list[tuple[str, tuple[str, ...]]]:
        """Forms of names that begin with `words`, and their domains."""
        rows = [line.split("\t") for line in self._rows("outlet-names", words)]
        return [(row[0], tuple(row[2].split())) for row in rows]

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words of all names, in lower case."""
        own = (line.split("\t")[0].split(" ")[0].lower() for line in self._own.get("outlet-names", ()))
        shipped = () if "outlet-names" in self._replaced else self._file("outlet-first-words").text().splitlines()
        return frozenset((*shipped, *own))

    @cached_property
    def well_known(self) -> tuple[str, ...]:
        """The domains of outlets that our own reading holds: those that others are mistaken for."""
        return () if "outlets" in self._replaced else tuple(self._file("well-known-domains").text().splitlines())

    def _file(self, table: str) -> SortedFile:
        return self._files[table]

    @cached_property
    def _files(self) -> "_Files":
        return _Files()

    @cached_property
    def _lists(self) -> dict[str, _List]:
        rows = sound_rows(shipped_table("lists"), keep_provenance=True)
        return {row[0]: _List(row[1], "" if row[2] == "-" else row[2], row[5]) for row in rows}

    @cached_property
    def _shorteners(self) -> dict[str, str]:
        rows = sound_rows(shipped_table("outlet-shorteners"))
        for file in self._added:
            if file.name == "outlet-shorteners":
                table = read_table(file)
                rows = [*([] if table.replaces else rows), *table.rows]
        return {row[0]: row[1] for row in rows}

    def _shortened(self, host: str) -> str:
        """The outlet or site whose own shortener a host is; "" for none."""
        domain = self._shorteners.get(host, "")
        outlet = self.outlet(domain) if domain else None
        return outlet.name if outlet else domain

    @cached_property
    def _ends(self) -> dict[str, str]:
        """Ends of host names → their row as a line; ours were checked when they were compiled."""
        shipped = "" if "suffix-categories" in self._replaced else self._file("suffix-categories").text()
        lines = [*shipped.splitlines(), *self._own.get("suffix-categories", ())]
        return {line[: line.index("\t")]: line for line in lines}

    def _by_end(self, host: str) -> Standing | None:
        labels = host.split(".")
        for at in range(max(0, len(labels) - 5), len(labels)):
            line = self._ends.get(".".join(labels[at:]))
            if line:
                _, category, name, *rest = line.split("\t")
                known = self._lists.get(name)
                own = rest[-1:] == [_OWN]
                return Standing("kind", category, known.name if known else name, known.date if known else "", "", own)
        return None

    @cached_property
    def _own(self) -> dict[str, list[str]]:
        """The user's rows as lines, by table, sorted; `sources` is theirs or the file's name."""
        own = house_rows(self._house, _OWN)
        for file in self._added:
            if file.name in (*_CATEGORIES, *_PAGES, "suffix-categories", "outlets", "outlet-names"):
                width = len(COLUMNS[file.name])
                for row in read_table(file, keep_provenance=True).rows:
                    cells = [*row[:width], *(row[width:] or (file.shown_as,)), _OWN]
                    table = _CATEGORIES[0] if file.name in _PAGES else file.name
                    cells[0] = cells[0] if file.name == "outlet-names" else cells[0].lower()
                    own.setdefault(table, []).append("\t".join(cells))
                    if file.name == "outlets":
                        own.setdefault("outlet-names", []).append(
                            f"{row[1].removeprefix('The ')}\tsure\t{row[0].lower()}"
                        )
        return {table: sorted(lines) for table, lines in own.items()}

    @cached_property
    def _own_sites(self) -> frozenset[str]:
        """The domains of the house's own sites."""
        return frozenset(ascii_host(domain.lower()) for one in self._house.sources if one.own for domain in one.domains)

    @cached_property
    def _replaced(self) -> frozenset[str]:
        return frozenset(file.name for file in self._added if read_table(file).replaces)


_OWN = "\x00"  # the last cell of a row of the user's


class _Files(dict[str, SortedFile]):
    """The shipped tables, each opened when first asked."""

    def __missing__(self, table: str) -> SortedFile:
        header = "\t".join(COLUMNS[table]).encode()
        self[table] = file = SortedFile(shipped_table(table).path, header)
        return file


def _names(host: str, domain: str) -> list[str]:
    """The host without its www. and each domain above it down to the registrable one, longest first."""
    if host.startswith("www.") and host != domain:
        host = host[4:]
    if not domain or not host.endswith(domain):
        return [host]
    labels = host[: len(host) - len(domain)].rstrip(".").split(".") if host != domain else []
    labels = labels[-8:]
    return [*(".".join([*labels[at:], domain]) for at in range(len(labels))), domain]
