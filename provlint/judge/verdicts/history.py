"""The looks of earlier days → how long an address has failed, and what its page was like before."""

from collections.abc import Sequence

from provlint.model.web import Look, WebAnswer

#: Failures that say nothing about the address: our own doing, or the run's.
_OURS = frozenset(("no-route", "limit-reached", "skipped", "stopped", "address-refused", "port-refused"))


def look_of(answer: WebAnswer, day: str) -> Look | None:
    """What the history keeps of an answer given on an ISO day; None where the address was not really asked."""
    if answer.failure in _OURS:
        return None
    page = answer.page
    return Look(day, failed(answer), answer.status, page.title if page else "", page.language if page else "")


def failed(answer: WebAnswer) -> bool:
    """Whether the address did not give its page: no answer, a page that is not there, or a server that failed."""
    return bool(answer.failure) or answer.status in (404, 410) or answer.status >= 500


def failed_days(answer: WebAnswer, history: Sequence[Look], today: str) -> int:
    """On how many days on end, of those on which it was looked at, it failed; today's answer included."""
    if not failed(answer) or answer.failure in _OURS:
        return 0
    now = (answer.checked_at or today)[:10]
    days: dict[str, bool] = {}
    for look in history:
        days[look.day] = days.get(look.day, True) and look.failed
    days.pop(now, None)
    count = 1
    for day in sorted(days, reverse=True):
        if not days[day]:
            break
        count += 1
    return count


def before(answer: WebAnswer, history: Sequence[Look]) -> list[Look]:
    """The earlier looks that saw a page with a title, oldest first."""
    day = answer.checked_at[:10]
    return sorted((look for look in history if not look.failed and look.title and look.day != day), key=lambda o: o.day)
