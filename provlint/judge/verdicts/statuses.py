"""A status other than success → the word for it (RFC 9110, RFC 6585, RFC 7725, and what walls and CDNs made up)."""

from typing import NamedTuple

from provlint.model.answers import Answer
from provlint.model.web import WebAnswer
from provlint.model.words import Verdict


class _Word(NamedTuple):
    verdict: Verdict
    kind: str
    reason: str


_WORDS: dict[int, _Word] = {
    304: _Word("transient", "odd-status", "it calls the page unchanged, though nobody had it"),
    400: _Word("blocked", "bad-request", "the server does not understand the request"),
    401: _Word("auth-required", "login", "the page is for people who have signed in"),
    402: _Word("paywalled", "payment", "the page is for people who have paid"),
    403: _Word("blocked", "forbidden", "the server does not show the page to programs"),
    404: _Word("dead", "not-found", "there is no such page"),
    405: _Word("blocked", "method", "the server does not give the page to those who ask for it"),
    406: _Word("blocked", "not-acceptable", "the server has the page in no form that was asked for"),
    407: _Word("transient", "proxy", "a proxy on the way wants a password"),
    408: _Word("transient", "timeout", "the server gave up waiting"),
    409: _Word("transient", "conflict", "the server sees a conflict"),
    410: _Word("dead", "gone", "the page was taken down for good"),
    418: _Word("blocked", "refusal", "the server makes fun of the request"),
    421: _Word("transient", "misdirected", "the server does not answer for this host"),
    423: _Word("blocked", "locked", "the page is locked"),
    425: _Word("transient", "too-early", "the server wants to be asked later"),
    429: _Word("rate-limited", "too-many-requests", "the server has been asked too often"),
    451: _Word("blocked", "legal", "the page is withheld for legal reasons, perhaps only in this region"),
    503: _Word("transient", "unavailable", "the server is not available"),
    504: _Word("transient", "gateway-timeout", "the server behind the server did not answer in time"),
    530: _Word("transient", "origin", "the network in front of the site cannot reach it"),
    999: _Word("blocked", "refusal", "the server does not answer programs"),
} | {
    status: _Word("transient", "origin", "the network in front of the site cannot reach it")
    for status in range(520, 528)
}  # fmt: skip
_CLIENT = _Word("blocked", "refusal", "the server does not take the request")
_SERVER = _Word("transient", "server-error", "the server has failed")
_REDIRECT = _Word("suspect", "no-target", "it redirects without saying where to")
_ODD = _Word("transient", "odd-status", "the server gives a status that nobody knows")

_GONE = frozenset((404, 410))


def from_status(answer: WebAnswer) -> Answer:
    """The word for a status outside 200 to 299, 300 left out; only what two looks agree on is `dead`."""
    status, second = answer.status, answer.second_status
    word = _WORDS.get(status) or _class(status)
    told = f"the server answered {status}: {word.reason}"
    if status in _GONE:
        if not second or second in _GONE:
            return Answer("dead", told, word.kind)
        return _two_answers(status, second)
    if second in _GONE or (status == second == 400):
        return Answer("dead", f"the server answered {status}, and {second} to a browser", _WORDS[second].kind)
    if 200 <= second < 300:
        return _two_answers(status, second)
    if status == 429 and answer.retry_after:
        told += f", and may be asked again in {_span(answer.retry_after)}"
    return Answer(word.verdict, told, word.kind)


def _two_answers(status: int, second: int) -> Answer:
    told = f"the server answers {status} to programs and {second} to browsers"
    if 200 <= second < 300:
        return Answer("ok", told, "browsers-only", note=told)
    return Answer("blocked" if second < 500 or second == 999 else "transient", told, "two-answers")


def _class(status: int) -> _Word:
    if 300 <= status < 400:
        return _REDIRECT
    if 400 <= status < 500:
        return _CLIENT
    return _SERVER if 500 <= status < 600 else _ODD


def _span(seconds: int) -> str:
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if seconds >= length:
            count = round(seconds / length)
            return f"{count} {unit}{'s' if count > 1 else ''}"
    return f"{seconds} second{'s' if seconds != 1 else ''}"
