"""Where an answer sends to: `Location` and `Refresh`, read with the distrust that they deserve."""

import re
from urllib.parse import urljoin, urlsplit

from provlint.web.target import LONGEST, Target, parse
from provlint.web.unanswered import Unanswered, plain

STATUSES = frozenset((301, 302, 303, 307, 308))

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_REFRESH = re.compile(r"\s*+(\d{1,9})(?:\.\d*+)?\s*+[;,]\s*+(?:url\s*+=\s*+)?(.*+)", re.IGNORECASE | re.DOTALL)
_HOSTLESS = re.compile(r"(?:https?:)?/{3,}|https?:/{0,2}(?:[?#:]|\Z)", re.IGNORECASE)
_LONGEST_DELAY = 10  # seconds; what waits longer is a page that renews itself, not one that sends on


def located(base: Target, location: str) -> Target:
    """The target of a `Location` as it came. Unanswered when it leads to no address of the web."""
    half = (len(location) - 2) // 2
    if half > 0 and location == f"{location[:half]}, {location[:half]}":  # the line came twice
        location = location[:half]
    return _target(base, _as_text(location))


def refreshed(base: Target, refresh: str) -> Target | None:
    """The target of a `Refresh` header (HTML standard, "shared declarative refresh steps"); None if there is none."""
    found = _REFRESH.fullmatch(_as_text(refresh))
    if not found or int(found[1]) > _LONGEST_DELAY:
        return None
    url = found[2].strip()
    if url[:1] in ("'", '"'):
        url = url[1:].partition(url[0])[0]
    target = _target(base, url) if url else None
    return None if target == base else target


def followed(base: Target, refresh: str) -> Target | None:
    """The target of a meta refresh, absolute as the page room gives it; None when the page only renews itself."""
    target = _target(base, refresh)
    return None if target == base else target


def _target(base: Target, location: str) -> Target:
    location = location.strip(" \t")
    if len(location) > LONGEST:
        raise Unanswered("redirect-malformed", f"a target of {len(location)} characters")
    if _CONTROL.search(location):
        raise Unanswered("redirect-malformed", "a target with control characters")
    if _HOSTLESS.match(location):
        raise Unanswered("redirect-malformed", f"{plain(location)[:120]}: no host")
    try:
        url = urljoin(base.url, location)
        parts = urlsplit(url)
    except ValueError as error:
        raise Unanswered("redirect-malformed", f"{plain(location)}: {error}") from None
    if parts.scheme not in ("http", "https"):
        raise Unanswered("redirect-refused", f"leads to {plain(location)[:80]}, which is not of the web")
    if "@" in parts.netloc:
        raise Unanswered("redirect-malformed", "a target with user and password")
    try:
        return parse(url)
    except Unanswered as error:
        raise Unanswered("redirect-malformed", f"{plain(location)[:120]}: {error.detail}") from None


def _as_text(value: str) -> str:
    """A header's bytes, which http.client reads as Latin-1, as the UTF-8 that they mostly are."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return value
