"""Secrets that addresses carry, and text in which they are replaced by `***`.

The names of parameters are those under which services document their secrets (AWS Signature Version 4, Google Cloud
signed URLs, Azure shared access signatures, OAuth 1.0 and 2.0, RFC 6750) and the common spellings of password, API key
and token. A name alone is enough to mask; to be called a secret, the value must look like one.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from provlint.text.normal import split
from provlint.text.patterns import lazy

SecretKind = Literal["password", "user", "token"]

_NAMES = (
    r"(?:access|api|app|auth|bearer|client|consumer|id|invite|login|oauth|private|refresh|reset|sas|secret|security"
    r"|session|subscription|user|x-amz-security|x-api)[_-]?(?:token|key|secret|signature)|jwt|token|secret|passw(?:or)?d|pwd|passphrase|signature|sig|hmac"
    r"|auth|authkey|x-amz-signature|x-goog-signature|jsessionid|phpsessid|session[_-]?id"
)
# `key` names anything; only the form of a Google API key says that it is a secret.
# What it begins with is one set of characters: such a pattern is searched ten times as fast as one with a choice.
_PARAMETER = rf"[?&;#%](?:(?<!%)|(?<=%)(?:3F|26))({_NAMES}|key(?==AIza))(?:=|%3D)"
_VALUE_IN_TEXT = r"((?>(?:(?!%26)[^\s&#;\"'<>)\]|`])+))"
_VALUE_IN_ADDRESS = r"((?>(?:(?!%26)[^&#;])+))"
_USERINFO = lazy(r"://([^\s/?#:@\"'<>(]*+)(:?)([^\s/?#\"'<>]*)@")
_TOKEN = lazy(r"(?=[^0-9]*[0-9])[A-Za-z0-9_-]{20,}")
_STAND_IN = lazy(r"[{}<>$*…]|your|x{3}|example|placeholder|redacted|changeme|demo[_-]?key", re.IGNORECASE)
# The number of a visit, long over when somebody reads the document.
_VISIT = lazy(r"(?:j|php)?sess(?:ion)?[_-]?id|session[_-]?token", re.IGNORECASE)
# A signature opens something only together with what it signs: how long, for whom.
_SIGNATURE = lazy(r"sig|signature|hmac", re.IGNORECASE)
_SIGNED = lazy(r"[?&](?:expires|se|sv|key-pair-id|googleaccessid|awsaccesskeyid|policy|x-\w+)=", re.IGNORECASE)
_SHORTEST = 8  # characters; shorter values of such parameters are seldom secrets


class Secret(NamedTuple):
    """A secret at `text[start:end]`; a `user` is a name without a password, and nothing to mask."""

    kind: SecretKind
    start: int
    end: int
    certain: bool  # its value looks like a real one, not like a stand-in


def may_hold(text: str) -> bool:
    """Whether `secrets` could find anything: most addresses hold no sign of one."""
    return "@" in text or "=" in text or "%3" in text


def secrets(text: str, *, is_address: bool = False) -> list[Secret]:
    """The secrets of all addresses in `text`, in order; `is_address` says that all of it is a single one."""
    found: list[Secret] = []
    if "@" in text:
        for match in _USERINFO.finditer(text):
            found += _of_userinfo(match)
    if "=" in text or "%3" in text:
        for match in _parameter(_VALUE_IN_ADDRESS if is_address else _VALUE_IN_TEXT).finditer(text):
            found.append(Secret("token", match.start(2), match.end(2), _is_certain(text, match[1], match[2])))
    return sorted(found, key=lambda secret: secret.start)


@cache
def _parameter(value: str) -> re.Pattern[str]:
    return re.compile(_PARAMETER + value, re.IGNORECASE)  # takes its time, and not every run needs it


def _is_certain(text: str, name: str, value: str) -> bool:
    """Whether the value of a secret's parameter looks like one that still opens something."""
    if len(value) < _SHORTEST or _STAND_IN.search(value) or _VISIT.fullmatch(name):
        return False
    return not _SIGNATURE.fullmatch(name) or _SIGNED.search(text) is not None


def mask_text(text: str) -> str:
    """`text` with the secrets in its addresses replaced by `***`."""
    return _masked(text, secrets(text)) if may_hold(text) else text


def cover_text(text: str) -> str:
    """The same with a `*` for each character of a secret: every place in the text stays where it is."""
    return _masked(text, secrets(text), in_place=True)


def _masked(text: str, found: list[Secret], *, in_place: bool = False) -> str:
    parts: list[str] = []
    done = 0
    for secret in found:
        if secret.kind != "user" and secret.start >= done:
            parts += text[done : secret.start], "*" * (secret.end - secret.start) if in_place else "***"
            done = secret.end
    return "".join((*parts, text[done:])) if parts else text


def mask_url(url: str) -> str:
    """`url` with its secrets replaced by `***`, however oddly it is written."""
    if not may_hold(url):
        return url
    if "@" in url:
        userinfo = split(url).userinfo
        user, colon, password = userinfo.partition(":")
        if password and f"{userinfo}@" not in url:
            url = url.translate({9: None, 10: None, 13: None})
        if colon:
            url = url.replace(f"{userinfo}@", f"{user}:***@", 1)
    return _masked(url, secrets(url, is_address=True))


def _of_userinfo(match: re.Match[str]) -> list[Secret]:
    user, colon, password = match.groups()
    if _TOKEN.fullmatch(user):
        found = [Secret("token", match.start(1), match.end(1), True)]
    else:
        found = [Secret("user", match.start(1), match.end(1), True)] if user and not colon else []
    if password:
        found.append(Secret("password", match.start(3), match.end(3), not _STAND_IN.search(password)))
    return found
