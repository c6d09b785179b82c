"""The values of a settings file → the same values, checked; or what is wrong with the first bad one, in plain words.

pydantic-core is used as it is: building the same checks from a pydantic model costs 110 ms of start-up, this 20.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, get_args

from pydantic_core import SchemaValidator, ValidationError, core_schema

from provlint.errors import UserError
from provlint.model.words import CONFIDENCES, SEVERITIES, Format
from provlint.settings.house import PATTERN_WORDS, POLICY, SOURCES, check_house
from provlint.settings.keys import (
    COMMAND_LINE_ONLY,
    IGNORE_KEYS,
    KEYS,
    POLICY_KEYS,
    SITE_KEYS,
    SOURCE_KEYS,
    did_you_mean,
)
from provlint.settings.shapes import (
    GLOB,
    LINES,
    LONG_TEXT,
    LONGEST,
    LONGEST_TEXT,
    MOST,
    POSITIVE,
    PRINTED,
    TEXT,
    listed,
    pairs,
    table,
)
from provlint.settings.source import BOTH_KINDS, Path, Source, at_line
from provlint.text.globs import MOST_WILDCARDS, weight

_LARGEST_DOCUMENT = 200_000_000  # bytes
_MOST_JOBS = 256
_LARGEST_NUMBER = 2**53  # beyond it JSON readers lose digits

_ADDRESS = r"^https?://[^\x00-\x20\x7f/?#][^\x00-\x20\x7f?#]*$"
_ROUTE = r"^/[^\x00-\x1f\x7f?#]*$"
_PATTERN_WORDS = {
    **PATTERN_WORDS,
    _ADDRESS: "must be an address that begins with http:// or https://",
    _ROUTE: "must be the beginning of a path, such as /news/",
    LINES: "must be text without control characters",
    PRINTED: "must be text without control characters, and not empty",
    POSITIVE: "must be a glob without control characters that does not begin with `!`",
}


def _kind_of_ignore(value: object) -> str | None:
    if not isinstance(value, list):
        return None
    return "tables" if any(isinstance(item, dict) for item in value) else "selectors"


def _kind_of_option(value: object) -> str:
    return type(value).__name__


_SELECTORS = listed(TEXT)
_IGNORE = table(
    {
        "rules": _SELECTORS,
        "paths": listed(GLOB),
        "urls": listed(LONG_TEXT),
        "reason": core_schema.str_schema(max_length=LONGEST_TEXT, pattern=LINES),
        "until": core_schema.union_schema(
            [core_schema.date_schema(strict=True), core_schema.str_schema(strict=True, pattern=r"^\d{4}-\d{2}-\d{2}$")],
            custom_error_type="day",
            custom_error_message="must be a day",
        ),
    }
)
_OPTION = core_schema.tagged_union_schema(
    {
        "bool": core_schema.bool_schema(),
        "int": core_schema.int_schema(ge=-_LARGEST_NUMBER, le=_LARGEST_NUMBER),
        "float": core_schema.float_schema(allow_inf_nan=False),
        "str": core_schema.str_schema(max_length=LONGEST_TEXT),
        "list": listed(core_schema.str_schema(max_length=LONGEST_TEXT)),
    },
    discriminator=_kind_of_option,
)
SCHEMA = table(
    {
        "select": _SELECTORS,
        "extend-select": _SELECTORS,
        "ignore": core_schema.tagged_union_schema(
            {"selectors": _SELECTORS, "tables": listed(_IGNORE)}, discriminator=_kind_of_ignore
        ),
        "extend-ignore": _SELECTORS,
        "include": listed(TEXT),
        "exclude": listed(TEXT),
        "extend-exclude": listed(TEXT),
        "force-exclude": core_schema.bool_schema(),
        "respect-gitignore": core_schema.bool_schema(),
        "rule-folders": listed(TEXT),
        "fail-on": core_schema.literal_schema([*SEVERITIES, "never"]),
        "min-confidence": core_schema.literal_schema([*CONFIDENCES]),
        "max-findings-per-rule": core_schema.int_schema(ge=0, le=MOST),
        "max-file-size": core_schema.int_schema(ge=1, le=_LARGEST_DOCUMENT),
        "jobs": core_schema.int_schema(ge=0, le=_MOST_JOBS),
        "per-file-ignores": pairs(GLOB, _SELECTORS),
        "severity": pairs(TEXT, core_schema.literal_schema([*SEVERITIES])),
        "formats": pairs(GLOB, core_schema.literal_schema([*get_args(Format)])),
        "site": table(
            {
                "root": TEXT,
                "base-url": core_schema.str_schema(max_length=LONGEST, pattern=_ADDRESS),
                "routes": pairs(core_schema.str_schema(max_length=LONGEST, pattern=_ROUTE), TEXT),
            }
        ),
        "sources": SOURCES,
        "policy": POLICY,
        "rules": pairs(TEXT, pairs(TEXT, _OPTION)),
    }
)
_VALIDATOR = SchemaValidator(SCHEMA)

_KNOWN = tuple(key.name for key in KEYS)
_KNOWN_IN = {
    name: tuple(key.name for key in keys)
    for name, keys in (("ignore", IGNORE_KEYS), ("site", SITE_KEYS), ("sources", SOURCE_KEYS), ("policy", POLICY_KEYS))
}
_EXPECTED = {
    "string_type": "text in quotes",
    "list_type": 'a list, such as ["…"]',
    "dict_type": "a table",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "literal_error": "one of {expected}",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "finite_number": "a finite number",
    "day": "a date, such as 2027-03-31",
    "union_tag_invalid": "text, a number, true or false, or a list of text",
    "union_tag_not_found": "a list of rules, or [[ignore]] tables",
}
_TOO_LONG = ("too_long", "string_too_long")


def check(source: Source, where: str) -> dict[str, Any]:
    """The values, all of known keys and of the right kind; the first that is not is a UserError with its place."""
    try:
        values: dict[str, Any] = _VALIDATOR.validate_python(source.values, strict=True)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=True)
        raise _refusal(min(problems, key=lambda problem: source.line(_path(problem["loc"]))), source, where) from None
    for index, ignore in enumerate(values.get("ignore", ())):
        if isinstance(ignore, dict) and "until" in ignore:
            ignore["until"] = _day(ignore["until"], at_line(where, source.line(("ignore", index, "until"))), index)
    check_house(values, source, where)
    _weigh(values, source, where)
    return values


def _weigh(values: Mapping[str, Any], source: Source, where: str) -> None:
    """Refuse more globs than can be compiled in a moment: whoever writes the documents may write this file too."""
    lists: list[tuple[Path, Iterable[str]]] = [
        ((key,), values.get(key, ())) for key in ("include", "exclude", "extend-exclude")
    ]
    for key in ("per-file-ignores", "formats"):
        lists += [((key, glob), (glob,)) for glob in values.get(key, ())]
    for index, ignore in enumerate(values.get("ignore", ())):
        if isinstance(ignore, dict):
            lists.append((("ignore", index, "paths"), ignore.get("paths", ())))
    for index, policy in enumerate(values.get("policy", ())):
        lists.append((("policy", index, "paths"), policy.get("paths", ())))
    total = 0
    for path, globs in lists:
        total += weight(globs)
        if total > MOST_WILDCARDS:
            reason = f"makes more than {MOST_WILDCARDS:,} characters of globs with wildcards in one file"
            raise UserError(at_line(where, source.line(path)), _key(path), reason)


def _day(value: str | date, where: str, index: int) -> str:
    try:
        return (date.fromisoformat(value) if isinstance(value, str) else value).isoformat()
    except ValueError:
        raise UserError(where, f"ignore[{index}].until", f"there is no day {value}") from None


def _path(loc: tuple[str | int, ...]) -> Path:
    """Where an error is in the values: its place in the schema without the branches of unions."""
    path = [part for part in loc if part != "[key]"]
    if path[0] == "ignore" and len(path) > 1:
        del path[1]
    if path[0] == "rules" and len(path) > 3:
        del path[3]
    return tuple(path)


def _refusal(problem: Any, source: Source, where: str) -> UserError:
    path = _path(problem["loc"])
    return UserError(at_line(where, source.line(path)), _key(path), _reason(problem, path))


def _key(path: Path) -> str:
    """The path as people write it: `ignore[0].until`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{_shown(part)}" for part in path).removeprefix(".")


