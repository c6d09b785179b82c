"""How long an answer is good for, by what it was judged to be."""

from provlint.model.answers import Answer
from provlint.model.web import WebAnswer
from provlint.model.words import Verdict

_HOUR = 3_600
_DAY = 24 * _HOUR
#: Seconds. A page that is there seldom goes within a week; one that seems gone, or would not answer, may be back soon.
_LIFETIMES: dict[Verdict, int] = {
    "ok": 7 * _DAY,
    "redirected-permanent": 7 * _DAY,
    "redirected-temporary": 7 * _DAY,
    "fragment-missing": _DAY,
    "fragment-unverifiable": 7 * _DAY,
    "paywalled": 7 * _DAY,
    "auth-required": _DAY,
    "suspect": _DAY,
}
_SHORT = _HOUR
#: Nobody was asked, or asking ended before its time: the next run may be told something else.
_NOT_KEPT = frozenset((
    "address-refused", "port-refused", "address-malformed", "limit-reached", "skipped", "stopped",
))  # fmt: skip
FAILED: frozenset[Verdict] = frozenset(("dead", "transient", "tls-problem"))


def lifetime(answer: WebAnswer, judged: Answer) -> int:
    """Seconds for which the answer holds; 0 for one that is not kept at all."""
    if answer.failure in _NOT_KEPT or not answer.checked_at:
        return 0
    return _LIFETIMES.get(judged.verdict, _SHORT)
