"""The key under which an address is kept: its normal form without secrets, and a hash where it has some."""

from hashlib import sha256

from provlint.text.masking import mask_url
from provlint.text.normal import key


def identity(url: str) -> str:
    """Equal for two spellings of one address and for nothing else; no secret can be read from it."""
    normal = key(url)
    masked = mask_url(normal)
    if masked == normal:
        return normal
    return f"{masked} {sha256(normal.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"
