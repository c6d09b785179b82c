"""ANSI colours and OSC 8 hyperlinks of our own making; each is a no-op where the terminal has none."""

from collections.abc import Callable
from typing import NamedTuple

from provlint.model.words import Severity

#: A path → its file URI, or "" for none.
Locate = Callable[[str], str]

_URI_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%/:.~!$&'()*+,;=@_-")
_SEVERITY_COLOURS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;36"}


class Pen(NamedTuple):
    """How words may be written: with colour or not, with hyperlinks (`locate` given) or not."""

    color: bool
    locate: Locate | None

    def strong(self, text: str) -> str:
        """Bold."""
        return self._paint("1", text)

    def faint(self, text: str) -> str:
        """Dim, for what frames the words."""
        return self._paint("2", text)

    def severe(self, severity: Severity, text: str) -> str:
        """The colour of a severity."""
        return self._paint(_SEVERITY_COLOURS[severity], text)

    def linked(self, path: str, text: str) -> str:
        """The text as a link to the file; what is no well-formed file URI is never written."""
        uri = self.locate(path) if self.locate else ""
        if not uri.startswith("file:") or not _URI_CHARACTERS.issuperset(uri):
            return text
        return f"\x1b]8;;{uri}\x1b\\{text}\x1b]8;;\x1b\\"

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text
