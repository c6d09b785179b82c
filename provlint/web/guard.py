"""The guard: which addresses may be connected to. Every hop of every request passes here, and nothing goes round it.

What may not be reached from a document: the table of special-purpose blocks in `provlint.text.url_hosts`, and every
port but the usual ones. The names refused stand for what is local wherever they resolve to (RFC 6761 and the metadata
services of clouds).
"""

import ipaddress

from provlint.model.web_options import WebOptions
from provlint.text.url_hosts import ipv6, literal_reach
from provlint.web.clock import Clock
from provlint.web.resolve import Names
from provlint.web.target import Target
from provlint.web.unanswered import Unanswered

_LOOPBACK = "127.0.0.1"
_METADATA = ("internal", "metadata")


def _is_public(address: str) -> bool:
    if ":" not in address:
        return literal_reach(address) == "public"
    number = ipv6(address)
    # Of IPv6 only 2000::/3 has been given to anybody (RFC 4291, 2.4).
    return number is not None and number >> 125 == 1 and literal_reach(f"[{address}]") == "public"


class Guard:
    """Checks targets for a run."""

    def __init__(self, options: WebOptions, names: Names) -> None:
        self._names = names
        self._ports = options.ports
        self._all = options.allow_private
        self._networks = [ipaddress.ip_network(network, strict=False) for network in options.allow_networks]

    def check(self, target: Target) -> None:
        """What can be told without a name server. Unanswered when the target is refused."""
        if target.port not in self._ports:
            raise Unanswered("port-refused", f"port {target.port}")
        if target.is_literal:
            if not self.permits(target.host):
                raise Unanswered("address-refused", f"{target.host} is not public")
            return
        last = target.host.rpartition(".")[2]
        if last == "localhost" and not self.permits(_LOOPBACK):
            raise Unanswered("address-refused", "a name of the machine itself")
        if last in _METADATA and not self._all:
            raise Unanswered("address-refused", "a name of an internal network")

    def addresses(self, target: Target, clock: Clock) -> list[str]:
        """Those addresses of the target that may be connected to, one at least. Unanswered when it is refused."""
        self.check(target)
        if target.is_literal:
            return [target.host]
        found = self._names.addresses(target.host, target.port, clock)
        permitted = [address for address in found if self.permits(address)]
        if not permitted:
            raise Unanswered("address-refused", f"{target.host} leads to {found[0]}, which is not public")
        return permitted

    def permits(self, address: str) -> bool:
        """Whether the IPv4 or IPv6 address may be connected to."""
        if self._all or _is_public(address):
            return True
        if not self._networks or "%" in address:
            return False
        try:
            number = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(number in network for network in self._networks)
