"""Persistent identifiers: what counts is whether the resolver knows them, not how the publisher treats programs.

The resolvers of DOI (ISO 26324), Handle (RFC 3650), ARK and URN answer 404 for what was never registered, and redirect
the rest.
"""

from provlint.model.answers import Answer
from provlint.model.web import WebAnswer
from provlint.text.normal import split

_RESOLVERS = {
    "doi.org": "DOI", "dx.doi.org": "DOI", "www.doi.org": "DOI", "hdl.handle.net": "handle", "n2t.net": "identifier",
    "identifiers.org": "identifier", "nbn-resolving.org": "URN", "w3id.org": "identifier", "purl.org": "PURL",
}  # fmt: skip
_UNVERIFIED = frozenset(("blocked", "rate-limited", "transient", "auth-required", "paywalled"))
_FINE = frozenset(("ok", "redirected-permanent", "redirected-temporary"))


def at_resolver(answer: WebAnswer, found: Answer) -> Answer:
    """`found`, the word for where the way ended, as it is to be understood for an identifier."""
    kind = _RESOLVERS.get(split(answer.url).host.lower(), "")
    if not kind or split(answer.url).path in ("", "/"):
        return found
    if not _left(answer):
        if answer.status == 404:
            return Answer("dead", f"the resolver does not know this {kind}", "unknown-identifier")
        return found
    if found.verdict in _FINE:
        return Answer("ok", "", note=found.note)
    if found.verdict in _UNVERIFIED:
        return Answer("ok", "", "resolved", note=f"the {kind} resolves; behind it {found.reason}")
    if found.verdict == "dead":
        return Answer("suspect", f"the {kind} resolves, but behind it {found.reason}", "identifier-target")
    return found


def _left(answer: WebAnswer) -> bool:
    """Whether the resolver sent on to a host that is none."""
    return split(answer.final_url).host.lower() not in _RESOLVERS
