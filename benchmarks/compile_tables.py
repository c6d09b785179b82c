"""Renew rules/tables: the public suffixes, and for rows chosen by hand the lists that hold them too.

    python -m benchmarks.compile_tables [--data DIR]

The suffixes come from the snapshot inside tldextract. DIR holds `tracking_params.tsv` and `redirect_params.tsv`, merged
from public lists; only lists under the MIT licence are named as sources, all other rows stand on our own reading of the
services' documentation. Without DIR those columns stay as they are.
"""

import argparse
import csv
from pathlib import Path

TABLES = Path(__file__).parent.parent / "rules" / "tables"
OURS = ("curated", "2026-11")
# list → (how the data names it, the day or year it is from)
MIT_LISTS = {"tidy-url 1.18.3 (MIT)": "2025", "url-cleaner 0.1.5 (MIT)": "2022-11"}
NOTICE = """\
# Public suffixes (ICANN section) of the Public Suffix List, https://publicsuffix.org/list/, {version},
# taken from the snapshot in tldextract {release}; names beyond ASCII in punycode; sorted.
# This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
# distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
suffix
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="folder of merged public lists")
    data: Path | None = parser.parse_args().data
    write_suffixes(TABLES / "public-suffixes.tsv")
    known = listed_parameters(data) if data else None
    for name in ("tracking-parameters", "redirectors", "social-networks", "special-hosts", "chat-tools"):
        write_sources(TABLES / f"{name}.tsv", known)


def write_suffixes(path: Path) -> None:
    import tldextract

    text = (Path(tldextract.__file__).parent / ".tld_set_snapshot").read_text(encoding="utf-8")
    version = next(line for line in text.splitlines() if line.startswith("// VERSION:")).removeprefix("// VERSION: ")
    icann = text.partition("// ===BEGIN PRIVATE DOMAINS===")[0]
    rules = {ascii_rule(line) for line in icann.splitlines() if line and not line.startswith("//")}
    notice = NOTICE.format(version=version, release=tldextract.__version__)
    path.write_text(notice + "".join(f"{rule}\n" for rule in sorted(rules)), encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(rules)} suffixes, list of {version}")


def ascii_rule(rule: str) -> str:
    return ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in rule.strip().split(".")
    )


def listed_parameters(data: Path) -> set[tuple[str, str, str]]:
    """(parameter in lower case, host or *, list) as far as the list's licence lets us name it."""
    known: set[tuple[str, str, str]] = set()
    for file, parameter, host, source in (
        ("tracking_params.tsv", "param", "scope", "sources"),
        ("redirect_params.tsv", "param_with_target", "site", "source"),
    ):
        with (data / file).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                lists = [name for name in MIT_LISTS if name in row[source]]
                known |= {(row[parameter].lower(), row[host].strip("|").split("/")[0], name) for name in lists}
    return known


def write_sources(path: Path, known: set[tuple[str, str, str]] | None) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    columns = lines[header].split("\t")
    width = len(columns) - 2
    rows = [line.split("\t") for line in lines[header + 1 :] if line]
    for row in rows:
        lists = sorted({name for name in MIT_LISTS if holds(row[:width], columns, name, known or set())})
        kept = row[width:] if known is None and len(row) > width else None
        row[width:] = kept or [
            "; ".join([*(name.removesuffix(" (MIT)") for name in lists), OURS[0]]),
            max([OURS[1], *(MIT_LISTS[name] for name in lists)]),
        ]
    body = sorted("\t".join(row) for row in rows)
    path.write_text("\n".join([*lines[: header + 1], *body]) + "\n", encoding="utf-8", newline="\n")
    listed = sum(row[width] != OURS[0] for row in rows)
    print(f"{path.name}: {len(rows)} rows, {listed} of them on a public list too")


def holds(row: list[str], columns: list[str], name: str, known: set[tuple[str, str, str]]) -> bool:
    """Whether the list has the row's parameter for its host; a row for any ending is held by one such name."""
    if "parameter" not in columns or not {"scope", "host"} & set(columns):
        return False
    parameter = row[columns.index("parameter")].lower()
    host = row[columns.index("scope" if "scope" in columns else "host")]
    return any(
        source == name and same_name(parameter, listed) and same_host(host, scope) for listed, scope, source in known
    )


def same_name(ours: str, listed: str) -> bool:
    return listed.startswith(ours[:-1]) if ours.endswith("*") else listed == ours


def same_host(ours: str, listed: str) -> bool:
    """Whether a list's scope is that of our row: the same domain, or one that differs by `www.` or the suffix."""
    name = ours.removesuffix("*").rstrip(".")
    return listed == ours or (ours != "*" and (listed.removesuffix(".com") == name or ours.endswith(f".{listed}")))


if __name__ == "__main__":
    main()
