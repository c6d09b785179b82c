"""An address, told from its letters alone → the word for those that are not asked at all."""

from provlint.model.answers import Answer
from provlint.model.facts import Address

_INTERNAL = frozenset(("local-name", "loopback", "private", "reserved"))


def unasked(address: Address, *, allowed: bool = False) -> Answer | None:
    """The word for an address that is not to be asked; None for one that is.

    `allowed` says that whoever runs provlint has named the host or its network as one to ask: it is then no stand-in
    and no secret, whatever its letters say.
    """
    if address.malformed:
        return Answer("malformed", address.malformed, "address")
    if address.placeholder and not allowed:
        return Answer("skipped", f"it stands for an address: {address.placeholder}", "example")
    if address.reach in _INTERNAL and not allowed:
        return Answer(
            "refused", f"it leads to an address inside a network ({address.reach}), and was not asked", "internal"
        )
    if address.reach == "template":
        return Answer("skipped", "part of it is filled in when the page is built", "template")
    if address.reach in ("relative", "other-scheme") or address.scheme not in ("http", "https", ""):
        return Answer("skipped", "it is no address of the web", "scheme")
    return None
