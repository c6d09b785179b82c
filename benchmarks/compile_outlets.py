"""Compile the tables of outlets and domains in rules/tables from a folder of merged public lists.

    python -m benchmarks.compile_outlets --data DIR

DIR holds outlets.tsv, domain_categories.tsv.gz, perennial.tsv, suffix_rules.tsv and shorteners_sources.tsv. A row is a
fact with the lists that hold it; lists that may not be shipped are passed over, share-alike ones go to files of their
own (`benchmarks.outlet_lists`). What is our own reading stands in benchmarks/by_hand.
"""

import argparse
import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.outlet_lists import LISTS, as_of, list_id, placed
from benchmarks.outlet_names import NAMES, names_of, written_forms
from provlint.text.url_hosts import ascii_host

TABLES = Path(__file__).parent.parent / "rules" / "tables"
BY_HAND = Path(__file__).parent / "by_hand"
SHARE_ALIKE = "-cc-by-sa"
_NOTICE = """\
# Rows from lists under the licence Creative Commons Attribution-ShareAlike 4.0 (https://creativecommons.org/licenses/
# by-sa/4.0/), and so under that licence themselves: {lists}.
# The lists' addresses stand in lists.tsv. Changed: merged, their words replaced by ours, sorted.
"""
_OUTLET_KINDS = frozenset({
    "media", "newspaper", "news_site", "broadcaster", "magazine", "news_agency", "fact_checker", "science_media",
    "tabloid", "satire", "journal", "aggregator",
})  # fmt: skip
#: Sites of publishers, firms and bodies with many titles, of which a list met one.
_MANY_TITLES = frozenset(
    {"academia.org", "acm.org", "apple.com", "cambridge.org", "europa.eu", "ieee.org", "microsoft.com", "wiley.com"}
)
_NOT_PRESS = frozenset({"government", "military"})
#: (address, axis, category, evidence) → ids of the lists that say so
Rows = dict[tuple[str, str, str, str], set[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of merged public lists")
    data: Path = parser.parse_args().data
    suffixes = suffix_rows(data)
    write("suffix-categories", ("suffix", "category"), suffixes)
    rows = category_rows(data, {suffix: category for suffix, category, *_ in suffixes})
    add_perennial(rows, data)
    add_shorteners(rows, data)
    for domain, _, _, medium, _ in by_hand("outlets"):
        rows[domain, "kind", medium, "-"].add("curated")
    for domain, kind in by_hand("kinds"):
        rows[domain, "kind", kind, "-"].add("curated")
    anyones = shorteners_of_anyone(rows)
    for key in [key for key in rows if key[0] in anyones and key[1:3] == ("kind", "news") and len(rows[key]) == 1]:
        del rows[key]
    add_paywalls(rows)
    write_categories(rows)
    ends = {suffix: category for suffix, category, *_ in suffixes}
    of_data = [row for row in outlet_rows(data) if suffix_category(row[0], ends) not in _NOT_PRESS]
    of_data = [row for row in of_data if (row[0] not in _MANY_TITLES and row[0] not in anyones) or ";" in row[4]]
    outlets = joined([*of_data, *((*row[:4], "curated", "2026-11") for row in by_hand("outlets"))])
    write("outlets", ("domain", "name", "country", "medium"), outlets)
    names = written_forms([*names_of(data, outlets), *more_names()], {row[0]: row[2] for row in outlets})
    write("outlet-names", ("written", "use", "domains"), names)
    write("outlet-first-words", ("word",), [(row[0].split(" ")[0].lower(),) for row in names])
    write("well-known-domains", ("domain",), [row[:1] for row in outlets if "curated" in row[4].split(";")])
    write(
        "outlet-shorteners", ("host", "domain"), [(*row, "curated", "2026-11") for row in by_hand("outlet-shorteners")]
    )
    used = {name for row in rows.values() for name in row} | {name for row in outlets for name in row[4].split(";")}
    used |= {row[2] for row in suffixes}
    named = [(key, one) for key, one in LISTS.items() if key in used]
    lists = [(key, one.name, one.address or "-", one.licence, "curated", one.as_of) for key, one in named]
    write("lists", ("list", "name", "address", "licence"), lists)


def table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of one of the data's files, by column."""
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as stream:
        lines = (line.decode() for line in stream)
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def by_hand(name: str) -> list[list[str]]:
    lines = (BY_HAND / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def more_names() -> Iterator[tuple[str, str, int, bool]]:
    """The names of outlets of our own, as `names_of` gives those of the data."""
    for domain, name, _, _, more in by_hand("outlets"):
        for written in (name, *more.replace("-", "", more == "-").split(";")):
            yield written.removeprefix("The "), domain, 9, written == name


def suffix_rows(data: Path) -> list[tuple[str, ...]]:
    words = {"academic": "university", "school": "school"}
    return [
        (row["suffix"].lstrip("."), words.get(row["category"], row["category"]), name, LISTS[name].as_of)
        for row in table(data / "suffix_rules.tsv")
        if row["confidence"] != "low" and not set("*<") & set(row["suffix"]) and (name := list_id(row["source"]))
    ]


def category_rows(data: Path, suffixes: dict[str, str]) -> Rows:
    rows: Rows = defaultdict(set)
    for row in table(data / "domain_categories.tsv.gz"):
        axis, category = placed(row["category"])
        if not axis or row["category"].startswith("wp_") or category == "shortener":
            continue  # the statuses and the shorteners have files of their own
        lists = {list_id(name) for name in row["sources"].split(";")} - {""}
        if axis != "kind" or row["domain"] in _MANY_TITLES:
            lists.discard("mbfc")  # its verdicts are its own
        address, path = ascii_host(row["domain"]), row["evidence"].partition("path=")[2]
        if row["axis"].startswith("path:"):
            address = path.lower().rstrip("/")
        if axis == "kind" and suffix_category(address, suffixes) == category:
            continue
        if lists:
            rows[address, axis, category, "-"] |= lists
        if lists and category == "wiki":
            rows[address, "control", "user-edited", "-"] |= lists
    return rows


def suffix_category(host: str, suffixes: dict[str, str]) -> str:
    labels = host.split(".")
    return next((suffixes[end] for at in range(len(labels)) if (end := ".".join(labels[at:])) in suffixes), "")


def add_perennial(rows: Rows, data: Path) -> None:
    for row in table(data / "perennial.tsv"):
        if not row["domain"]:
            continue
        name = "wikipedia" if row["list"].startswith("wikipedia-rsp") else "wikipedia-rankings"
        section = row["evidence_url"].partition("#")[2]
        for status in row["status"].split("|"):
            axis, category = placed(f"wp_{status}")
            if axis:
                rows[row["domain"].lower().rstrip("/"), axis, category, f"#{section}" if section else "-"].add(name)


def add_paywalls(rows: Rows) -> None:
    """A list of sites whose paywall an extension passes says of each that it has one."""
    for address, axis, *_ in [key for key, lists in rows.items() if "bypass-paywalls" in lists]:
        if axis == "kind":
            rows[address, "url", "paywalled", "-"].add("bypass-paywalls")


def add_shorteners(rows: Rows, data: Path) -> None:
    for row in table(data / "shorteners_sources.tsv"):
        lists = {list_id(name) for name in row["sources"].split(";")} - {""}
        if "curated" in lists or len(lists) > 1:
            rows[row["domain"].lower(), "url", "shortener", "-"] |= lists
    for host, _ in by_hand("outlet-shorteners"):
        rows[host, "url", "shortener", "-"].add("curated")


def shorteners_of_anyone(rows: Rows) -> frozenset[str]:
    """Hosts that shorten for everybody: a list alone in giving one to an outlet met a link of that outlet's."""
    named = {row[0] for row in by_hand("outlets")} | {row[0] for row in by_hand("outlet-shorteners")}
    return frozenset(key[0] for key in rows if key[1:3] == ("url", "shortener")) - named


def write_categories(rows: Rows) -> None:
    plain: list[tuple[str, ...]] = []
    alike: list[tuple[str, ...]] = []
    for key, lists in rows.items():
        for into, ids in (
            (plain, sorted(name for name in lists if not LISTS[name].share_alike)),
            (alike, sorted(name for name in lists if LISTS[name].share_alike)),
        ):
            if ids:
                into.append((*key, ";".join(ids), as_of(ids)))
    columns = ("address", "axis", "category", "evidence")
    names = "; ".join(sorted(one.name for one in LISTS.values() if one.share_alike))
    for table, has_path in (("domain-categories", False), ("page-categories", True)):
        write(table, columns, [row for row in plain if ("/" in row[0]) == has_path])
        write(table + SHARE_ALIKE, columns, [row for row in alike if ("/" in row[0]) == has_path],
              _NOTICE.format(lists=names))  # fmt: skip


def outlet_rows(data: Path) -> list[tuple[str, ...]]:
    """domain, name, country, kind, lists, date: a row for each domain of an outlet."""
    rows: list[tuple[str, ...]] = []
    for row in table(data / "outlets.tsv"):
        ids = sorted({list_id(name) for name in row["sources"].split(";")} - {""})
        ids = [name for name in ids if not LISTS[name].share_alike]
        if not ids or row["kind"] not in _OUTLET_KINDS:
            continue
        axis, kind = placed(row["kind"])
        kind = kind if axis == "kind" else "news"
        name = NAMES.canonical(row["name"])
        rest = (name, row["country"] or "-", kind, ";".join(ids), as_of(ids))
        rows += [(ascii_host(domain.strip()), *rest) for domain in row["domains"].lower().split(";")]
    return rows


def joined(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows with those of one domain and name made one, the first that says a country or medium being right."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in rows:
        earlier = found.get(row[:2])  # type: ignore[arg-type]
        if earlier:
            ids = sorted({*earlier[4].split(";"), *row[4].split(";")})
            country = earlier[2] if earlier[2] != "-" else row[2]
            medium = earlier[3] if earlier[3] != "news" else row[3]
            row = (*row[:2], country, medium, ";".join(ids), as_of(ids))
        found[row[:2]] = row  # type: ignore[index]
    return list(found.values())


def write(name: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], notice: str = "") -> None:
    width = len(columns)
    lines = sorted({"\t".join(row).encode() for row in rows if row[0]})
    has_provenance = any(line.count(b"\t") >= width for line in lines[:1])
    header = "\t".join((*columns, "sources", "as_of") if has_provenance else columns)
    path = TABLES / f"{name}.tsv"
    kept = notice or "".join(f"{line}\n" for line in heads().get(name, ()))
    path.write_bytes(f"{kept}{header}\n".encode() + b"".join(line + b"\n" for line in lines))
    print(f"{path.name}: {len(lines)} rows, {path.stat().st_size:,} bytes")


def heads() -> dict[str, tuple[str, ...]]:
    """What the first lines of a table say to people."""
    return {
        "page-categories": (
            "# As domain-categories.tsv, for pages below a path of a host; few, and so read as a whole.",
        ),
        "domain-categories": (
            "# What lists say of domains. address: a host with all below it; in a table of yours host/path as well.",
            "# axis: kind (what it is), control (who funds, governs, edits it), assessment (who says what), url.",
            "# evidence: - or what is appended to the list's address (lists.tsv). sources: the lists, by id.",
        ),
        "outlets": ("# Outlets by domain: each domain of an outlet has a row. country: ISO 3166, or -.",),
        "outlet-names": (
            "# How outlets are called in prose, without The. use: sure (names nothing else), initials, word (also a",
            "# word, a name or a place: needs a sign beside it), rare (needs a strong one). domains: one an outlet.",
            "# Compiled from the names in outlets.tsv, where their sources stand.",
        ),
        "suffix-categories": (
            "# What kind of site a host name's end tells. Ends from the Public Suffix List stay under its licence:",
            "# This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the",
            "# MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.",
        ),
        "outlet-first-words": ("# The first words of outlet-names.tsv, in lower case: what a text is searched for.",),
        "well-known-domains": ("# The domains in outlets.tsv that our own reading holds: those that others imitate.",),
        "outlet-shorteners": ("# Short hosts that one site uses for its own pages or links.",),
        "lists": ("# The lists that the tables of outlets and domains name as sources.",),
    }


if __name__ == "__main__":
    main()
