"""What programs hand to the public functions → the same, checked, or a `UserError` that names what cannot stand."""

import os
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from provlint.errors import UserError
from provlint.model.document import Document
from provlint.model.online import Online
from provlint.model.settings import Settings
from provlint.model.words import Format
from provlint.text.visible import encodable

_LONGEST_TIMEOUT = 3600.0  # seconds, as on the command line
_HIGHEST_PORT = 65_535


def checked_text(name: str, value: Any) -> str:
    """Text that UTF-8 can carry: a lone surrogate becomes U+FFFD."""
    if not isinstance(value, str):
        raise _refusal(name, "text", value)
    return encodable(value)


def checked_page(value: Any) -> str | bytes:
    """A page, decoded or not."""
    if isinstance(value, bytearray | memoryview):
        return bytes(value)
    if not isinstance(value, str | bytes):
        raise _refusal("page", "text or bytes", value)
    return value


def checked_format(value: Any) -> Format:
    """One of the formats that documents have."""
    if value not in get_args(Format):
        raise UserError("format", str(value), f"must be one of {', '.join(get_args(Format))}")
    known: Format = value
    return known


def checked_document(value: Any) -> Document:
    """A document as `read_text` gives it."""
    if not isinstance(value, Document):
        raise _refusal("document", "a Document, as read_text gives it", value)
    return value


def checked_path(name: str, value: Any) -> str:
    """A path as text."""
    path = os.fspath(value) if isinstance(value, os.PathLike) else value
    if not isinstance(path, str):
        raise _refusal(name, "a path", value)
    return path


def checked_paths(value: Any) -> tuple[str, ...]:
    """Paths; a single one may stand alone."""
    if isinstance(value, str | os.PathLike):
        return (checked_path("paths", value),)
    if isinstance(value, bytes) or not isinstance(value, Iterable):
        raise _refusal("paths", "a path or several", value)
    return tuple(checked_path("paths", path) for path in value)


def checked_settings(value: Any) -> Settings | dict[str, Any] | None:
    """Settings, or keys as in a settings file; what they say is checked where files are."""
    if value is None or isinstance(value, Settings):
        return value
    if not isinstance(value, Mapping):
        raise _refusal("settings", "a dict of keys as in provlint.toml, or None", value)
    for key in value:
        checked_text("a key of settings", key)
    return dict(value)


def checked_online(value: Any) -> Online | None:
    """How addresses are asked; None for a run that asks none."""
    if isinstance(value, Online):
        return _checked_options(value)
    if not isinstance(value, bool):
        raise _refusal("online", "True, False or an Online", value)
    return Online() if value else None


def _checked_options(value: Online) -> Online:
    from pydantic import TypeAdapter, ValidationError

    try:
        online = TypeAdapter(Online).validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        raise UserError("online", _place(first["loc"]), first["msg"].replace("Input should", "must", 1)) from None
    if not 0 <= online.timeout <= _LONGEST_TIMEOUT:
        raise UserError("online", "timeout", f"must be from 0 to {_LONGEST_TIMEOUT:.0f} seconds")
    if not all(0 < port <= _HIGHEST_PORT for port in online.ports):
        raise UserError("online", "ports", f"must be from 1 to {_HIGHEST_PORT}")
    return online


def _place(keys: Iterable[int | str]) -> str:
    first, *rest = keys
    return f"{first}{''.join(f'[{key}]' for key in rest)}"


def _refusal(name: str, wanted: str, value: Any) -> UserError:
    return UserError(name, "", f"must be {wanted}, not {'None' if value is None else type(value).__name__}")
