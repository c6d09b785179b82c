"""What asking an address answered, whoever was asked: the repository or the web."""

from typing import NamedTuple

from provlint.model.words import Verdict


class Answer(NamedTuple):
    """One word on where an address leads, and why, in words for a sentence.

    The fields after `reason` are about addresses of the web; absent text is "".
    """

    verdict: Verdict
    reason: str = ""
    kind: str = ""  # what sort within the verdict, one word: gone, expired, homepage, soft-404, parked, login…
    status: int = 0  # 0: no HTTP answer
    final_url: str = ""
    chain: tuple[str, ...] = ()  # the addresses asked, the first one included, when there were several
    checked_at: str = ""  # UTC, ISO 8601
    failed_days: int = 0  # days in a row, this one included, on which it failed
    archived_url: str = ""  # the snapshot an archive offers
    archived_at: str = ""  # its day, ISO 8601
    note: str = ""  # what is worth knowing of an address that is fine: paywalled, a long chain


UNASKED = Answer("unchecked", "offline")
