"""Settings and command line → how the web is asked, and what tells runs apart that would be answered otherwise."""

import os
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from ipaddress import ip_network

from provlint.errors import UserError
from provlint.model.online import Online, Resolved
from provlint.model.settings import Settings
from provlint.model.web_options import USUAL_PORTS, WebOptions
from provlint.text.normal import split

_EVERY_NETWORK = "all"
_PLAIN_HOST = re.compile(r"[a-z0-9]+(?>(?:[.-]+[a-z0-9]+)*)(?::[0-9]+)?")


def web_options(settings: Settings, online: Online, hosts: Iterable[str] = ()) -> WebOptions:
    """What `ask` takes; credentials are given for `hosts` only, named with `:` and their port where it is not 443.

    `UserError` for an option that cannot stand.
    """
    web = settings.web
    networks = (*web.allow_private, *online.allow_private)
    ca_file = online.ca_file or (web.ca_file and os.path.join(settings.root, web.ca_file))
    if ca_file and not os.path.isfile(ca_file):
        raise UserError("--ca-file", ca_file, "there is no such file")
    usual = WebOptions()
    return WebOptions(
        contact=online.contact,
        timeout=online.timeout or web.timeout or usual.timeout,
        pace_for=tuple((host.pattern, host.pace) for host in web.hosts if host.pace),
        headers_for=tuple((host.pattern, host.headers) for host in web.hosts if host.headers),
        credentials=tuple(_credentials(online, hosts)),
        allow_private=_EVERY_NETWORK in networks,
        allow_networks=tuple(_network(text) for text in networks if text != _EVERY_NETWORK),
        ports=USUAL_PORTS.union(web.ports, online.ports),
        ca_file=ca_file,
        proxy=_proxy(online.proxy or web.proxy),
        retries=web.retries,
        robots=web.robots,
        resolve=_resolver(online.resolved) if online.resolved else None,
    )


def archive_service(settings: Settings, online: Online) -> str:
    """The address of the service that knows archived copies; "" when none is to be asked."""
    from provlint.model.online import WAYBACK

    service = online.archive or settings.web.archive or WAYBACK
    if service == "none":
        return ""
    parts = split(service)
    if parts.scheme not in ("http", "https") or not parts.host:
        from provlint.text.masking import mask_url

        raise UserError("--archive", mask_url(service), f"is no address such as {WAYBACK}, and not the word none")
    return service


def realm(settings: Settings, online: Online) -> str:
    """A short word that differs between runs whose answers must not be mixed; "" for the usual run."""
    web = settings.web
    unusual = (
        web.allow_private, online.allow_private, web.ports, online.ports, web.ca_file, online.ca_file, web.proxy,
        online.proxy, online.resolved, web.robots,
        tuple((host.pattern, host.headers) for host in web.hosts if host.headers),
        tuple(name for name, _ in online.credentials),
    )  # fmt: skip
    if unusual == ((), (), (), (), "", "", "", "", (), "ignore", (), ()):
        return ""
    return blake2b(repr(unusual).encode("utf-8", "replace"), digest_size=8).hexdigest()


def variable_of(host: str) -> str:
    """The end of the environment variable that holds a host's credentials: EXAMPLE_ORG for example.org.

    No two hosts share one, or who owns a-b.org would get what is meant for a.b.org: a hyphen is two underscores, and a
    host with other signs than letters, digits, dots and hyphens has none, which is "". A port stands at the end.
    """
    if not _PLAIN_HOST.fullmatch(host):
        return ""
    return host.upper().replace("-", "__").replace(".", "_").replace(":", "_")


def _credentials(online: Online, hosts: Iterable[str]) -> Iterable[tuple[str, str]]:
    given = dict(online.credentials)
    for host in sorted(set(hosts)) if given else ():
        value = given.get(variable_of(host) or " ", "").strip()
        if value:
            scheme, _, rest = value.partition(" ")
            is_header = bool(rest) and scheme.isalpha()
            yield host, value if is_header else f"Basic {b64encode(value.encode()).decode()}"


def _network(text: str) -> str:
    try:
        return str(ip_network(text, strict=False))
    except ValueError:
        raise UserError("--allow-private", text, "is no network such as 10.1.0.0/16 or fd00::/8") from None


def _proxy(text: str) -> str:
    parts = split(text)
    if parts.scheme.startswith("socks"):
        from provlint.text.masking import mask_url

        raise UserError("--proxy", mask_url(text), "is a SOCKS proxy; only those that speak HTTP can be used")
    if text and (parts.scheme not in ("http", "https") or not parts.host):
        from provlint.text.masking import mask_url

        raise UserError("--proxy", mask_url(text), "is no address such as http://proxy.example:3128")
    return text


def _resolver(table: Sequence[Resolved]) -> Callable[[str, int], Sequence[str]]:
    """The names of the table, and the system's name service for all others."""

    def resolve(host: str, port: int) -> Sequence[str]:
        row = named(table, host, port)
        if row:
            return row.addresses
        from provlint.web.resolve import system_resolve

        return system_resolve(host, port)

    return resolve


def named(table: Sequence[Resolved], host: str, port: int) -> Resolved | None:
    """The first row of the table about a host and port (0: any port)."""
    host = host.lower().rstrip(".")
    for row in table:
        below = row.host.startswith("*.") and host.endswith(row.host[1:])
        if (row.host in ("*", host) or below) and (not row.port or not port or row.port == port):
            return row
    return None
