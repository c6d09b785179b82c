"""The keys of a settings file → what each does, which values it takes, what it is by default and what is in force."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from provlint.errors import UserError
from provlint.model.settings import Settings
from provlint.settings.keys import INNER_KEYS, KEYS, Key, did_you_mean
from provlint.settings.schema import schema
from provlint.settings.show import in_force, tables_in_force, toml
from provlint.text.visible import visible

_HEAD = """\
# Settings

In `provlint.toml`, or in `pyproject.toml` under `[tool.provlint]`; the file nearest above the documents governs them,
up to the root of their repository. An unknown key is refused, with its place and the nearest key there is.
`provlint init` writes a file to start from, `provlint config` explains each key and says what is in force and who said
so, and the [JSON Schema](schemas/settings.json), which `provlint schema settings` prints, lets an editor complete and
check the file. What stands on the command line wins over the file.
"""


class Explained(NamedTuple):
    """One key as people read of it; `default` and `example` are TOML, "" for none."""

    name: str
    words: str
    form: str
    default: str
    example: str


def explain(names: tuple[str, ...], settings: Settings, sources: Mapping[str, str]) -> str:
    """Each named key (`site.root` for one inside a table), or all of them, with what is in force; text.

    Raises `UserError` for a name that no key has.
    """
    known = {key.name: key for key in explained()}
    for name in names:
        if name not in known:
            reason = f"no setting has this name{did_you_mean(name, tuple(known))}"
            raise UserError("config", name, reason)
    shown = {name: [f"{value}  ({who})"] for name, (value, who) in in_force(settings, sources).items()}
    for name, (title, *table), who in tables_in_force(settings, sources):
        told = f"{title}  ({who})" if who else title
        shown.setdefault("ignore" if name == "ignores" else name, []).extend((told, *table))
    return "\n".join(_text(known[name], shown.get(name, ())) for name in names or known)


def explained() -> Iterator[Explained]:
    """Every key, those inside a table after it."""
    properties = schema()["properties"]
    for key in KEYS:
        yield _key(key.name, key, properties[key.name])
        inner = _fields(properties[key.name])
        for child in INNER_KEYS.get(key.name, ()):
            yield _key(f"{key.name}.{child.name}", child, inner[child.name])


def page() -> str:
    """The page of the documentation, docs/settings.md."""
    lines = [_HEAD]
    for key in explained():
        lines += [f"{'###' if '.' in key.name else '##'} {key.name}", "", key.words, ""]
        lines += [f"- takes {key.form}"]
        lines += [f"- by default `{key.default}`"] if key.default else []
        lines += [f"- such as `{key.example}`"] if key.example else []
        lines += [""]
    return "\n".join(lines)


def _text(key: Explained, in_force: Iterable[str]) -> str:
    lines = [key.name, f"  {key.words}", f"  takes     {key.form}"]
    lines += [f"  default   {key.default}"] if key.default else []
    lines += [f"  such as   {key.example}"] if key.example else []
    lines += [f"  {'' if at else 'in force':8}  {visible(line)}" for at, line in enumerate(in_force)]
    return "\n".join(lines) + "\n"


def _key(name: str, key: Key, described: Mapping[str, Any]) -> Explained:
    value = described.get("default")
    default = "" if value is None else toml(tuple(value) if isinstance(value, list) else value)
    return Explained(name, key.words, _form(described), default, key.example)


def _fields(described: Mapping[str, Any]) -> dict[str, Any]:
    """The keys inside a table, or inside the tables of a list."""
    for choice in (described, *described.get("anyOf", ())):
        inner = choice.get("items", choice)
        if "properties" in inner:
            found: dict[str, Any] = inner["properties"]
            return found
    return {}


def _form(described: Mapping[str, Any]) -> str:
    """Which values a key takes, in words, from its JSON Schema."""
    if "anyOf" in described:
        return " or ".join(dict.fromkeys(map(_form, described["anyOf"])))
    if "enum" in described:
        return f"one of {', '.join(described['enum'])}"
    kind = described.get("type")
    if kind == "array":
        return f"a list of {_plural(described.get('items', {}))}"
    if kind == "object":
        return "a table"
    if kind == "integer":
        return f"a whole number from {described.get('minimum', 0):,} to {described['maximum']:,}"
    if kind == "string" and described.get("format") == "date":
        return "a day"
    return {"boolean": "true or false", "number": "a number", "string": "text"}.get(str(kind), "a value")


def _plural(described: Mapping[str, Any]) -> str:
    return {"object": "tables", "string": "texts"}.get(described.get("type", ""), "values")
