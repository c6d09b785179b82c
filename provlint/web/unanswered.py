"""The one exception of this room: an address gave no answer, and why."""

import re

from provlint.model.web import Failure, TlsFault
from provlint.text.visible import cut

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_MOST = 200  # characters


class Unanswered(Exception):  # noqa: N818 -- mostly no error of anybody's
    """No answer, or none that may be asked for; `detail` is for people, without control characters."""

    def __init__(self, failure: Failure, detail: str = "", tls: TlsFault = "") -> None:
        super().__init__(failure, detail)
        self.failure = failure
        self.detail = plain(detail)
        self.tls: TlsFault = tls


def plain(text: str) -> str:
    """What a server or a library said, on one line of at most 200 characters."""
    if text.isprintable() and len(text) <= _MOST:  # nothing unsafe is
        return text.strip()
    return cut(_UNSAFE.sub(" ", text[:2_000]).strip(), _MOST)
