"""No answer came, or none that can be read → the word for it.

A name that does not exist and a ring of redirects are the server's last word. What may be the state of an hour (a
refused connection, a name server that fails) is `transient`, until it has been so on several days.
"""

from typing import NamedTuple

from provlint.judge.verdicts.options import VerdictOptions
from provlint.model.answers import Answer
from provlint.model.web import Failure, TlsFault, WebAnswer
from provlint.model.words import Verdict


class _Word(NamedTuple):
    verdict: Verdict
    kind: str
    reason: str
    lasting: bool = False  # several days of it are death


_WORDS: dict[Failure, _Word] = {
    "no-such-name": _Word("dead", "no-such-name", "its host name does not exist"),
    "name-not-resolved": _Word("transient", "name", "no name server could say where its host is", lasting=True),
    "no-route": _Word("transient", "no-route", "there is no way from here to its host"),
    "connection-refused": _Word("transient", "refused", "its server takes no connections", lasting=True),
    "connection-reset": _Word("transient", "reset", "its server broke the connection off", lasting=True),
    "timed-out": _Word("transient", "timeout", "its server did not answer in time", lasting=True),
    "not-http": _Word("transient", "not-http", "what answers does not speak the language of the web", lasting=True),
    "redirect-loop": _Word("dead", "loop", "it redirects in a circle"),
    "too-many-redirects": _Word("suspect", "many-redirects", "it redirects on and on"),
    "redirect-without-target": _Word("suspect", "no-target", "it redirects without saying where to"),
    "redirect-malformed": _Word("malformed", "redirect", "it redirects to what is no address"),
    "redirect-refused": _Word("refused", "redirect", "it redirects out of the web"),
    "address-refused": _Word("refused", "internal", "it leads to an address inside a network, and was not asked"),
    "port-refused": _Word("refused", "port", "its port is none of the web's, and was not asked"),
    "address-malformed": _Word("malformed", "address", "it is no address"),
    "limit-reached": _Word("skipped", "limit", "the run had asked as many addresses as it may"),
    "skipped": _Word("skipped", "settings", "the settings leave it out"),
    "stopped": _Word("unchecked", "stopped", "the run ended before there was an answer"),
}

_TLS: dict[TlsFault, str] = {
    "": "its connection cannot be made safe",
    "expired": "its certificate has expired",
    "not-yet-valid": "its certificate is not valid yet",
    "self-signed": "its certificate is signed by nobody but itself",
    "untrusted": "its certificate is not signed by anyone trusted, or a link of the chain is missing",
    "wrong-host": "its certificate is for another host",
    "protocol": "what answers there does not speak TLS",
}


def from_failure(answer: WebAnswer, failed_days: int, options: VerdictOptions) -> Answer:
    """The word for an answer whose `failure` is not ""; `failed_days` are those in a row, this one included."""
    where = _where(answer)
    if answer.failure == "too-many-redirects" and _turns_round(answer):
        return Answer("dead", f"{_WORDS['redirect-loop'].reason}{where}", "loop")
    if answer.failure == "tls":
        return Answer("tls-problem", f"{_TLS[answer.tls]}{where}", answer.tls or "other")
    word = _WORDS[answer.failure]
    told = f" ({answer.detail})" if answer.detail and answer.failure in _TOLD else ""
    reason = f"{word.reason}{told}{where}"
    if word.lasting and failed_days >= options.dead_after:
        return Answer("dead", f"{reason}, on {failed_days} days in a row", word.kind)
    return Answer(word.verdict, reason, word.kind)


def _turns_round(answer: WebAnswer) -> bool:
    """Whether the same few addresses came again and again, told apart by nothing but a cookie."""
    return 2 * len({hop.url for hop in answer.hops}) <= len(answer.hops)


_TOLD = frozenset(("redirect-malformed", "redirect-refused", "address-malformed", "skipped", "limit-reached"))


def _where(answer: WebAnswer) -> str:
    """Names the hop that failed, where it is not the address itself."""
    return f" (at {answer.final_url}, to which it redirects)" if len(answer.hops) > 1 else ""
