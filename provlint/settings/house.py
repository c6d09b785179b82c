"""The house's own list of sources and its policies, as a settings file has them → the same, checked."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import core_schema

from provlint.errors import UserError
from provlint.model.words import CATEGORIES, SOURCE_WORDS
from provlint.settings.keys import did_you_mean
from provlint.settings.shapes import GLOB, LINES, LONGEST, LONGEST_TEXT, TEXT, listed, table
from provlint.settings.source import Source, at_line

HOST = r"^[^\s\x00-\x1f\x7f/:@.]+(\.[^\s\x00-\x1f\x7f/:@.]+)+(/[^\s\x00-\x1f\x7f?#]+)?$"
COUNTRY = r"^[A-Z][A-Z]$"
NAME = r"^[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?$"
PATTERN_WORDS = {
    HOST: "must be a host such as harbour.co.uk, or host/path, without https://",
    COUNTRY: 'must be the two letters of a country, such as "GB"',
    NAME: "must be a name, without white space around it",
}
_NAMED = core_schema.str_schema(max_length=LONGEST, pattern=NAME)
_REASON = core_schema.str_schema(max_length=LONGEST_TEXT, pattern=LINES)
_POLICY_LISTS = ("deny", "allow", "only", "require", "not-alone")

SOURCES = listed(
    table(
        {
            "domains": listed(core_schema.str_schema(max_length=LONGEST, pattern=HOST)),
            "name": _NAMED,
            "aliases": listed(_NAMED),
            "country": core_schema.str_schema(pattern=COUNTRY),
            **{axis: core_schema.literal_schema([*CATEGORIES[axis]]) for axis in ("kind", "control", "assessment")},
            "own": core_schema.bool_schema(),
            "reason": _REASON,
        },
        needed="domains",
    )
)
POLICY = listed(table({"paths": listed(GLOB), **{name: listed(TEXT) for name in _POLICY_LISTS}, "reason": _REASON}))


def check_house(values: Mapping[str, Any], source: Source, where: str) -> None:
    """Refuse a domain that is listed twice, a word that names no source, and a policy that says nothing."""
    seen: dict[str, int] = {}
    for index, entry in enumerate(values.get("sources", ())):
        at = at_line(where, source.line(("sources", index)))
        if not entry["domains"]:
            raise UserError(at, f"sources[{index}].domains", "names no domain")
        for domain in map(str.lower, entry["domains"]):
            earlier = seen.setdefault(domain, index)
            if earlier != index:
                raise UserError(at, f"sources[{index}].domains", f"{domain} stands in sources[{earlier}] too")
    for index, policy in enumerate(values.get("policy", ())):
        at = at_line(where, source.line(("policy", index)))
        words = [(name, word) for name in _POLICY_LISTS for word in policy.get(name, ())]
        if not words:
            raise UserError(at, f"policy[{index}]", f"says nothing: give one of {', '.join(_POLICY_LISTS)}")
        for name, word in words:
            if "." not in word and word not in SOURCE_WORDS:
                near = did_you_mean(word, SOURCE_WORDS)
                reason = f'"{word}" is neither a category of sources nor a domain'
                raise UserError(at, f"policy[{index}].{name}", reason + near)
