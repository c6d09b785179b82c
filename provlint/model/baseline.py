"""What was found before and accepted."""

from typing import NamedTuple


class Entry(NamedTuple):
    """So many findings of a rule that one document had, all known by the same words (see judge/fingerprints.py)."""

    path: str
    rule: str  # the rule's id
    fingerprint: str
    count: int = 1
