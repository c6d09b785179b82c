"""What asking an address answered, whoever was asked: the repository or the web."""

from typing import NamedTuple

from provlint.model.words import Verdict


class Answer(NamedTuple):
    """One word on where an address leads, and why, in words for a sentence."""

    verdict: Verdict
    reason: str = ""


UNASKED = Answer("unchecked", "offline")
