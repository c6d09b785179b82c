"""Public suffixes: which end of a host name is handed out by a registry, and which name under it was registered.

The rules and the algorithm are those of publicsuffix.org, its ICANN section; a name with no known suffix has no
registrable domain.
"""

from bisect import bisect_left

from provlint.text.url_hosts import ascii_host

_MOST_LABELS = 5  # of any rule, with one to spare


class Suffixes:
    """The rules of the list, sorted, in the form of the name system (punycode), with their `*.` and `!`."""

    def __init__(self, rules: list[str]) -> None:
        plain = bisect_left(rules, "-")  # `!` and `*` sort before every name
        self._special = frozenset(rules[:plain])
        self._plain = rules[plain:]

    def registrable(self, host: str) -> str:
        """The registrable domain of `host` (lower case, no trailing dot), as it is written there; "" if it has none."""
        labels = (host if host.isascii() else ascii_host(host)).split(".")
        length = self._suffix_length(labels)
        if not length or length >= len(labels) or not labels[-length - 1]:
            return ""
        return ".".join(host.split(".")[-length - 1 :])

    def _suffix_length(self, labels: list[str]) -> int:
        length, name = 0, ""
        for count, label in enumerate(reversed(labels[-_MOST_LABELS:]), 1):
            parent, name = name, f"{label}.{name}" if name else label
            if f"!{name}" in self._special:
                return count - 1
            if f"*.{parent}" in self._special or self._has(name):
                length = count
        return length

    def _has(self, name: str) -> bool:
        at = bisect_left(self._plain, name)
        return at < len(self._plain) and self._plain[at] == name
