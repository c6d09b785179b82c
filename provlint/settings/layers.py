"""What a settings file, `--config` and the other options say, checked and laid on top of each other → Settings."""

import os
from collections.abc import Mapping
from typing import Any

from provlint.errors import UserError
from provlint.model.settings import HouseSource, Ignore, Policy, Settings, SiteSettings
from provlint.settings.checks import check
from provlint.settings.keys import KEYS
from provlint.settings.location import SettingsFile, leads_out
from provlint.settings.source import Source, at_line, read
from provlint.settings.web import refuse_untrusted, web
from provlint.text.paths import relative

_ADDED_UP = (
    "ignore", "ignores", "extend-ignore", "extend-select", "extend-exclude", "rule-folders", "sources", "policy",
)  # fmt: skip
_KNOWN = frozenset(key.name for key in KEYS)
_PLAIN = (
    "select", "extend-select", "include", "exclude", "extend-exclude", "force-exclude", "respect-gitignore",
    "rule-folders", "fail-on", "min-confidence", "max-findings-per-rule", "max-file-size", "jobs", "no-ignores",
)  # fmt: skip
_TOLD = "command line"

Values = dict[str, Any]


class Layers:
    """Values of rising weight. `sources` says for each key who gave what is in force.

    `trust` lets a settings file say what otherwise only the command line may.
    """

    def __init__(self, cwd: str, *, trust: bool = False) -> None:
        self.cwd = cwd
        self.trust = trust
        self.root = "."
        self.origin = ""
        self.sources: dict[str, str] = {}
        self._values: Values = {}

    def add_file(self, file: SettingsFile, source: Source) -> None:
        """A settings file: it may not reach out of its repository."""
        self.root, self.origin = file.root, file.shown
        values = check(source, file.shown)
        for index, folder in enumerate(values.get("rule-folders", ())):
            if leads_out(os.path.join(self.cwd, file.root, folder), file.top):
                where = at_line(file.shown, source.line(("rule-folders", index)))
                reason = (
                    "leads out of the repository; such a folder can only be given on the command line, with --rules"
                )
                raise UserError(where, "rule-folders", f"{folder} {reason}")
        for path, folder in _site_folders(values.get("site", {})):
            if leads_out(os.path.join(self.cwd, file.root, folder), file.top):
                where = at_line(file.shown, source.line(path))
                raise UserError(where, ".".join(path), f"{folder} leads out of the repository")
        if not self.trust:
            refuse_untrusted(values.get("web", {}), source, file.shown)
        for index, ignore in enumerate(values.get("ignore", ())):
            if isinstance(ignore, dict):
                ignore["line"] = source.line(("ignore", index))
        for index, policy in enumerate(values.get("policy", ())):
            policy["line"] = source.line(("policy", index))
        self._add(values, file.shown)

    def add_piece(self, toml: str) -> None:
        """A `--config KEY=VALUE`."""
        try:
            values = check(read(toml.encode("utf-8", "surrogateescape"), ""), "")
        except UserError as error:
            hint = '; text stands in quotes, as in fail-on = "error"' if not error.key else ""
            raise UserError("--config", error.key or toml, error.reason + hint) from None
        self._add(self._told(values), _TOLD)

    def add_overrides(self, overrides: Mapping[str, object]) -> None:
        """Options of the command line, or what a program gives."""
        given = {key.replace("_", "-"): _listed(value) for key, value in overrides.items()}
        no_ignores = given.pop("no-ignores", None)
        if isinstance(given.get("per-file-ignores"), list):
            given["per-file-ignores"] = dict(given["per-file-ignores"])
        try:
            values = check(Source(given, {}), "")
        except UserError as error:
            key = error.key.partition(".")[0].partition("[")[0]
            where = f"--{key}" if key in _KNOWN else "settings"
            raise UserError(where, "" if error.key == key and key in _KNOWN else error.key, error.reason) from None
        if no_ignores is not None:
            values["no-ignores"] = bool(no_ignores)
        self._add(self._told(values), _TOLD)

    def _told(self, values: Values) -> Values:
        """Values in which the folders that are meant from the working folder are given from the root."""
        if self.root != "." and "rule-folders" in values:
            root = os.path.join(self.cwd, self.root)
            folders = [os.path.join(self.cwd, folder) for folder in values["rule-folders"]]
            return {**values, "rule-folders": [relative(folder, root) or "." for folder in folders]}
        return values

    def _add(self, values: Values, where: str) -> None:
        """Lay values on top: what is later said wins, lists of additions are added up, tables joined key by key."""
        if values.get("ignore") and isinstance(values["ignore"][0], dict):
            values["ignores"] = values.pop("ignore")
        if "select" in values:  # a selection starts anew
            self._drop("extend-select")
            if "ignore" in values:
                self._drop("ignore")
                self._drop("extend-ignore")
        for key, value in values.items():
            below = self._values.get(key)
            if below is not None and key in _ADDED_UP:
                value = [*below, *value]
            elif below is not None and isinstance(value, dict):
                value = {**below, **{name: _joined(below.get(name), item) for name, item in value.items()}}
            else:
                below = None
            self._values[key] = value
            self.sources[key] = f"{self.sources[key]}, {where}" if below else where

    def _drop(self, key: str) -> None:
        self._values.pop(key, None)
        self.sources.pop(key, None)

    def settings(self) -> Settings:
        """All of it as Settings."""
        values = self._values
        plain = {key.replace("-", "_"): _frozen(values[key]) for key in _PLAIN if key in values}
        formats = tuple(values.get("formats", {}).items())
        # A format given to an ending asks for the documents that have it; an `include` of one's own says all itself.
        if formats and "include" not in plain:
            plain["include"] = (*Settings().include, *(glob for glob, _ in formats))
            self.sources["include"] = "default, formats"
        return Settings(
            root=self.root,
            origin=self.origin,
            said_by=tuple(self.sources.items()),
            ignore=(*values.get("ignore", ()), *values.get("extend-ignore", ())),
            ignores=tuple(
                Ignore(**{key: _frozen(value) for key, value in item.items()}) for item in values.get("ignores", ())
            ),
            per_file_ignores=tuple((glob, tuple(rules)) for glob, rules in values.get("per-file-ignores", {}).items()),
            severity=tuple(values.get("severity", {}).items()),
            options=tuple(
                (rule, tuple((name, _frozen(value)) for name, value in options.items()))
                for rule, options in values.get("rules", {}).items()
            ),
            formats=formats,
            sources=tuple(HouseSource(**_fields(item)) for item in values.get("sources", ())),
            policies=tuple(Policy(**_fields(item)) for item in values.get("policy", ())),
            site=_site(values.get("site", {})),
            web=web(values.get("web", {})),
            **plain,
        )


def _site_folders(site: Values) -> list[tuple[tuple[str, ...], str]]:
    """The folders of a `site` table, each with the keys it stands under."""
    root: list[tuple[tuple[str, ...], str]] = [(("site", "root"), site["root"])] if "root" in site else []
    return root + [(("site", "routes", path), folder) for path, folder in site.get("routes", {}).items()]


def _site(values: Values) -> SiteSettings:
    # The longest beginning of a path first: "/news/old/" before "/news/".
    routes = sorted(values.get("routes", {}).items(), key=lambda route: (-len(route[0]), route[0]))
    return SiteSettings(values.get("root", ""), values.get("base-url", ""), tuple(routes))


def _joined(below: object, value: object) -> object:
    return {**below, **value} if isinstance(below, dict) and isinstance(value, dict) else value


def _fields(item: Values) -> Values:
    return {key.replace("-", "_"): _frozen(value) for key, value in item.items()}


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _listed(value: Any) -> Any:
    """The value with lists for tuples, as TOML has them."""
    if isinstance(value, list | tuple):
        return [_listed(item) for item in value]
    return {key: _listed(item) for key, item in value.items()} if isinstance(value, Mapping) else value
