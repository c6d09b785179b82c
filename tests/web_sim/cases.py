"""One case of the simulated web: an address, who serves it, and the words that are right for it."""

from typing import NamedTuple

from tests.web_sim.wire import Serve


class Case(NamedTuple):
    """`url` holds `{host}` for the case's own host with its port, `{name}` for the host alone, `{port}` and `{tls}`."""

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

    def address(self, port: int, tls: int) -> str:
        """The address as a document cites it; ports that are the usual ones are left out."""
        plain, safe = ("" if port == 80 else f":{port}"), ("" if tls == 443 else f":{tls}")
        host = self.host + (safe if self.url.startswith("https") else plain)
        return (
            self.url.replace("{host}", host)
            .replace("{name}", self.host)
            .replace("{port}", plain)
            .replace("{tls}", safe)
        )


def words(text: str) -> frozenset[str]:
    """The words that are right, written with spaces."""
    return frozenset(text.split())
