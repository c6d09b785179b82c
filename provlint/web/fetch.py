"""One address, asked as often as is fair: what is transient again, what looks dead once more like a browser."""

import random

from provlint.model.web import Failure, Wanted, WebAnswer
from provlint.model.web_options import WebOptions
from provlint.web import chain
from provlint.web.client import Client
from provlint.web.crew import Steps

_TRANSIENT = frozenset((408, 425, 429, 500, 502, 503, 504, *range(520, 528), 530))
_PASSING: frozenset[Failure] = frozenset(("connection-reset", "connection-refused", "name-not-resolved", "not-http"))
#: Refusals that a client may get which is not a browser; 401, 402, 410 and 451 say what they mean.
_REFUSALS = frozenset((400, 403, 404, 405, 406, 409, 412, 415, 416, 418, 421, 423, 501, 999))


def look(client: Client, wanted: Wanted) -> Steps[WebAnswer]:
    """One try under the client's clock, with the second look where the first one was refused."""
    first = yield from chain.follow(client, wanted)
    options = client.run.options
    if first.failure or first.status not in _REFUSALS or not options.second_look or _is_walled(first):
        return first
    second = yield from chain.follow(client, wanted, as_browser=True)
    if not second.failure and 200 <= second.status < 300:
        return second._replace(second_status=second.status)
    return first._replace(second_status=second.status)


def wait_before_retry(answer: WebAnswer, options: WebOptions) -> float | None:
    """Seconds to wait before the address is asked again; None when it is not to be.

    The waits double and are spread by half, so that many clients do not come back at once; a server that names its own
    time gets it, unless that is longer than an address may take.
    """
    if answer.tries > options.retries or _is_walled(answer):
        return None
    if answer.failure not in _PASSING and (answer.failure or answer.status not in _TRANSIENT):
        return None
    if answer.retry_after:
        return float(answer.retry_after) if answer.retry_after <= options.timeout else None
    spread = random.uniform(0.5, 1.5)  # noqa: S311 -- no secret
    return options.retry_wait * float(2 ** (answer.tries - 1)) * spread


def _is_walled(answer: WebAnswer) -> bool:
    """Whether a wall against robots answered, which asking again will not open."""
    return bool(answer.page and answer.page.challenge) or any(name == "cf-mitigated" for name, _ in answer.headers)
