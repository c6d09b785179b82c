"""The checked `web` table → WebSettings; and the refusal of what a file beside the documents may not say."""

from typing import Any

from provlint.errors import UserError
from provlint.model.settings import HostSettings, WebSettings
from provlint.settings.source import Source, at_line
from provlint.settings.web_checks import TRUSTED


def refuse_untrusted(table: dict[str, Any], source: Source, where: str) -> None:
    """`UserError` for the first key that would open a way to where the documents' writers must not lead a run."""
    for key in TRUSTED:
        if key in table:
            place = at_line(where, source.line(("web", key)))
            raise UserError(place, f"web.{key}", "can only be given on the command line, or with --trust-config")


def web(values: dict[str, Any]) -> WebSettings:
    """The table as settings; hosts with a longer name first, as they say more."""
    hosts = tuple(
        HostSettings(
            pattern.lower(),
            table.get("pace", 0.0),
            tuple(table.get("headers", {}).items()),
            _words(table.get("status-codes", {})),
        )
        for pattern, table in values.get("hosts", {}).items()
    )
    plain: dict[str, Any] = {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value
        for key, value in values.items()
        if key not in ("hosts", "status-codes")
    }
    ordered = sorted(hosts, key=lambda host: (host.pattern.startswith("*"), -len(host.pattern), host.pattern))
    return WebSettings(words=_words(values.get("status-codes", {})), hosts=tuple(ordered), **plain)


def _words(table: dict[str, Any]) -> tuple[tuple[int, Any], ...]:
    return tuple((int(status), word) for status, word in table.items())
