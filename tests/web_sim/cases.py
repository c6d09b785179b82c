"""One case of the simulated web: an address, who serves it, and the words that are right for it."""

from typing import NamedTuple

from tests.web_sim.wire import Serve


class Case(NamedTuple):
    """`url` holds `{host}` for the case's own host with its port, `{name}` for the host alone, and what `filled` fills."""

    row: int
    name: str
    right: frozenset[str]
    serve: Serve | None = None
    url: str = "http://{host}/harbour/minutes"
    hosts: tuple[tuple[str, Serve], ...] = ()  # further hosts that it needs
    own: str = ""  # the name of its host where it matters

    @property
    def id(self) -> str:
        """Names the case and its row."""
        return f"{self.row}-{self.name}"

    @property
    def host(self) -> str:
        """The name of its own host."""
        return self.own or f"{self.name}.r{self.row}.sim"

    def address(self, ports: "Ports") -> str:
        """The address as a document cites it; ports that are the usual ones are left out."""
        host = "{name}{tls}" if self.url.startswith("https") else "{name}{port}"
        return filled(self.url.replace("{host}", host).replace("{name}", self.host), ports)


class Ports(NamedTuple):
    """Where the simulated web is served; nobody listens on `closed`."""

    plain: int
    tls: int
    closed: int


def filled(text: str, ports: Ports) -> str:
    """`text` with the ports in place of `{port}`, `{tls}` (empty where they are the usual), `{plain}` and `{closed}`."""
    return (
        text.replace("{port}", "" if ports.plain == 80 else f":{ports.plain}")
        .replace("{tls}", "" if ports.tls == 443 else f":{ports.tls}")
        .replace("{plain}", str(ports.plain))
        .replace("{closed}", str(ports.closed))
    )


def words(text: str) -> frozenset[str]:
    """The words that are right, written with spaces."""
    return frozenset(text.split())
