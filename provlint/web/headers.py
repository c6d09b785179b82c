"""What is sent with a request, and what is kept of the headers of an answer."""

from collections.abc import Mapping
from functools import lru_cache

from urllib3 import HTTPHeaderDict

from provlint.model.version import PROJECT_URL, VERSION
from provlint.model.web_options import WebOptions
from provlint.web import host_patterns
from provlint.web.target import Target
from provlint.web.unanswered import plain

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_LONGEST_TYPE = 400  # characters of a Content-Type that are looked at
_TLS_PORT = 443
_ENCODINGS = "gzip, deflate"  # what zlib can undo within a cap

#: The second look: what a browser sends, for servers that answer nobody else.
_BROWSER = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept": _ACCEPT,
    "Accept-Language": "en-US,en;q=0.5",
    "Accept-Encoding": _ENCODINGS,
    "Upgrade-Insecure-Requests": "1",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "none",
}

#: Headers of an answer by which it is judged.
_KEPT = frozenset((
    "cf-mitigated", "content-encoding", "content-language", "content-length", "last-modified", "refresh",
    "retry-after", "server", "www-authenticate", "x-amzn-waf-action", "x-datadome", "x-robots-tag",
))  # fmt: skip


class RequestHeaders:
    """Makes the headers for one request; the same for all of a run."""

    def __init__(self, options: WebOptions) -> None:
        about = "; ".join(part for part in (f"+{PROJECT_URL}", plain(options.contact)) if part)
        self._honest = {
            "User-Agent": f"provlint/{VERSION} ({about})",
            "Accept": _ACCEPT,
            "Accept-Encoding": _ENCODINGS,
        }
        self._extra = options.headers_for
        self._credentials = dict(options.credentials)

    def of(self, target: Target, cookie: str = "", *, as_browser: bool = False) -> Mapping[str, str]:
        """The headers for this target. Credentials go to their own host only, and never without TLS."""
        usual = _BROWSER if as_browser else self._honest
        if not (self._extra or self._credentials or cookie):
            return usual
        headers = dict(usual)
        if self._extra:
            headers.update(host_patterns.first(self._extra, target.host, ()))
        if self._credentials and target.scheme == "https":
            authorization = self._credentials.get(
                target.host if target.port == _TLS_PORT else f"{target.host}:{target.port}"
            )
            if authorization:
                headers["Authorization"] = authorization
        if cookie:
            headers["Cookie"] = cookie
        return headers


def kept(headers: HTTPHeaderDict) -> tuple[tuple[str, str], ...]:
    """Those that matter, by their names in lower case; no value is longer than 200 characters."""
    return tuple([(name, plain(headers.get(name, ""))) for name in sorted(_KEPT.intersection(map(str.lower, headers)))])


def type_and_charset(headers: HTTPHeaderDict) -> tuple[str, str]:
    """The content type in lower case without parameters, and its charset; "" for what is not said."""
    return _type_and_charset(headers.get("content-type", "")[:_LONGEST_TYPE])


@lru_cache(maxsize=256)
def _type_and_charset(said: str) -> tuple[str, str]:
    kind, _, parameters = said.partition(";")
    charset = ""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip(" \t\"'")
    return plain(kind).lower(), plain(charset)


def retry_after(headers: HTTPHeaderDict, now: float) -> int:
    """The seconds that the server asks to wait (RFC 9110, 10.2.3), none below 0; 0 when it says nothing."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return int(value[:9])
    if not value:
        return 0
    from email.utils import parsedate_to_datetime

    try:
        return max(0, int(parsedate_to_datetime(value).timestamp() - now))
    except (ValueError, OverflowError, TypeError):
        return 0
