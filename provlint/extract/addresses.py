"""What can be told of one address from its letters and the tables."""

import re

from provlint.extract import address_faults
from provlint.extract.address_faults import is_template
from provlint.extract.address_stand_ins import stand_in
from provlint.model.facts import Address
from provlint.model.words import Reach
from provlint.tables.tables import Tables
from provlint.text.masking import mask_url, secrets
from provlint.text.normal import Parts, percent_decoded, split
from provlint.text.url_hosts import ascii_host, literal_reach

_WEB = frozenset(("http", "https", "ftp"))
_DOTS = str.maketrans("\u3002\uff0e\uff61", "...")
_SPECIAL: dict[str, Reach] = {"local": "local-name", "loopback": "loopback"}
_MOST_KEPT = 50_000  # addresses; a run rarely has more, and one that has starts over


class Addresses:
    """Addresses by URL, each looked at once."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._known: dict[str, Address] = {}

    def of(self, url: str) -> Address:
        """The address that `url` (unescaped, as a reader takes it from the source) is."""
        address = self._known.get(url)
        if address is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            address = self._known[url] = _address(url, self._tables)
        return address