def _reason(problem: Any, path: Path) -> str:
    kind, context, value = problem["type"], problem.get("ctx", {}), problem["input"]
    if kind == "extra_forbidden":
        return _unknown_key(str(path[-1]), _KNOWN if len(path) == 1 else _KNOWN_IN[str(path[0])])
    if kind == "missing":
        return "is missing"
    if path[0] == "ignore" and kind == "dict_type":
        return BOTH_KINDS
    if kind in _TOO_LONG:
        return f"has more than {context['max_length']:,} {'characters' if kind == 'string_too_long' else 'entries'}"
    if kind == "string_pattern_mismatch":
        return _PATTERN_WORDS[context["pattern"]]
    expected = _EXPECTED[kind].format(**{name: _plain(part) for name, part in context.items()})
    near = (
        did_you_mean(value, _words(context["expected"])) if kind == "literal_error" and isinstance(value, str) else ""
    )
    return f"must be {expected}, not {_kind(value)}{near}"


def _unknown_key(key: str, known: tuple[str, ...]) -> str:
    if key.replace("_", "-") in COMMAND_LINE_ONLY:
        return "can only be given on the command line"
    if key == "tool":
        return "unknown key; `[tool.provlint]` stands in pyproject.toml only, here its keys stand at the top"
    return "unknown key" + did_you_mean(key, known)


def _words(expected: str) -> tuple[str, ...]:
    return tuple(expected.replace(" or ", ", ").replace("'", "").split(", "))


def _plain(part: object) -> str:
    return f"{part:,}" if isinstance(part, int) else str(part).replace("'", "")


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{_shown(value)}"'
    if isinstance(value, int):
        return str(value) if abs(value) < _LARGEST_NUMBER else "so large a number"
    return "a list" if isinstance(value, list) else "a table" if isinstance(value, Mapping) else f"{value}"


def _shown(text: str) -> str:
    from provlint.text.visible import cut, visible

    return visible(cut(text, 60))
