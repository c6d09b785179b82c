"""The simulated web: every row served on loopback, plain and with TLS, with a name service of its own."""

import contextlib
import socket
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from provlint.model.web_options import WebOptions
from tests.web_sim import rows_network, rows_pages, rows_redirects, rows_statuses
from tests.web_sim.cases import Case, Ports, filled
from tests.web_sim.certificates import Certificates
from tests.web_sim.name_server import serving
from tests.web_sim.wire import Serve, Server

CASES: tuple[Case, ...] = rows_statuses.CASES + rows_redirects.CASES + rows_pages.CASES + rows_network.CASES
#: Where it is served: on loopback, but not where the rows about loopback point to.
ADDRESS = "127.77.0.1"
_SIX = "2001:db8::77"  # documentation prefix: no packet finds a way

#: What the name service says of names that are not served; a list is said one after the other, the last for ever.
_SPECIAL: dict[str, tuple[str, ...]] = {
    "servfail.r80.sim": ("SERVFAIL",),
    "to-loopback.r95.sim": ("127.0.0.1",),
    "to-private.r95.sim": ("10.1.2.3",),
    "rebinding.r96.sim": (ADDRESS, "127.0.0.1"),
    "six-only.r97.sim": (_SIX,),
}


class Names:
    """A name service: `resolve` is what `WebOptions.resolve` wants."""

    def __init__(self, served: frozenset[str]) -> None:
        self._served = served
        self.asked: Counter[str] = Counter()

    def find(self, host: str) -> str:
        """The address of a host, "SERVFAIL", or "" where there is no such name."""
        host = host.lower().rstrip(".")
        self.asked[host] += 1
        if said := _SPECIAL.get(host):
            return said[min(self.asked[host], len(said)) - 1]
        return ADDRESS if host in self._served else ""

    def resolve(self, host: str, port: int) -> list[str]:
        """As `socket.getaddrinfo`, the port aside."""
        del port
        found = self.find(host)
        if found == "SERVFAIL":
            raise socket.gaierror(socket.EAI_AGAIN, "the name server failed")
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [found]


class Web:
    """The running servers."""

    def __init__(self, folder: Path, port: int = 0, tls_port: int = 0) -> None:
        sites = served()
        self.names = Names(frozenset(sites))
        certificates = Certificates(folder, sorted(sites))
        self.ca_file = certificates.ca_file
        self.plain = Server(sites, ADDRESS, port, fill=self._fill)
        self.safe = Server(sites, ADDRESS, tls_port, tls=certificates.context(), fill=self._fill)
        self.ports = Ports(0, 0, 0)

    def options(self) -> WebOptions:
        """How it is to be asked: quickly, and nowhere else."""
        return WebOptions(
            timeout=10.0, retry_wait=0.2, pace=0.0, allow_networks=(f"{ADDRESS}/32", f"{_SIX}/128"), ca_file=self.ca_file,
            ports=frozenset((80, 443, *self.ports)), resolve=self.names.resolve, skip=("*.gull.sim",),
        )  # fmt: skip

    def name_server(self) -> contextlib.AbstractContextManager[int]:
        """Its name service on port 53, for programs that ask the system."""
        return serving(self.names.find)

    def address(self, case: Case) -> str:
        """The address of a case, as it is cited."""
        return case.address(self.ports)

    def _fill(self, text: str) -> str:
        return filled(text, self.ports)


def served() -> dict[str, Serve]:
    """Every host that is served, in ASCII, with what it says."""
    sites: dict[str, Serve] = {}
    for case in CASES:
        if case.serve:
            sites[case.host] = case.serve
        sites.update(case.hosts)
    return sites


@contextlib.contextmanager
def running(folder: Path, port: int = 0, tls_port: int = 0) -> Iterator[Web]:
    """The simulated web while it runs; certificates are written into `folder`."""
    web = Web(folder, port, tls_port)
    web.plain.start()
    web.safe.start()
    with socket.create_server((ADDRESS, 0)) as unused:
        closed = unused.getsockname()[1]
    web.ports = Ports(web.plain.port, web.safe.port, closed)
    try:
        yield web
    finally:
        web.plain.stop()
        web.safe.stop()
