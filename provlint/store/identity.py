"""The key under which an address is kept: its normal form without secrets, and a hash where it has some."""

from functools import lru_cache
from hashlib import sha256

from provlint.text.masking import mask_url
from provlint.text.normal import key


@lru_cache(maxsize=32_768)  # each look at an address asks for it, and so does who asks the web
def identity(url: str) -> str:
    """Equal for two spellings of one address and for nothing else; no secret can be read from it."""
    normal = key(url)
    masked = mask_url(normal)
    if masked == normal:
        return normal
    return f"{masked} {sha256(normal.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"
