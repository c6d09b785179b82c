"""How the web is asked: what a run may say, and the shapes in which the fetcher and its callers meet.

`provlint.web.schedule.ask` takes these; `run` makes them from the settings.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from provlint.model.web import Page, WebAnswer

#: Names to addresses (IPv4 or IPv6, as text), asked with (host, port). Raises `socket.gaierror` as `getaddrinfo` does.
Resolve = Callable[[str, int], Sequence[str]]

#: The ports that are asked unless the command line says more.
USUAL_PORTS = frozenset((80, 443, 8080, 8443))


class WebOptions(NamedTuple):
    """A host pattern is a name, or `*.` and a name for the names below it. Times are in seconds, sizes in bytes."""

    contact: str = ""  # an address of the web or of mail, added to the User-Agent
    timeout: float = 20.0  # for one address, all its hops and tries together
    budget: float = 1800.0  # for the whole run
    hosts_at_once: int = 256
    pace: float = 0.05  # from the start of one request to the start of the next, on one host
    pace_for: tuple[tuple[str, float], ...] = ()  # (host pattern, seconds); the first that matches counts
    headers_for: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()  # (host pattern, headers)
    credentials: tuple[
        tuple[str, str], ...
    ] = ()  # (host, with `:` and the port unless it is 443; value of Authorization); sent there only, over TLS only
    skip: tuple[str, ...] = ()  # host patterns, or globs of whole addresses when there is a "/" in them
    allow_private: bool = False  # every address may be connected to
    allow_networks: tuple[str, ...] = ()  # such as "127.0.0.0/8": may be connected to though not public
    ports: frozenset[int] = USUAL_PORTS
    ca_file: str = ""  # certificates (PEM) that are trusted besides those of certifi
    proxy: str = ""  # http://host:port; addresses cannot be checked behind it, only names and literals
    max_body: int = 5_000_000  # decoded, where a fragment or the text is wanted
    signal_body: int = 65_536  # decoded, where only signals of the page are wanted
    signal_time: float = 2.0  # for reading that body
    retries: int = 2  # of what is transient
    retry_wait: float = 1.0  # before the first retry; doubled for the next, and spread by half
    second_look: bool = True  # with headers like a browser's, before an address is called dead
    robots: Literal["ignore", "obey"] = "ignore"
    max_addresses: int = 20_000  # a run
    max_per_host: int = 2_000
    resolve: Resolve | None = None  # instead of the system's name service


class PageContext(NamedTuple):
    """What is known of a body beside its bytes, and what is wanted from it."""

    url: str  # the final address, no fragment: the base of relative addresses
    content_type: str = ""  # without parameters, in lower case; "" when the server gave none
    charset: str = ""  # as the Content-Type says it; "" when it does not
    fragments: frozenset[str] = frozenset()  # as written, text directives (`:~:text=…`) included, without "#"
    text: bool = False  # the words of the page are wanted (`WebAnswer.text`, made by the fetcher)
    whole: bool = True  # False: cut at a cap, or broken off
    compared: bool = True  # False: its sample is wanted only if the page itself gives cause to doubt it


ReadPage = Callable[[bytes, PageContext], Page]


class Progress(NamedTuple):
    """How far a run is; `rate` is in addresses a second, `left` in seconds (-1: not known yet)."""

    done: int
    total: int
    hosts_done: int
    hosts: int
    rate: float = 0.0
    left: float = -1.0


OnAnswer = Callable[[WebAnswer], None]
OnProgress = Callable[[Progress], None]
