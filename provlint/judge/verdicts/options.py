"""What a run may say about verdicts, and the tables they need."""

from collections.abc import Mapping
from typing import NamedTuple

from provlint.model.words import Verdict


class VerdictOptions(NamedTuple):
    """The settings of one address: they may differ from host to host."""

    today: str  # ISO day of the run
    words: Mapping[int, Verdict] = {}  # what the settings call a status
    dead_after: int = 3  # days in a row on which no connection came about, after which an address counts as dead
