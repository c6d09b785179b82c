"""provlint reads a document the way a sceptical editor does: where does each link lead, and what stands on nothing?

The public interface: `read_text`, `extract`, `check`, `verify`, `Online`, `UserError`. What they give are pydantic
models whose `model_dump(mode="json")` is the published JSON; names are loaded when they are first used.
"""

import sys

TYPE_CHECKING = False  # type checkers take it for true; `typing` itself would be most of what this import costs
if TYPE_CHECKING:
    from typing import Any

    from provlint.api import check, extract, read_text, verify
    from provlint.errors import UserError
    from provlint.model.document import Document
    from provlint.model.online import Online
    from provlint.published.facts import Facts
    from provlint.published.match import Match
    from provlint.published.report import Report

__all__ = ["Document", "Facts", "Match", "Online", "Report", "UserError", "check", "extract", "read_text", "verify"]

_HOMES = {
    "Document": "provlint.model.document",
    "Facts": "provlint.published.facts",
    "Match": "provlint.published.match",
    "Online": "provlint.model.online",
    "Report": "provlint.published.report",
    "UserError": "provlint.errors",
    "check": "provlint.api",
    "extract": "provlint.api",
    "read_text": "provlint.api",
    "verify": "provlint.api",
}


def __getattr__(name: str) -> "Any":
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'provlint' has no attribute {name!r}")


class _Package(type(sys)):  # type: ignore[misc]
    """The package as a module on which `extract` stays the function when the room of that name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, type(sys))):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
