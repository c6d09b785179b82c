"""What a document wants to know of the web: small, so that it travels between processes cheaply."""

from typing import NamedTuple

from provlint.model.facts import Link

_WEB = ("http", "https")


class Missing(NamedTuple):
    """An address that nothing is known of: as it is asked, secrets and all; the fragment; the day it was cited on."""

    url: str
    fragment: str = ""
    date: str = ""
    archive: bool = False  # a copy is asked for when it is dead
    text: bool = False  # its words are wanted: a quotation is compared with them
    path: str = ""  # where it is cited, if only Git can tell since when
    line: int = 0


def is_web(link: Link) -> bool:
    """Whether a link leads to the web, and is no mere use of an address that stands elsewhere."""
    address = link.address
    return link.kind != "reference" and (address.scheme in _WEB or address.reach == "public")
