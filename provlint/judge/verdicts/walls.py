"""Signs in status and headers that a wall against robots answered, not the site.

The headers are those that the vendors document for their own challenges, so that clients can tell them from answers of
the site behind: Cloudflare, AWS WAF, DataDome.
"""

from provlint.model.answers import Answer
from provlint.model.web import WebAnswer

#: Header, the beginnings of its value that tell a wall, whose it is; documentation read in 2026-11.
_SIGNS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("cf-mitigated", ("challenge", "block"), "Cloudflare"),
    ("x-amzn-waf-action", ("challenge", "captcha", "block"), "AWS WAF"),
)
#: The same for a header that also stands on answers of the site itself: it counts only where a reader is turned away.
_SIGNS_OF_REFUSAL: tuple[tuple[str, tuple[str, ...], str], ...] = (("x-datadome", ("",), "DataDome"),)
_REFUSALS = frozenset((401, 403, 405, 406, 418, 429, 503))
#: Statuses whose page is the site's own, or tells of a failure behind the network that keeps the wall, whatever it
#: says: only a header by which a wall owns up says otherwise.
_NEVER = frozenset((404, 410, 500, 501, 502, 504, *range(520, 531)))


def from_wall(answer: WebAnswer) -> Answer | None:
    """`blocked` where a wall answered; None where nothing says so."""
    signs = _SIGNS + (_SIGNS_OF_REFUSAL if answer.status in _REFUSALS else ())
    headers = dict(answer.headers)
    for header, beginnings, vendor in signs:
        if header in headers and headers[header].strip().lower().startswith(beginnings):
            return Answer("blocked", f"a wall against robots answered ({vendor})", "challenge")
    if answer.page and answer.page.challenge and answer.status not in _NEVER:
        return Answer("blocked", f"a wall against robots answered: {answer.page.challenge}", "challenge")
    return None
