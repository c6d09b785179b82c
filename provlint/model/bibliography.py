"""What bibliography files say: which citation keys they define, and whether all that a document may cite was read."""

from collections.abc import Mapping
from typing import NamedTuple


class Bibliography(NamedTuple):
    """The keys a document may cite, each with the number of entries that bear it.

    `is_whole` says that every file was read in which a key may be defined; `is_named` that the document itself names
    its files: those that merely stand beside it may belong to another text. `notes` are sentences on what was not read.
    """

    entries: Mapping[str, int] = {}
    is_whole: bool = False
    is_named: bool = False
    notes: tuple[str, ...] = ()


NO_BIBLIOGRAPHY = Bibliography()
