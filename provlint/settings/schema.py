"""The JSON Schema of a settings file, from the same checks that a file goes through."""

from collections.abc import Iterable
from typing import Any

from provlint.model.settings import Settings, SiteSettings
from provlint.settings.checks import SCHEMA
from provlint.settings.keys import IGNORE_KEYS, KEYS, POLICY_KEYS, SITE_KEYS, SOURCE_KEYS, Key


def schema() -> dict[str, Any]:
    """The schema of provlint.toml and of `[tool.provlint]`, for editors; each key with its explanation and default."""
    from pydantic.json_schema import GenerateJsonSchema

    made: dict[str, Any] = GenerateJsonSchema(ref_template="#/$defs/{model}").generate(SCHEMA)
    defaults = Settings()._asdict()
    for key in KEYS:
        field = made["properties"][key.name]
        default = defaults.get(key.name.replace("-", "_"), ())
        if not isinstance(default, tuple) or (default and not isinstance(default, SiteSettings)):
            field["default"] = list(default) if isinstance(default, tuple) else default
    _explain(made["properties"], KEYS)
    _explain(made["properties"]["site"]["properties"], SITE_KEYS)
    tables = next(choice for choice in made["properties"]["ignore"]["oneOf"] if choice["items"]["type"] == "object")
    _explain(tables["items"]["properties"], IGNORE_KEYS)
    for name, keys in (("sources", SOURCE_KEYS), ("policy", POLICY_KEYS)):
        _explain(made["properties"][name]["items"]["properties"], keys)
    made = _tidy(made)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "provlint settings", **made}


def _tidy(made: Any) -> Any:
    """The schema without titles that repeat the key, and with `anyOf` where one value may fit two branches (3, [])."""
    if isinstance(made, dict):
        kept = {key: _tidy(value) for key, value in made.items() if key != "title" or not isinstance(value, str)}
        return {("anyOf" if key == "oneOf" else key): value for key, value in kept.items()}
    return [_tidy(item) for item in made] if isinstance(made, list) else made


def _explain(properties: dict[str, Any], keys: Iterable[Key]) -> None:
    for key in keys:
        properties[key.name] = {"description": key.words, **properties[key.name]}
