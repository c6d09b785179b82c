"""Settings → TOML for people: what is in force and who said it, and the commented file to start from."""

from collections.abc import Iterable, Iterator, Mapping

from provlint.model.settings import Settings, SiteSettings, WebSettings
from provlint.settings.keys import IGNORE_KEYS, KEYS, POLICY_KEYS, SOURCE_KEYS, Key
from provlint.text.patterns import lazy
from provlint.text.visible import visible

_BARE = lazy(r"[A-Za-z0-9_-]+")
_TABLES = ("per-file-ignores", "severity", "formats", "site", "web", "sources", "policy", "rules")
_ADDED = "extend-ignore"  # the key for rules to ignore beside [[ignore]] tables
_NOT_TOLD: Mapping[str, str] = {}

_HEAD = """\
# Settings of provlint. What stands here behind a "#" without a space is the default, or an example of a table:
# take the "#" away and change it. In pyproject.toml the same keys stand in [tool.provlint], the tables in
# [tool.provlint.severity] and so on. Paths and globs start from this folder and read as those of .gitignore.
"""


def show(settings: Settings, sources: Mapping[str, str] = _NOT_TOLD) -> str:
    """The settings in force as TOML that can be read back; `sources` (see `load_with_sources`) tells who said each."""
    lines = [f"# settings file: {visible(settings.origin) or 'none'}", f"# paths start from: {visible(settings.root)}"]
    if settings.no_ignores:
        lines.append("# --no-ignores: every ignore is without effect, in documents and here")
    for name, (value, who) in in_force(settings, sources).items():
        shown = _ADDED if name == "ignore" and settings.ignores else name
        lines.append(f"{shown} = {value}  # {visible(who)}")
    for _, (title, *table), who in tables_in_force(settings, sources):
        lines += ["", f"{title}  # {visible(who)}" if who else title, *table]
    return "\n".join(lines) + "\n"


def in_force(settings: Settings, sources: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """For each key that is no table its value as TOML and who said it."""
    defaults, found = Settings(), {}
    for key in KEYS:
        if key.name in _TABLES or key.name == _ADDED:
            continue
        field = key.name.replace("-", "_")
        value = getattr(settings, field)
        who = _who(sources, key.name) or ("default" if value == getattr(defaults, field) else "set")
        found[key.name] = (toml(value), who)
    return found


def tables_in_force(settings: Settings, sources: Mapping[str, str]) -> Iterator[tuple[str, list[str], str]]:
    """For each table that says something its key, which may have several, its lines, and who said it."""
    for name, title, pairs in _tables(settings):
        yield name, [title, *(f"{_key(key)} = {toml(value)}" for key, value in pairs)], _who(sources, name)


def _who(sources: Mapping[str, str], name: str) -> str:
    names = (name, _ADDED) if name == "ignore" else (name,)
    return ", ".join(dict.fromkeys(sources[name] for name in names if name in sources))


def _tables(settings: Settings) -> Iterator[tuple[str, str, Iterable[tuple[str, object]]]]:
    """Each table: the key it belongs to, its header, its pairs."""
    pairs: tuple[tuple[str, tuple[tuple[str, object], ...]], ...] = (
        ("per-file-ignores", settings.per_file_ignores),
        ("severity", settings.severity),
        ("formats", settings.formats),
    )
    yield from ((name, f"[{name}]", table) for name, table in pairs if table)
    site = settings.site
    if site != SiteSettings():
        named = [("root", site.root)] * bool(site.root) + [("base-url", site.base_url)] * bool(site.base_url)
        yield "site", "[site]", named
        if site.routes:
            yield "site", "[site.routes]", site.routes
    yield from (("web", title, table) for title, table in _web(settings.web))
    yield from (("rules", f"[rules.{_key(rule)}]", options) for rule, options in settings.options)
    yield from (("ignores", "[[ignore]]", _fields(ignore, IGNORE_KEYS)) for ignore in settings.ignores)
    yield from (("sources", "[[sources]]", _fields(source, SOURCE_KEYS)) for source in settings.sources)
    yield from (("policy", "[[policy]]", _fields(policy, POLICY_KEYS)) for policy in settings.policies)


def _web(web: WebSettings) -> Iterator[tuple[str, Iterable[tuple[str, object]]]]:
    plain = [(name, value) for name, value in web._asdict().items() if name not in ("words", "hosts")]
    said = [(name.replace("_", "-"), value) for name, value in plain if value != WebSettings._field_defaults[name]]
    if said or web.words or web.hosts:
        yield "[web]", said
    if web.words:
        yield "[web.status-codes]", [(str(status), word) for status, word in web.words]
    for host in web.hosts:
        title = f"[web.hosts.{_key(host.pattern)}"
        yield f"{title}]", [("pace", host.pace)] * bool(host.pace)
        if host.headers:
            yield f"{title}.headers]", host.headers
        if host.words:
            yield f"{title}.status-codes]", [(str(status), word) for status, word in host.words]


def _fields(entry: object, keys: Iterable[Key]) -> Iterator[tuple[str, object]]:
    for key in keys:
        value = getattr(entry, key.name.replace("-", "_"))
        if value:
            yield key.name, value


def template() -> str:
    """A provlint.toml in which every key stands, explained in a line and commented out."""
    defaults = Settings()
    lines = [_HEAD]
    for key in KEYS:
        if key.name in ("sources", "policy"):
            continue
        lines.append(f"# {key.words}")
        if key.name == "rules":
            rule, _, option = key.example.partition(".")
            lines += [f"#[rules.{rule}]", f"#{option}", ""]
        elif key.name in _TABLES:
            lines += [f"#[{key.name}]", f"#{key.example}", ""]
        else:
            example = f"  # such as {key.example}" if key.example else ""
            value = getattr(defaults, key.name.replace("-", "_"), ())
            lines += [f"#{key.name} = {toml(value)}{example}", ""]
    lines += ["# Findings to leave out, by rule, path and address; as many tables as it takes.", "#[[ignore]]"]
    lines += [f"#{key.name} = {key.example}  # {key.words}" for key in IGNORE_KEYS]
    for name, keys in (("sources", SOURCE_KEYS), ("policy", POLICY_KEYS)):
        words = next(key.words for key in KEYS if key.name == name)
        lines += ["", f"# {words}", f"#[[{name}]]"]
        lines += [f"#{key.name} = {key.example}  # {key.words}" for key in keys]
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def toml(value: object) -> str:
    """A value as TOML says it."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:_}" if isinstance(value, int) else repr(value)


def _text(value: str) -> str:
    """A basic string; what a terminal could obey is written as an escape."""
    return f'"{"".join(map(_character, value))}"'


def _character(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    if 0xD800 <= code < 0xE000:  # a byte of a path that is no UTF-8; TOML cannot say it
        return "\ufffd"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
