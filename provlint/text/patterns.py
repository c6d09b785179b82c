"""Regular expressions that are compiled when they are first asked: a run meets a third of them, compiling all takes
longer than reading a document does.

No expression of the package has a possessive quantifier behind a group; an atomic group around both means the same.
CPython before 3.11.5, which Debian 12 has, goes wrong there, up to a search without end (python/cpython#106052).
"""

import re
from typing import Any, cast


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The expression, compiled at its first use; a mistake in it (`re.error`) is told then, not before."""
    return cast("re.Pattern[str]", _Lazy(source, flags))


class _Lazy:
    """Stands for a pattern; once asked, its slots hold the methods of the compiled one, which cost no detour."""

    __slots__ = ("_flags", "_source", "findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub")

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)  # of copying and pickling: what is unset here is not the compiled one's
        compiled = re.compile(self._source, self._flags)
        for slot in self.__slots__[2:]:
            object.__setattr__(self, slot, getattr(compiled, slot))
        return getattr(compiled, name)
