"""Host names and address literals: their normal form, and from where the literal can be reached.

Written by hand because `ipaddress` takes as long to import as the rest of a plain run's text functions together, reads
none of the odd forms that browsers read (`0x7f.1`, `2130706433`), and its idea of "private" changes between releases.
"""

from functools import lru_cache
from typing import Literal

from provlint.text.patterns import lazy

LiteralReach = Literal["public", "loopback", "private", "reserved"]

_ODD = lazy(r"[^a-z0-9.-]")
_NUMBER = lazy(r"0[xX][0-9A-Fa-f]*|[0-9]+")
_GROUP = lazy(r"[0-9A-Fa-f]{1,4}")
_LONGEST_LABEL = 63
_LONGEST_IPV4 = 159  # characters: four parts of 39, which is more than anybody writes

# Special-purpose blocks: the IANA registries of special-purpose addresses (RFC 6890 and what followed), and the address
# of Azure's platform services. (first address, prefix length, reach)
_BLOCKS_4: tuple[tuple[int, int, LiteralReach], ...] = (
    (0x00000000, 8, "reserved"), (0x0A000000, 8, "private"), (0x64400000, 10, "private"), (0x7F000000, 8, "loopback"),
    (0xA9FE0000, 16, "private"), (0xAC100000, 12, "private"), (0xC0000000, 24, "reserved"),
    (0xC0000200, 24, "reserved"), (0xC01FC400, 24, "reserved"), (0xC034C100, 24, "reserved"),
    (0xC0586300, 24, "reserved"), (0xC0A80000, 16, "private"), (0xC0AF3000, 24, "reserved"),
    (0xC6120000, 15, "private"), (0xC6336400, 24, "reserved"), (0xCB007100, 24, "reserved"),
    (0xE0000000, 4, "reserved"), (0xF0000000, 4, "reserved"), (0xA83F8110, 32, "reserved"),
)  # fmt: skip
_BLOCKS_6: tuple[tuple[int, int, LiteralReach], ...] = (
    (1, 128, "loopback"), (0xFC << 120, 7, "private"), (0xFE80 << 112, 10, "private"), (0xFEC0 << 112, 10, "private"),
    (0, 96, "reserved"), (0xFFFF << 32, 96, "reserved"), (0x64FF9B << 96, 96, "reserved"),
    (0x64FF9B0001 << 80, 48, "reserved"), (0x0100 << 112, 64, "reserved"), (0x2001 << 112, 23, "reserved"),
    (0x20010DB8 << 96, 32, "reserved"), (0x2002 << 112, 16, "reserved"), (0x3FFF << 112, 20, "reserved"),
    (0x5F00 << 112, 16, "reserved"), (0xFF << 120, 8, "reserved"),
)  # fmt: skip


def ascii_host(host: str) -> str:
    """`host` as the name system knows it: lower case, punycode, no trailing dot; a label with no such form stays."""
    host = host.lower()
    if _ODD.search(host):
        host = _folded(host)
    return host[:-1] if host.endswith(".") and not host.endswith("..") and host != "." else host


def unicode_host(host: str) -> str:
    """`host` as people read it: labels in punycode decoded; one that cannot be decoded stays."""
    if "xn--" not in host:
        return host
    labels = []
    for label in host.split("."):
        try:
            labels.append(label[4:].encode().decode("punycode") if label.startswith("xn--") else label)
        except (UnicodeError, ValueError, OverflowError):
            labels.append(label)
    return ".".join(labels)


def literal_reach(host: str) -> LiteralReach | None:
    """From where an IPv4 or IPv6 literal can be reached, whatever its spelling; None if `host` is a name."""
    if host.startswith("["):
        number = ipv6(host[1:-1]) if host.endswith("]") else None
        return None if number is None else _reach(number, 128, _BLOCKS_6)
    number = ipv4(host)
    return None if number is None else _reach(number, 32, _BLOCKS_4)


def ipv4(host: str) -> int | None:
    """The number of an IPv4 address in any form browsers read: dotted, short, decimal, octal, hexadecimal."""
    return _ipv4(host) if len(host) <= _LONGEST_IPV4 else None


@lru_cache(maxsize=4_096)
def _ipv4(host: str) -> int | None:
    parts = host.split(".", 4)
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) and len(part) < 40 for part in parts):
        return None
    try:
        numbers = [_number(part) for part in parts]
    except ValueError:
        return None
    if any(number > 255 for number in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(parts)):
        return None
    return sum(number << (24 - 8 * at) for at, number in enumerate(numbers[:-1])) + numbers[-1]


def ipv6(text: str) -> int | None:
    """The number of an IPv6 address as it stands between brackets; a zone (`%25eth0`) is left out."""
    text = text.partition("%")[0]
    if len(text) > 45:
        return None
    head, gap, tail = text.partition("::")
    first, last = _groups(head), _groups(tail)
    if first is None or last is None or (len(first) + len(last) != 8 if not gap else len(first) + len(last) > 7):
        return None
    groups = [*first, *[0] * (8 - len(first) - len(last)), *last]
    return sum(group << (112 - 16 * at) for at, group in enumerate(groups))


def _groups(text: str) -> list[int] | None:
    parts = text.split(":") if text else []
    groups: list[int] = []
    for at, part in enumerate(parts):
        if "." in part and at == len(parts) - 1 and part.count(".") == 3 and (number := ipv4(part)) is not None:
            groups += [number >> 16, number & 0xFFFF]
        elif _GROUP.fullmatch(part):
            groups.append(int(part, 16))
        else:
            return None
    return groups


def _number(part: str) -> int:
    if part[:2] in ("0x", "0X"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if len(part) > 1 and part[0] == "0" else int(part)


def _reach(number: int, bits: int, blocks: tuple[tuple[int, int, LiteralReach], ...]) -> LiteralReach:
    for first, length, reach in blocks:
        if number >> (bits - length) == first >> (bits - length):
            return reach
    return "public"


def _folded(host: str) -> str:
    from unicodedata import normalize  # only hosts beyond ASCII need it

    if "%" in host and not host.startswith("["):
        from provlint.text.normal import percent_decoded

        host = percent_decoded(host)
    host = normalize("NFKC", normalize("NFKC", host).lower()).replace("\u3002", ".")
    return ".".join(_label(label) for label in host.split("."))


def _label(label: str) -> str:
    if label.isascii() or len(label) > _LONGEST_LABEL:
        return label
    try:
        return f"xn--{label.encode('punycode').decode()}"
    except UnicodeError:
        return label
