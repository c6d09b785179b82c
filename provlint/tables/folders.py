"""Where tables lie: the shipped folder, and `tables/` in the user's rule folders."""

import os
from collections.abc import Sequence

from provlint.errors import UserError
from provlint.tables.rows import COLUMNS, TableFile

_ENDING = ".tsv"
_MOST_BYTES = 1_048_576  # of a user's table


def shipped_table(name: str) -> TableFile:
    """The shipped table of that name: inside an installed package, else beside it (a checkout, an editable install)."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "rules")
    folder = inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "rules")
    return TableFile(name, os.path.join(folder, "tables", name + _ENDING), f"rules/tables/{name}{_ENDING}")


def user_tables(rule_folders: Sequence[str], root: str) -> tuple[TableFile, ...]:
    """The tables in the rule folders (relative to `root`), in their order.

    Raises `UserError` for whatever else lies in a `tables/`: nothing there is passed over in silence.
    """
    files: list[TableFile] = []
    for folder in dict.fromkeys(rule_folders):
        place, shown_as = os.path.join(root, folder, "tables"), f"{folder.rstrip('/')}/tables"
        files += [_table(place, name, shown_as) for name in _names(place, shown_as) if not name.startswith(".")]
    return tuple(files)


def _names(place: str, shown_as: str) -> list[str]:
    # A link may lead out of the repository, and what lies there is not its author's to see.
    if os.path.islink(place):
        raise UserError(shown_as, "", "is a link to a folder, which is not followed")
    try:
        return sorted(os.listdir(place)) if os.path.isdir(place) else []
    except OSError as error:
        raise UserError(shown_as, "", f"cannot be read: {(error.strerror or str(error)).lower()}") from None


def _table(place: str, name: str, shown_as: str) -> TableFile:
    file = TableFile(name.removesuffix(_ENDING), os.path.join(place, name), f"{shown_as}/{name}")
    if not name.endswith(_ENDING) or file.name not in COLUMNS:
        known = ", ".join(table + _ENDING for table in COLUMNS)
        raise UserError(file.shown_as, "", f"is no table that provlint knows; it knows {known}")
    if os.path.islink(file.path) or not os.path.isfile(file.path):
        raise UserError(file.shown_as, "", "is not a regular file")
    if os.path.getsize(file.path) > _MOST_BYTES:
        raise UserError(file.shown_as, "", f"has more than {_MOST_BYTES:,} bytes")
    return file
