"""One table file: tab-separated text with a header line, `#` lines for people, provenance in the last columns."""

from typing import NamedTuple, get_args

from provlint.errors import UserError
from provlint.model.words import CATEGORIES, ClaimSign, NameUse

PROVENANCE = ("sources", "as_of")

_OF_ADDRESSES = ("domain-categories", "domain-categories-cc-by-sa", "page-categories", "page-categories-cc-by-sa")
#: Table → its columns, those of its provenance left out.
COLUMNS: dict[str, tuple[str, ...]] = {
    "public-suffixes": ("suffix",),
    "tracking-parameters": ("parameter", "scope", "what"),
    "redirectors": ("host", "path", "parameter", "name"),
    "social-networks": ("domain", "name"),
    "special-hosts": ("host", "kind", "why"),
    "chat-tools": ("parameter", "value", "tool"),
    "english-words": ("word",),
    "cues": ("lemma", "language", "kind", "forms"),
    "domain-categories": ("address", "axis", "category", "evidence"),
    "domain-categories-cc-by-sa": ("address", "axis", "category", "evidence"),
    "page-categories": ("address", "axis", "category", "evidence"),
    "page-categories-cc-by-sa": ("address", "axis", "category", "evidence"),
    "suffix-categories": ("suffix", "category"),
    "outlets": ("domain", "name", "country", "medium"),
    "outlet-names": ("written", "use", "domains"),
    "outlet-shorteners": ("host", "domain"),
    "outlet-first-words": ("word",),
    "well-known-domains": ("domain",),
    "claim-cues": ("sign", "words"),
    "lists": ("list", "name", "address", "licence"),
}
#: Table and column → the few words of which each cell holds one.
WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("special-hosts", "kind"): ("example", "fill-in", "local", "loopback"),
    ("cues", "kind"): ("say", "tell", "call", "judge", "think", "show", "manner", "source"),
    **{(table, "axis"): tuple(CATEGORIES) for table in _OF_ADDRESSES},
    ("suffix-categories", "category"): CATEGORIES["kind"],
    ("outlets", "medium"): CATEGORIES["kind"],
    ("claim-cues", "sign"): get_args(ClaimSign),
    ("outlet-names", "use"): get_args(NameUse),
}
#: Table → how many of its first columns tell a row from all others.
_KEYS = {
    **dict.fromkeys(_OF_ADDRESSES, 4), "suffix-categories": 1, "outlets": 2, "outlet-names": 1,
    "outlet-shorteners": 1, "lists": 1,
}  # fmt: skip


class TableFile(NamedTuple):
    """Where a table is read from: which table, its file, and the name by which people know the file."""

    name: str
    path: str
    shown_as: str


class Table(NamedTuple):
    """The rows of a file, without their provenance; `replaces` says that no earlier row counts any more."""

    rows: list[tuple[str, ...]]
    replaces: bool


def read_table(file: TableFile, *, keep_provenance: bool = False) -> Table:
    """The rows of `file`; raises `UserError` with the line for what is not this table."""
    lines = read_text(file).replace("\r\n", "\n").split("\n")
    columns = COLUMNS[file.name]
    rows: list[tuple[str, ...]] = []
    has_header = False
    seen: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        problem = _problem(cells, file.name) if has_header else _header_problem(cells, columns)
        if has_header and file.name in _KEYS:
            earlier = seen.setdefault(cells[: _KEYS[file.name]], number)
            problem = problem or (f"says again what line {earlier} says" if earlier != number else "")
        if problem:
            raise UserError(file.shown_as, f"line {number}", problem)
        if has_header:
            rows.append(cells if keep_provenance else cells[: len(columns)])
        has_header = True
    return Table(rows, lines[0].strip() == "# replace")


def sound_rows(file: TableFile, *, keep_provenance: bool = False) -> list[tuple[str, ...]]:
    """The rows of a shipped table, which the tests have read with `read_table`: a run takes them as they stand."""
    rows = [tuple(line.split("\t")) for line in read_text(file).splitlines() if line.strip() and line[0] != "#"]
    return rows[1:] if keep_provenance else [row[: len(COLUMNS[file.name])] for row in rows[1:]]


def read_text(file: TableFile) -> str:
    """The text of `file`; raises `UserError` if there is none to read."""
    try:
        with open(file.path, encoding="utf-8-sig", newline="") as stream:
            return stream.read()
    except OSError as error:
        raise UserError(file.shown_as, "", f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError as error:
        raise UserError(file.shown_as, "", f"is not UTF-8 at byte {error.start:,}") from None


def _header_problem(cells: tuple[str, ...], columns: tuple[str, ...]) -> str:
    wanted = (*columns, *PROVENANCE)
    if len(cells) >= len(columns) and cells == wanted[: len(cells)]:
        return ""
    return f"is not the header of this table; its columns are {', '.join(wanted)}, with a tab between"


def _problem(cells: tuple[str, ...], table: str) -> str:
    columns = COLUMNS[table]
    if not len(columns) <= len(cells) <= len(columns) + len(PROVENANCE):
        return f"has {len(cells)} cells where the table has {len(columns)}"
    for column, cell in zip(columns, cells, strict=False):
        if not cell or cell != cell.strip():
            return f"has {'white space around' if cell.strip() else 'nothing in'} the column {column}"
        words = WORDS.get((table, column))
        if column == "category" and "axis" in columns:
            words = CATEGORIES[cells[1]]
        if words and cell not in words:
            return f"has {cell!r} in the column {column}; it holds one of {', '.join(words)}"
    return ""
