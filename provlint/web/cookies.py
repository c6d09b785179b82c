"""The cookies of one chain: each goes back to the host that set it, and all are forgotten when the chain ends."""

import re
from collections.abc import Iterable

from provlint.web.target import Target

_MOST = 50  # of one host
_LONGEST = 4_096  # bytes of a name and its value: RFC 6265, 6.1
_PAIR = re.compile(r"[!#-'*+\-.0-9A-Z^-z|~]{1,256}=[!#-+\--:<-\[\]-~ \"]*")


class Cookies:
    """By host and name. Domain and Path are not looked at: no other host gets any, and a chain is short."""

    def __init__(self) -> None:
        self._by_host: dict[str, dict[str, tuple[str, bool]]] = {}

    def take(self, target: Target, values: Iterable[str]) -> None:
        """What `Set-Cookie` of an answer says; one that ends at once takes the cookie away."""
        for value in values:
            pair, _, attributes = value.partition(";")
            pair = pair.strip()
            if len(pair) > _LONGEST or not _PAIR.fullmatch(pair):
                continue
            held = self._by_host.setdefault(target.host, {})
            name = pair.partition("=")[0]
            told = [attribute.strip().lower() for attribute in attributes[:_LONGEST].split(";")]
            held.pop(name, None)
            if not any(attribute in ("max-age=0", "max-age=-1") for attribute in told) and len(held) < _MOST:
                held[name] = (pair, "secure" in told)

    def header(self, target: Target) -> str:
        """The value of `Cookie` for this target; "" when it set none."""
        held = self._by_host.get(target.host)
        if not held:
            return ""
        return "; ".join(pair for pair, secure in held.values() if not secure or target.scheme == "https")
