"""The parts of an address and its normal form, by which two spellings of one address are known as one.

RFC 3986 for the general form, the WHATWG URL standard for what browsers make of `http:` addresses: backslashes are
slashes, the number of slashes after the scheme does not matter. Nothing here raises: a broken address has odd parts.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from provlint.text.patterns import lazy
from provlint.text.url_hosts import ascii_host, ipv4, ipv6

_DEFAULT_PORTS = {"http": "80", "https": "443", "ftp": "21", "ws": "80", "wss": "443"}

_SCHEME = lazy(r"([A-Za-z][A-Za-z0-9+.-]*+):")
_AUTHORITY = lazy(r"//([^/?#]*+)")
_WEB_AUTHORITY = lazy(r"[/\\]*+([^/\\?#]*+)")
_REST = lazy(r"([^?#]*+)(?:\?([^#]*+))?(?:#(.*+))?", re.DOTALL)
_UNSEEN = lazy(r"[\t\n\r]")
_EDGES = "".join(map(chr, range(33)))
# Addresses that are their own normal form: most of those that people write.
_PLAIN = lazy(
    r"(https?)://([a-z0-9-]++(?:\.[a-z0-9-]++)*\.[a-z]++)(/(?>(?:[A-Za-z0-9_~-][A-Za-z0-9._=&+,;@!$'()*~-]*+/?+)*))"
    r"(?:\?([A-Za-z0-9/_=&+,;!$'()*.:~-]++))?"
)

_SHORT = 1_000  # characters of an address whose parts are remembered
_OCTET = lazy(r"%(?:([0-9A-Fa-f]{2})|)")
_OCTETS = lazy(r"(?>(?:%[0-9A-Fa-f]{2})+)")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_FORBIDDEN = lazy(r"[^!#-;=?-\[\]_a-z~]++")


class Parts(NamedTuple):
    """An address taken apart; absent parts are "". `scheme` is in lower case, the others are as written."""

    scheme: str
    authority: bool  # whether there is a part for a host, even an empty one
    userinfo: str
    host: str  # an IPv6 literal with its brackets
    port: str
    path: str
    query: str
    fragment: str


def plain_parts(url: str) -> Parts | None:
    """The parts of a web address in which nothing is odd, so that it is its own normal form; None for any other.

    It has a host name and a path, no user info, port or fragment, and no character that would have to be encoded.
    """
    found = _PLAIN.fullmatch(url)
    if found is None:
        return None
    scheme, host, path, query = found.groups("")
    return Parts(scheme, True, "", host, "", path, query, "")


def split(url: str) -> Parts:
    """The parts of `url` as a browser would take it apart; an address that begins with `www.` begins with its host."""
    return _split_again(url) if len(url) <= _SHORT else _split(url)


def _split(url: str) -> Parts:
    text = url.strip(_EDGES)
    if "\n" in text or "\t" in text or "\r" in text:
        text = _UNSEEN.sub("", text)
    scheme, at = "", 0
    is_bare_host = text[:4].lower() == "www."
    if not is_bare_host and (found := _SCHEME.match(text)):
        scheme, at = found[1].lower(), found.end()
    userinfo = host = port = ""
    is_web = is_bare_host or scheme in _DEFAULT_PORTS
    has_authority = is_web or text.startswith("//", at)
    if has_authority and (found := (_WEB_AUTHORITY if is_web else _AUTHORITY).match(text, at)):
        userinfo, host, port = _authority(found[1])
        at = found.end()
    rest = _REST.match(text, at)
    path, query, fragment = rest.groups("") if rest else (text[at:], "", "")
    return Parts(scheme, has_authority, userinfo, host, port, path, query, fragment)


#: Several rules and rooms ask for the parts of the same address, one after another.
_split_again = lru_cache(maxsize=4_096)(_split)


def key(url: str) -> str:
    """The normal form of `url`: equal for two spellings of one address, and its own normal form.

    The fragment is left out, unless nothing else is there or it is the route of a page built by script (`#/`, `#!`).
    """
    if _PLAIN.fullmatch(url):
        return url
    return _key_again(url) if len(url) <= _SHORT else _key(url)


def _key(url: str) -> str:
    parts = split(url)
    if parts.authority and not parts.host and parts.scheme in _DEFAULT_PORTS:
        return url.strip(_EDGES)  # no browser agrees with another on what it means
    fragment = f"#{parts.fragment}" if _is_route(parts) else ""
    query = f"?{_octets(parts.query)}" if parts.query else ""
    if not parts.authority:
        path = parts.path if parts.scheme else parts.path.removeprefix("./")
        mail = not parts.scheme and "@" in path and "/" not in path
        scheme = "mailto:" if mail else f"{parts.scheme}:" if parts.scheme else ""
        return f"{scheme}{_mailbox(path) if scheme == 'mailto:' else _octets(path)}{query}{fragment}"
    scheme = parts.scheme or ("" if url.lstrip(_EDGES).startswith("//") else "http")
    path = _without_dots(_octets(parts.path.replace("\\", "/") if scheme in _DEFAULT_PORTS else parts.path)) or "/"
    userinfo = f"{parts.userinfo}@" if parts.userinfo else ""
    port = f":{parts.port}" if parts.port and parts.port != _DEFAULT_PORTS.get(scheme) else ""
    return f"{scheme}{':' if scheme else ''}//{userinfo}{normal_host(parts.host)}{port}{path}{query}{fragment}"


#: A run asks for the key of an address each time that it looks for its answer.
_key_again = lru_cache(maxsize=4_096)(_key)


def normal_host(host: str) -> str:
    """`host` in lower case and ASCII, address literals in their one usual form."""
    return _host_again(host) if len(host) <= _SHORT else _normal_host(host)


def _normal_host(host: str) -> str:
    host = ascii_host(host)
    if host.startswith("["):
        number = ipv6(host[1:-1])
        return host if number is None else f"[{':'.join(f'{number >> at & 0xFFFF:x}' for at in range(112, -1, -16))}]"
    number = ipv4(host) if host[-1:].isdigit() or "0x" in host else None
    return host if number is None else ".".join(str(number >> at & 255) for at in (24, 16, 8, 0))


#: A document names few hosts, and each of them many times.
_host_again = lru_cache(maxsize=4_096)(_normal_host)


def percent_decoded(text: str) -> str:
    """`text` with percent-encoded octets decoded as UTF-8; what is not UTF-8 becomes U+FFFD."""
    if "%" not in text:
        return text
    return _OCTETS.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), text)


def _authority(text: str) -> tuple[str, str, str]:
    userinfo, _, place = text.rpartition("@")
    if place.startswith("["):
        literal, bracket, port = place.partition("]")
        return userinfo, literal + bracket, port.removeprefix(":")
    host, colon, port = place.rpartition(":")
    return (userinfo, host, port) if colon else (userinfo, place, "")


def _is_route(parts: Parts) -> bool:
    alone = not (parts.authority or parts.scheme or parts.path or parts.query)
    return bool(parts.fragment) and (alone or parts.fragment[0] in "/!")


def _octets(text: str) -> str:
    if "%" in text:
        text = _OCTET.sub(_octet, text)
    return _FORBIDDEN.sub(_encoded, text)


def _octet(found: re.Match[str]) -> str:
    if not found[1]:
        return "%25"
    character = chr(int(found[1], 16))
    return character if character in _UNRESERVED else found[0].upper()


def _encoded(found: re.Match[str]) -> str:
    return "".join(f"%{octet:02X}" for octet in found[0].encode("utf-8", "surrogatepass"))


def _without_dots(path: str) -> str:
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return "/" + "/".join(kept) + ("/" if segments[-1] in (".", "..") and kept else "")


def _mailbox(path: str) -> str:
    name, at, host = path.rpartition("@")
    return f"{name}{at}{host.lower()}"
