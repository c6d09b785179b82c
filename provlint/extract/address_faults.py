"""Why an address can never work, as words for a sentence.

What browsers mend in silence (a wrong number of slashes, white space around) is a fault where it shows that something
was lost. Limits of host names: RFC 1035 and RFC 1123; forbidden characters: the WHATWG URL standard.
"""

import re

from provlint.text.normal import Parts
from provlint.text.patterns import lazy
from provlint.text.url_hosts import ascii_host, ipv6, literal_reach

_TWICE = lazy(r"(?:https?:?[/\\]{1,2}){2}", re.IGNORECASE)
_NO_COLON = lazy(r"(?:https?|[htps]{3,7})(?:[;.,]?//|;/|//?:)", re.IGNORECASE)
_WRAPPED = lazy(r"[(\[<{\"'“‘]\s*(?:https?|ftp)://", re.IGNORECASE)
_SLASHES = lazy(r"(?:https?|ftp):([/\\]*)", re.IGNORECASE)
_SPACE = lazy(r"[ \xa0\u2000-\u200a\u3000]")
_CONTROL = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NO_HOST_LETTER = lazy(r"[^a-z0-9._-]")
_PORT_AFTER_NAME = lazy(r"[0-9]{1,5}(?:[/?#]|\Z)")
_HIGHEST_PORT = 65535
_LONGEST_HOST = 253
_LONGEST_LABEL = 63
_FEWEST_LETTERS = 3


def is_misspelt(scheme: str) -> bool:
    """Whether `scheme` is `http` or `https` with a slip: nothing but their letters, and `t` and `p` among them."""
    return (
        scheme not in ("http", "https")
        and len(scheme) >= _FEWEST_LETTERS
        and "t" in scheme
        and "p" in scheme
        and not scheme.strip("htps")
    )


def fault(url: str, parts: Parts, marked: bool) -> str:
    """Why `url` can never work whatever its host; `marked` says that markup makes it a link as it is written."""
    if _CONTROL.search(url):
        return "a control character inside"
    if _TWICE.match(url):
        return "the scheme stands twice"
    if not parts.scheme:
        return _without_scheme(url, parts, marked)
    if is_misspelt(parts.scheme):
        return f"the scheme {parts.scheme} is not known"
    if "." in parts.scheme and _PORT_AFTER_NAME.match(parts.path):
        return "no scheme before the host name"
    if not parts.authority or parts.scheme not in ("http", "https", "ftp"):
        return ""
    if "//@" in url or (parts.userinfo and ":" not in parts.userinfo and not parts.query and parts.path in ("", "/")):
        return f"{'a handle' if '//@' in url else 'an e-mail address'} behind {parts.scheme}:"
    slashes = _SLASHES.match(url.lstrip())
    count = len(slashes[1]) if slashes else 2
    if count != 2:
        return (
            f"{('no slash', 'one slash')[count]} after {parts.scheme}: where two belong"
            if count < 2
            else "no host name"
        )
    return "a space inside" if _SPACE.search(url.strip()) else ""


def host_fault(host: str, domain: str) -> str:
    """Why no server can have the name `host` (as written) with the registrable domain `domain`."""
    if not host.strip("."):
        return "no host name"
    if "[" in host or "]" in host:
        return _literal_fault(host)
    name = ascii_host(host)
    if found := _NO_HOST_LETTER.search(name):
        return f"{found[0]} in the host name" if found[0].isprintable() and found[0] != " " else "a space inside"
    labels = name.split(".")
    if "" in labels:
        return "two dots together in the host name" if ".." in name else "a dot before the host name"
    if len(name) > _LONGEST_HOST or max(map(len, labels)) > _LONGEST_LABEL:
        return "a host name too long for the name system"
    if labels[-1].isdigit() and literal_reach(name) is None:
        return "no valid IPv4 address"
    first = domain.partition(".")[0]
    if "_" in first or first != first.strip("-"):
        return f"{domain} cannot be registered as a domain"
    return ""


def port_fault(port: str) -> str:
    """Why `port` is none."""
    if not port or (port.isascii() and port.isdigit() and int(port[:6]) <= _HIGHEST_PORT):
        return ""
    return f"port {port[:20]} is above {_HIGHEST_PORT}" if port.isdigit() else "a port that is no number"


def _without_scheme(url: str, parts: Parts, marked: bool) -> str:
    if _WRAPPED.match(url):
        return f"{url[0]} stands before the scheme"
    if _NO_COLON.match(url):
        return f"no colon after {re.split('[;.,/]', url, maxsplit=1)[0]}"
    if marked and parts.authority and not url.lstrip().startswith(("/", "\\")):
        return "no scheme before the host name: it leads to a page of this site"
    return ""


def _literal_fault(host: str) -> str:
    if host.startswith("[") and host.endswith("]"):
        return "" if ipv6(host[1:-1]) is not None else "no valid IPv6 address between the brackets"
    return "a bracket in the host name"
