"""Which characters a long text holds, told without a look at each of them in Python."""

_ASCII = bytes(range(0x80))


def beyond_ascii(text: str) -> str:
    """The characters of `text` that are not ASCII, in order; `text` has no lone surrogate."""
    return "" if text.isascii() else text.encode().translate(None, _ASCII).decode()
