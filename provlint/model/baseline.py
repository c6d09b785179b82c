"""What was found before and accepted."""

from collections.abc import Sequence
from typing import NamedTuple

from provlint.model.findings import Finding, HeldBack


class Entry(NamedTuple):
    """So many findings of a rule that one document had, all known by the same words (see judge/fingerprints.py)."""

    path: str
    rule: str  # the rule's id
    fingerprint: str
    times: int = 1


class Sifted(NamedTuple):
    """Findings that are new, how many were accepted before, what a reader must know, the next baseline's entries."""

    findings: Sequence[Finding]
    baselined: int = 0
    notes: tuple[str, ...] = ()
    entries: Sequence[Entry] = ()
    nothing: str = ""  # why no document was run
    accepted: Sequence[HeldBack] = ()  # the findings that were accepted before
