"""What lists say of a link's domain → words for a message: who lists it, and since when."""

from provlint.model.sources import Source, Standing
from provlint.model.words import Axis

_MOST = 3  # lists named in one message


def listed_by(source: Source, axis: Axis, *categories: str) -> str:
    """ "State Media Matrix, 2024-02; Cite Unseen, 2023-10" for the lists that give one of the categories; "" for none."""
    said = [row for row in source.said(axis) if row.category in categories] if source.standing else []
    if not said:
        return ""
    names = list(dict.fromkeys(_words(row) for row in sorted(said, key=lambda row: row.as_of, reverse=True)))
    return "; ".join(names[:_MOST]) + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "")


def _words(row: Standing) -> str:
    name = f"your own table {row.list}" if row.own else row.list
    return f"{name}, {row.as_of}" if row.as_of else name
