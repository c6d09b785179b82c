"""What only whoever runs provlint may say of asking the web: on the command line or in the environment."""

from typing import NamedTuple

#: The service that is asked for archived copies: https://archive.org/help/wayback_api.php
WAYBACK = "https://archive.org/wayback/available"


class Resolved(NamedTuple):
    """A name that is not looked up: `host` is a name, `*.` and a name, or `*`; `port` 0 stands for any."""

    host: str
    port: int
    addresses: tuple[str, ...]


class Online(NamedTuple):
    """A run that may ask addresses. Empty values leave the choice to trusted settings, else to the usual."""

    cached: bool = True
    cache_dir: str = ""
    timeout: float = 0.0  # seconds for one address
    allow_private: tuple[str, ...] = ()  # networks that may be connected to though not public; "all" for every one
    ports: tuple[int, ...] = ()  # besides the usual ones
    ca_file: str = ""
    proxy: str = ""
    resolved: tuple[Resolved, ...] = ()
    credentials: tuple[tuple[str, str], ...] = ()  # (variable of the environment without its beginning, value)
    record: str = ""  # the file that the answers are written to
    replay: str = ""  # the file that they are read from: nothing is asked then
    archive: str = ""  # the service that is asked for archived copies; "none" for no such service
    contact: str = ""  # added to the User-Agent
