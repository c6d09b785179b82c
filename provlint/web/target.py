"""An address of the web in the parts that a connection needs; the only parser of addresses in this room."""

import re
import socket
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from provlint.text.url_hosts import ascii_host, ipv4, ipv6
from provlint.web.unanswered import Unanswered

LONGEST = 8_192  # characters of an address; the limit that most servers have for a request line

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_SAFE = "!#$%&'()*+,/:;=?@[]~|"  # stands in an address as it is; "|" and brackets as browsers leave them
_LONGEST_NAME = 253
_USUAL_PORT = {"http": 80, "https": 443}


class Target(NamedTuple):
    """`host` is in lower case and punycode, a literal in its usual form without brackets; no user info, no fragment."""

    scheme: str
    host: str
    port: int
    path: str  # with the query; begins with "/"

    @property
    def authority(self) -> str:
        """Host and port as an address has them, the port only where it is an unusual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _USUAL_PORT[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address, written in the normal way."""
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def is_literal(self) -> bool:
        """Whether the host is an address, not a name."""
        return ":" in self.host or ipv4(self.host) is not None


@lru_cache(maxsize=16_384)
def parse(url: str) -> Target:
    """The parts of an http(s) address; Unanswered("address-malformed") says what is wrong with it."""
    if len(url) > LONGEST:
        raise _malformed(f"{len(url)} characters long")
    if _CONTROL.search(url):
        raise _malformed("a control character in the address")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise _malformed(str(error)) from None
    if parts.scheme not in _USUAL_PORT:
        raise _malformed(f"not an address of the web: {parts.scheme or 'no scheme'}")
    if port == 0 or "\\" in parts.netloc:
        raise _malformed("port 0" if port == 0 else "a backslash in the host")
    host = _host(parts.hostname or "")
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return Target(parts.scheme, host, port or _USUAL_PORT[parts.scheme], path)


@lru_cache(maxsize=1_024)
def _host(host: str) -> str:
    if ":" in host:
        number = None if "%" in host else ipv6(host)
        if number is None:
            raise _malformed("not an IPv6 address")
        return socket.inet_ntop(socket.AF_INET6, number.to_bytes(16, "big"))
    host = ascii_host(host)
    number = ipv4(host)
    if number is not None:
        return socket.inet_ntoa(number.to_bytes(4, "big"))
    if not host:
        raise _malformed("no host")
    if len(host) > _LONGEST_NAME or not _NAME.fullmatch(host):
        raise _malformed("not a host name")
    if host.rpartition(".")[2].isdecimal():
        raise _malformed("not an IPv4 address")
    return host


def _malformed(why: str) -> Unanswered:
    return Unanswered("address-malformed", why)
