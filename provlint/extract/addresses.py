"""What can be told of one address from its letters and the tables."""

from typing import Any, NamedTuple

from provlint.extract.address_faults import fault, host_fault, port_fault
from provlint.extract.address_stand_ins import is_template, stand_in
from provlint.extract.lookalikes import Lookalikes
from provlint.extract.mirrors import mirror
from provlint.model.facts import Address
from provlint.model.sources import UNKNOWN
from provlint.model.words import Lookalike, Reach
from provlint.tables.tables import Tables
from provlint.text.masking import mask_url, may_hold, secrets
from provlint.text.normal import Parts, percent_decoded, plain_parts, split
from provlint.text.url_hosts import ascii_host, literal_reach

_WEB = frozenset(("http", "https", "ftp"))
_DOTS = str.maketrans("\u3002\uff0e\uff61", "...")
_REACH: dict[str, Reach] = {"local": "local-name", "loopback": "loopback"}
_PLACEHOLDER = {"example": "example domain", "fill-in": "fill-in text"}
_MOST_KEPT = 50_000  # addresses; a run that has more starts over


class _Host(NamedTuple):
    name: str
    domain: str
    ascii_name: str
    ascii_domain: str
    reach: Reach
    fault: str
    placeholder: str
    social: str


class Addresses:
    """Addresses by URL, each looked at once."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._known: dict[tuple[str, bool], Address] = {}
        self._hosts: dict[str, _Host] = {}
        self._lookalikes = Lookalikes(tables)
        self._resembling: dict[str, tuple[Lookalike, str]] = {}

    def of(self, url: str, *, marked: bool = True) -> Address:
        """The address `url` (unescaped); `marked` says that markup makes it a link, so that nothing adds a scheme."""
        address = self._known.get((url, marked))
        if address is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
                self._hosts.clear()
                self._resembling.clear()
            address = self._known[url, marked] = self._address(url, marked)
        return address

    def _address(self, url: str, marked: bool) -> Address:
        masked = mask_url(url)
        plain = plain_parts(url)
        if not plain and is_template(url):
            return Address(url, reach="template", masked=masked, canonical=url)
        parts = plain or split(url)
        malformed = "" if plain else fault(url, parts, marked)
        placeholder = stand_in(url)
        if not parts.authority:
            return self._without_host(url, parts, malformed, placeholder, masked, marked)
        host = self._host(parts.host)
        is_web = parts.scheme in _WEB or not parts.scheme
        tracking, chat_tool, canonical = self._tracked(url, parts.query, host.name) if parts.query else ((), "", url)
        redirect = self._tables.redirector(host.name, parts.path, parts.query) if parts.query else None
        return Address(
            url=url,
            scheme=parts.scheme,
            host=host.name,
            domain=host.domain,
            port=_port(parts.port) if parts.port else 0,
            reach=host.reach if is_web else "other-scheme",
            malformed=malformed or (port_fault(parts.port) or host.fault if is_web else ""),
            credentials=_credentials(url, parts) if is_web and may_hold(url) else "",
            placeholder=placeholder or host.placeholder,
            masked=masked,
            canonical=canonical,
            tracking=tracking,
            chat_tool=chat_tool,
            target=redirect.target if redirect else "",
            redirector=redirect.name if redirect else "",
            social=host.social,
            **(self._about(parts, host) if is_web and host.reach == "public" and not host.fault else {}),
        )

    def _about(self, parts: Parts, host: _Host) -> dict[str, Any]:
        """What the tables know of the site, whether the page is a copy, and whether the site looks like another."""
        name, domain = host.ascii_name, host.ascii_domain
        source = self._tables.sources.of(name, domain, parts.path)
        copy = mirror(parts, name, is_news=source.outlet is not None)
        about: dict[str, Any] = {"source": source}
        if copy:
            about |= {"mirror": copy.kind, "original" if copy.certain else "edition": copy.original}
        if source is UNKNOWN:
            if name not in self._resembling:
                self._resembling[name] = self._lookalikes.resembles(name, domain)
            about["lookalike"], about["resembles"] = self._resembling[name]
        return about

    def _without_host(
        self, url: str, parts: Parts, malformed: str, placeholder: str, masked: str, marked: bool
    ) -> Address:
        """An address within the site, or one that leads to no host: mail, telephone, script."""
        name, at, mail_host = parts.path.rpartition("@")
        is_mailbox = bool(name and at) and not parts.scheme and "/" not in parts.path and "." in mail_host
        if is_mailbox and marked:
            malformed = malformed or "no mailto: before the e-mail address"
        scheme = "mailto" if is_mailbox else parts.scheme
        host = self._host(mail_host) if scheme == "mailto" and mail_host else None
        return Address(
            url=url,
            scheme=scheme,
            host=host.name if host else "",
            domain=host.domain if host else "",
            reach="other-scheme" if scheme else "relative",
            malformed=malformed,
            placeholder=placeholder or (host.placeholder if host else ""),
            masked=masked,
            canonical=url,
        )

    def _tracked(self, url: str, query: str, host: str) -> tuple[tuple[str, ...], str, str]:
        """The tracking parameters of `query`, the chat tool one of them names, and `url` without them."""
        names: list[str] = []
        kept: list[str] = []
        chat_tool = ""
        for part in query.split("&"):
            name, _, value = percent_decoded(part).partition("=")
            tool = self._tables.chat_tool(name, value)
            chat_tool = chat_tool or tool
            if tool or self._tables.tracking(name, host):
                names.append(name)
            else:
                kept.append(part)
        if not names:
            return (), chat_tool, url
        before, _, after = url.partition(f"?{query}")
        return tuple(names), chat_tool, f"{before}{'?' if kept else ''}{'&'.join(kept)}{after}"

    def _host(self, written: str) -> _Host:
        host = self._hosts.get(written)
        if host is None:
            host = self._hosts[written] = _look_up(written, self._tables)
        return host


def _look_up(written: str, tables: Tables) -> _Host:
    name = written.lower().translate(_DOTS).removesuffix(".")
    ascii_name = ascii_host(name)
    literal = literal_reach(ascii_name)
    domain = "" if literal else tables.registrable(name)
    kind = tables.special_host(name)
    problem = host_fault(written, domain)
    domain = "" if problem else domain
    ascii_domain = ascii_host(domain) or ".".join(ascii_name.split(".")[-2:])  # under a suffix that no registry has
    reach = literal or _REACH.get(kind) or ("public" if "." in name or problem else "local-name")
    placeholder, social = _PLACEHOLDER.get(kind, ""), tables.social(name)
    return _Host(name, domain, ascii_name, ascii_domain, reach, problem, placeholder, social)


def _port(port: str) -> int:
    return int(port[:6]) if port.isascii() and port.isdigit() else 0


def _credentials(url: str, parts: Parts) -> str:
    kinds = {secret.kind for secret in secrets(url) if secret.certain}
    if parts.userinfo:
        kinds.add("password" if ":" in parts.userinfo else "user")
    return next((kind for kind in ("password", "token", "user") if kind in kinds), "")
